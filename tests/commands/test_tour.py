"""`tour` goes through seven steps, each one screen with one thing to try; or it is printed as one text."""

import io
import re
import shlex
import sys
from typing import Protocol

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Ran, Run, Told
from psychodyn_cli.cli import COMMANDS
from psychodyn_cli.entries import Step
from psychodyn_cli.formats import terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.spelling_out import explained
from psychodyn_cli.pages.tour import step_page

SCREEN = 24  # lines, the prompt among them


@pytest.fixture(scope="module")
def steps(library: Library) -> tuple[Step, ...]:
    return tuple(sorted(library.of_kind(Step), key=lambda step: step.number))


class Answering(Protocol):
    def __call__(self, *words: str, typed: tuple[str, ...] = ()) -> Ran: ...


@pytest.fixture
def answering(told: Told) -> Answering:
    """`answering("4", typed=("", "q"))` is `psychodyn tour 4` with these lines at the prompts."""
    return lambda *words, typed=(): told("tour", *words, lines=typed)


def seen(out: str) -> list[int]:
    return [int(number) for number in re.findall(r"^step (\d) of 7, last reviewed on ", out, re.MULTILINE)]


# The steps -----------------------------------------------------------------------------------------


def test_the_steps_are_told_in_the_order_in_which_people_ask(steps: tuple[Step, ...]) -> None:
    assert [step.id for step in steps] == [
        "roots", "what-is-special", "beside-cbt", "in-the-room", "techniques", "does-it-work", "choosing",
    ]  # fmt: skip


@pytest.mark.parametrize("at", range(7))
def test_a_step_is_one_screen(at: int, steps: tuple[Step, ...], library: Library) -> None:
    out = io.StringIO()
    terminal.render(explained(step_page(steps[at], steps, library, sources=False)), out, 80, color=False)
    assert len(out.getvalue().splitlines()) < SCREEN


@pytest.mark.parametrize("at", range(7))
def test_what_it_says_to_try_works(at: int, steps: tuple[Step, ...], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    words = shlex.split(steps[at].command)
    assert words[1] in COMMANDS
    assert run(*words[1:]).code == 0


def test_what_is_counted_is_drawn_and_what_to_do_is_numbered(run: Run) -> None:
    whole = run("tour", "--all", "--format", "terminal").out
    assert "With a talking therapy  41 in 100, about two in five" in whole
    assert "\nStep 1  Look for someone on a register" in whole


# Forwards, back, leaving, coming again -------------------------------------------------------------

WALKS = {  # begun at, what is typed -> the steps that are seen
    "Enter goes on": ((), ("", "", "q"), [1, 2, 3]),
    "so do words": ((), ("n", "NEXT", "q"), [1, 2, 3]),
    "b goes back": ((), ("", "b", "q"), [1, 2, 1]),
    "at the first step one stays there": ((), ("b", "back", "q"), [1, 1, 1]),
    "a number opens that step": ((), ("6", "", "2", "q"), [1, 6, 7, 2]),
    "it begins where one says": (("4",), ("", "q"), [4, 5]),
    "it ends after the last": (("7",), ("",), [7]),
    "what is no answer moves nowhere": ((), ("8", "0", "-1", "²", "zzz", "9" * 99, ""), [1, 2]),
}


@pytest.mark.parametrize(("words", "typed", "expected"), WALKS.values(), ids=WALKS)
def test_a_walk(words: tuple[str, ...], typed: tuple[str, ...], expected: list[int], answering: Answering) -> None:
    ran = answering(*words, typed=typed)
    assert ran.code == 0
    assert seen(ran.out) == expected


@pytest.mark.parametrize("typed", [("", "q"), ("", "QUIT"), ("",)], ids=["q", "quit", "end of input"])
def test_who_leaves_is_told_how_to_go_on_from_there(typed: tuple[str, ...], answering: Answering) -> None:
    assert answering(typed=typed).err.endswith("Left. From here again: psychodyn tour 2\n")


def test_at_the_end_it_says_so_and_where_to_go(answering: Answering) -> None:
    err = answering("7", typed=("",)).err
    assert err.splitlines()[-1].startswith("That was the tour.")
    assert "Left." not in err


def test_t_tries_the_command_and_the_tour_goes_on(answering: Answering) -> None:
    ran = answering("5", typed=("t", "", "q"))
    assert "Free association (free-association)" in ran.out
    assert seen(ran.out) == [5, 6]


def test_what_is_no_answer_is_said_to_be_none(answering: Answering) -> None:
    assert "Enter goes on, b goes back" in answering(typed=("zzz",)).err


def test_words_of_danger_are_answered_with_the_way_to_help(answering: Answering) -> None:
    assert "help-now" in answering(typed=("I want to die",)).err


@pytest.mark.parametrize("word", ["8", "0", "roots", "-", "²", "9" * 40])
def test_a_step_that_there_is_not_is_wrong_usage(word: str, run: Run) -> None:
    ran = run("tour", word)
    assert (ran.code, ran.out) == (2, "")
    assert "Steps: 1 to 7." in ran.err


# As one text ---------------------------------------------------------------------------------------


def test_the_whole_and_each_step_say_when_they_were_last_reviewed(answering: Answering) -> None:
    assert re.search(r"\nLast reviewed: \d+ \w+ 20\d\d\.\n\n.+\n\Z", answering("--all").out)
    assert re.search(r"^step 4 of 7, last reviewed on \d+ \w+ 20\d\d$", answering("4").out, re.MULTILINE)


def test_all_is_the_whole_with_its_sources(run: Run, steps: tuple[Step, ...]) -> None:
    out = run("tour", "--all").out
    places = [out.index(f"{number}. {step.name}") for number, step in enumerate(steps, 1)]
    assert places == sorted(places)
    assert out.index("\nSources\n") > places[-1]
    assert all(step.command in out for step in steps)


@pytest.mark.parametrize(("words", "heading"), [((), "# The tour\n"), (("4",), "# What happens in the room?\n")])
def test_as_markdown_it_asks_nothing(words: tuple[str, ...], heading: str, run: Run) -> None:
    ran = run("tour", *words, "--format", "markdown")
    assert ran.out.startswith(heading)
    assert "## Sources" in ran.out
    assert ran.err == ""


def test_into_a_file_or_a_pager_it_asks_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader sits at a keyboard, but would not see a prompt beside what it belongs to."""
    keyboard = io.StringIO()
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", keyboard)
    ran = run("tour")
    assert ran.out.startswith("The tour\n")
    assert ran.err == ""


# Whatever is typed ---------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(typed=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8))
def test_random_lines_never_break_it(typed: list[str], answering: Answering) -> None:
    ran = answering("--plain", typed=tuple(line.replace("t", "") for line in typed))
    assert ran.code == 0
    assert "wrong inside" not in ran.err


@pytest.mark.parametrize(("leave", "code"), [("q\r", 0), ("\x04", 0), ("\x03", 130)], ids=["q", "Ctrl-D", "Ctrl-C"])
def test_on_a_real_terminal(leave: str, code: int) -> None:
    child = pexpect.spawn(sys.executable, ["-m", "psychodyn_cli", "tour"], encoding="utf-8", timeout=20)
    child.expect(r"\[1 of 7\]")
    child.send("\r")
    child.expect(r"\[2 of 7\].*leave: ")
    child.send(leave)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
