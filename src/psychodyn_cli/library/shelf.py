"""The open library: look up, list, search.

What is shown is checked: every entry taken off the shelf carries the size and time of the file that it came from,
and where they no longer agree the library is made anew. So a page costs a handful of `stat` calls, the same in a
library of 200 and of 20,000 entries. Damage of any kind has the same remedy.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import Struct

from psychodyn_cli.entries import AnyEntry, AnyPage, Dimension, Page, Source, Support

_Kind = TypeVar("_Kind", bound=msgspec.Struct)
_Made = TypeVar("_Made")
_COLUMNS = "kind, json, crc, path, mtime_ns, size"
_BY_TEXT = """SELECT address, -bm25(words) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 200"""
_BY_PHRASE = """
SELECT address, max(score), sum(score) - max(score) FROM (
    SELECT address, score, row_number() OVER (PARTITION BY address ORDER BY score DESC) AS place FROM (
        SELECT address, -bm25(phrases) AS score FROM phrases WHERE phrases MATCH ? ORDER BY rank LIMIT 300
    )
) WHERE place <= 4 GROUP BY address"""
_NEXT = 0.25  # of the score of a page's second to fourth phrase
_ON_A_TERM = 0.7  # of the score of a page on a term: whoever asks in their own words wants the matter told
_LARGE = 2_000  # pages
_LOOKED_AT = 60  # pages among which the best are chosen
_LINES = f"""SELECT {_COLUMNS}, snippet(words, 1, '', '', '…', 18) FROM words JOIN entries ON number = words.rowid
WHERE words MATCH ? AND words.rowid IN (SELECT number FROM entries WHERE address IN ({{}}))"""


class Named(Struct, frozen=True):
    """A name that leads to an entry. `rank`: 0 its own, 1 an alias, 2 what people say."""

    key: str
    entry_id: str
    label: str
    rank: int


class Card(Struct, frozen=True):
    """What a link to an entry says of it."""

    id: str
    name: str
    short: str = ""


class Hit(Struct, frozen=True):
    """What was found: a page, and the line that the words stand in."""

    id: str
    kind: str
    name: str
    line: str


class Stale(Exception):
    """What lies on the shelf is damaged, or older than the file that it came from."""


_DAMAGE = (Stale, sqlite3.DatabaseError, msgspec.DecodeError, ValueError, LookupError)


class Library:
    """Read-only. `renew` makes the database anew from the files and says whether it could."""

    def __init__(self, database: sqlite3.Connection, renew: Callable[[], sqlite3.Connection] | None) -> None:
        self._database = database
        self._renew = renew
        self._asked = False

    def page(self, entry_id: str) -> AnyPage | None:
        """The entry that a reader opens under this id."""
        found = self._take("WHERE address = ?", address(entry_id))
        return found[0] if found else None  # type: ignore[return-value]

    def pages(self, ids: tuple[str, ...]) -> tuple[AnyPage, ...]:
        """The entries of these ids that exist, in this order."""
        return tuple(page for entry_id in ids if (page := self.page(entry_id)) is not None)

    def of_kind(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """All entries of a kind, by id."""
        tag = str(kind.__struct_config__.tag)
        found = self._take("WHERE kind = ? ORDER BY id", tag)
        if len(found) != self._meta("counts", dict[str, int]).get(tag, 0) and self.renewed():
            found = self._take("WHERE kind = ? ORDER BY id", tag)
        return found  # type: ignore[return-value]

    def source(self, source_id: str) -> Source | None:
        found = self._take("WHERE address = ?", address(source_id, "source"))
        return found[0] if found else None  # type: ignore[return-value]

    def support(self, country: str) -> Support | None:
        found = self._take("WHERE address = ?", address(country, "support"))
        return found[0] if found else None  # type: ignore[return-value]

    def named(self, key: str) -> tuple[Named, ...]:
        """The entries that open by this name, as `spelling.spoken` says it; own names first."""
        query = (
            "SELECT key, address, label, rank FROM names WHERE key = ? AND address LIKE 'page/%' ORDER BY rank, address"
        )
        return self._made_of(_named, query, key)

    def nearly_named(self, key: str, most: int = 60) -> tuple[Named, ...]:
        """Names that share most three-letter runs with this one: candidates, in no order to rely on."""
        runs = _runs(key)
        if not runs:
            return ()
        query = "SELECT key, address, label, rank_ FROM near WHERE near MATCH ? ORDER BY rank LIMIT ?"
        match = " OR ".join(f'"{run}"' for run in runs)
        return self._made_of(_named, query, match, most)

    def drawn_from(self, sources: tuple[str, ...]) -> tuple[Card, ...]:
        """The evidence pages that draw results of these works; those with most of them first."""
        marks = ", ".join("?" * len(sources))
        query = f"SELECT address FROM plots WHERE source IN ({marks}) GROUP BY address ORDER BY count(*) DESC, address"
        return self.cards(tuple(str(row[0]).partition("/")[2] for row in self._ask(query, *sources)))

    def cards(self, ids: tuple[str, ...]) -> tuple[Card, ...]:
        """What links to these entries say, in this order; those that do not exist are left out.

        One decoder for all kinds: a page with links to four kinds would else pay for three more.
        """
        query = f"SELECT {_COLUMNS}, NULL FROM entries WHERE address = ?"
        return tuple(card for entry_id in ids for card in self._made_of(_card, query, address(entry_id)))

    def name_of(self, entry_id: str) -> str | None:
        query = "SELECT name, path, mtime_ns, size FROM entries WHERE address = ?"
        names = self._made_of(_current_name, query, address(entry_id))
        return names[0] if names else None

    def ids(self, kind: str | None = None) -> tuple[str, ...]:
        """The ids of all pages, or of those of one kind."""
        condition, wanted = ("kind = ?", kind) if kind else ("address LIKE ?", "page/%")
        return tuple(str(row[0]) for row in self._ask(f"SELECT id FROM entries WHERE {condition} ORDER BY id", wanted))

    def kind_of(self, entry_id: str) -> str:
        """The kind of a page; empty where there is none."""
        rows = self._ask("SELECT kind FROM entries WHERE address = ?", address(entry_id))
        return str(rows[0][0]) if rows else ""

    def pack_of(self, entry_id: str) -> str:
        """The pack that an entry came with; empty for those that came with the program."""
        rows = self._ask("SELECT pack FROM entries WHERE address = ?", address(entry_id))
        return str(rows[0][0]) if rows else ""

    def search(self, words: Sequence[str], most: int = 10) -> tuple[Hit, ...]:
        """The best hits of any of these words.

        A page's score is that of its whole text, plus that of the name or phrase of its that fits best, plus a part of
        its next three: a page that people ask for in these words is nearer than one in which they happen to stand.
        The parts were chosen by leaving out one phrase of `people_say` at a time and searching for it.
        """
        match = _any_of(words)
        scores = dict(self._ask(_BY_TEXT, _any_of(self._telling(words))))
        for where, best, others in self._ask(_BY_PHRASE, match):
            scores[where] = scores.get(where, 0.0) + best + _NEXT * others
        nearest = self._weighed(scores)[:most]
        lines = _LINES.format(", ".join("?" * len(nearest)))  # by number: else all matches are looked through again
        hits = {address(hit.id): hit for hit in self._made_of(_hit, lines, match, *nearest)}
        return tuple(hits[where] for where in nearest if where in hits)

    def _telling(self, words: Sequence[str]) -> Sequence[str]:
        """The words that weigh: BM25 gives none to a word of half of all pages, and it costs a large library most."""
        pages = self._count("words_docsize")
        if pages < _LARGE:
            return words
        return [
            word for word in words if self._count("words WHERE words MATCH ?", _any_of([word])) < pages / 2
        ] or words

    def _count(self, rows: str, *values: object) -> int:
        return int(self._ask(f"SELECT count(*) FROM {rows}", *values)[0][0])

    def _weighed(self, scores: dict[str, float]) -> list[str]:
        """The best of them, those on a term of the field for less."""
        best = sorted(scores, key=lambda where: (-scores[where], where))[:_LOOKED_AT]
        marks = ", ".join("?" * len(best))
        terms = {
            row[0]
            for row in self._ask(f"SELECT address FROM entries WHERE +kind = 'concept' AND address IN ({marks})", *best)
        }
        return sorted(best, key=lambda where: (-scores[where] * (_ON_A_TERM if where in terms else 1.0), where))

    def uses(self, word: str) -> bool:
        return bool(self._ask("SELECT 1 FROM used WHERE word = ?", word))

    def uses_stem_of(self, word: str) -> bool:
        return bool(self._ask("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", f'"{word}"'))

    def words_like(self, word: str, most: int = 200) -> list[str]:
        """Words of the library that share runs of three letters with this one; those with most of them first."""
        match = " OR ".join(f'"{run}"' for run in _runs(word))
        query = "SELECT word FROM lexicon WHERE lexicon MATCH ? ORDER BY rank LIMIT ?"
        return [str(row[0]) for row in self._ask(query, match, most)]

    def dimensions(self) -> tuple[Dimension, ...]:
        return self._meta("dimensions", tuple[Dimension, ...])

    def problems(self) -> tuple[str, ...]:
        """What could not be read when the library was made."""
        return self._meta("problems", tuple[str, ...])

    def renewed(self) -> bool:
        """Make the library anew, once; False where that has been done already."""
        if self._renew is None:
            return False
        stale, self._database, self._renew = self._database, self._renew(), None
        stale.close()
        return True

    def caught_up(self) -> bool:
        """Make the library anew if it is not what the files say: for whoever looked for something and found nothing.

        Asked once a run. Reading all files takes a second; seeing that none has changed takes a hundredth of that.
        """
        if self._asked or self._renew is None:
            return False
        self._asked = True
        if self.problems() or not self._is_whole() or self._is_old():
            self.renewed()
        return self._renew is None

    def _is_whole(self) -> bool:
        astray = "SELECT 1 FROM names WHERE address NOT IN (SELECT address FROM entries) LIMIT 1"
        return self._ask("PRAGMA integrity_check") == [("ok",)] and not self._ask(astray)

    def _is_old(self) -> bool:
        files = self._ask("SELECT path, mtime_ns, size FROM entries")
        return any(_changed(str(path), mtime_ns, size) for path, mtime_ns, size in files)

    def _meta(self, key: str, kind: type[_Made]) -> _Made:
        query = "SELECT max(value), max(crc) FROM meta WHERE key = ?"  # max: a row even where there is none
        return self._made_of(lambda row: msgspec.json.decode(_whole(*row), type=kind), query, key)[0]

    def _take(self, condition: str, wanted: str) -> tuple[AnyEntry, ...]:
        query = f"SELECT {_COLUMNS}, NULL FROM entries {condition}"
        return tuple(entry for entry, _ in self._made_of(_decoded, query, wanted))

    def _ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self._made_of(tuple, query, *values))

    def _made_of(self, make: Callable[[tuple[Any, ...]], _Made], query: str, *values: object) -> tuple[_Made, ...]:
        """What is made of each row; where one is damaged or out of date, of the rows of a library made anew."""
        try:
            return tuple(map(make, self._database.execute(query, values).fetchall()))
        except _DAMAGE:
            if not self.renewed():
                raise
            return self._made_of(make, query, *values)


def _any_of(words: Iterable[str]) -> str:
    """An FTS5 expression: each word as it stands, whatever signs it has."""
    return " OR ".join('"{}"'.format(word.replace('"', '""')) for word in words)


def _runs(word: str) -> list[str]:
    return sorted({word[start : start + 3] for start in range(len(word) - 2)} - {" "})[:80]


def address_of(entry: AnyEntry) -> str:
    """Ids are unique among pages; every other kind has a name space of its own."""
    return address(entry.id, "page" if isinstance(entry, Page) else str(entry.__struct_config__.tag))


def address(entry_id: str, space: str = "page") -> str:
    return f"{space}/{entry_id.casefold()}"


_KINDS = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyEntry)}


_CARDS = msgspec.json.Decoder(Card)


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[AnyEntry]:
    """One kind's: a decoder for all of them costs 2 ms to make."""
    return msgspec.json.Decoder(_KINDS[kind])


