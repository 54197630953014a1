"""When a card comes again is what the fsrs library says, for the same answers."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fsrs import Card, Rating
from hypothesis import given, settings
from hypothesis import strategies as st

from psychodyn_cli.quiz.progress import open_progress
from psychodyn_cli.quiz.schedule import SCHEDULER, due_after

NOON = datetime(2026, 2, 28, 12, tzinfo=UTC)
# Between two answers: seconds, months, and clocks that were set back.
GAPS = st.one_of(
    st.timedeltas(timedelta(seconds=1), timedelta(hours=1)),
    st.timedeltas(timedelta(days=1), timedelta(days=400)),
    st.timedeltas(-timedelta(days=400), timedelta()),
)
ANSWERS = st.lists(st.tuples(st.booleans(), GAPS), min_size=1, max_size=12)


def dated(answers: list[tuple[bool, timedelta]]) -> list[tuple[bool, datetime]]:
    now = NOON
    found = []
    for right, gap in answers:
        found.append((right, now))
        now += gap
    return found


def by_the_library(answers: list[tuple[bool, datetime]]) -> Card:
    card = Card(card_id=0, due=NOON)
    for right, at in answers:
        card, _ = SCHEDULER.review_card(card, Rating.Good if right else Rating.Again, at)
    return card


@given(ANSWERS)
def test_the_schedule_is_the_librarys(answers: list[tuple[bool, timedelta]]) -> None:
    assert due_after(dated(answers)) == by_the_library(dated(answers)).due


@given(ANSWERS)
@settings(max_examples=25)  # each answer waits for the disk
def test_so_is_that_of_a_file(answers: list[tuple[bool, timedelta]]) -> None:
    with TemporaryDirectory() as folder, closing(open_progress(Path(folder) / "progress.sqlite")[0]) as progress:
        for right, at in dated(answers):
            progress.record("silence/meaning", right, at)
        (standing,) = progress.standings()
    assert standing.due == by_the_library(dated(answers)).due
    assert (standing.answers, standing.right) == (len(answers), sum(right for right, _ in answers))


def test_no_answers_no_schedule() -> None:
    assert due_after([]) is None


@pytest.mark.parametrize("now", [NOON, datetime(2028, 2, 29, 23, 59, tzinfo=UTC)], ids=["any day", "a leap day"])
def test_a_known_card_comes_another_day_and_a_missed_one_in_ten_minutes(now: datetime) -> None:
    known = due_after([(True, now)])
    assert known is not None
    assert known >= now + timedelta(days=1)
    assert due_after([(False, now)]) == now + timedelta(minutes=10)


def test_a_card_that_is_known_again_and_again_comes_ever_more_rarely() -> None:
    times = [NOON]
    for _ in range(6):
        times.append(due_after([(True, at) for at in times]) or NOON)
    gaps = [later - sooner for sooner, later in pairwise(times)]
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=60)
