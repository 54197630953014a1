"""On a terminal a long page of the guide waits after each screenful, and what is typed there is the next line."""

import os
import sys
from collections.abc import Iterator

import pexpect
import pytest

MORE = "Enter: more, or type on"


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
