"""`explain` opens one page on anything, in three depths; a near miss is offered and never opened."""

import json
from pathlib import Path

import pytest

from builders import a_defence, a_source, a_technique, written
from conftest import Run
from psychodyn_cli.entries import Depth, Neighbour


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


def test_a_name_among_other_words_is_offered_and_not_opened(run: Run) -> None:
    ran = run("explain", "silence", "qqqqzzzz")
    assert (ran.code, ran.out) == (3, "")
    assert "1. Silence: psychodyn explain silence" in ran.err


@pytest.mark.parametrize("asked", ["low mood", "I hate myself", "will it make me worse", "how is it not CBT"])
def test_a_sentence_is_answered_with_what_speaks_of_it(asked: str, run: Run) -> None:
    ran = run("explain", asked)
    assert (ran.code, ran.out) == (3, "")
    assert "  1. " in ran.err


def test_who_asks_for_a_difference_gets_both_pages_and_the_way_to_compare_them(run: Run) -> None:
    ran = run("explain", "difference between projection and projective identification", "--short")
    assert ran.code == 0
    assert ran.out.index("Projection\n") < ran.out.index("Projective identification\n")
    assert ran.err == "Side by side: psychodyn compare projection projective-identification\n"


def test_a_pair_opens_both_and_a_question_what_it_is_of(run: Run) -> None:
    assert {"Anxiety", "Depression"} <= set(run("explain", "anxiety/depression", "--short").out.splitlines())
    assert run("explain", "what", "is", "transference").out.startswith("Transference\n")


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
    "name", ["[x]", "[/x]", ":tada:", "\x1b[31m", "a" * 10_000, "", "../../etc/passwd", "\0", "%s", "*"]
)
def test_odd_names_get_a_clear_answer_and_stay_inert(name: str, run: Run) -> None:
    ran = run("explain", name)
    assert ran.code in {2, 3}
    assert "\x1b" not in ran.out + ran.err
    assert "\0" not in ran.err
    assert len(ran.err) < 1_000
    assert "Traceback" not in ran.err


# On content of their own -----------------------------------------------------------------------------


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few entries, in place of the program's content."""
    content = written(
        tmp_path / "data",
        a_technique(
            name="Whistling",
            aim="A tune [@doe1999], and *no* [[humming|words]].",
            aliases=("Pfeifen",),
            people_say=("why does he whistle at me",),
            confusable=(Neighbour(entry="humming", difference="Humming has a nose."),),
            related=("humming", "looking-away"),
        ),
        a_technique(name="Humming", full=Depth()),
        a_technique(name="Whispering"),
        a_defence(name="Looking away", sensitive=True),
        a_source(id="doe1999", name="On tunes"),
    )
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    "typed", ["whistling", "Whistlings", "PFEIFEN", "why does he whistle at me", "Why does he whistle at me?"]
)
def test_a_name_an_alias_and_what_people_say_open_a_page(typed: str, run: Run) -> None:
    assert run("explain", typed).out.startswith("Whistling\n")


@pytest.mark.usefixtures("few")
def test_a_page_names_its_sources_its_neighbours_and_where_to_go_next(run: Run) -> None:
    out = run("explain", "whistling").out
    assert "A tune [1], and no words." in out
    assert "[1] Doe, Jane (1999). On tunes." in out
    assert "\nOften confused with\nHumming: Humming has a nose.\n" in out
    assert "1. Humming: " in out
    assert "(psychodyn explain looking-away)" in out


@pytest.mark.usefixtures("few")
def test_a_page_ends_in_what_there_is_more_of(run: Run) -> None:
    def last(*words: str) -> str:
        return run("explain", *words).out.splitlines()[-1]

    assert last("whistling", "--short") == "The whole page: psychodyn explain whistling"
    assert last("whistling") == "More: psychodyn explain whistling --full"
    assert last("whistling", "--full") == "Look around: psychodyn techniques"
    assert last("humming") == "Look around: psychodyn techniques"  # there is no more of it


@pytest.mark.usefixtures("few")
def test_what_is_near_is_offered_nearest_first_and_numbered(run: Run) -> None:
    ran = run("explain", "whisling")
    assert ran.code == 3
    first, second = ran.err.splitlines()[1:3]
    assert first == "  1. Whistling: psychodyn explain whistling"
    assert second.startswith("  2. ")


@pytest.mark.usefixtures("few")
def test_only_a_grave_page_shows_the_way_to_help(run: Run) -> None:
    assert "help-now" in run("explain", "looking-away").out
    assert "help-now" not in run("explain", "whistling").out


@pytest.mark.usefixtures("few")
def test_a_name_that_speaks_of_danger_shows_the_way_to_help_first(run: Run) -> None:
    err = run("explain", "I want to die").err
    assert err.index("help-now") < err.index("Nothing here is called")


@pytest.mark.parametrize("name", ["i want to die", "samaritans", "i need help now", "im a burden"])
def test_the_way_to_help_comes_before_and_after_what_is_offered(name: str, run: Run) -> None:
    err = run("explain", *name.split(), "--plain").err
    assert "call your country's emergency number" in err.splitlines()[0]
    assert err.splitlines()[-1] == "You can get help now: psychodyn help-now"
