"""What a reader has agreed to keep: every answer, in one SQLite file that only they can read.

An answer is on disk before the next question is asked, so a crash loses at most a question that was not answered. Two
quizzes at once wait for each other. A file that is damaged is put aside and a new one begun. Times: microseconds, UTC.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from psychodyn_cli.quiz.schedule import due_after

VERSION = 1  # of the tables
_WAIT = 10.0  # seconds for another quiz to finish writing
_FUTURE = timedelta(days=1)  # a clock that is further ahead than this has been set back since
# What stands in `cards` follows from `answers`; it is kept so that finding what is due costs nothing.
_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    number INTEGER PRIMARY KEY AUTOINCREMENT, card TEXT NOT NULL, at INTEGER NOT NULL, right INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_of ON answers (card, number);
CREATE TABLE IF NOT EXISTS cards (
    id TEXT PRIMARY KEY, due INTEGER NOT NULL, last INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cards_due ON cards (due);
CREATE TABLE IF NOT EXISTS flags (card TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_READS = ("SELECT number, card, at, right FROM answers LIMIT 1", "SELECT id, due, last FROM cards LIMIT 1")
_BEGUN = datetime(1970, 1, 1, tzinfo=UTC)
_DAMAGE = "-damaged-"


class CannotKeep(Exception):
    """Answers cannot be kept here; the message says why."""


class _Damaged(Exception):
    """It is no progress file, or no longer a whole one."""

    def __init__(self, file: int) -> None:
        super().__init__()
        self.file = file  # its number: another quiz may have put it aside by now, and begun a new one


class Standing(Struct, frozen=True):
    """How one card stands: when it is due, and how often it was answered and known."""

    card: str
    due: datetime
    answers: int
    right: int


class Progress:
    """The open file."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def close(self) -> None:
        self._database.close()

    def record(self, card: str, right: bool, now: datetime) -> int:
        """Keep an answer and move its card on; the number takes it back."""
        with self._writing():
            query = "INSERT INTO answers (card, at, right) VALUES (?, ?, ?)"
            added = self._database.execute(query, (card, _stamp(now), right))
            self._reckon(card)
        return int(added.lastrowid or 0)

    def take_back(self, number: int) -> None:
        """As if the answer had not been given: the card stands where its other answers leave it."""
        with self._writing():
            row = self._database.execute("DELETE FROM answers WHERE number = ? RETURNING card", (number,)).fetchone()
            if row:
                self._reckon(row[0])

    def flag(self, card: str) -> bool:
        """Mark a card, or take the mark away; whether it is marked now."""
        with self._writing():
            gone = self._database.execute("DELETE FROM flags WHERE card = ?", (card,)).rowcount
            if not gone:
                self._database.execute("INSERT INTO flags (card) VALUES (?)", (card,))
        return not gone

    def forget(self, cards: Iterable[str]) -> int:
        """Drop these cards' answers and flags; how many answers that were."""
        with self._writing():
            return sum(self._forget(card) for card in cards)

    def forget_all(self) -> int:
        with self._writing():
            dropped = self._database.execute("DELETE FROM answers").rowcount
            self._database.execute("DELETE FROM cards")
            self._database.execute("DELETE FROM flags")
        return dropped

    def due(self, now: datetime) -> tuple[str, ...]:
        """The cards that are due, longest first, and those last seen by a clock that ran ahead."""
        query = "SELECT id FROM cards WHERE due <= ? OR last > ? ORDER BY due, id"
        return tuple(row[0] for row in self._database.execute(query, (_stamp(now), _stamp(now + _FUTURE))))

    def seen(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._database.execute("SELECT id FROM cards"))

    def flagged(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._database.execute("SELECT card FROM flags ORDER BY card"))

    def standings(self) -> tuple[Standing, ...]:
        counts = "SELECT id, due, COUNT(number), SUM(right) FROM cards JOIN answers ON card = id"
        query = f"{counts} GROUP BY id ORDER BY due, id"
        return tuple(
            Standing(card, _time(due), answers, right) for card, due, answers, right in self._database.execute(query)
        )

    def answered(self) -> int:
        return int(self._database.execute("SELECT COUNT(*) FROM answers").fetchone()[0])

    def _reckon(self, card: str) -> None:
        """When the card is due, after all its answers."""
        query = "SELECT right, at FROM answers WHERE card = ? ORDER BY number"
        answers = [(bool(right), _time(at)) for right, at in self._database.execute(query, (card,))]
        due = due_after(answers)
        if due is None:
            self._database.execute("DELETE FROM cards WHERE id = ?", (card,))
        else:
            row = (card, _stamp(due), _stamp(answers[-1][1]))
            self._database.execute("INSERT OR REPLACE INTO cards (id, due, last) VALUES (?, ?, ?)", row)

    def _forget(self, card: str) -> int:
        dropped = self._database.execute("DELETE FROM answers WHERE card = ?", (card,)).rowcount
        self._database.execute("DELETE FROM cards WHERE id = ?", (card,))
        self._database.execute("DELETE FROM flags WHERE card = ?", (card,))
        return dropped

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All of it or nothing, and nobody else in between."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")
        except (sqlite3.Error, OverflowError) as error:  # OverflowError: a clock in the year 9999
            raise CannotKeep(str(error)) from error


def open_progress(path: Path) -> tuple[Progress, Path | None]:
    """The file, made where there is none; and where a damaged one was put aside."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return Progress(_opened(path)), None
        except _Damaged as damaged:
            aside = _put_aside(path) if path.stat().st_ino == damaged.file else None
            return Progress(_opened(path)), aside
    except _Damaged as error:
        raise CannotKeep(f"{path} is no file that answers can be kept in") from error
    except (OSError, sqlite3.Error) as error:
        raise CannotKeep(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _opened(path: Path) -> sqlite3.Connection:
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    file = path.stat().st_ino
    database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        _prepare(database)
    except (sqlite3.Error, ValueError, CannotKeep) as error:  # ValueError: SQLite's own complaint is not UTF-8
        database.close()
        if _is_damage(error):
            raise _Damaged(file) from error
        raise
    return database


def _is_damage(error: Exception) -> bool:
    """And not a full disk, or a file that may not be written."""
    if isinstance(error, sqlite3.OperationalError):
        return "no such" in str(error)  # table, column
    return not isinstance(error, CannotKeep)


def _prepare(database: sqlite3.Connection) -> None:
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise CannotKeep("your answers were kept by a newer psychodyn, which this one leaves alone")
    if version < VERSION:
        _make_tables(database)
    database.execute("PRAGMA synchronous = FULL")
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError
    for query in _READS:
        database.execute(query).fetchone()


def _make_tables(database: sqlite3.Connection) -> None:
    with suppress(sqlite3.OperationalError):  # another quiz is at it; the file says how it is written
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    for statement in _TABLES.split(";"):
        database.execute(statement)
    database.execute(f"PRAGMA user_version = {VERSION}")
    database.execute("COMMIT")


def _put_aside(path: Path) -> Path:
    """Under a name of its own, with what SQLite kept beside it."""
    number = next(n for n in range(1, 1 << 20) if not path.with_name(f"{path.stem}{_DAMAGE}{n}{path.suffix}").exists())
    aside = path.with_name(f"{path.stem}{_DAMAGE}{number}{path.suffix}")
    path.rename(aside)
    for end in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
    return aside


def _stamp(time: datetime) -> int:
    return (time - _BEGUN) // timedelta(microseconds=1)


def _time(stamp: int) -> datetime:
    return _BEGUN + timedelta(microseconds=stamp)
