"""Entries with nothing remarkable about them, except what a test says.

`a_technique(name="Silence")` is a whole, valid technique. Only what is given differs, and of `id` and `name` each
follows from the other. `a_library(…)` shelves entries in memory; `written(folder, …)` writes them as content files.
"""

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from psychodyn_cli.entries import (
    AnyEntry,
    Cell,
    Concept,
    Defence,
    Depth,
    Dimension,
    Dose,
    Emphasis,
    Error,
    Evidence,
    Levels,
    Line,
    Milestone,
    Moment,
    Neighbour,
    Question,
    Research,
    Row,
    Service,
    Session,
    Source,
    Step,
    Support,
    Technique,
    Therapy,
    Turn,
    Vignette,
    Way,
    Wish,
)
from psychodyn_cli.library.building import build
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.problems import Problem
from psychodyn_cli.reading import FOLDERS, ReadFile, Reading

REVIEWED = "2026-01-31"
HERE = Path(__file__)  # a built entry comes from no file of its own; the library checks that its file is unchanged


def _named(usual: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The fields, with the id that belongs to the name or the name that belongs to the id."""
    if "id" in changes and "name" not in changes:
        changes = {"name": changes["id"].replace("-", " ").capitalize(), **changes}
    fields = usual | changes
    return {"id": re.sub(r"[^a-z0-9]+", "-", fields["name"].lower()).strip("-"), **fields}


# Entries -------------------------------------------------------------------------------------------


def a_technique(**changes: Any) -> Technique:
    usual: dict[str, Any] = {
        "name": "Mirroring",
        "short": "The therapist says back what you said.",
        "reviewed": REVIEWED,
        "move": "listening",
        "aim": "You hear your own words again.",
        "therapist_does": "They listen and say it back.",
        "you_may_notice": "A small pause before you go on.",
        "moment": a_moment(),
        "origin": "It is as old as talking.",
        "research": Research(grade="none-found", shows="We found no study.", doubts="So it is unclear."),
        "limits": "It can tire you.",
        "errors": (Error(claim="It is parroting.", answer="It picks what matters."),),
        "ask": ("Will you say back what I say?",),
        "full": Depth(history="It grew slowly.", debates="Some call it empty.", research="None was found."),
    }
    return Technique(**_named(usual, changes))


def a_concept(**changes: Any) -> Concept:
    usual: dict[str, Any] = {
        "name": "The inner stage",
        "short": "The mind as a place where scenes are played.",
        "reviewed": REVIEWED,
        "meaning": "Old scenes are played again.",
        "example": "Ana hears her mother in each teacher.",
        "origin": "An old picture.",
    }
    return Concept(**_named(usual, changes))


def a_defence(**changes: Any) -> Defence:
    usual: dict[str, Any] = {
        "name": "Looking away",
        "short": "You do not see what would hurt.",
        "reviewed": REVIEWED,
        "meaning": "The eye slides past it.",
        "example": "Ben leaves the letter shut.",
        "levels": Levels(dmrs="disavowal", dsm_iv="disavowal", vaillant="immature"),
        "protects": "It buys you time.",
        "costs": "The letter stays shut.",
        "confusable": (Neighbour(entry="forgetting", difference="Forgetting is not on purpose either."),),
        "vignettes": (
            a_vignette(id="letter"),
            a_vignette(id="lump", scene="A lump is felt and left.", why="No doctor is called."),
        ),
    }
    return Defence(**_named(usual, changes))


def a_therapy(**changes: Any) -> Therapy:
    usual: dict[str, Any] = {
        "name": "Walking therapy",
        "short": "You walk and talk with a therapist.",
        "reviewed": REVIEWED,
        "family": "other",
        "dose": a_dose(),
        "emphasis": an_emphasis(),
        "cells": {row.id: Cell(says=f"{row.name}, on foot.") for row in DIMENSIONS},
        "upsides": "Fresh air and a plan.",
        "downsides": "Rain and sore feet.",
        "ask": ("How far do we walk?",),
    }
    return Therapy(**_named(usual, changes))


def a_question(**changes: Any) -> Question:
    usual: dict[str, Any] = {
        "name": "How long does it take?",
        "short": "Longer than a visit to the dentist.",
        "reviewed": REVIEWED,
        "theme": "what-it-is",
        "answer": "It differs.",
        "other_side": "Nobody knows.",
    }
    return Question(**_named(usual, changes))


def an_evidence(**changes: Any) -> Evidence:
    usual: dict[str, Any] = {
        "name": "Stage fright",
        "short": "What trials found for stage fright.",
        "reviewed": REVIEWED,
        "rows": (a_row(),),
        "means": "It may help.",
        "favours": "One side is for it.",
        "against": "One is against it.",
        "disputed": "How much.",
        "unstudied": "For how long.",
    }
    return Evidence(**_named(usual, changes))


def a_session(**changes: Any) -> Session:
    turns = tuple(Turn(who=("client", "therapist")[number % 2], says=f"Turn {number + 1}.") for number in range(20))
    usual: dict[str, Any] = {
        "name": "A first meeting",
        "short": "Cem meets a therapist.",
        "reviewed": REVIEWED,
        "scene": "A room with two chairs.",
        "turns": turns,
        "afterwards": "Cem comes back.",
    }
    return Session(**_named(usual, changes))


def a_milestone(**changes: Any) -> Milestone:
    usual: dict[str, Any] = {
        "name": "The second chair",
        "short": "Someone brings a second chair.",
        "reviewed": REVIEWED,
        "year": 1900,
        "story": "Before, everyone stood.",
    }
    return Milestone(**_named(usual, changes))


def a_step(**changes: Any) -> Step:
    usual: dict[str, Any] = {
        "name": "Where do we sit?",
        "number": 1,
        "reviewed": REVIEWED,
        "text": "On chairs, mostly.",
        "command": "psychodyn techniques",
        "shows": "what is done on them",
    }
    return Step(**_named(usual, changes))


def a_wish(**changes: Any) -> Wish:
    usual: dict[str, Any] = {
        "name": "Pace",
        "number": 1,
        "reviewed": REVIEWED,
        "question": "How fast should it go?",
        "choices": ("Slowly", "Quickly", "Either is fine"),
    }
    where = {} if "anywhere" in changes else {"row": "pace"}
    return Wish(**_named(usual | where, changes))


def a_way(**changes: Any) -> Way:
    usual: dict[str, Any] = {
        "name": "Staying at home",
        "reviewed": REVIEWED,
        "short": "You do not go.",
        "cells": {"pace": Cell(says="No pace at all.")},
        "upsides": "A warm room.",
        "downsides": "The same room.",
        "ask": ("What would get me out?",),
    }
    return Way(**_named(usual, changes))


def a_support(**changes: Any) -> Support:
    line = Service(
        name="The Line",
        type="crisis",
        phone="123",
        hours="24/7",
        website="https://example.org",
        seen_url="https://example.org",
        confidence="high",
    )
    usual: dict[str, Any] = {"name": "Ruritania", "reviewed": REVIEWED, "emergency": ("112",), "services": (line,)}
    return Support(**_named(usual, changes))


def a_source(**changes: Any) -> Source:
    usual: dict[str, Any] = {
        "id": "doe1999",
        "name": "On chairs",
        "type": "book",
        "author": ("Doe, Jane",),
        "issued": "1999",
        "publisher": "Chair Press",
        "checked": "seen",
    }
    return Source(**(usual | changes))


# Pieces --------------------------------------------------------------------------------------------


def a_vignette(**changes: Any) -> Vignette:
    usual: dict[str, Any] = {"id": "the-letter", "scene": "A letter lies there for weeks.", "why": "It is not opened."}
    return Vignette(**(usual | changes))


def a_moment(*says: str) -> Moment:
    """A client and a therapist in turn."""
    spoken = says or ("I am tired.", "Tired.", "Yes, tired of it.")
    lines = tuple(Line(who=("client", "therapist")[number % 2], says=line) for number, line in enumerate(spoken))
    return Moment(scene="Ana sits down.", lines=lines)


def a_dose(**changes: Any) -> Dose:
    usual: dict[str, Any] = {
        "min_sessions": 8,
        "max_sessions": 16,
        "min_weeks": 8,
        "max_weeks": 20,
        "per_week": "1",
        "minutes": "50",
    }
    return Dose(**(usual | changes))


def an_emphasis(**changes: Any) -> Emphasis:
    scales = ("structure", "past", "directing", "homework", "relationship", "feeling", "person")
    usual: dict[str, Any] = dict.fromkeys(scales, 2) | {"basis": "A guess.", "confidence": "judgement"}
    return Emphasis(**(usual | changes))


def a_row(**changes: Any) -> Row:
    usual: dict[str, Any] = {
        "id": "stage-fright-1",
        "tier": "core",
        "treatment": "walking therapy",
        "treatment_key": "walking",
        "comparator": "waiting",
        "comparator_type": "inactive",
        "outcome": "fear",
        "timepoint": "end",
        "measure": "d",
        "axis": "linear",
        "direction": "not-stated",
        "source": "doe1999",
        "seen_as": "abstract",
        "plot": "none",
    }
    return Row(**(usual | changes))


def a_dimension(**changes: Any) -> Dimension:
    usual: dict[str, Any] = {"name": "Pace", "question": "How fast?", "block": "experience", "default": True}
    return Dimension(**_named(usual, changes))


DIMENSIONS = (
    a_dimension(id="cause", name="What keeps you stuck", question="Why am I stuck?", block="idea"),
    a_dimension(id="time", name="Past or present", question="When do we look at?", block="idea"),
    a_dimension(id="pace", name="Pace", question="How fast?", default=False),
    a_dimension(id="length", name="How long it takes", question="How long?", block="practicalities"),
    a_dimension(id="evidence", name="What is known", question="Does it work?", block="evidence-and-fit"),
)


# Libraries and folders -----------------------------------------------------------------------------


def a_reading(
    *entries: AnyEntry, dimensions: tuple[Dimension, ...] = DIMENSIONS, problems: tuple[Problem, ...] = ()
) -> Reading:
    """What a content folder that holds these entries would be read as."""
    stat = HERE.stat()
    files = tuple(
        ReadFile(HERE, f"data/{folder_of(entry)}/{entry.id}.yaml", stat.st_mtime_ns, stat.st_size, entry, ())
        for entry in entries
    )
    return Reading(files, dimensions, problems)


def a_library(*entries: AnyEntry, dimensions: tuple[Dimension, ...] = DIMENSIONS) -> Library:
    """A library in memory."""
    return Library(build((a_reading(*entries, dimensions=dimensions),), "built in memory"), None)


def folder_of(entry: AnyEntry) -> str:
    return next(folder for folder, kind in FOLDERS.items() if isinstance(entry, kind))


def written(folder: Path, *entries: AnyEntry, dimensions: tuple[Dimension, ...] = ()) -> Path:
    """A content folder that holds these entries, one file each."""
    for entry in entries:
        write(folder / folder_of(entry) / f"{entry.id}.yaml", as_yaml(entry))
    if dimensions:
        write(folder / "dimensions.yaml", json.dumps(msgspec.to_builtins(dimensions), indent=2))
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def as_yaml(entry: AnyEntry) -> str:
    """The file of an entry: JSON, which is YAML too, one field a line."""
    fields = {
        key: value for key, value in _without_nulls(msgspec.to_builtins(entry)).items() if key not in {"id", "kind"}
    }
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list | tuple) else value
