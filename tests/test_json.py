"""Whatever a command prints as JSON validates against the schema that the program ships."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema.protocols import Validator

from builders import a_technique, write, written
from conftest import Run
from psychodyn_cli.cli import COMMANDS

FOUND = (
    ("techniques",), ("techniques", "dream", "--sort", "kind"), ("explain", "silence"),
    ("explain", "catharsis", "silence", "--full"), ("compare", "cbt"), ("compare", "cbt", "--all"),
    ("compare", "projection", "displacement"), ("evidence",), ("evidence", "depression", "--all"), ("therapies",),
    ("concepts",), ("defences",), ("questions",), ("sessions",), ("session",), ("session", "a-first-meeting", "--step"),
    ("search", "dream"), ("search", "suicide"), ("quiz",), ("quiz", "denial", "--kind", "vignette"), ("progress",),
    ("privacy",), ("timeline",), ("sources", "freud1913"), ("find-therapist",),
    ("find-therapist", "--country", "gb"), ("find-therapist", "--country", "Atlantis"), ("help-now",),
    ("help-now", "--country", "us"), ("help-now", "--country", "Atlantis"), ("about",),
    ("export", "silence", "depression"),
    ("tour",), ("tour", "4"), ("weigh", "--blank"),
)  # fmt: skip
NOT_FOUND = (
    ("techniques", "qqqzzz"), ("therapies", "qqqzzz"), ("concepts", "qqqzzz"), ("defences", "qqqzzz"),
    ("questions", "qqqzzz"), ("sessions", "qqqzzz"), ("explain", "qqqzzz"), ("explain", "silence", "qqqzzz"),
    ("compare", "qqqzzz"), ("evidence", "qqqzzz"), ("evidence", "silence"), ("evidence", "depression", "--time", "qqq"),
    ("quiz", "qqqzzz"), ("quiz", "a-first-meeting"), ("session", "qqqzzz"), ("session", "silence"),
    ("weigh", "qqqzzz"), ("search", "qqqzzz"), ("sources", "qqqzzz"), ("sources", "freud1913", "qqqzzz"),
    ("export", "silence", "qqqzzz"),
)  # fmt: skip
WITHOUT_JSON = {"guide", "schema", "new"}  # a conversation; and what prints a schema or YAML


@pytest.fixture(scope="module")
def validator() -> Validator:
    """The schema as it is printed."""
    from psychodyn_cli.tasks.schema import as_text, output_schema  # noqa: PLC0415 - loaded when these tests run

    schema = json.loads(as_text(output_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def as_data(out: str, validator: Validator) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(out)
    validator.validate(told)
    assert told["schema_version"] == 1
    return told


@pytest.mark.parametrize("words", FOUND, ids=" ".join)
def test_an_answer_validates(words: tuple[str, ...], validator: Validator, run: Run) -> None:
    ran = run(*words, "--format", "json")
    assert ran.code == 0
    as_data(ran.out, validator)


@pytest.mark.parametrize("words", NOT_FOUND, ids=" ".join)
def test_so_does_what_is_said_when_there_is_none(words: tuple[str, ...], validator: Validator, run: Run) -> None:
    ran = run(*words, "--format", "json")
    assert ran.code == 3
    as_data(ran.out, validator)


def test_so_does_a_summary_of_the_content(
    validator: Validator, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", str(written(tmp_path, a_technique(name="One"), a_technique(name="Two"))))
    told = as_data(run("check", "--summary", "--format", "json").out, validator)
    assert told["summary"]["entries"] == {"technique": 2}


def test_so_does_the_start_page(validator: Validator, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_FORMAT", "json")
    assert as_data(run().out, validator)["title"] == "psychodyn"


def test_every_command_is_tried() -> None:
    assert {words[0] for words in (*FOUND, *NOT_FOUND)} | {"check"} == set(COMMANDS) - WITHOUT_JSON


@pytest.mark.parametrize(
    "other", [{"entries": [{"kind": "poem"}]}, {"subjects": [], "rows": "none"}, [], {}], ids=json.dumps
)
def test_what_is_not_ours_does_not_validate(other: Any, validator: Validator) -> None:
    assert not validator.is_valid(other)


def test_a_list_without_anything_in_it_is_a_list(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*words: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run(*words, "--format", "json").out)
        return found

    assert told("concepts", "qqqzzz")["entries"] == []
    assert told("explain", "silence")["missing"] == []
    assert told("compare", "qqqzzz")["subjects"] == told("compare", "qqqzzz")["rows"] == []
    assert told("search", "qqqzzz")["results"] == []
    assert told("evidence", "qqqzzz")["rows"] == []
    assert told("help-now")["lines"] == told("help-now")["emergency"] == []
    monkeypatch.setenv("PSYCHODYN_DATA", str(tmp_path))  # which is empty
    assert told("check")["problems"] == []
    assert told("concepts")["entries"] == []


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [("explain", "transferance", "transference"), ("compare", "cognative behavioral", "cbt")],
)
def test_an_unknown_name_is_missing_with_what_is_near(command: str, typed: str, meant: str, run: Run) -> None:
    ran = run(command, typed, "--format", "json")
    assert ran.code == 3
    (missing,) = json.loads(ran.out)["missing"]
    assert missing["query"] == typed
    assert meant in missing["suggestions"]


def test_a_source_that_is_missing_is_named(run: Run) -> None:
    told = json.loads(run("sources", "qqqzzz", "freud1913", "--format", "json").out)
    assert [one["id"] for one in told["entries"]] == ["freud1913"]
    assert [one["query"] for one in told["missing"]] == ["qqqzzz"]


def test_problems_of_the_content_are_data(
    run: Run, tmp_path: Path, validator: Validator, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "data" / "concepts" / "red.yaml", "name: Red\nsumary: x\n")
    monkeypatch.setenv("PSYCHODYN_DATA", str(tmp_path / "data"))
    ran = run("check", "--format", "json")
    assert ran.code == 4
    (misspelt,) = (one for one in as_data(ran.out, validator)["problems"] if "sumary" in one["what"])
    assert (misspelt["file"], misspelt["line"]) == ("data/concepts/red.yaml", 2)
    assert misspelt["fix"]


def test_one_object_is_printed_and_it_ends_the_line(run: Run) -> None:
    out = run("explain", "catharsis", "silence", "--format", "json").out
    assert out.endswith("}\n")
    assert len(json.loads(out)["entries"]) == 2
