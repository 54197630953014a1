"""What the library is made of: one frozen type per kind of entry, a closed union.

A field that holds prose uses the small inline syntax of `inline.py`: `*stress*`, `[[entry-id]]`,
`[[entry-id|words]]` and `[@source-id]`. A line break separates paragraphs.
"""

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

Text: TypeAlias = Annotated[str, Meta(min_length=1)]
EntryId: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
RowId: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]  # evidence page/row
SourceId: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
Day: TypeAlias = Annotated[str, Meta(pattern=r"^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Month: TypeAlias = Annotated[str, Meta(pattern=r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
Address: TypeAlias = Annotated[str, Meta(pattern=r"^https?://\S+$")]
Command: TypeAlias = Annotated[str, Meta(pattern=r"^psychodyn [a-z]")]
Level: TypeAlias = Annotated[int, Meta(ge=0, le=4)]
Year: TypeAlias = Annotated[int, Meta(ge=1500, le=2100)]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of an entry."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every entry has. `id` is the file's name and never changes once it is published."""

    id: SourceId
    name: Text


class Page(Entry, frozen=True, kw_only=True):
    """An entry that a reader opens: found by name, alias or what people say, in three depths."""

    id: EntryId
    short: Text  # one sentence of at most 30 words, no jargon
    reviewed: Day
    aliases: tuple[Text, ...] = ()  # other names: older, American, abbreviated
    people_say: tuple[Text, ...] = ()  # what someone who knows no term would type
    related: tuple[EntryId, ...] = ()
    further: tuple[SourceId, ...] = ()  # worth reading, though no sentence here rests on it
    sensitive: bool = False  # suicide, self-harm or abuse is named: the way to help is shown on the page


class ListedPage(Page, frozen=True, kw_only=True):
    """A page of a kind that is listed: a few lead the list, the others follow in groups."""

    leads: Annotated[int, Meta(ge=1)] | None = None  # its place among those few


# Pieces that several kinds share ------------------------------------------------------------------


class Neighbour(Part, frozen=True, kw_only=True):
    """An entry that is often taken for this one, and how to tell the two apart."""

    entry: EntryId
    difference: Text


class Error(Part, frozen=True, kw_only=True):
    """What people get wrong: the claim as it is heard, and what holds."""

    claim: Text
    answer: Text


class Share(Part, frozen=True, kw_only=True):
    """So many of a hundred people."""

    who: Text
    count: Annotated[int, Meta(ge=0, le=100)]


class InHundred(Part, frozen=True, kw_only=True):
    """How many of 100 people, in one group or in several beside each other: each drawn as 100 marks."""

    what: Text  # ends in its source
    groups: Annotated[tuple[Share, ...], Meta(min_length=1)]


class Line(Part, frozen=True, kw_only=True):
    """One turn of an invented conversation."""

    who: Literal["therapist", "client"]
    says: Text


class Moment(Part, frozen=True, kw_only=True):
    """A few invented lines that show the thing at work."""

    scene: Text
    lines: Annotated[tuple[Line, ...], Meta(min_length=3, max_length=10)]


Grade: TypeAlias = Literal["meta-analysis", "trials", "small-studies", "none-found", "contested"]


class Research(Part, frozen=True, kw_only=True):
    """How much research stands behind it, what it shows, and what it cannot show or who disputes it."""

    grade: Grade
    shows: Text
    doubts: Text


class Depth(Part, frozen=True, kw_only=True):
    """What students and clinicians want to know beyond the default page."""

    history: str = ""
    debates: str = ""
    research: str = ""


class Vignette(Part, frozen=True, kw_only=True):
    """An invented scene for the quiz. Its id is permanent: `entry/id` names the card."""

    id: EntryId
    scene: Text
    why: Text


# The kinds ----------------------------------------------------------------------------------------

Move: TypeAlias = Literal["framing", "listening", "exploring", "supporting", "formulating", "interpreting", "relating"]


class Technique(ListedPage, frozen=True, kw_only=True, tag="technique"):
    """Something a therapist does, or asks for."""

    move: Move
    aim: Text
    therapist_does: Text
    you_may_notice: Text
    moment: Moment
    origin: Text
    research: Research
    limits: Text
    errors: Annotated[tuple[Error, ...], Meta(min_length=1)]
    confusable: tuple[Neighbour, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    ask: Annotated[tuple[Text, ...], Meta(min_length=1)]
    full: Depth


class Concept(ListedPage, frozen=True, kw_only=True, tag="concept"):
    """An idea of the field."""

    meaning: Text
    example: Text
    drawn: tuple[RowId, ...] = ()  # published results that show it, as a forest plot
    origin: Text
    in_therapy: str = ""
    research: Research | None = None
    limits: str = ""
    errors: tuple[Error, ...] = ()
    confusable: tuple[Neighbour, ...] = ()
    full: Depth | None = None


Dmrs: TypeAlias = Literal[
    "high-adaptive",
    "obsessional",
    "neurotic",
    "minor-image-distorting",
    "disavowal",
    "major-image-distorting",
    "action",
    "not-listed",
]
DsmIV: TypeAlias = Literal[
    "high-adaptive",
    "mental-inhibitions",
    "minor-image-distorting",
    "disavowal",
    "major-image-distorting",
    "action",
    "defensive-dysregulation",
    "not-listed",
]
Vaillant: TypeAlias = Literal["mature", "neurotic", "immature", "psychotic", "disputed", "not-listed"]


class Levels(Part, frozen=True, kw_only=True):
    """Where three systems put a defence. They disagree; none is picked silently."""

    dmrs: Dmrs
    dsm_iv: DsmIV
    vaillant: Vaillant
    note: str = ""


class Defence(ListedPage, frozen=True, kw_only=True, tag="defence"):
    """A mostly automatic way of keeping something painful at a distance."""

    meaning: Text
    example: Text
    levels: Levels
    protects: Text
    costs: Text
    research: Research | None = None
    confusable: Annotated[tuple[Neighbour, ...], Meta(min_length=1)]
    vignettes: Annotated[tuple[Vignette, ...], Meta(min_length=2)]
    errors: tuple[Error, ...] = ()
    full: Depth | None = None


class Dose(Part, frozen=True, kw_only=True):
    """The planned course, in numbers: typical ranges, not limits. `max_*` absent: open-ended."""

    min_sessions: Annotated[int, Meta(ge=1)]
    max_sessions: int | None = None
    min_weeks: Annotated[int, Meta(ge=1)]
    max_weeks: int | None = None
    per_week: Text  # as said: "1", "1 to 2", "every 2 to 4 weeks"
    minutes: Text  # of one session, as said: "50", "30 to 60"
    open_ended: bool = False


class Emphasis(Part, frozen=True, kw_only=True):
    """Typical emphases from 0 to 4: a judgement about the book version, never about worth."""

    structure: Level
    past: Level
    directing: Level
    homework: Level
    relationship: Level
    feeling: Level
    person: Level
    basis: Text
    confidence: Literal["solid", "fair", "judgement"]


Standing: TypeAlias = Literal["stated", "about-equal", "unclear", "not-studied"]


class Cell(Part, frozen=True, kw_only=True):
    """One cell of `compare`: a sentence or two, and how settled it is."""

    says: Text
    standing: Standing = "stated"


class HeadToHead(Part, frozen=True, kw_only=True):
    """What trials of this therapy against another one found, winner and loser alike."""

    other: EntryId
    standing: Literal["about-equal", "differs-by-problem", "unclear", "not-studied"]
    says: Text
    in_100: tuple[InHundred, ...] = ()


Family: TypeAlias = Literal["psychoanalytic", "cognitive-behavioural", "humanistic", "systemic", "integrative", "other"]


class Therapy(ListedPage, frozen=True, kw_only=True, tag="therapy"):
    """A kind of therapy, told on every row of `compare`."""

    family: Family
    dose: Dose
    emphasis: Emphasis
    cells: dict[EntryId, Cell]  # keyed by the ids in data/dimensions.yaml
    upsides: Text
    downsides: Text
    errors: tuple[Error, ...] = ()
    head_to_head: tuple[HeadToHead, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    ask: Annotated[tuple[Text, ...], Meta(min_length=1)]
    full: Depth | None = None


Theme: TypeAlias = Literal[
    "what-it-is",
    "starting",
    "in-the-room",
    "what-the-therapist-does",
    "feelings",
    "feelings-in-the-hour",
    "is-it-for-me",
    "safety-and-rights",
    "for-my-problem",
    "does-it-work",
    "choosing",
    "ending",
    "with-others",
    "myself",
    "training",
]


class Price(Part, frozen=True, kw_only=True):
    """What a session costs somewhere; what 16 and 40 of them come to is worked out and drawn."""

    what: Text  # ends in its source
    money: Text
    low: Annotated[int, Meta(ge=1)]
    high: Annotated[int, Meta(ge=1)]


class Question(ListedPage, frozen=True, kw_only=True, tag="question"):
    """What people really ask; the name is the question."""

    theme: Theme
    answer: Text
    lengths_of: tuple[EntryId, ...] = ()  # therapies whose planned lengths are drawn
    prices: tuple[Price, ...] = ()
    in_100: tuple[InHundred, ...] = ()
    other_side: Text  # what speaks against, or what nobody knows
    ask: tuple[Text, ...] = ()
    full: Depth | None = None


Plot: TypeAlias = Literal["interval", "point", "range", "rates", "none"]
Direction: TypeAlias = Literal[
    "higher-favours-psychodynamic", "lower-favours-psychodynamic", "not-applicable", "not-stated"
]


class Row(Part, frozen=True, kw_only=True):
    """One published result. Only figures that were read stand here; the printed sign is kept."""

    id: EntryId
    tier: Literal["core", "support", "context"]
    treatment: Text
    treatment_key: Text
    comparator: Text
    comparator_type: Literal[
        "psychotherapy", "mixed-control", "none", "active-control", "cbt", "inactive", "other", "medication", "placebo"
    ]
    outcome: Text
    timepoint: Text
    measure: Text
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: int | None = None  # percent
    null_value: float | None = None
    axis: Literal["linear", "log"]
    margin: float | None = None  # equivalence or non-inferiority margin that the study set in advance, both ways
    k: int | None = None  # studies
    n: int | None = None  # people
    k_scope: Literal["comparison", "review"] | None = None
    i2: str = ""
    direction: Direction
    reading: str = ""
    certainty: str = ""
    source: SourceId
    seen_as: Text
    plot: Plot
    rates: dict[str, float] = {}  # percent per arm, or cost
    range: Annotated[tuple[float, ...], Meta(min_length=2, max_length=2)] | None = None
    as_printed: str = ""
    note: str = ""


class Evidence(ListedPage, frozen=True, kw_only=True, tag="evidence"):
    """What trials and reviews found for one condition, or on a question about therapy as a whole."""

    about: Literal["problem", "therapy"] = "problem"
    rows: Annotated[tuple[Row, ...], Meta(min_length=1)]
    means: Text
    in_100: tuple[InHundred, ...] = ()
    favours: Text
    against: Text
    disputed: Text
    unstudied: Text


class Turn(Part, frozen=True, kw_only=True):
    """One turn of a session, with what is going on in it."""

    who: Literal["therapist", "client"]
    says: Text
    note: str = ""
    shows: tuple[EntryId, ...] = ()  # techniques, concepts or defences at work
    elsewhere: str = ""  # what a therapist of another school might have done


class SchoolReading(Part, frozen=True, kw_only=True):
    """How one school would read a moment."""

    therapy: EntryId
    turn: Annotated[int, Meta(ge=1)]
    says: Text


class Session(ListedPage, frozen=True, kw_only=True, tag="session"):
    """An invented, annotated conversation."""

    scene: Text
    turns: Annotated[tuple[Turn, ...], Meta(min_length=20, max_length=40)]
    readings: tuple[SchoolReading, ...] = ()
    afterwards: Text


class Milestone(Page, frozen=True, kw_only=True, tag="history"):
    """A dated event in the history of the field."""

    year: Year
    until: Year | None = None
    story: Text


class Step(Entry, frozen=True, kw_only=True, tag="tour"):
    """A step of the tour: one screen, and one thing to try."""

    id: EntryId
    number: Annotated[int, Meta(ge=1)]  # its place on the way
    reviewed: Day
    text: Text
    in_100: tuple[InHundred, ...] = ()
    do: tuple[Text, ...] = ()  # what a reader can do now, one after the other
    command: Command  # what to try
    shows: Text  # what that shows


class Wish(Entry, frozen=True, kw_only=True, tag="wish"):
    """A question of the worksheet: something that can matter to whoever chooses.

    `row` is the row of `compare` that says what each option offers. A wish without one is about any good therapist,
    whatever the school, and `anywhere` says what is known about it.
    """

    id: EntryId
    number: Annotated[int, Meta(ge=1)]  # its place among the questions
    reviewed: Day
    question: Text
    choices: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=4)]
    row: EntryId | None = None
    always: bool = False  # told whatever is answered: what nobody should choose without
    anywhere: str = ""
    in_100: tuple[InHundred, ...] = ()  # drawn on every sheet
    ask: str = ""  # a question to take along


class Way(Entry, frozen=True, kw_only=True, tag="way"):
    """Something else than starting a therapy, told as fully as one on every row that a wish asks about."""

    id: EntryId
    reviewed: Day
    short: Text
    cells: dict[EntryId, Cell]
    upsides: Text
    downsides: Text
    ask: Annotated[tuple[Text, ...], Meta(min_length=1)]


class Service(Part, frozen=True, kw_only=True):
    """A help line. Numbers and hours as read on `seen_url`; nobody has dialled them."""

    name: Text
    type: Literal["crisis", "suicide-prevention", "emotional-support", "mental-health", "public-service", "directory"]
    phone: str = ""
    text: str = ""
    chat: str = ""
    hours: str = ""
    languages: tuple[Text, ...] = ()
    cost: str = ""
    website: str = ""
    scope: str = ""
    not_for: str = ""
    note: str = ""
    seen_url: Text
    seen: Month | None = None  # the last date that the page itself shows
    sought: Month | None = None  # when we looked for a newer page, and could read none
    confidence: Literal["high", "medium"]


class Register(Part, frozen=True, kw_only=True):
    """Where to look up a therapist's training and standing."""

    name: Text
    type: Literal["register", "directory", "public-service"]
    psychodynamic: bool = False  # its members work this way in the main
    website: str = ""
    what: Text
    seen_url: Text
    seen: Month | None = None
    sought: Month | None = None
    confidence: Literal["high", "medium"]


class Support(Entry, frozen=True, kw_only=True, tag="support"):
    """Help lines and registers of one country; the id is its ISO 3166 code, or `international`."""

    id: EntryId
    reviewed: Day
    emergency: tuple[Text, ...] = ()
    services: tuple[Service, ...] = ()
    registers: tuple[Register, ...] = ()
    titles: str = ""  # what the professional titles mean here
    titles_read_at: tuple[Address, ...] = ()  # the pages that say so


class Source(Entry, frozen=True, kw_only=True, tag="source"):
    """A work in the bibliography. `name` is its title; the fields are those of CSL."""

    type: Literal["article-journal", "article-magazine", "book", "chapter", "report", "webpage", "thesis"]
    author: tuple[Text, ...] = ()  # "Family, Given", or a body's name
    issued: str = ""  # year; empty: the page shows none
    container_title: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    DOI: Annotated[str, Meta(pattern=r"^(10\.\S+)?$")] = ""
    URL: Annotated[str, Meta(pattern=r"^(https?://\S+)?$")] = ""
    checked: Literal["seen", "known"]  # seen: its text or record was read; known: general knowledge
    note: str = ""


AnyEntry: TypeAlias = (
    Technique
    | Concept
    | Defence
    | Therapy
    | Question
    | Evidence
    | Session
    | Milestone
    | Step
    | Wish
    | Way
    | Support
    | Source
)
AnyListed: TypeAlias = Technique | Concept | Defence | Therapy | Question | Evidence | Session
AnyPage: TypeAlias = AnyListed | Milestone


class Dimension(Part, frozen=True, kw_only=True):
    """A row of `compare`, in the order of data/dimensions.yaml."""

    id: EntryId
    name: Text
    question: Text  # what it answers for someone choosing
    block: Literal["idea", "experience", "practicalities", "evidence-and-fit"]
    default: bool = False
