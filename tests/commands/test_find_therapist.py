"""`find-therapist` says where to look, step by step."""

import re

import pytest

from conftest import Run


@pytest.mark.parametrize("form", ["terminal", "plain", "markdown"])
def test_its_steps_are_numbered_once(form: str, run: Run) -> None:
    out = run("find-therapist", "gb", "--format", form).out
    assert re.findall(r"^\W*(?:Step )?(\d)(?:\.|:| ) ?", out, re.MULTILINE) == ["1", "2", "3", "4", "5"]
