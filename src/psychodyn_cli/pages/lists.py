"""Lists of entries: one row each, and what to type next."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from msgspec import Struct

from psychodyn_cli.entries import AnyPage, Concept, Defence, Question, Session, Technique, Therapy
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Caution, Listed, Listing, Page, Paragraph, Section, words
from psychodyn_cli.pages.entry import HELP


class Kind(Struct, frozen=True):
    """How one kind is listed: its words, its short columns, and by what it is grouped."""

    type: type[AnyPage]
    one: str
    many: str
    kicker: str
    columns: tuple[str, ...] = ()
    notes: Callable[[Any], tuple[str, ...]] = lambda _: ()
    group: Callable[[Any], tuple[int, str]] = lambda _: (0, "")
    legend: Callable[[tuple[Any, ...]], tuple[str, ...]] = lambda _: ()


def list_page(kind: Kind, entries: tuple[AnyPage, ...], library: Library, command: str) -> Page:
    """Entries in the order given, in groups where the kind has groups."""
    sections = []
    for (_, heading), found in groupby(sorted(entries, key=lambda one: kind.group(one)[0]), kind.group):
        rows = tuple(Listed(one.id, _labelled(one, library), one.short, kind.notes(one)) for one in found)
        sections.append(Section(heading, (Listing((kind.one, "in a sentence", *kind.columns), rows),)))
    grave = any(word in f"{one.name} {one.short}".lower() for one in entries for word in _GRAVE)
    top = (Section("", (Caution(words(HELP)),)),) if grave else ()
    legend = tuple(Paragraph(words(text)) for text in kind.legend(entries))
    return Page(
        kind.many.capitalize(),
        kind.kicker,
        words(f"{len(entries)} {kind.one if len(entries) == 1 else kind.many}."),
        (*top, *sections, *((Section("", legend, tone="quiet"),) if legend else ())),
        command,
        _next(kind, entries),
    )


_GRAVE = ("suicid", "self-harm")  # where one of these is named, the way to help is on the same screen


def _next(kind: Kind, entries: tuple[AnyPage, ...]) -> str:
    others = [one.id for one in entries if one.id != "psychodynamic"][:2]
    if kind.type is Therapy and others:
        return f"Set some side by side: psychodyn compare {' '.join(others)}"
    if kind.type is Session and entries:
        return f"Watch one: psychodyn session {entries[0].id} --step"
    return f"Open one: psychodyn explain {entries[0].id}" if entries else "See what there is: psychodyn techniques"


def planned(therapy: Therapy) -> str:
    """The planned number of sessions, in words."""
    dose = therapy.dose
    if dose.max_sessions is None:
        return f"{dose.min_sessions} or more"
    return f"{dose.min_sessions} to {dose.max_sessions}" + (" or more" if dose.open_ended else "")


def _labelled(entry: AnyPage, library: Library) -> str:
    pack = library.pack_of(entry.id)
    return f"{entry.name} (from {pack})" if pack else entry.name


def _about_techniques(techniques: tuple[Technique, ...]) -> tuple[str, ...]:
    moves = dict.fromkeys(one.move for one in techniques)
    told = "; ".join(f"{move}: {labels.MOVES[move]}" for move in moves)
    return (
        *((f"Kinds of move. {told}.",) if told else ()),
        (
            "Research means what stands behind the technique by itself, not behind a whole therapy. "
            "“None found”: we looked and found no study of it alone."
        ),
    )


def _level(defence: Defence) -> tuple[int, str]:
    levels = list(labels.DMRS)
    told = labels.DMRS[defence.levels.dmrs]
    return levels.index(defence.levels.dmrs), told[:1].upper() + told[1:]


def _theme(question: Question) -> tuple[int, str]:
    return list(labels.THEMES).index(question.theme), labels.THEMES[question.theme]


TECHNIQUES = Kind(
    Technique,
    "technique",
    "techniques",
    "what a psychodynamic therapist does, and asks of you",
    ("kind of move", "research"),
    lambda one: (one.move, labels.GRADES[one.research.grade]),
    legend=_about_techniques,
)
THERAPIES = Kind(
    Therapy,
    "therapy",
    "therapies",
    "kinds of talking therapy, told on the same rows",
    ("family", "planned sessions"),
    lambda one: (labels.FAMILIES[one.family], planned(one)),
)
CONCEPTS = Kind(Concept, "concept", "concepts", "the ideas of the field")
DEFENCES = Kind(
    Defence,
    "defence",
    "defences",
    "ways in which the mind keeps something painful at a distance",
    group=_level,
    legend=lambda _: (
        (
            "The levels are those of the Defense Mechanism Rating Scales (DMRS), from 7, the most adaptive, to 1. "
            "Other systems place some defences elsewhere; each page says so. Everybody uses defences. A list is no "
            "way to judge a person."
        ),
    ),
)
QUESTIONS = Kind(Question, "question", "questions", "what people really ask", group=_theme)
SESSIONS = Kind(Session, "session", "sessions", "invented conversations, with notes line by line")
