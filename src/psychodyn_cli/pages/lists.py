"""Lists of entries: what to know first, one row each in groups, and what to do next."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from psychodyn_cli.entries import AnyListed, Concept, Defence, Evidence, Question, Session, Technique, Therapy
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Caution, Doors, Listed, Listing, Page, Paragraph, Section, words
from psychodyn_cli.pages.entry import dated
from psychodyn_cli.pages.lengths import planned
from psychodyn_cli.pages.notice import HELP
from psychodyn_cli.spelling import spoken

_Group: TypeAlias = tuple[int, str]  # where it stands among the groups, and its heading
_Steps: TypeAlias = tuple[tuple[str, str], ...]  # what for, and the command


class Kind(Struct, frozen=True):
    """How one kind is listed: what to know first, its short columns, its groups, and what to do next."""

    type: type[AnyListed]
    title: str
    one: str
    many: str
    kicker: str
    message: str  # one sentence for whoever sees the list for the first time
    steps: Callable[[tuple[Any, ...]], _Steps]
    legend: tuple[str, ...] = ()  # how to read the columns and headings
    first: str = ""  # the heading of those that lead the list
    group: Callable[[Any], _Group] = lambda _: (0, "")
    sentence: str = "in a sentence"  # what stands over the sentences
    columns: tuple[str, ...] = ()
    notes: Callable[[Any], tuple[str, ...]] = lambda _: ()


class Group(Struct, frozen=True):
    """Entries under a heading."""

    heading: str
    entries: tuple[AnyListed, ...]


def in_groups(kind: Kind, entries: Iterable[AnyListed], *, whole: bool = True) -> tuple[Group, ...]:
    """Those that lead the list, where it is a whole one; then the others in the groups of their kind, by name."""
    by_name = sorted(entries, key=lambda one: spoken(one.name))
    leaders = sorted((one for one in by_name if one.leads), key=_place) if whole and kind.first else []
    others = sorted((one for one in by_name if one not in leaders), key=kind.group)
    grouped = (Group(heading, tuple(found)) for (_, heading), found in groupby(others, kind.group))
    return (*((Group(kind.first, tuple(leaders)),) if leaders else ()), *grouped)


def _place(entry: AnyListed) -> int:
    return entry.leads or 0


def list_page(kind: Kind, groups: tuple[Group, ...], library: Library, command: str) -> Page:
    """Groups in the order given, each under its heading."""
    entries = tuple(one for group in groups for one in group.entries)
    count = f"{len(entries)} {kind.one if len(entries) == 1 else kind.many}"
    steps = Section("What next?", (Doors(kind.steps(entries)),))
    return Page(
        kind.title,
        f"{count}: {kind.kicker}",
        words(kind.message),
        (*_on_top(kind, entries), *(_rows(kind, group, library) for group in groups), steps, dated(*entries)),
        command,
        "",
    )


_GRAVE = ("suicid", "self-harm")  # where one of these is named, the way to help is on the same screen


def _on_top(kind: Kind, entries: tuple[AnyListed, ...]) -> Iterable[Section]:
    if any(word in f"{one.name} {one.short}".lower() for one in entries for word in _GRAVE):
        yield Section("", (Caution(words(HELP)),))
    if kind.legend:
        yield Section("", tuple(Paragraph(words(text)) for text in kind.legend), tone="quiet")


def _rows(kind: Kind, group: Group, library: Library) -> Section:
    rows = tuple(Listed(one.id, _labelled(one, library), one.short, kind.notes(one)) for one in group.entries)
    return Section(group.heading, (Listing((kind.one, kind.sentence, *kind.columns), rows),))


def _labelled(entry: AnyListed, library: Library) -> str:
    pack = library.pack_of(entry.id)
    return f"{entry.name} (from {pack})" if pack else entry.name


# What to do next -----------------------------------------------------------------------------------

_SHEET = ("Take a sheet of questions to a first meeting, so that you forget none", "psychodyn weigh --blank")


def _after_techniques(found: tuple[Technique, ...]) -> _Steps:
    return (
        ("Open one that you have met", f"psychodyn explain {found[0].id}"),
        ("See some of them in a conversation that we invented", "psychodyn session a-first-meeting"),
        _SHEET,
    )


def _after_questions(found: tuple[Question, ...]) -> _Steps:
    return (
        ("Open one by its short name", f"psychodyn explain {found[0].id}"),
        ("Ask in words of your own", "psychodyn search why is my therapist silent"),
        _SHEET,
    )


def _after_concepts(found: tuple[Concept, ...]) -> _Steps:
    return (
        ("Open one that you have met", f"psychodyn explain {found[0].id}"),
        ("Tell two of them apart", "psychodyn compare transference countertransference"),
        ("Look for a word, or for what it describes", "psychodyn search old feelings about new people"),
    )


def _after_defences(found: tuple[Defence, ...]) -> _Steps:
    return (
        ("Open one that you have met", f"psychodyn explain {found[0].id}"),
        ("Tell two of them apart", "psychodyn compare projection displacement"),
        ("See whether you know one when you meet it", "psychodyn quiz --kind vignette"),
    )


def _after_therapies(found: tuple[Therapy, ...]) -> _Steps:
    others = [one.id for one in found if one.id != "psychodynamic"][:2]
    return (
        ("Read about one", f"psychodyn explain {found[0].id}"),
        ("Set some side by side", f"psychodyn compare {' '.join(others) or 'cbt'}"),
        ("Weigh them for yourself, on a private sheet", "psychodyn weigh"),
    )


def _after_sessions(found: tuple[Session, ...]) -> _Steps:
    return (
        ("Watch one, line by line", f"psychodyn session {found[0].id} --step"),
        ("Look up what the therapist does", "psychodyn techniques"),
        ("Read what to expect of your own first meeting", "psychodyn explain at-the-first-session"),
    )


def _after_evidence(found: tuple[Evidence, ...]) -> _Steps:
    return (
        ("Read the answer in short, with its sources", "psychodyn explain does-it-work"),
        ("See what was found, and how sure it is", f"psychodyn evidence {found[0].id}"),
        _SHEET,
    )


# The groups ----------------------------------------------------------------------------------------


def _nth(key: str, told: dict[str, str]) -> _Group:
    """A group that stands where its key stands in a table, under what the table says."""
    return list(told).index(key), told[key][:1].upper() + told[key][1:]


def _move(technique: Technique) -> _Group:
    moves = list(labels.MOVES)
    return moves.index(technique.move), f"{technique.move.capitalize()}: {labels.MOVES[technique.move]}"


def _letter(concept: Concept) -> _Group:
    letter = spoken(concept.name)[:1]
    return ord(letter), letter.upper()


# The lists -----------------------------------------------------------------------------------------

_TO_TYPE = (
    "To open one, type psychodyn explain and its name. If a shorter name stands below it, you can type that instead."
)
_GRADES = (
    "Research means what stands behind the technique by itself, not behind a whole therapy. “None found”: we looked "
    "and found no study of it alone. “Small studies”: small, early or indirect ones. “Controlled trials”: at least "
    "one compared people with it and people without. “Pooled studies”: many taken together. “Contested”: studies or "
    "experts disagree."
)
_LEVELS = (
    "The levels are those of the Defense Mechanism Rating Scales (DMRS), from 7, the most adaptive, to 1. Other "
    "systems place some defences elsewhere; each page says so."
)
_MOVES = "Kinds of move. " + "; ".join(f"{move}: {told}" for move, told in labels.MOVES.items()) + "."

TECHNIQUES = Kind(
    Technique,
    "Techniques",
    "technique",
    "techniques",
    "what a psychodynamic therapist does, and asks of you",
    message="These are things that a trained therapist does with you, not tips to use alone; most have hardly been "
    "tested by themselves.",
    legend=(_GRADES, _TO_TYPE),
    first="To begin with",
    group=_move,
    columns=("research",),
    notes=lambda one: (labels.GRADES[one.research.grade],),
    steps=_after_techniques,
)
TECHNIQUES_BY = {  # what `--sort` can ask for
    "usual": TECHNIQUES,
    "kind": replace(TECHNIQUES, first=""),
    "research": replace(
        TECHNIQUES,
        legend=(_GRADES, _MOVES, _TO_TYPE),
        first="",
        group=lambda one: _nth(one.research.grade, labels.GRADES_TOLD),
        columns=("kind of move",),
        notes=lambda one: (one.move,),
    ),
    "name": replace(
        TECHNIQUES,
        legend=(_GRADES, _MOVES, _TO_TYPE),
        first="",
        group=lambda _: (0, ""),
        columns=("kind of move", "research"),
        notes=lambda one: (one.move, labels.GRADES[one.research.grade]),
    ),
}
THERAPIES = Kind(
    Therapy,
    "Therapies",
    "therapy",
    "therapies",
    "kinds of talking therapy, told on the same rows",
    message="None of these is best for everyone: many help about as much as each other, and for some problems one is "
    "better tested.",
    first="Start with these two",
    group=lambda one: _nth(one.family, labels.FAMILIES_TOLD),
    columns=("planned sessions",),
    notes=lambda one: (planned(one),),
    steps=_after_therapies,
)
CONCEPTS = Kind(
    Concept,
    "Concepts",
    "concept",
    "concepts",
    "the ideas of the field",
    message="You need none of these words to begin a therapy: look one up when you meet it.",
    first="Start with these",
    group=_letter,
    steps=_after_concepts,
)
DEFENCES = Kind(
    Defence,
    "Defences",
    "defence",
    "defences",
    "ways in which the mind keeps something painful at a distance",
    message="Everybody uses these, mostly without noticing, and none of them is an illness or a way to judge a person.",
    legend=(_LEVELS,),
    first="Start with these",
    group=lambda one: _nth(one.levels.dmrs, labels.DMRS),
    steps=_after_defences,
)
QUESTIONS = Kind(
    Question,
    "Questions",
    "question",
    "questions",
    "what people really ask",
    message="Whatever you wonder about, others have asked it before: each answer is short, names its sources and tells "
    "the other side.",
    legend=(_TO_TYPE,),
    sentence="the answer in a sentence",
    first="Ten to begin with",
    group=lambda one: _nth(one.theme, labels.THEMES),
    steps=_after_questions,
)
SESSIONS = Kind(
    Session,
    "Sessions",
    "session",
    "sessions",
    "invented conversations, with notes line by line",
    message="Read one to see what an hour can be like: we invented the people, and notes between the lines say what is "
    "going on.",
    first="From a first hour to the last",
    steps=_after_sessions,
)
EVIDENCE = Kind(
    Evidence,
    "Evidence",
    "page",
    "pages",
    "what trials and reviews found",
    message="Psychodynamic therapy helps with many problems more than waiting and about as much as other therapies; "
    "with some it does worse, or nobody knows.",
    legend=("Main results: how many of all the results the page shows at first. The others: --all.",),
    first="Start with these",
    group=lambda one: _nth(one.about, labels.SUBJECTS),
    columns=("main results",),
    notes=lambda one: (f"{sum(row.tier == 'core' for row in one.rows)} of {len(one.rows)}",),
    steps=_after_evidence,
)
LISTS = {  # by the command that prints them
    "techniques": TECHNIQUES,
    "therapies": THERAPIES,
    "concepts": CONCEPTS,
    "defences": DEFENCES,
    "questions": QUESTIONS,
    "sessions": SESSIONS,
    "evidence": EVIDENCE,
}
