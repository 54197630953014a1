"""`schema` prints the JSON Schema of each kind of entry, and what is read keeps to it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from conftest import Run
from psychodyn_cli.commands.schema import KINDS
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.tasks import schema

ENTRIES = tuple(kind for kind in KINDS if kind != schema.OUTPUT)


def fields_of(entry: object) -> dict[str, Any]:
    """What stands in an entry's file: what is unsaid is left out, and so is what folder and file name say."""
    told: dict[str, Any] = _without_nulls(msgspec.to_builtins(entry))
    return {key: value for key, value in told.items() if key not in {"id", "kind"}}


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list | tuple) else value


def test_the_kinds_that_can_be_typed_are_those_that_there_are() -> None:
    assert tuple(schema.KINDS) == ENTRIES


@pytest.mark.parametrize("kind", ENTRIES)
def test_it_is_a_schema_of_the_draft_that_editors_know(kind: str, run: Run) -> None:
    ran = run("schema", kind)
    assert ran.code == 0
    printed = json.loads(ran.out)
    assert printed["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(printed)


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_entry_keeps_to_it(kind: str, library: Library) -> None:
    validator = jsonschema.Draft7Validator(schema.file_schema(schema.KINDS[kind]))
    for entry in library.of_kind(schema.KINDS[kind])[:40]:
        validator.validate(fields_of(entry))


@pytest.mark.parametrize("kind", ENTRIES)
@pytest.mark.parametrize("field", ["sumary", "id", "kind"])
def test_a_field_that_is_not_written_there_does_not(field: str, kind: str, library: Library) -> None:
    validator = jsonschema.Draft7Validator(schema.file_schema(schema.KINDS[kind]))
    assert not validator.is_valid(fields_of(library.of_kind(schema.KINDS[kind])[0]) | {field: kind})


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_beside_the_content_is_the_same(kind: str, data: Path, run: Run) -> None:
    copy = (data / "schemas" / f"{kind}.json").read_text("utf-8")
    assert json.loads(copy) == json.loads(run("schema", kind).out)


def test_an_unknown_kind_is_told_the_known_ones(run: Run) -> None:
    ran = run("schema", "poem")
    assert ran.code == 2
    assert "'poem'" in ran.err
    assert all(kind in ran.err for kind in KINDS)
