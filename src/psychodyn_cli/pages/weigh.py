"""The worksheet for choosing: what is asked, and what the sheet says. No score, no order of merit, no winner.

What the reader said stands beside what each option usually offers. Nothing here puts the two together: that is the
reader's part.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, json

from psychodyn_cli import __released__, __version__
from psychodyn_cli.entries import Therapy, Way, Wish
from psychodyn_cli.inline import paragraphs
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import (
    Blanks,
    Block,
    Boxes,
    Bullets,
    ComparedRow,
    Comparison,
    Offers,
    Page,
    Pairs,
    Paragraph,
    Prose,
    Section,
    words,
)
from psychodyn_cli.pages.comparing import TRAVEL
from psychodyn_cli.pages.entry import cell, counted_people
from psychodyn_cli.pages.find_therapist import QUESTIONS
from psychodyn_cli.pages.labels import short_name, whole_name
from psychodyn_cli.pages.start import BOUNDARY
from psychodyn_cli.pages.writing import Writer, in_sentence

NOT_SURE = 0  # among the numbers of a wish's choices, which count from 1
MOST_WISHES = 3  # that can matter most

DECISION = (
    "Do I want to look for talking therapy now? And if so, with which kind of talk would I like to begin? If not: "
    "would I rather wait, leave it, or get other help?"
)


class Sheet(Struct, frozen=True):
    """What is weighed, and what the reader said of it.

    `said`: for each wish that was answered, the number of the choice. `most`: the wishes that matter most.
    """

    therapies: tuple[Therapy, ...]
    ways: tuple[Way, ...]
    wishes: tuple[Wish, ...]
    said: dict[str, int]
    most: tuple[str, ...] = ()
    blank: bool = False  # to be filled in on paper

    @property
    def options(self) -> tuple[Therapy | Way, ...]:
        """In the order of the alphabet, so that no option comes first for what it is."""
        return tuple(sorted((*self.therapies, *self.ways), key=lambda one: called(one).casefold()))

    @property
    def told(self) -> tuple[Wish, ...]:
        """Wishes in which options differ, those that matter most first; only what was answered, or is always told."""
        differing = (wish for wish in self.wishes if wish.row)
        wanted = [wish for wish in differing if self.blank or wish.always or wish.id in self.said]
        return tuple(sorted(wanted, key=lambda wish: wish.id not in self.most))

    @property
    def leaning(self) -> tuple[Wish, ...]:
        """The wishes for which a choice was made."""
        return tuple(wish for wish in self.wishes if self.said.get(wish.id, NOT_SURE) != NOT_SURE)

    @property
    def mattering(self) -> tuple[str, ...]:
        """The wishes that matter most; where none was marked, those for which a choice was made, if they are few."""
        few = self.leaning if len(self.leaning) <= MOST_WISHES else ()
        return self.most or tuple(wish.id for wish in few)

    @property
    def foremost(self) -> tuple[Wish, ...]:
        """Of the rows that are told those that matter; where none of them does, what nobody should choose without."""
        matter = tuple(wish for wish in self.told if wish.id in self.mattering)
        return matter or tuple(wish for wish in self.told if wish.always)

    @property
    def besides(self) -> tuple[Wish, ...]:
        """What nobody should choose without and is not among the foremost."""
        return tuple(wish for wish in self.told if wish.always and wish not in self.foremost)

    @property
    def command(self) -> str:
        return " ".join(["psychodyn weigh", *(therapy.id for therapy in self.therapies)])

    @property
    def whole(self) -> str:
        """The command that asks nothing and holds everything."""
        return f"{self.command} --blank --all"


def called(option: Therapy | Way) -> str:
    """The name, and for a therapy the abbreviation that everyone uses."""
    return whole_name(option) if isinstance(option, Therapy) else option.name


def _called_in_rows(option: Therapy | Way) -> str:
    """The abbreviation alone: it stands beside the whole name above the rows."""
    short = short_name(option) if isinstance(option, Therapy) else ""
    return short if short.isupper() else option.name


def answer(wish: Wish, sheet: Sheet) -> str:
    """What was said to a wish, in words; nothing where it was skipped."""
    chosen = sheet.said.get(wish.id)
    return "" if chosen is None else "Not sure" if chosen == NOT_SURE else wish.choices[chosen - 1]


# While it is filled in -----------------------------------------------------------------------------


def opening_page(sheet: Sheet) -> Page:
    named = ", ".join(in_sentence(option.name) for option in sheet.options)
    told = (
        f"{len(sheet.wishes)} short questions. Skip any you like; 'not sure' is a normal answer.",
        f"Then you see what each option usually offers: {named}.",
        "There is no score and no winner. Nothing is kept, unless you save it.",
        "In danger or in a crisis, do not go on here: psychodyn help-now",
    )
    return Page(
        "Weigh it up",
        "a private worksheet for choosing, and no test",
        words(DECISION),
        (Section("", (Bullets(tuple(map(words, told))),)),),
        "psychodyn weigh",
        "",
    )


def question_page(wish: Wish, sheet: Sheet) -> Page:
    at = sheet.wishes.index(wish) + 1
    before = answer(wish, sheet)
    said = (Section("", (Paragraph(words(f"You said: {before}. Enter keeps it.")),)),) if before else ()
    return Page(
        wish.name,
        f"question {at} of {len(sheet.wishes)}",
        words(wish.question),
        (Section("", (Offers(wish.choices),)), *said),
        "psychodyn weigh",
        "",
    )


def most_page(sheet: Sheet) -> Page:
    choices = tuple(f"{wish.name}: {answer(wish, sheet)}" for wish in sheet.leaning)
    return Page(
        "What matters most",
        "the last question",
        words("Which of these matter most to you? Name up to three, or none."),
        (Section("", (Offers(choices),)),),
        "psychodyn weigh",
        "",
    )


# The sheet -----------------------------------------------------------------------------------------


def sheet_page(sheet: Sheet, library: Library) -> Page:
    """The worksheet: filled in, or to be filled in on paper."""
    writer = Writer(library)
    told = (
        Section("What is it about?", writer.paragraphs(_ABOUT)),
        Section(
            "The options, in a sentence each", (Pairs(tuple((called(one), words(one.short)) for one in sheet.options)),)
        ),
        *(_to_tick(sheet) if sheet.blank else _said(sheet)),
        *_side_by_side(sheet, writer),
        *_drawn(sheet, writer),
        *_for_and_against(sheet, writer),
        _about_any_therapist(sheet, writer),
        *_to_ask(sheet),
        _DECIDING,
        *_how_far(sheet, _UNSURE, _FIGURES),
    )
    end = (
        *_in_plain_words(told),
        *_FIRST_MEETING,
        *writer.references(),  # after all that is read or filled in
        Section("", (Paragraph(words(BOUNDARY)),), tone="quiet"),
    )
    return Page(_TITLE, _KICKER, words(DECISION), told + end, sheet.whole if sheet.blank else sheet.command, _NEXT)


def paper_page(sheet: Sheet) -> Page:
    """What is ticked, asked and filled in by hand, and no more: a sheet to take along is no book."""
    named = ", ".join(in_sentence(called(one)) for one in sheet.options)
    told = (
        Section("", (Paragraph(words(f"The options: {named}. {_rest(sheet)}")),)),
        *_to_tick(sheet),
        Section("Questions to take along", (Paragraph(words(_PICK)), Bullets(tuple(map(words, QUESTIONS))))),
        *_FIRST_MEETING,
        *_how_far(sheet, _UNSURE),
        Section("", (Paragraph(words(BOUNDARY)),), tone="quiet"),
    )
    return Page(_TITLE, _KICKER, words(DECISION), told, f"{sheet.command} --blank", _NEXT)


def _rest(sheet: Sheet) -> str:
    return f"What each usually offers, both sides, harm, a question for each tick, and all sources: {sheet.whole}"


def short_page(sheet: Sheet, library: Library) -> Page:
    """The worksheet at a glance: what each option is, the rows that matter, both sides of each, what to ask.

    Nobody fills in lines on a screen: the sheet for a first meeting is that for paper.
    """
    writer = Writer(library)
    told = (
        Section("What is it about?", (Paragraph(writer.prose(next(iter(paragraphs(_ABOUT))))),)),
        *_said(sheet),
        _what_each_is(sheet),
        *_glance(sheet, writer),
        *_drawn(sheet, writer),
        *_asked_for(sheet),
        _DECIDING,
        *_how_far(sheet, _UNSURE, _FIGURES),
    )
    end = (
        *_in_plain_words(told),
        *writer.references_in_short(sheet.whole),
        Section("", (Paragraph(words(BOUNDARY)),), tone="quiet"),
    )
    return Page(_TITLE, _KICKER, words(DECISION), told + end, sheet.command, _NEXT)


_TITLE, _KICKER = "A worksheet for choosing", "no test: no score, and no option wins"
_NEXT = "More on one: psychodyn explain NAME · In danger or crisis: psychodyn help-now"
_ABOUT = (
    "Low mood, worry, fear, grief, trouble with people, or things that keep coming back: for such troubles people look "
    "for talking therapy. Many have them: in England in 2023-24, about 23 in 100 people between 16 and 64 had a common "
    "mental health condition, such as depression or anxiety [@apms2025]. That is nearly one in four. Some of it eases "
    "by itself, and some stays.\n"
    "This sheet is for when there is time to think. In danger or in a crisis it is not the right thing: psychodyn "
    "help-now"
)


def _said(sheet: Sheet) -> Iterator[Section]:
    most_first = sorted(sheet.leaning, key=lambda one: one.id not in sheet.most)
    pairs = tuple((_marked(wish, sheet), words(f"{answer(wish, sheet)}.")) for wish in most_first)
    open_still = (
        ("Not sure", [wish for wish in sheet.wishes if sheet.said.get(wish.id) == NOT_SURE]),
        ("Skipped", [wish for wish in sheet.wishes if wish.id not in sheet.said]),
    )
    lean = (Pairs(pairs),) if pairs else (Paragraph(words(_NO_LEAN)),)
    left = (
        Paragraph(words(f"{what}: {', '.join(one.name.lower() for one in found)}."))
        for what, found in open_still
        if found
    )
    yield Section("What you said matters", (*lean, *left))


_NO_LEAN = (
    "You lean to nothing yet. That is a normal place to be, and it is no reason to decide today. Below stands what "
    "nobody should choose without."
)


def _marked(wish: Wish, sheet: Sheet) -> str:
    return f"{wish.name} (matters most)" if wish.id in sheet.most else wish.name


def _to_tick(sheet: Sheet) -> Iterator[Section]:
    yield Section("What matters to me", (Paragraph(words(_HOW_TO_TICK)),))
    for number, wish in enumerate(sheet.wishes, 1):
        yield Section(f"{number}. {wish.question}", (Boxes((*wish.choices, "Not sure")),))


_HOW_TO_TICK = (
    "Tick one box, or none: you may skip each question, and 'not sure' is a normal answer. Then mark up to three that "
    "matter most."
)


def _side_by_side(sheet: Sheet, writer: Writer) -> Iterator[Section]:
    yield Section("What each option usually offers", writer.paragraphs(f"{_FAIR} {_PREFERRED}"))
    for wish in sheet.told:
        pairs = tuple((called(one), cell(one, wish.row or "", writer)) for one in sheet.options)
        yield Section(_marked(wish, sheet), (*_beside(wish, sheet), Pairs(pairs)))


_FAIR = (
    "The options stand in the order of the alphabet, which means nothing. These are usual pictures: real therapists "
    'differ and borrow from each other. "Unclear" and "not studied" mean what they say.'
)
_PREFERRED = "People who get the kind of therapy that they prefer more often stay, and do a little better [@swift2018]."


def _beside(wish: Wish, sheet: Sheet) -> tuple[Block, ...]:
    heard = () if sheet.blank else (Paragraph(words(_on(wish, sheet))),)
    return (*heard, Paragraph(words(TRAVEL))) if wish.row == _DAILY_LIFE else heard


_SKIPPED = "You skipped this. It stands here because nobody should choose without it."


def _for_and_against(sheet: Sheet, writer: Writer) -> Iterator[Section]:
    yield Section("What speaks for each, and what is hard", (Paragraph(words("In equal depth, for every option.")),))
    for option in sheet.options:
        sides = (("What people value", option.upsides), ("What is hard", option.downsides))
        yield Section(called(option), tuple(block for side in sides for block in _side(*side, writer)))


def _side(label: str, text: str, writer: Writer) -> Iterator[Block]:
    """What is said as a whole, then a line each for what begins with a label of its own, as "Harm:" does."""
    whole, *labelled = re.split(_LABELLED, text)
    yield Pairs(((label, writer.prose(whole)),))
    if labelled:
        yield Bullets(tuple(map(writer.prose, labelled)))


_LABELLED = r"\s+(?=\*[A-Z][a-z ]*:\*)"


def _what_each_is(sheet: Sheet) -> Section:
    """Told whichever question was answered: nobody can choose among names."""
    row = ComparedRow("What each is", "In a sentence", tuple(words(one.short) for one in sheet.options))
    return Section("The options", (Comparison(tuple(map(called, sheet.options)), (row,)),))


def _glance(sheet: Sheet, writer: Writer) -> Iterator[Section]:
    """The rows that matter, and both sides in short: the same measure for every option."""
    told = [wish for wish in sheet.foremost if wish.row != _AIM]
    besides = [wish for wish in sheet.besides if wish.id in sheet.said or wish.row == _DAILY_LIFE]
    named = [wish.name for wish in sheet.besides if wish not in besides]
    in_full = [wish for wish in (*told, *besides) if wish.id in sheet.mattering or wish.row == _DAILY_LIFE]
    rows = (
        *(_aim(wish, sheet, writer) for wish in sheet.wishes if wish.row == _AIM),
        *(_row(wish, sheet, writer) for wish in in_full),
        *(_row_in_short(wish, sheet, writer) for wish in (*told, *besides) if wish not in in_full),
        *_both_sides(sheet, writer),
    )
    comparison = Comparison(tuple(map(_called_in_rows, sheet.options)), rows)
    before = (Paragraph(words(f"{_FAIR} {TRAVEL} {_BRACKETS}")), Paragraph(words(_more(sheet, named))))
    yield Section("What each option usually offers", (*before, comparison))
    anywhere = _anywhere((wish for wish in sheet.wishes if wish.id in sheet.mattering), sheet, writer)
    if anywhere:
        yield Section(_ANY_THERAPIST, (Pairs(anywhere),))


_AIM = "goal"  # told of every option in full, and first: it also says how it is meant to work
_DAILY_LIFE = "week"  # told of every option in full: what it is to live with
_BRACKETS = "Numbers in brackets: sources, at the end."


def _more(sheet: Sheet, named: list[str]) -> str:
    """Where the rest stands, and what of it nobody should choose without. The command asks nothing a second time."""
    without = f" Nobody should choose without these: {', '.join(named).lower()}." if named else ""
    return f"Every row, more on both sides, and all sources whole: save the sheet, or {sheet.whole}.{without}"


def _aim(wish: Wish, sheet: Sheet, writer: Writer) -> ComparedRow:
    said = answer(wish, sheet)
    heard = f"You said: {said}." if said else "Told of every option"
    return ComparedRow("The aim, and how it is meant to work", heard, _cells(wish, sheet, writer))


def _row(wish: Wish, sheet: Sheet, writer: Writer) -> ComparedRow:
    return ComparedRow(wish.name, _on(wish, sheet), _cells(wish, sheet, writer))


def _cells(wish: Wish, sheet: Sheet, writer: Writer) -> tuple[Prose, ...]:
    return tuple(cell(one, wish.row or "", writer) for one in sheet.options)


def _row_in_short(wish: Wish, sheet: Sheet, writer: Writer) -> ComparedRow:
    part = _with_the_price if wish.row == "access" else in_short
    cells = tuple(cell(one, wish.row or "", writer, part) for one in sheet.options)
    return ComparedRow(wish.name, f"{_on(wish, sheet)} {_SHORT}", cells)


def _on(wish: Wish, sheet: Sheet) -> str:
    said = answer(wish, sheet)
    return f"You said: {said}." if said else _SKIPPED


_SHORT = "In short"


def _both_sides(sheet: Sheet, writer: Writer) -> Iterator[ComparedRow]:
    upsides, downsides = zip(*((one.upsides, one.downsides) for one in sheet.options), strict=True)
    for name, texts in (
        ("What people value", map(in_short, upsides)),
        ("Benefit", map(benefit, upsides)),
        ("What is hard", map(in_short, downsides)),
        ("Harm", map(harm, downsides)),
    ):
        yield ComparedRow(name, _SHORT, tuple(map(writer.prose, texts)))


def sentences_of(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+(?=[\"'(*]?[A-Z])", text)


def in_short(text: str, fewest: int = 10) -> str:
    """The first sentences of what stands before the labels: one, or as many as make so many words.

    A share of people is not told without the one that it is set against, which may stand in the next sentence.
    """
    told: list[str] = []
    for sentence in sentences_of(re.split(_LABELLED, text, maxsplit=1)[0]):
        enough = len(_uncited(" ".join(told)).split()) >= fewest
        if enough and not ("in 100" in told[-1] and re.search(r"\d", _uncited(sentence))):
            break
        told.append(sentence)
        if enough:
            break
    return " ".join(told)


def _uncited(text: str) -> str:
    return re.sub(r"\s*\[@[^]]*\]", "", text)


def _with_the_price(access: str) -> str:
    """A free place is told first, and what it costs otherwise after it."""
    return in_short(access, 20)


_BENEFIT_WORDS = 15  # the least that tells a result for each kind of help


def benefit(upsides: str) -> str:
    """What is told under "Benefit:"; where there is no such label, the first sentence that rests on a source."""
    told = in_short(_labelled(upsides, "Benefit"), _BENEFIT_WORDS)
    found = re.search(r"[^.?!]*\[@[^]]*\][.?!]", upsides)
    return _capital(told) or (found[0].strip() if found else _NOT_TOLD)


def harm(downsides: str) -> str:
    """What is told first under "Harm:"."""
    return _capital(in_short(_labelled(downsides, "Harm"))) or _HARM_ELSEWHERE


_NOT_TOLD = "Not told here."
_HARM_ELSEWHERE = "Not told of this one alone. Of all kinds: psychodyn explain can-therapy-do-harm"


def _labelled(text: str, label: str) -> str:
    """What is told under a label; nothing where there is no such label."""
    return text.partition(f"*{label}:*")[2].strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _drawn(sheet: Sheet, writer: Writer) -> Iterator[Section]:
    """How many people got better and worse: of the wishes that are told on every sheet."""
    yield from counted_people(tuple(one for wish in sheet.wishes for one in wish.in_100), writer)


def _asked_for(sheet: Sheet) -> Iterator[Section]:
    """Some of the questions that follow from what was said, those on what matters most first."""
    said = sorted(sheet.wishes, key=lambda wish: wish.id not in sheet.mattering)
    asked = [wish.ask for wish in said if wish.ask and wish.id in sheet.said][:_MOST_QUESTIONS]
    if asked:
        yield Section("Questions to take along", (Bullets(tuple(map(words, asked))),))


_MOST_QUESTIONS = 5  # nobody asks them all


def _about_any_therapist(sheet: Sheet, writer: Writer) -> Section:
    """Wishes that no school has to itself."""
    return Section(_ANY_THERAPIST, (Pairs(_anywhere(sheet.wishes, sheet, writer)),))


_ANY_THERAPIST = "About any good therapist, and not about a school"


def _anywhere(wishes: Iterable[Wish], sheet: Sheet, writer: Writer) -> tuple[tuple[str, Prose], ...]:
    return tuple(
        (_marked(wish, sheet), (*_heard(wish, sheet), *writer.prose(wish.anywhere))) for wish in wishes if wish.anywhere
    )


def _heard(wish: Wish, sheet: Sheet) -> Prose:
    said = answer(wish, sheet)
    return words(f"You said: {said}. ") if said else ()


def questions_of(sheet: Sheet) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Questions to take along, under whom or what they are for."""
    wished = _wished(sheet)
    return (
        *((("From what you said", wished),) if wished and not sheet.blank else ()),
        *((("From the questions above", wished),) if sheet.blank else ()),
        ("To any therapist", QUESTIONS),
        *((_occasion(option), option.ask) for option in sheet.options),
    )


