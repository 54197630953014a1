"""On a terminal a long page of the guide waits after each screenful, and what is typed there is the next line."""

import os
import sys
from collections.abc import Iterator

import pexpect
import pytest

MORE = "Enter: more, or type on"


@pytest.mark.parametrize("rows", [23, 24], ids=["under a status line", "the usual window"])
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["colours", "none", "dumb"])
def test_the_first_screen_fits_with_the_way_to_help_on_it(environment: dict[str, str], rows: int) -> None:
    first = first_screen(environment, rows, 80)
    assert first.count("\n") < rows
    assert "In danger or in a crisis: type help-now." in first


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}], ids=["colours", "dumb"])
def test_on_a_narrow_one_the_way_to_help_stands_before_the_first_break(environment: dict[str, str]) -> None:
    first = first_screen(environment, 24, 40, MORE)
    assert "help-now" in first
    assert first.count("\n") == 23  # whatever colours there are, a screenful is one


def first_screen(environment: dict[str, str], rows: int, columns: int, up_to: str = "\npsychodyn: ") -> str:
    """What a bare `psychodyn` shows before it waits."""
    usual = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable, ["-m", "psychodyn_cli"], encoding="utf-8", timeout=20, env=usual | environment,
        dimensions=(rows, columns),
    )  # fmt: skip
    assert child.expect([up_to, MORE]) == 0
    child.close()
    return str(child.before)


@pytest.fixture
def guide() -> Iterator["pexpect.spawn[str]"]:
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    words = ["-m", "psychodyn_cli"]
    child = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=20, env=environment, dimensions=(24, 80))
    child.expect("psychodyn:")
    assert MORE not in str(child.before)  # home fits
    yield child
    child.close()


def test_a_long_page_waits_and_enter_shows_the_next_screenful(guide: "pexpect.spawn[str]") -> None:
    guide.sendline("explain psychodynamic")
    guide.expect(MORE)
    first = str(guide.before)
    assert first.count("\n") <= 25
    guide.sendline("")
    guide.expect(MORE)
    assert str(guide.before).strip() not in first


def test_what_is_typed_instead_is_answered(guide: "pexpect.spawn[str]") -> None:
    guide.sendline("questions")
    guide.expect(MORE)
    guide.sendline("h")
    guide.expect("Where would you like to begin")
    guide.sendline("q")
    guide.expect("Goodbye")


@pytest.mark.parametrize("leave", ["q\n", "\x04"], ids=["q", "Ctrl-D"])
def test_the_guide_can_be_left_in_the_middle_of_a_page(guide: "pexpect.spawn[str]", leave: str) -> None:
    guide.sendline("techniques")
    guide.expect(MORE)
    guide.send(leave)
    guide.expect("Goodbye")
    guide.expect(pexpect.EOF)
    guide.close()
    assert guide.exitstatus == 0


def test_words_of_danger_leave_the_way_to_help_at_the_prompt(guide: "pexpect.spawn[str]") -> None:
    guide.sendline("i want to die")
    guide.expect("psychodyn:")
    said = str(guide.before)
    assert "help-now uk" in " ".join(said.split())
    assert said.count("\n") < 12
