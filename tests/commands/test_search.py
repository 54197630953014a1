"""`search` finds pages by the field's words and by the reader's."""

import json

import pytest

from builders import a_concept, a_library, a_technique
from conftest import Run
from psychodyn_cli.danger import calls_for_help
from psychodyn_cli.finding import search

GRAVE = (
    "I want to die",
    "I don't want to live anymore",
    "thinking about suicide",
    "how to stop hurting myself",
    "my husband hits me",
    "self-harm",
    "better off dead",
)
ORDINARY = ("killing time", "dying to know about dreams", "cut sessions", "the death drive", "my cat died", "danger")


@pytest.mark.parametrize("query", GRAVE)
def test_words_of_danger_put_the_way_to_help_on_top(query: str, run: Run) -> None:
    assert calls_for_help(query)
    ran = run("search", query, "--plain")
    assert "help-now" in "\n".join((ran.err + ran.out).splitlines()[:5])


@pytest.mark.parametrize("query", ORDINARY)
def test_other_words_infer_nothing(query: str) -> None:
    assert not calls_for_help(query)


def test_a_name_outranks_what_people_say_and_that_outranks_text() -> None:
    library = a_library(
        a_technique(name="Whistling", aim="A tune [@doe1999]."),
        a_technique(name="Humming", people_say=("why do I keep whistling",)),
        a_concept(name="Quiet", meaning="Nobody is whistling here."),
    )
    assert [hit.id for hit in search(library, "whistling").hits] == ["whistling", "humming", "quiet"]


def test_all_words_together_come_before_some_of_them() -> None:
    library = a_library(
        a_technique(name="One", people_say=("green apples",)),
        a_technique(name="Two", people_say=("green pears in winter",)),
    )
    assert next(hit.id for hit in search(library, "pears in green winter").hits) == "two"


@pytest.mark.parametrize(
    ("written", "typed"), [("behaviour", "behavior"), ("analyse", "analyze"), ("centred", "centered")]
)
def test_british_and_american_spelling_are_one(written: str, typed: str) -> None:
    library = a_library(a_technique(name="One", aim=f"It is about {written}."), a_technique(name="Two"))
    assert [hit.id for hit in search(library, typed).hits] == ["one"]


def test_a_misspelt_word_is_read_as_the_nearest_known_one() -> None:
    library = a_library(a_technique(name="One", aim="An orchestra plays."), a_technique(name="Two"))
    found = search(library, "orchestar")
    assert found.instead == (("orchestar", "orchestra"),)
    assert [hit.id for hit in found.hits] == ["one"]


def test_the_line_that_matches_is_shown_without_its_sources() -> None:
    library = a_library(a_technique(name="One", aim="A rare elephant walks by [@doe1999]."))
    (hit,) = search(library, "elephant").hits
    assert "elephant walks by." in hit.line


def test_nothing_found_is_exit_3_and_an_empty_list(run: Run) -> None:
    ran = run("search", "qqqzzz", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["results"] == []


@pytest.mark.parametrize("query", ['"', "AND", "NEAR(", "*", "a OR", "'", "name:x", ""])
def test_words_that_mean_something_to_the_engine_mean_nothing_here(query: str, run: Run) -> None:
    assert run("search", query, "--plain").code in {0, 3}


@pytest.mark.parametrize("query", ["I want to die", "samaritans", "help me", "hopeless", "my husband beats me"])
def test_a_notice_is_the_last_word_too(query: str, run: Run) -> None:
    ran = run("search", query, "--plain")
    assert "psychodyn help-now" in (ran.err + ran.out).splitlines()[-1]


def test_a_word_read_as_another_calls_for_nothing_together_with_it(run: Run) -> None:
    ran = run("search", "pills or talk", "--plain")
    assert "help-now" not in ran.err + ran.out


def test_what_was_read_instead_is_written_as_pages_write_it(run: Run) -> None:
    assert "Searched for “resistance” for “resistence”." in run("search", "resistence").out
    assert "Searched for “transference” for “transferance”." in run("search", "transferance").out
