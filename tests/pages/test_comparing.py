"""Therapies side by side: what the pages behind them tell of each other."""

import pytest

from builders import a_library, a_therapy
from psychodyn_cli.entries import HeadToHead, Therapy
from psychodyn_cli.formats import plain
from psychodyn_cli.pages.comparing import comparison_page

FOUND = HeadToHead(other="quick-therapy", standing="about-equal", says="Both walked as far.")
SLOW = a_therapy(name="Slow therapy", head_to_head=(FOUND,))
QUICK = a_therapy(name="Quick therapy")
LOUD = a_therapy(name="Loud therapy")


def compared(*therapies: Therapy) -> str:
    library = a_library(SLOW, QUICK, LOUD)
    return plain.render(comparison_page(therapies, library.dimensions(), library, sources=False, command=""))


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [(SLOW, QUICK, "Slow and quick"), (QUICK, SLOW, "Quick and slow")],
    ids=["told by the first", "told by the second"],
)
def test_a_trial_of_one_against_the_other_is_told_by_either_and_found_from_both(
    one: Therapy, other: Therapy, pair: str
) -> None:
    assert f"{pair}: About equal. Both walked as far." in " ".join(compared(one, other).split())


def test_among_three_each_pair_is_told_once() -> None:
    told = compared(QUICK, LOUD, SLOW)
    assert told.count("Both walked as far.") == 1
    assert [line.partition(":")[0] for line in told.splitlines() if "Nothing is told here of trials" in line] == [
        "Quick and loud",
        "Loud and slow",
    ]
