"""The start page and the page about psychodyn itself."""

from psychodyn_cli import __version__
from psychodyn_cli.entries import Source
from psychodyn_cli.library import Library
from psychodyn_cli.pages.blocks import Bullets, Page, Pairs, Paragraph, Section, words

BOUNDARY = "General education. It does not diagnose, assess risk, treat, or choose a therapy for you."


def start_page() -> Page:
    """What a bare `psychodyn` says."""
    doors = (
        ("Weighing therapy", "psychodyn compare cbt"),
        ("A student", "psychodyn explain projection displacement"),
        ("A clinician or teacher", "psychodyn explain transference-work --full --format markdown"),
    )
    typed = (
        ("psychodyn techniques", "what a psychodynamic therapist does, in a table"),
        ("psychodyn explain free-association", "one page on anything: a technique, a concept, a defence, a therapy"),
        ("psychodyn compare cbt", "psychodynamic therapy beside another one, row by row"),
        ("psychodyn therapies", "the therapies that can be compared"),
        ("psychodyn about", "who made this, how, and how good it is"),
    )
    return Page(
        "psychodyn",
        "an explainer of psychodynamic therapy: offline, private, with its sources",
        words(
            "What is psychodynamic therapy, what happens in the room, how does it differ from CBT, and does it work? "
            "Both sides, in plain words."
        ),
        (
            Section("What to type", (Pairs(tuple((command, words(told)) for command, told in typed)),)),
            Section("Where people start", (Pairs(tuple((who, words(command)) for who, command in doors)),)),
            Section(
                "What it is not",
                (
                    Paragraph(words(BOUNDARY)),
                    Bullets((words("It never uses the network."), words("It keeps nothing about you."))),
                ),
            ),
        ),
        "psychodyn",
        "Begin: psychodyn compare cbt",
    )


def about_page(library: Library) -> Page:
    """What psychodyn is and is not, who made it, how, and how far to trust it."""
    sources = library.of_kind(Source)
    seen = sum(source.checked == "seen" for source in sources)
    counts = {name: len(library.ids(kind)) for kind, name in _KINDS}
    held = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return Page(
        "About psychodyn",
        f"version {__version__}",
        words("An explainer of psychodynamic therapy for the terminal. It explains; it does not treat."),
        (
            Section(
                "What is it for?",
                (
                    Paragraph(
                        words(
                            "For adults who weigh therapy, for students, and for clinicians and teachers. It tells what "
                            "psychodynamic therapy is, how it differs from other kinds, what happens in the room, and what "
                            "research says, with both sides."
                        )
                    ),
                    Paragraph(words(BOUNDARY)),
                ),
            ),
            Section("What it holds", (Paragraph(words(f"{held}.")),)),
            Section(
                "Where it comes from",
                (
                    Paragraph(
                        words(
                            f"Each claim of fact names its source. Of {len(sources)} sources, the text or the record of "
                            f"{seen} was read for this release, often the abstract and not the whole work. The other "
                            f"{len(sources) - seen} are known works that were not read again; they are marked."
                        )
                    ),
                    Paragraph(
                        words(
                            "Scenes, dialogues and examples are invented. Texts were checked against their sources by "
                            "someone who had not written them. No clinician has reviewed them."
                        )
                    ),
                ),
            ),
            Section(
                "Who made it, and who pays?",
                (
                    Paragraph(
                        words(
                            "The psychodyn authors. No sponsor, no advertising, nothing to sell, and no side in the "
                            "argument between schools of therapy."
                        )
                    ),
                ),
            ),
            Section(
                "Your privacy",
                (
                    Paragraph(
                        words(
                            "It never uses the network and keeps nothing about you: not what you read, not what you type. In "
                            "the cache folder of your account it keeps a copy of its own pages, so that it starts faster."
                        )
                    ),
                ),
            ),
            Section(
                "Licence",
                (Paragraph(words("Code: MIT. Content: Creative Commons Attribution 4.0 (CC BY 4.0).")),),
            ),
        ),
        "psychodyn about",
        "Begin: psychodyn compare cbt",
    )


_KINDS = (
    ("technique", "techniques"),
    ("concept", "concepts"),
    ("defence", "defences"),
    ("therapy", "therapies"),
    ("question", "questions"),
    ("evidence", "pages of evidence"),
    ("session", "sessions"),
    ("history", "milestones"),
)
