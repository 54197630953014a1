"""The guide's first screen: where to begin, in the reader's own terms. It fits into 24 lines of 80 columns."""

from psychodyn_cli.guide.walk import Stop, stop_at
from psychodyn_cli.pages.blocks import Doors, Page, Paragraph, Section, words
from psychodyn_cli.pages.start import BOUNDARY
from psychodyn_cli.spelling import spoken

DOORS = (
    ("Show me all of it, in seven short steps", "tour"),
    ("What is psychodynamic therapy?", "explain psychodynamic"),
    ("How is it not cognitive behavioural therapy (CBT)?", "compare cbt"),
    ("What happens in the room?", "techniques"),
    ("What would a first session be like?", "explain at-the-first-session"),
    ("Does it work?", "evidence"),
    ("What do people ask?", "questions"),
    ("I want to weigh it up for myself", "weigh"),
    ("Where do I find a therapist?", "find-therapist"),
    ("For students: a quiz", "quiz"),
    ("I need help now", "help-now"),
)
_LEAD = (
    "Talk freely with a therapist, to see patterns that you miss: it helps many about as much as other therapies. In "
    "danger or in a crisis: type help-now."
)
_TRUST = "Nobody knows beforehand which one suits you. Who made this: type about."
_TELLING = 3  # words: "in the room" is a line's end, "quiz" or "for myself" is none
HOW = "Type a number, a word or any command. b back, h home, ? help, q leave."


def door(line: str) -> str:
    """The command behind a line of the first screen that is typed as it stands, or its end: "find a therapist"."""
    typed = spoken(line)
    ends = (command for said, command in DOORS if f" {spoken(said)}".endswith(f" {typed}"))
    return next(ends, "") if len(typed.split()) >= _TELLING else ""


def home() -> Stop:
    return stop_at(
        Page(
            "psychodyn",
            "Where would you like to begin? Nothing is sent, and nothing kept unasked.",
            words(_LEAD),
            (
                Section("", (Doors(tuple((question, f"psychodyn {command}") for question, command in DOORS)),)),
                Section("", (Paragraph(words(f"{BOUNDARY} {_TRUST}")),), tone="quiet"),
            ),
            "psychodyn guide",
            HOW,
        )
    )


def help_page() -> Page:
    """What `?` says."""
    told = (
        "A number opens what it stands beside. A word or a question opens its page, or is searched for.",
        "Anything that you could type after psychodyn works here, too: compare cbt, explain catharsis --full.",
        "b goes back, h goes home, q leaves. Every page says which command prints it.",
    )
    return Page(
        "Help",
        "how the guide works",
        (),
        (Section("", tuple(Paragraph(words(text)) for text in told)),),
        "psychodyn guide",
        HOW,
    )
