"""What is kept is never lost: not by a crash, not by two quizzes at once, not by a clock or a damaged file."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from psychodyn_cli.quiz.progress import VERSION, CannotKeep, Progress, open_progress
from psychodyn_cli.quiz.schedule import due_after

NOON = datetime(2026, 3, 28, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "psychodyn" / "progress.sqlite"


@pytest.fixture
def progress(path: Path) -> Iterator[Progress]:
    opened, aside = open_progress(path)
    assert aside is None
    yield opened
    opened.close()


def answers_in(path: Path) -> list[tuple[str, bool]]:
    with closing(sqlite3.connect(path)) as database:
        return [
            (card, bool(right)) for card, right in database.execute("SELECT card, right FROM answers ORDER BY number")
        ]


def parts_of(path: Path) -> list[Path]:
    """The file, what SQLite puts beside it while it is open, and what was put aside."""
    return sorted(path.parent.iterdir())


# What is kept --------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_reader_can_read_it(progress: Progress, path: Path) -> None:
    progress.record("a/1", right=True, now=NOON)
    for part in parts_of(path):
        assert stat.S_IMODE(part.stat().st_mode) == 0o600, part
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_answer_taken_back_was_never_given(progress: Progress) -> None:
    progress.record("a/1", right=False, now=NOON)
    before = progress.standings()
    number = progress.record("a/1", right=True, now=NOON + DAY)
    progress.take_back(number)
    progress.take_back(number)
    assert progress.standings() == before
    assert progress.answered() == 1


def test_a_card_whose_only_answer_was_taken_back_is_new_again(progress: Progress) -> None:
    progress.take_back(progress.record("a/1", right=True, now=NOON))
    assert progress.seen() == frozenset()


def test_one_card_is_forgotten_and_the_others_stay(progress: Progress) -> None:
    for card in ("a/1", "a/2", "b/1"):
        progress.record(card, right=True, now=NOON)
    progress.flag("a/1")
    assert progress.forget(("a/1", "a/2", "c/1")) == 2
    assert progress.seen() == {"b/1"}
    assert progress.flagged() == ()


def test_a_flag_is_set_and_taken_away(progress: Progress) -> None:
    assert progress.flag("a/1")
    assert progress.flagged() == ("a/1",)
    assert not progress.flag("a/1")
    assert progress.flagged() == ()


# What is due ---------------------------------------------------------------------------------------


def test_the_longest_due_comes_first(progress: Progress) -> None:
    progress.record("b/1", right=False, now=NOON)
    progress.record("a/1", right=False, now=NOON + timedelta(minutes=5))
    progress.record("c/1", right=True, now=NOON)
    assert progress.due(NOON) == ()
    assert progress.due(NOON + timedelta(hours=1)) == ("b/1", "a/1")


def test_an_hour_is_an_hour_in_every_time_zone(progress: Progress, monkeypatch: pytest.MonkeyPatch) -> None:
    """And on the night in which the clocks go forward."""
    progress.record("a/1", right=False, now=NOON)
    for zone in ("Pacific/Kiritimati", "Europe/London", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert progress.due(NOON + timedelta(minutes=9)) == ()
        assert progress.due(NOON + timedelta(minutes=11)) == ("a/1",)
    monkeypatch.undo()
    time.tzset()


def test_a_card_seen_by_a_clock_that_ran_ahead_is_not_lost(progress: Progress) -> None:
    progress.record("a/1", right=True, now=NOON + 3000 * DAY)
    assert progress.due(NOON) == ("a/1",)
    progress.record("a/1", right=True, now=NOON)
    assert progress.due(NOON) == ()


def test_a_clock_set_back_a_little_brings_nothing_back_at_once(progress: Progress) -> None:
    progress.record("a/1", right=True, now=NOON)
    assert progress.due(NOON - timedelta(hours=2)) == ()


@pytest.mark.parametrize("year", [1904, 1970, 2038, 2100, 9990])
def test_any_clock_will_do(year: int, progress: Progress) -> None:
    progress.record("a/1", right=True, now=datetime(year, 2, 28, tzinfo=UTC))
    assert progress.answered() == 1


def test_at_the_end_of_time_an_answer_is_refused_and_nothing_breaks(progress: Progress) -> None:
    end = datetime(9999, 12, 31, tzinfo=UTC)
    with pytest.raises(CannotKeep):
        progress.record("a/1", right=True, now=end)
    progress.record("b/1", right=True, now=NOON)
    assert progress.seen() == {"b/1"}


# Whatever happens to the file ----------------------------------------------------------------------

DAMAGED = {
    "no database": b"My answers, as I remember them.\n" * 200,
    "a line": b"hello",
    "cut short": b"SQLite format 3\0" + b"\0" * 50,
    "not even text": bytes(range(256)) * 64,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(content: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True)
    for number in (1, 2):
        path.write_bytes(content)
        opened, aside = open_progress(path)
        opened.record("a/1", right=True, now=NOON)
        opened.close()
        assert aside == path.with_name(f"progress-damaged-{number}.sqlite")
        assert aside.read_bytes() == content
        assert answers_in(path) == [("a/1", True)]


def test_so_is_a_database_of_someone_else_and_one_with_a_hole(path: Path) -> None:
    opened, _ = open_progress(path)
    for number in range(300):
        opened.record(f"a/{number}", right=True, now=NOON)
    opened.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    opened, aside = open_progress(path)
    opened.close()
    assert aside is not None
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE cards")
    opened, aside = open_progress(path)
    opened.close()
    assert aside is not None


def test_an_empty_file_is_as_good_as_none(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    opened, aside = open_progress(path)
    opened.close()
    assert aside is None


def test_a_file_of_a_newer_psychodyn_is_left_alone(path: Path) -> None:
    open_progress(path)[0].close()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(CannotKeep, match="newer psychodyn"):
        open_progress(path)
    assert parts_of(path) == [path]


@pytest.mark.parametrize("place", ["/dev/null/psychodyn/progress.sqlite", "/proc/psychodyn/progress.sqlite"])
def test_where_nothing_can_be_written_it_says_so(place: str) -> None:
    with pytest.raises(CannotKeep):
        open_progress(Path(place))


def test_where_a_folder_stands_in_the_way_it_says_so(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(CannotKeep):
        open_progress(path)


# Several at once, and sudden ends ------------------------------------------------------------------

ANSWERING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from psychodyn_cli.quiz.progress import open_progress
progress, _ = open_progress(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    progress.record(f"{sys.argv[2]}/{number % 7}", number % 3 > 0, datetime.now(UTC))
    print(number, flush=True)
"""


