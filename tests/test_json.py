"""Whatever a command prints as JSON validates against the schema that the program ships."""

import json
from typing import Any

import jsonschema
import pytest

from conftest import Run

COMMANDS = (
    ("techniques",), ("techniques", "qqqzzz"), ("explain", "silence"), ("explain", "catharsis", "silence"),
    ("explain", "qqqzzz"), ("compare", "cbt"), ("compare", "cbt", "--all"), ("compare", "projection", "displacement"),
    ("compare", "qqqzzz"), ("evidence",), ("evidence", "depression", "--all"), ("evidence", "qqqzzz"), ("therapies",),
    ("concepts",), ("defences",), ("search", "dream"), ("search", "qqqzzz"), ("timeline",), ("sources",),
    ("sources", "freud1913"), ("find-therapist", "--country", "gb"), ("help-now",), ("help-now", "--country", "us"),
    ("about",), ("check",), ("check", "--summary"),
)  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    from psychodyn_cli.tasks.schema import output_schema  # noqa: PLC0415

    return output_schema()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_it_validates(words: tuple[str, ...], schema: dict[str, Any], run: Run) -> None:
    ran = run(*words, "--format", "json")
    told = json.loads(ran.out)
    jsonschema.validate(told, schema)
    assert told["schema_version"] == 1


def test_what_is_not_ours_does_not_validate(schema: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"entries": [{"kind": "poem"}]}, schema)
