"""What a course of sessions comes to: worked out from the price of one, rounded, each kind of money by itself."""

import pytest

from builders import a_library, a_question
from psychodyn_cli.entries import Price
from psychodyn_cli.formats import plain
from psychodyn_cli.pages.entry import page_of


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (40, 100, ["16 sessions at 40: 640 marks", "16 sessions at 100: 1,600 marks", "40 sessions at 40: 1,600 marks",
                   "40 sessions at 100: 4,000 marks"]),
        (143, 143, ["16 sessions at 143: about 2,300 marks", "40 sessions at 143: about 5,700 marks"]),
        (1, 1, ["16 sessions at 1: 16 marks", "40 sessions at 1: 40 marks"]),
    ],
)  # fmt: skip
def test_a_sum_is_worked_out_and_rounded(low: int, high: int, told: list[str]) -> None:
    question = a_question(prices=(Price(what="By the sea [@doe1999]:", money="marks", low=low, high=high),))
    lines = plain.render(page_of(question, a_library(question))).splitlines()
    assert [line for line in lines if " sessions at " in line] == told