def answering(path: Path, who: str, answers: int) -> "subprocess.Popen[str]":
    command = (sys.executable, "-c", ANSWERING, str(path), who, str(answers))
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("before", [None, b"no database" * 500], ids=["no file yet", "a damaged one"])
def test_quizzes_at_once_lose_no_answer(before: bytes | None, path: Path) -> None:
    """From the very first: each tries to make the file."""
    if before:
        path.parent.mkdir(parents=True)
        path.write_bytes(before)
    at_once = [answering(path, "same", 40) for _ in range(3)]
    assert [one.communicate()[1] for one in at_once] == [""] * 3
    assert len(answers_in(path)) == 120


def test_a_sudden_end_loses_nothing_that_was_answered(path: Path) -> None:
    said = 0
    for wait in (1, 5, 12):
        with answering(path, f"run-{wait}", 100_000) as process:
            assert process.stdout is not None
            for _ in range(wait):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
            said += wait + len(process.stdout.read().splitlines())
        opened, aside = open_progress(path)
        assert aside is None
        assert said <= opened.answered() <= said + 1
        said = opened.answered()
        for standing in opened.standings():
            assert standing.answers > 0
        opened.close()


# Any order of things -------------------------------------------------------------------------------


class Keeping(RuleBasedStateMachine):
    """A file, and a list that it must agree with."""

    @initialize()
    def begin(self) -> None:
        self.path = Path(os.environ["XDG_STATE_HOME"]) / f"machine-{os.getpid()}-{id(self)}" / "progress.sqlite"
        self.progress, _ = open_progress(self.path)
        self.given: dict[int, tuple[str, bool, datetime]] = {}
        self.flags: set[str] = set()
        self.now = NOON

    def teardown(self) -> None:
        self.progress.close()
        for part in parts_of(self.path):
            part.unlink()
        self.path.parent.rmdir()

    @rule(card=st.sampled_from("abc"), right=st.booleans(), gap=st.timedeltas(-2 * DAY, 60 * DAY))
    def answer(self, card: str, right: bool, gap: timedelta) -> None:
        self.now += gap
        self.given[self.progress.record(card, right, self.now)] = (card, right, self.now)

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.given)))
        self.progress.take_back(number)
        del self.given[number]

    @rule(card=st.sampled_from("abc"))
    def flag(self, card: str) -> None:
        self.flags ^= {card}
        assert self.progress.flag(card) == (card in self.flags)

    @rule(card=st.sampled_from("abc"))
    def forget(self, card: str) -> None:
        self.progress.forget((card,))
        self.given = {number: one for number, one in self.given.items() if one[0] != card}
        self.flags.discard(card)

    @rule()
    def forget_all(self) -> None:
        assert self.progress.forget_all() == len(self.given)
        self.given, self.flags = {}, set()

    @rule()
    def end_and_begin_again(self) -> None:
        self.progress.close()
        self.progress, aside = open_progress(self.path)
        assert aside is None

    @invariant()
    def it_agrees(self) -> None:
        assert self.progress.answered() == len(self.given)
        assert set(self.progress.flagged()) == self.flags
        found = {one.card: one for one in self.progress.standings()}
        assert found.keys() == {card for card, _, _ in self.given.values()}
        for card, standing in found.items():
            answers = [(right, at) for one, right, at in self.given.values() if one == card]
            assert standing.due == due_after(answers)


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)
