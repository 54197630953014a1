"""Shares of a hundred people, in figures and in everyday words."""

import pytest

from builders import a_library, a_question
from psychodyn_cli.entries import InHundred, Share
from psychodyn_cli.formats import plain
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.hundreds import in_words


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 in 100\n"),
        (1, "1 in 100\n"),
        (2, "2 in 100, one in fifty\n"),
        (98, "98 in 100, about nineteen in twenty\n"),
        (99, "99 in 100\n"),
        (100, "100 in 100\n"),
    ],
)
def test_one_and_all_but_one_are_plain_enough(count: int, told: str) -> None:
    counted = InHundred(what="People who arrived [@doe1999]:", groups=(Share(who="On foot", count=count),))
    question = a_question(in_100=(counted,))
    assert f"On foot: {told}" in plain.render(page_of(question, a_library(question)))


@pytest.mark.parametrize(
    ("count", "told"),
    [(3, "about one in fifty"), (12, "about one in eight"), (13, "about one in eight"), (17, "about one in six"),
     (33, "about one in three"), (50, "half"), (67, "about two in three"), (75, "three in four")],
)  # fmt: skip
def test_the_nearest_share_that_people_speak_of(count: int, told: str) -> None:
    assert in_words(count) == told
