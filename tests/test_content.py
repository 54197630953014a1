"""The real content keeps every rule, has the pages that readers look for, and its schemas are up to date."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml
from schemas import schemas

from psychodyn_cli.entries import AnyEntry, AnyPage, Page, Support, Technique, Therapy
from psychodyn_cli.finding import Found, find, find_all
from psychodyn_cli.inline import Words, spans
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.reading import FOLDERS
from psychodyn_cli.reading.rules import Content, faults_of
from psychodyn_cli.spelling import spoken

BROUGHT_ALONG = {  # names that readers bring along from articles -> the pages that open
    "free association": ["free-association"],
    "the fundamental rule": ["free-association"],
    "catharsis": ["catharsis"],
    "transference": ["transference"],
    "transference work": ["transference-work"],
    "working through": ["working-through"],
    "clarification and interpretation": ["clarification", "interpretation"],
    "content vs process": ["content-vs-process"],
    "psychodynamic therapy": ["psychodynamic"],
    "CBT": ["cbt"],
}
OPPOSITES = (("repression", "regression"), ("transference", "countertransference"), ("clarification", "confrontation"))


def last_review(content: Content) -> date:
    return max(date.fromisoformat(entry.reviewed) for entry in content.entries if isinstance(entry, Page | Support))


def test_everything_can_be_read(content: Content) -> None:
    assert [str(problem) for reading in content.readings for problem in reading.problems] == []


def test_everything_keeps_the_rules(content: Content) -> None:
    """Whatever day it is: that a page waits for its review (C114) is told by `check`, and fails no test."""
    found = faults_of(content, last_review(content))

    assert [str(problem) for problem in found if problem.code != "C114"] == []


def test_every_kind_has_at_least_two_entries(content: Content) -> None:
    counts = Counter(type(entry) for entry in content.entries)

    assert [kind.__name__ for kind in get_args(AnyEntry) if counts[kind] < 2] == []


def test_techniques_and_therapies_are_complete(content: Content) -> None:
    assert sum(isinstance(entry, Technique) for entry in content.entries) >= 34
    assert sum(isinstance(entry, Therapy) for entry in content.entries) >= 10
    assert len(content.dimensions) == 19


@pytest.mark.parametrize(("name", "ids"), BROUGHT_ALONG.items())
def test_names_that_readers_bring_along_open(library: Library, name: str, ids: list[str]) -> None:
    assert [one.entry.id for one in find_all(library, tuple(name.split())) if isinstance(one, Found)] == ids


def test_every_name_opens_the_entry_that_has_it(library: Library, content: Content) -> None:
    owner = {spoken(name): page.id for page in content.pages.values() for name in _names(page)}

    assert {key: library.named(key)[0].entry_id for key in owner} == owner


def _names(page: Page) -> tuple[str, ...]:
    return (page.id, page.name, *page.aliases, *page.people_say)


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_names_that_are_nearly_alike_open_two_pages(library: Library, one: str, other: str) -> None:
    assert _opened(library, one).id == one
    assert _opened(library, other).id == other


def _opened(library: Library, name: str) -> AnyPage:
    found = find(library, name)
    assert isinstance(found, Found)
    return found.entry


def test_no_link_and_no_source_is_left_as_text(content: Content) -> None:
    wrong = [
        f"{entry.id} {text.path}: {span.text[:60]}"
        for entry, texts in content.texts
        for text in texts
        for span in spans(text.text)
        if isinstance(span, Words) and any(mark in span.text for mark in ("[[", "]]", "[@"))
    ]

    assert wrong == []


def test_the_schemas_in_the_content_folder_are_those_that_the_program_prints(data: Path) -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in (data / "schemas").iterdir()} == schemas()


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_editor_finds_no_fault_with_a_good_file(data: Path, folder: str) -> None:
    kind = str(FOLDERS[folder].__struct_config__.tag)
    schema = json.loads((data / "schemas" / f"{kind}.json").read_text(encoding="utf-8"))
    for path in sorted((data / folder).glob("*.yaml"))[:2]:
        text = path.read_text(encoding="utf-8")

        jsonschema.validate(yaml.safe_load(text), schema)
        assert text.startswith(f"# yaml-language-server: $schema=../schemas/{kind}.json\n")