def _wished(sheet: Sheet) -> tuple[str, ...]:
    return tuple(wish.ask for wish in sheet.wishes if wish.ask and (sheet.blank or wish.id in sheet.said))


def _occasion(option: Therapy | Way) -> str:
    name = in_sentence(option.name)
    return f"About {name}" if isinstance(option, Therapy) else f"To yourself: {name}"


_PICK = "Pick two or three. Nobody asks them all."


def _to_ask(sheet: Sheet) -> Iterator[Section]:
    yield Section("Questions to take along", (Paragraph(words(_PICK)),))
    for heading, asked in questions_of(sheet):
        yield Section(heading, (Bullets(tuple(map(words, asked))),))


_CHECKS = (
    "Do I know the good and hard sides of each? More: psychodyn compare cbt --all",
    "Do I know what matters most to me? If not, leave the sheet for a day.",
    "Is there someone to talk it over with, who leaves the choice to me?",
    "Must I decide today? Mostly not. A first meeting and nothing more is fine.",
)
_DECIDING = Section("Before you decide", (Bullets(tuple(map(words, _CHECKS))),))
_FIRST_MEETING = (
    Section("A sheet for a first meeting", (Paragraph(words("You need not fill it in, or show it to anyone.")),)),
    Section("Before", (Blanks(("Day, time and place:", "What brings me, in a line:", "What I hope for:")),)),
    Section(
        "What we agreed, or what I heard",
        (
            Blanks(
                (
                    "Training and register:",
                    "How often, and for how long:",
                    "When we look at whether it helps:",
                    "Fee, missed hours, holidays:",
                    "What stays between us, and what does not:",
                    "What to do if I feel worse, or in a crisis:",
                )
            ),
        ),
    ),
    Section(
        "Afterwards",
        (
            Blanks(
                (
                    "Did I feel heard?",
                    "Did I understand the plan?",
                    "Could I have disagreed?",
                    "Do I feel safer, or smaller?",
                    "Go on, ask more, or look elsewhere?",
                )
            ),
        ),
    ),
)


