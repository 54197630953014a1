"""What `--format json` prints: one object a run, typed, with the version of its shape.

`psychodyn schema output` prints the JSON Schema of these types, so a program that reads them can rely on it.
"""

from typing import Literal, TypeAlias

from msgspec import Struct, field

from psychodyn_cli.entries import AnyEntry, Cell, Dose, Emphasis, Row

VERSION = 1


class Offered(Struct, frozen=True):
    """A name that opens nothing, and the ids of entries that are near it."""

    query: str
    suggestions: tuple[str, ...]


class Entries(Struct, frozen=True):
    """Lists, and `explain`; `help_now`: no page has this name, and the words speak of dying, harm or danger."""

    entries: tuple[AnyEntry, ...]
    missing: tuple[Offered, ...] = ()
    help_now: bool = False
    schema_version: int = VERSION


class Compared(Struct, frozen=True):
    """One row: what each subject says, by id; null where a subject says nothing."""

    dimension: str
    cells: dict[str, Cell | None]


class Comparison(Struct, frozen=True):
    """`compare` with therapies."""

    subjects: tuple[str, ...]
    rows: tuple[Compared, ...]
    dose: dict[str, Dose] = field(default_factory=dict)
    emphasis: dict[str, Emphasis] = field(default_factory=dict)
    missing: tuple[Offered, ...] = ()
    schema_version: int = VERSION


class Found(Struct, frozen=True):
    """One problem of the content."""

    file: str
    line: int
    code: str
    what: str
    fix: str


class Grades(Struct, frozen=True):
    """Flesch-Kincaid grades of the pages of one depth: `adjusted` counts declared terms as easy words."""

    pages: int
    adjusted_median: float = 0.0
    adjusted_highest: float = 0.0
    raw_median: float = 0.0
    raw_highest: float = 0.0


class Summary(Struct, frozen=True):
    """What the library holds: entries of each kind, sources by how they were checked, reading grades by depth."""

    entries: dict[str, int]
    sources: dict[str, int]
    grades: dict[str, Grades]


class Checked(Struct, frozen=True):
    """`check`."""

    problems: tuple[Found, ...]
    summary: Summary | None = None
    schema_version: int = VERSION


class Hit(Struct, frozen=True):
    """An entry that a search found, and the line that the words stand in."""

    id: str
    kind: str
    name: str
    line: str


class Search(Struct, frozen=True):
    """`search`, best first; `help_now`: the words speak of dying, harm or danger."""

    query: str
    results: tuple[Hit, ...]
    help_now: bool
    schema_version: int = VERSION


class Results(Struct, frozen=True):
    """`evidence` of one condition: the rows as they were published."""

    condition: str | None
    rows: tuple[Row, ...]
    missing: tuple[Offered, ...] = ()
    schema_version: int = VERSION


class Wished(Struct, frozen=True):
    """One question of the worksheet and what was said; `choice` is empty where nothing was chosen."""

    wish: str
    question: str
    choices: tuple[str, ...]
    row: str | None  # the row that tells it; none: it is about any good therapist
    said: Literal["chosen", "not-sure", "skipped"]
    choice: str = ""
    matters_most: bool = False


class Sides(Struct, frozen=True):
    """What people value in an option, and what is hard about it."""

    upsides: str
    downsides: str


class Worksheet(Struct, frozen=True):
    """`weigh`: what was said, beside what each option usually offers. Nothing is counted or ranked."""

    options: tuple[str, ...]
    wishes: tuple[Wished, ...]
    rows: tuple[Compared, ...]
    sides: dict[str, Sides] = field(default_factory=dict)
    questions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[Offered, ...] = ()
    schema_version: int = VERSION


class Told(Struct, frozen=True):
    """A page of psychodyn about itself: each section's heading and its lines."""

    title: str
    sections: dict[str, tuple[str, ...]]
    schema_version: int = VERSION


class Line(Struct, frozen=True):
    """One help line, with every caution; `seen` is the last date that the page where it was read shows.

    `sought`: when a newer page was looked for, and none could be read.
    """

    name: str
    phone: str
    text: str
    chat: str
    hours: str
    cost: str
    scope: str
    note: str
    website: str
    seen: str
    sought: str = ""


class Help(Struct, frozen=True):
    """`help-now`: the emergency numbers and lines of one country, or of none and the directories."""

    country: str | None
    emergency: tuple[str, ...]
    lines: tuple[Line, ...]
    directories: tuple[Line, ...]
    schema_version: int = VERSION


class Spoken(Struct, frozen=True):
    """One turn of an invented conversation."""

    who: str
    says: str


class Choice(Struct, frozen=True):
    """An answer to choose; `unlike`: how it is told apart from the right one."""

    id: str
    says: str
    unlike: str


class Question(Struct, frozen=True):
    """A question of the quiz; `right` is the id of a choice, `read` the command that prints the page."""

    id: str
    kind: str
    asks: str
    scene: str
    lines: tuple[Spoken, ...]
    choices: tuple[Choice, ...]
    right: str
    why: str
    sources: tuple[str, ...]
    read: str


class Quiz(Struct, frozen=True):
    """`quiz`."""

    questions: tuple[Question, ...]
    missing: tuple[Offered, ...] = ()
    schema_version: int = VERSION


class Weak(Struct, frozen=True):
    """An entry whose questions were missed."""

    entry: str
    answers: int
    right: int


class Progress(Struct, frozen=True):
    """`progress`: `days` counts what comes due today (what waits included) and on each of the next six days."""

    kept: bool
    questions: int
    seen: int
    due: int
    answers: int
    days: tuple[int, ...] = ()
    seen_by_kind: dict[str, int] = field(default_factory=dict)
    weak: tuple[Weak, ...] = ()
    flagged: tuple[str, ...] = ()
    schema_version: int = VERSION


class File(Struct, frozen=True):
    """A file that psychodyn keeps."""

    path: str
    bytes: int
    what: str


class Kept(Struct, frozen=True):
    """`privacy`."""

    files: tuple[File, ...]
    bytes: int
    schema_version: int = VERSION


Answer: TypeAlias = Entries | Comparison | Search | Results | Checked | Worksheet | Told | Help | Quiz | Progress | Kept
