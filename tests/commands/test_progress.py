"""What `progress` shows, and starting over."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conftest import Run, Told
from psychodyn_cli.quiz.progress import open_progress

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def answered(path: Path, *answers: tuple[str, bool]) -> None:
    """As if these had been answered an hour ago."""
    with closing(open_progress(path)[0]) as progress:
        for card, right in answers:
            progress.record(card, right, datetime.now(UTC) - HOUR)


def test_where_nothing_is_kept_it_says_how_to_begin(kept: Path, run: Run) -> None:
    ran = run("progress")
    assert ran.code == 0
    assert "No answers are kept." in ran.out
    assert ran.out.endswith("Begin: psychodyn quiz\n")
    assert json.loads(run("progress", "--format", "json").out)["kept"] is False
    assert not kept.exists()


def test_it_tells_what_was_seen_what_is_due_and_what_is_weak(kept: Path, run: Run) -> None:
    answered(kept, ("denial/meaning", False), ("denial/unopened-letters", True), ("projection/meaning", True))
    out = run("progress").out
    assert "3 of " in out
    assert "1 is due now." in out
    assert "Denial: 1 of 2 right. psychodyn explain denial" in out
    assert "Projection" not in out
    assert out.endswith("Go on: psychodyn quiz\n")


def test_the_same_as_data(kept: Path, run: Run) -> None:
    answered(kept, ("denial/meaning", False), ("projection/meaning", True), ("of-a-pack/meaning", True))
    told = json.loads(run("progress", "--format", "json").out)
    assert (told["kept"], told["seen"], told["due"], told["answers"]) == (True, 2, 1, 2)
    assert len(told["days"]) == 7
    assert told["days"][0] == 1
    assert sum(told["days"]) == 2
    assert told["weak"] == [{"entry": "denial", "answers": 1, "right": 0}]
    assert told["seen_by_kind"] == {"meaning": 2}


def test_what_was_flagged_is_listed(kept: Path, run: Run) -> None:
    with closing(open_progress(kept)[0]) as progress:
        progress.flag("denial/meaning")
    assert "Flagged\n- denial/meaning" in run("progress").out


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("denial/meaning", {"denial/unopened-letters", "projection/meaning"}),
        ("denial", {"projection/meaning"}),
        ("Being in denial", {"projection/meaning"}),
    ],
)
def test_one_can_be_started_over(name: str, left: set[str], kept: Path, run: Run) -> None:
    answered(kept, ("denial/meaning", True), ("denial/unopened-letters", True), ("projection/meaning", True))
    assert "gone" in run("progress", "--reset", name).out
    with closing(open_progress(kept)[0]) as progress:
        assert progress.seen() == left


def test_everything_can_be_started_over_and_stays_agreed(kept: Path, told: Told) -> None:
    answered(kept, ("denial/meaning", True), ("projection/meaning", True))
    ran = told("progress", "--reset-all", lines=("y",))
    assert ran.code == 2
    assert "psychodyn progress --reset-all --yes" in ran.err
    assert "2 answers gone" in told("progress", "--reset-all", "--yes").out
    assert kept.exists()


def test_without_answers_there_is_nothing_to_start_over(kept: Path, run: Run) -> None:
    assert run("progress", "--reset-all", "--yes").out == "No answers are kept.\n"
    assert "0 answers gone" in run("progress", "--reset", "denial").out
    assert not kept.exists()


def test_a_clock_set_back_shows_no_nonsense(kept: Path, run: Run) -> None:
    with closing(open_progress(kept)[0]) as progress:
        progress.record("denial/meaning", right=True, now=datetime.now(UTC) + 4000 * DAY)
    out = run("progress").out
    assert "1 is due now." in out
    assert "-" not in out.partition("Seen so far")[0]


def test_a_damaged_file_is_put_aside(kept: Path, run: Run) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"no database at all" * 300)
    ran = run("progress")
    assert ran.code == 0
    assert "was damaged" in ran.err
    with closing(sqlite3.connect(kept)) as database:
        assert database.execute("SELECT COUNT(*) FROM answers").fetchone() == (0,)
