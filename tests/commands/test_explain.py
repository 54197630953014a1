"""`explain` opens one page on anything, in three depths; a near miss is offered and never opened."""

import json

import pytest

from conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ("free-association",),
        ("free association",),
        ("free", "association"),
        ("FREE_ASSOCIATION",),
        ("the fundamental rule",),
        ("Free-Associations",),
    ],
)
def test_every_way_of_saying_a_name_opens_it(words: tuple[str, ...], run: Run) -> None:
    ran = run("explain", *words)
    assert ran.code == 0
    assert ran.out.startswith("Free association\n")


def test_short_is_one_sentence_and_full_says_more(run: Run) -> None:
    short, usual, full = (run("explain", "silence", *option).out for option in (("--short",), (), ("--full",)))
    assert len(short.splitlines()) <= 7
    assert len(short) < len(usual) < len(full)
    assert "History" in full
    assert "History" not in usual


def test_several_names_are_several_pages(run: Run) -> None:
    out = run("explain", "catharsis", "silence", "--short").out
    assert out.index("Catharsis") < out.index("Silence")


def test_a_joined_phrase_opens_both_its_names(run: Run) -> None:
    out = run("explain", "clarification and interpretation", "--short").out
    assert "Clarification" in out
    assert "Interpretation" in out


@pytest.mark.parametrize(
    "name", ["free association", "catharsis", "transference", "working through", "clarification", "interpretation",
             "content vs process"]
)  # fmt: skip
def test_the_names_that_a_reader_brings_along_open(name: str, run: Run) -> None:
    assert run("explain", name, "--short").code == 0


def test_a_typing_error_is_offered_by_number_and_not_opened(run: Run) -> None:
    ran = run("explain", "transferance")
    assert ran.code == 3
    assert ran.out == ""
    assert "1. Transference: psychodyn explain transference" in ran.err


def test_what_is_found_is_shown_although_something_else_is_not(run: Run) -> None:
    ran = run("explain", "silence", "qqqqzzzz", "--short")
    assert ran.code == 3
    assert "Silence" in ran.out
    assert "qqqqzzzz" in ran.err


def test_json_names_what_is_missing(run: Run) -> None:
    ran = run("explain", "transferance", "--format", "json")
    assert ran.code == 3
    told = json.loads(ran.out)
    assert told["entries"] == []
    assert told["missing"][0]["query"] == "transferance"
    assert "transference" in told["missing"][0]["suggestions"]


def test_short_and_full_exclude_each_other(run: Run) -> None:
    ran = run("explain", "silence", "--short", "--full")
    assert ran.code == 2
    assert "exclude each other" in ran.err


@pytest.mark.parametrize("name", ["repression", "dbt"])
def test_a_grave_page_shows_the_way_to_help_near_its_top(name: str, run: Run) -> None:
    head = "\n".join(run("explain", name).out.splitlines()[:8])
    assert "help-now" in head


@pytest.mark.parametrize(
    "name", ["[x]", "[/x]", ":smile:", "\x1b[31m", "a" * 10_000, "", "../../etc/passwd", "\0", "%s", "*"]
)
def test_odd_names_get_a_clear_answer_and_stay_inert(name: str, run: Run) -> None:
    ran = run("explain", name)
    assert ran.code in {2, 3}
    assert "\x1b" not in ran.out + ran.err
    assert "\0" not in ran.err
    assert len(ran.err) < 1_000
    assert "Traceback" not in ran.err
