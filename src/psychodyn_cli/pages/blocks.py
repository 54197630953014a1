"""What a page is made of. A page knows no colour, no width and no terminal; a format knows no psychotherapy.

Structs and not dataclasses: twenty dataclasses cost 9 ms of start-up, twenty structs half a millisecond.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from psychodyn_cli.inline import Stress, Words


class See(Struct, frozen=True):
    """A link whose words are known. `typed`: what opens it, where nobody would type its words."""

    entry: str
    text: str
    typed: str = ""

    @property
    def told(self) -> str:
        """As it reads where nothing can be clicked."""
        return f"{self.text} ({self.typed})" if self.typed else self.text


class Cite(Struct, frozen=True):
    """Numbers in the page's list of references."""

    numbers: tuple[int, ...]


Piece: TypeAlias = Words | Stress | See | Cite
Prose: TypeAlias = tuple[Piece, ...]


class Paragraph(Struct, frozen=True):
    prose: Prose


class Bullets(Struct, frozen=True):
    items: tuple[Prose, ...]


class Pairs(Struct, frozen=True):
    """A label and what it says; read aloud as "label: text"."""

    items: tuple[tuple[str, Prose], ...]


class Dialogue(Struct, frozen=True):
    """A conversation that we invented."""

    scene: Prose
    lines: tuple[tuple[str, Prose], ...]


class Caution(Struct, frozen=True):
    """What must not be overlooked."""

    prose: Prose


class Listed(Struct, frozen=True):
    """One row of a list of entries."""

    id: str
    name: str
    short: str
    notes: tuple[str, ...]  # one a column


class Listing(Struct, frozen=True):
    """Entries in rows: name, what it is in one sentence, and a few short columns."""

    columns: tuple[str, ...]
    rows: tuple[Listed, ...]


class ComparedRow(Struct, frozen=True):
    name: str
    question: str
    cells: tuple[Prose, ...]


class Comparison(Struct, frozen=True):
    """Several subjects side by side."""

    subjects: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


class Span(Struct, frozen=True):
    """A planned length from `low` to `high`; `open` means that it can go on."""

    subject: str
    low: int
    high: int
    open: bool
    words: str


class Lengths(Struct, frozen=True):
    """Ranges on one axis of sessions, logarithmic: 8 and 16 differ as 100 and 200 do."""

    spans: tuple[Span, ...]


class Scale(Struct, frozen=True):
    """One ordinal emphasis from 0 to 4, with words at both ends and a mark for each subject."""

    name: str
    low: str
    high: str
    marks: tuple[tuple[str, int], ...]


class Scales(Struct, frozen=True):
    scales: tuple[Scale, ...]
    note: str


class Hits(Struct, frozen=True):
    """What a search found: id, name, kind and the matching line, numbered."""

    items: tuple[tuple[str, str, str, str], ...]


class Moments(Struct, frozen=True):
    """Points in time: years, name, one sentence, id."""

    items: tuple[tuple[str, str, str, str], ...]


class Result(Struct, frozen=True):
    """One row of a forest plot, turned so that right favours the therapy it tests; `printed` keeps the printed sign.

    `low` and `high` absent: no interval is known. `estimate` absent: a span of estimates and no single one. `margin`:
    what the study set in advance as near enough, either way.
    """

    study: str
    about: Prose
    printed: str
    estimate: float | None
    low: float | None
    high: float | None
    margin: float | None
    compared: str  # what with what, for those who do not see the plot
    figure: str  # with its measure and the level of its interval
    verdict: str  # which side it favours, in a sentence
    side: str = ""  # the same in a word or two, for beside the plot

    @property
    def said(self) -> str:
        """The row in words alone."""
        return f"{self.compared}: {self.figure}. {self.verdict}"


class Forest(Struct, frozen=True):
    """Results against one kind of comparator, on one axis around `null`; a ratio axis is logarithmic.

    `reach`: how far the axis goes at least, either way, so that it is that of the other plots of its page. `key` and
    `marks`: how to read it, above and below, for those who see it drawn.
    """

    results: tuple[Result, ...]
    logarithmic: bool
    left: str
    right: str
    reach: float = 0.0
    key: tuple[str, ...] = ()
    marks: str = ""

    @property
    def null(self) -> float:
        return 1.0 if self.logarithmic else 0.0

    def margins(self, margin: float) -> tuple[float, float]:
        """What lies within a margin, either way."""
        return (1 / margin, margin) if self.logarithmic else (-margin, margin)


class Doors(Struct, frozen=True):
    """Ways to begin or to go on: what for, and the command that leads there, numbered."""

    items: tuple[tuple[str, str], ...]


class Offers(Struct, frozen=True):
    """Answers to choose from, numbered."""

    items: tuple[str, ...]


class Boxes(Struct, frozen=True):
    """Answers to choose from on paper, each with a box to tick."""

    items: tuple[str, ...]


class Blanks(Struct, frozen=True):
    """Lines to fill in by hand."""

    items: tuple[str, ...]


class Bars(Struct, frozen=True):
    """Small counts beside each other: a label, the count, and what it says in words. `full`: the longest bar's."""

    items: tuple[tuple[str, int, str], ...]
    full: int


class Steps(Struct, frozen=True):
    """What to do, one after the other."""

    items: tuple[Prose, ...]


class Hundreds(Struct, frozen=True):
    """How many of 100 people, a group each: who, how many, and that in words."""

    groups: tuple[tuple[str, int, str], ...]


class Links(Struct, frozen=True):
    """Where to go next: id, name and one sentence, numbered."""

    items: tuple[tuple[str, str, str], ...]


class Reference(Struct, frozen=True):
    number: int
    id: str
    text: str
    url: str


class References(Struct, frozen=True):
    items: tuple[Reference, ...]


Block: TypeAlias = (
    Paragraph
    | Bullets
    | Pairs
    | Dialogue
    | Caution
    | Listing
    | Comparison
    | Lengths
    | Scales
    | Hits
    | Moments
    | Forest
    | Doors
    | Offers
    | Bars
    | Boxes
    | Blanks
    | Steps
    | Hundreds
    | Links
    | References
)


class Section(Struct, frozen=True):
    """A heading (a question or plain words; empty: none) and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]
    tone: Literal["plain", "quiet"] = "plain"


class Page(Struct, frozen=True):
    """`kicker` says what the page answers; `command` prints it again; `next` says what to type now."""

    title: str
    kicker: str
    lead: Prose
    sections: tuple[Section, ...]
    command: str
    next: str

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(section.heading for section in self.sections)


def words(text: str) -> Prose:
    """Prose without any syntax in it."""
    return (Words(text),)
