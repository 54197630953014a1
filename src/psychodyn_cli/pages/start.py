"""The start page and the page about psychodyn itself."""

from psychodyn_cli import __released__, __version__
from psychodyn_cli.entries import Source
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Bullets, Page, Pairs, Paragraph, Section, words

BOUNDARY = "General education. It does not diagnose, assess risk, treat, or choose a therapy for you."
_TYPED = (
    ("psychodyn techniques", "what a psychodynamic therapist does, in a table"),
    ("psychodyn explain free-association", "one page on anything: a technique, a concept, a defence, a therapy"),
    ("psychodyn compare cbt", "beside cognitive behavioural therapy (CBT), or any other, row by row"),
    ("psychodyn evidence", "what trials found, for and against, by condition"),
    ("psychodyn tour", "what it is and how it works, in seven short steps"),
    ("psychodyn session a-first-meeting", "a conversation line by line, with what is going on in it"),
    ("psychodyn quiz", "be asked: which defence is this? Each answer says why"),
    ("psychodyn weigh", "a private worksheet for choosing, without a score"),
    ("psychodyn questions", "what people ask; also: concepts, defences, therapies, sessions"),
    ("psychodyn search WORDS", "anything, in your own words"),
    ("psychodyn about", "who made this, and how far to trust it"),
    ("psychodyn help-now", "in danger, in a crisis, or to talk to someone"),
)
_DOORS = (
    ("Weighing therapy", "psychodyn compare cbt"),
    ("A student", "psychodyn explain projection displacement"),
    ("A clinician or teacher", "psychodyn explain transference-work --full --format markdown"),
)


def start_page() -> Page:
    """What a bare `psychodyn` says."""
    lead = (
        "In psychodynamic therapy you talk freely with a therapist, to see patterns that you do not fully see. For "
        "many problems it helps about as much as other talking therapies; for some, another kind is better tested. "
        "What nobody knows beforehand: which one suits you. Both sides are here, in plain words, for people who weigh "
        "therapy, for students, and for clinicians and teachers."
    )
    quiet = Bullets(
        (
            words("It never uses the network."),
            words("It keeps nothing about you, unless you let the quiz keep your answers."),
        )
    )
    version = f"Version {__version__} of {labels.day(__released__)}. Who made it, and can you trust it: psychodyn about"
    return Page(
        "psychodyn",
        "an explainer of psychodynamic therapy: offline, private, with its sources",
        words(lead),
        (
            Section("What to type", (Pairs(tuple((command, words(told)) for command, told in _TYPED)),)),
            Section("Where people start", (Pairs(tuple((who, words(command)) for who, command in _DOORS)),)),
            Section("What it is not", (Paragraph(words(BOUNDARY)), quiet, Paragraph(words(version)))),
        ),
        "psychodyn",
        "Begin: psychodyn compare cbt",
    )


def about_page(library: Library) -> Page:
    """What psychodyn is and is not, who made it, how, and how far to trust it."""
    sources = library.of_kind(Source)
    seen = sum(source.checked == "seen" for source in sources)
    counts = {many: len(library.ids(one)) for one, many, _ in labels.KINDS.values()}
    held = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    told = (
        ("What is it for?", (_FOR, BOUNDARY)),
        ("What it holds", (f"{held}.",)),
        ("What it leaves out", (_LEFT_OUT,)),
        ("Where it comes from", (_SOURCES.format(all=len(sources), seen=seen, known=len(sources) - seen), _CHECKED)),
        (
            "How old is it, and how is it kept up?",
            (_KEPT_UP.format(version=__version__, released=labels.day(__released__), when=_between(library)),),
        ),
        ("Who made it, and who pays?", (_MADE,)),
        ("Your privacy", (_PRIVATE,)),
        ("Licence", ("Code: MIT. Content: Creative Commons Attribution 4.0 (CC BY 4.0).",)),
    )
    return Page(
        "About psychodyn",
        f"version {__version__}, {labels.day(__released__)}",
        words("An explainer of psychodynamic therapy for the terminal. It explains; it does not treat."),
        tuple(Section(heading, tuple(Paragraph(words(text)) for text in texts)) for heading, texts in told),
        "psychodyn about",
        "Begin: psychodyn compare cbt",
    )


def _between(library: Library) -> str:
    """When the pages were read against their sources: on one day, or between two."""
    days = sorted({page.reviewed for page in library.pages(library.ids())})
    told = [labels.day(day) for day in days]
    return f"between {told[0]} and {told[-1]}" if len(told) > 1 else f"on {''.join(told)}"


_FOR = (
    "For adults who weigh therapy, for students, and for clinicians and teachers. It tells what psychodynamic therapy "
    "is, how it differs from other kinds, what happens in the room, and what research says, with both sides."
)
_LEFT_OUT = (
    "It says little about medicines, and nothing on which one or how much. Children and teenagers get little: "
    "psychodyn explain under-eighteen. Prices and waits it knows from a few countries only, all of them rich. It "
    "cannot tell who has a free place near you, or what is right for you."
)
_SOURCES = (
    "Each claim of fact names its source. Of {all} sources, we read the text or the record of {seen} for this "
    "release, often the abstract and not the whole work. The other {known} are known works that we did not read again; "
    "they are marked."
)
_CHECKED = (
    "We invented the scenes, dialogues and examples. Someone who had not written a text read it, mostly against its "
    "sources. Short pages on a term rest on standard works that we did not read again. No clinician has reviewed them. "
    "Scored by ourselves on DISCERN it gets 65 of 75 points: docs/quality.md says for what, and what is missing."
)
_KEPT_UP = (
    "This is version {version}, released on {released}. Each page says when we last reviewed it: {when}. A "
    "page that nobody has read again for two years counts as a fault ('psychodyn check' tells it), and we "
    "read it again before the next version. So we do with a page whose guideline or main review has changed. "
    "Mistakes: tell us where you got psychodyn."
)
_MADE = (
    "The psychodyn authors. No sponsor, no advertising, nothing to sell, and no side in the argument between schools "
    "of therapy."
)
_PRIVATE = (
    "It never uses the network and keeps nothing about you: not what you read, not what you type. Answers in the quiz "
    "are kept only if you say so. In the cache folder of your account it keeps a copy of its own pages, so that it "
    "starts faster. One command shows all of it, and removes it: psychodyn privacy"
)
