"""`find-therapist` says where to look, step by step, with boxes to tick."""

import re

import pytest

from conftest import Run
from psychodyn_cli.pages.find_therapist import QUESTIONS, STEPS, WARNINGS


@pytest.mark.parametrize("form", ["terminal", "plain", "markdown"])
def test_its_steps_are_numbered_once(form: str, run: Run) -> None:
    out = run("find-therapist", "gb", "--format", form).out
    assert re.findall(r"^\W*(?:Step )(\d): ", out, re.MULTILINE) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("form", ["terminal", "plain", "markdown"])
@pytest.mark.parametrize("country", [(), ("gb",)], ids=["no country", "one"])
def test_steps_questions_and_warnings_have_a_box_to_tick(country: tuple[str, ...], form: str, run: Run) -> None:
    boxes = run("find-therapist", *country, "--format", form).out.count("[ ] ")
    assert boxes == len(STEPS) + len(QUESTIONS) + len(WARNINGS)


def test_it_says_what_was_not_checked(run: Run) -> None:
    out = run("find-therapist", "gb", "--plain").out
    assert "What we did not check" in out
    assert "rang or visited nobody" in out


@pytest.mark.parametrize("place", ["NHS in Scotland", "NHS in Wales", "Mental health services in Northern Ireland"])
def test_each_part_of_the_united_kingdom_has_an_address(place: str, run: Run) -> None:
    told = next(line for line in run("find-therapist", "gb", "--plain").out.splitlines() if line.startswith(place))
    assert "https://" in told


def test_registers_and_mere_lists_stand_apart(run: Run) -> None:
    out = run("find-therapist", "gb", "--plain").out
    free, registers, lists = (out.index(f"Where to look: {part}") for part in ("the state", "registers", "lists"))
    assert free < out.index("NHS Talking Therapies") < registers < out.index("UKCP)") < lists < out.index("Welldoing")
