"""Therapies side by side: what the pages behind them tell of each other."""

import pytest
from msgspec import structs

from builders import a_library, a_therapy
from psychodyn_cli.entries import HeadToHead, InHundred, Share, Therapy
from psychodyn_cli.formats import plain
from psychodyn_cli.pages.comparing import comparison_page
from psychodyn_cli.pages.entry import page_of

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


def test_what_differs_by_problem_has_a_line_each_and_its_first_sentence_among_what_is_said_in_short() -> None:
    whole = "Small gaps [@doe1999]. In nine trials they were level.\n\n*Hills:* level.\n\n*Stairs:* one was ahead."
    found = HeadToHead(other="quick-therapy", standing="differs-by-problem", says=whole)
    told = compared(a_therapy(name="Slow therapy", head_to_head=(found,)), QUICK).splitlines()
    assert "How they come out: Differs by problem. Small gaps [1]." in told
    assert {"- Hills: level.", "- Stairs: one was ahead."} <= set(told)


def test_people_who_were_counted_are_drawn_on_both_pages() -> None:
    counted = InHundred(what="People who arrived [@doe1999]:", groups=(Share(who="On foot", count=41),))
    slow = a_therapy(name="Slow therapy", head_to_head=(structs.replace(FOUND, in_100=(counted,)),))
    library = a_library(slow, QUICK)
    assert "On foot: 41 in 100, about two in five" in compared(slow, QUICK)
    assert "On foot: 41 in 100, about two in five" in plain.render(page_of(slow, library))


def test_what_is_unclear_is_not_told_by_its_first_sentence_alone() -> None:
    found = HeadToHead(
        other="quick-therapy", standing="unclear", says="One was ahead. It was small.\n\n*Hills:* level."
    )
    told = compared(a_therapy(name="Slow therapy", head_to_head=(found,)), QUICK).splitlines()
    assert "How they come out: Unclear. More on this stands below the rows." in told


@pytest.mark.parametrize(
    ("name", "alias", "told"),
    [
        pytest.param("Eye movement therapy (EMDR)", "EMDR", "Eye movement therapy (EMDR)", id="in its name already"),
        pytest.param(
            "Cognitive behavioural therapy", "CBT", "Cognitive behavioural therapy (CBT)", id="not in its name"
        ),
    ],
)
def test_a_short_name_stands_once_behind_the_whole_one(name: str, alias: str, told: str) -> None:
    lines = compared(a_therapy(name=name, id=alias.lower(), aliases=(alias,)), QUICK).splitlines()
    assert any(line.startswith(f"{told}: ") for line in lines)
    assert f"({alias}) ({alias})" not in "\n".join(lines)


def test_the_oldest_date_is_told() -> None:
    told = compared(a_therapy(name="Loud therapy", reviewed="2025-03-04"), QUICK)
    assert "Last read against its sources: 4 March 2025." in told
