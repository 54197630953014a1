"""`session` tells an invented conversation: whole, line by line, or with a guess before each note."""

import io
import re

import pytest

from conftest import Ran, Run

NAME = "a-first-meeting"


@pytest.fixture
def answering(run: Run, monkeypatch: pytest.MonkeyPatch) -> "Answering":
    return Answering(run, monkeypatch)


class Answering:
    """`answering("--guess", "1", "q")` types these lines at the prompts."""

    def __init__(self, run: Run, patch: pytest.MonkeyPatch) -> None:
        self.run, self.patch = run, patch

    def __call__(self, how: str, *lines: str) -> Ran:
        self.patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return self.run("session", NAME, how)


def lines_told(out: str) -> list[int]:
    return [int(number) for number in re.findall(r"^ ?(\d+) (?:Therapist|Client)", out, re.MULTILINE)]


def test_step_tells_one_line_more_with_each_enter(answering: Answering) -> None:
    assert lines_told(answering("--step", "", "").out) == [1, 2, 3]


def test_step_goes_to_the_end(answering: Answering) -> None:
    out = answering("--step", *[""] * 40).out
    assert lines_told(out)[-1] >= 20
    assert "Left." not in out


@pytest.mark.parametrize("how", ["--step", "--guess"])
@pytest.mark.parametrize("leave", ["q", "QUIT", "exit"])
def test_q_leaves_at_any_prompt_and_says_how_to_come_back(answering: Answering, how: str, leave: str) -> None:
    ran = answering(how, leave)
    assert ran.code == 0
    assert f"Left. From the start again: psychodyn session {NAME} {how}" in ran.out


TO_THE_FIRST_GUESS = ("", "")  # two lines go by without anything to name


def test_a_guess_is_asked_before_the_note_is_told(answering: Answering) -> None:
    out = answering("--guess", *TO_THE_FIRST_GUESS).out
    assert "What is at work here?\n  1. " in out
    assert "At work:" not in out


def test_enter_tells_the_note(answering: Answering) -> None:
    assert "At work: the therapeutic frame" in answering("--guess", *TO_THE_FIRST_GUESS, "").out


def test_right_or_wrong_is_said_before_the_note_and_exactly_one_of_four_is_right(answering: Answering) -> None:
    said = [answering("--guess", *TO_THE_FIRST_GUESS, number).out.partition("At work:") for number in "1234"]
    assert [("Yes." in before, bool(note)) for before, note, _ in said].count((True, True)) == 1
    assert [("Not quite" in before, bool(note)) for before, note, _ in said].count((True, True)) == 3


@pytest.mark.parametrize("typed", ["99", "0", "frame", "-1", "²"])
def test_what_is_no_choice_is_asked_again_and_tells_nothing(answering: Answering, typed: str) -> None:
    ran = answering("--guess", *TO_THE_FIRST_GUESS, typed)
    assert "Type a number from 1 to 4." in ran.err
    assert "At work:" not in ran.out


@pytest.mark.parametrize("lines", [("q",), ()], ids=["q", "end of input"])
def test_who_leaves_at_a_guess_is_told_no_answer(answering: Answering, lines: tuple[str, ...]) -> None:
    out = answering("--guess", *TO_THE_FIRST_GUESS, *lines).out
    assert "At work:" not in out
    assert out.endswith(f"psychodyn session {NAME} --guess\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("first-meting", "Did you mean: a-first-meeting? "),
        ("nope", "There are: a-client-who-leaves, a-defence-noticed"),
    ],
    ids=["nearly so", "nothing near"],
)
def test_where_no_session_has_the_name_those_that_there_are_stand_there(name: str, told: str, run: Run) -> None:
    ran = run("session", name)
    assert ran.code == 3
    assert told in ran.err