def _named(row: tuple[Any, ...]) -> Named:
    key, where, label, rank = row
    return Named(str(key), str(where).partition("/")[2], str(label), int(rank))


def _current_name(row: tuple[Any, ...]) -> str:
    name, path, mtime_ns, size = row
    if _changed(str(path), mtime_ns, size):
        raise Stale
    return str(name)


def _decoded(row: tuple[Any, ...]) -> tuple[AnyEntry, str]:
    kind, json, crc, path, mtime_ns, size, line = row
    if _changed(str(path), mtime_ns, size):
        raise Stale
    return _decoder(kind).decode(_whole(json, crc)), str(line)


def _hit(row: tuple[Any, ...]) -> Hit:
    card = _card(row)
    return Hit(card.id, str(row[0]), card.name, str(row[-1]))


def _card(row: tuple[Any, ...]) -> Card:
    _, json, crc, path, mtime_ns, size, _ = row
    if _changed(str(path), mtime_ns, size):
        raise Stale
    return _CARDS.decode(_whole(json, crc))


def _whole(json: object, crc: object) -> bytes:
    if not isinstance(json, bytes) or zlib.crc32(json) != crc:
        raise Stale
    return json


def _changed(path: str, mtime_ns: object, size: object) -> bool:
    try:
        stat = os.stat(path)  # noqa: PTH116 - a page stats a dozen files; os.stat is half the cost of Path.stat
    except OSError:
        return True
    return stat.st_mtime_ns != mtime_ns or stat.st_size != size