def _how_far(sheet: Sheet, *unsure: str) -> Iterator[Section]:
    """How far the sheet can be trusted, and how it is kept up."""
    oldest = min(one.reviewed for one in (*sheet.options, *sheet.wishes))
    kept = _KEPT_UP.format(version=__version__, released=labels.day(__released__), read=labels.day(oldest))
    yield Section("How sure is this?", (Paragraph(words(" ".join(unsure))),))
    yield Section("Who is it for, and who keeps it up?", (Paragraph(words(f"{_FOR_WHOM} {kept}")),))


_UNSURE = (
    "Nobody knows beforehand which kind of help will suit you, and we know of no list of questions that can tell. For "
    "some options we found no count of harm."
)
_FIGURES = "The figures are about groups of people, many of them with depression, and not about you."
_FOR_WHOM = (
    "For adults who wonder whether to look for help; if you are younger: psychodyn explain under-eighteen. No sponsor "
    "pays for it: psychodyn about."
)
_KEPT_UP = (
    "This is psychodyn {version}, published on {released}. The authors last read these texts against their sources on "
    "{read}. They read them again within two years, or before the next version if a guideline or main review changes."
)


def _in_plain_words(told: tuple[Section, ...]) -> Iterator[Section]:
    """Words of research that stand on the sheet, each with what it means."""
    text = json.encode(told).decode()
    found = [f"{word}: {means}" for word, means in _PLAIN_WORDS if re.search(rf"\b{word}", text, re.IGNORECASE)]
    if found:
        yield Section("", (Paragraph(words(f"In plain words. {'; '.join(found)}.")),), tone="quiet")


_PLAIN_WORDS = (
    ("trial", "a study that puts people into groups, mostly by lot, and compares them"),
    ("control group", "those in it who wait, or get usual care or a dummy pill"),
    ("usual care", "what people get anyway, such as visits to a doctor"),
    ("dummy pill", "it holds no medicine"),
    ("review", "a study that sums up others"),
    ("insight", "seeing something new about yourself"),
)
