"""Readings → a SQLite database in memory."""

import re
import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from psychodyn_cli.entries import AnyEntry, Evidence, Page
from psychodyn_cli.inline import Citation, Link, spans
from psychodyn_cli.library.shelf import address_of
from psychodyn_cli.prose import passages
from psychodyn_cli.reading import Reading
from psychodyn_cli.spelling import spoken

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB, crc INTEGER) WITHOUT ROWID;
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, address TEXT UNIQUE, kind TEXT, id TEXT, name TEXT, pack TEXT,
    json BLOB, crc INTEGER, path TEXT, mtime_ns INTEGER, size INTEGER
);
CREATE INDEX by_kind ON entries (kind, id);
CREATE TABLE names (key TEXT, address TEXT, label TEXT, rank INTEGER);
CREATE INDEX by_key ON names (key);
CREATE VIRTUAL TABLE near USING fts5 (key, address UNINDEXED, label UNINDEXED, rank_ UNINDEXED, tokenize = 'trigram');
CREATE VIRTUAL TABLE phrases USING fts5 (phrase, address UNINDEXED, tokenize = "porter unicode61");
CREATE VIRTUAL TABLE words USING fts5 (
    names, text, also, address UNINDEXED, tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE lexicon USING fts5 (word, tokenize = 'trigram');
CREATE TABLE plots (source TEXT, address TEXT);
CREATE INDEX by_source ON plots (source);
CREATE TABLE used (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_ON_ITS_PAGE = ("vignettes", "emphasis")  # the quiz asks those; the basis of an emphasis is for its authors
ID, ALIAS, SAID = range(3)  # what a name is: the entry's own, another name, what people say


def build(readings: tuple[Reading, ...], fingerprint: str) -> sqlite3.Connection:
    """The library of these readings; of two entries with one address the first reading's stays."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(_TABLES)
    database.execute("BEGIN")
    seen: set[str] = set()
    for number, reading in enumerate(readings):
        for file in reading.files:
            if file.entry is not None and (address := address_of(file.entry)) not in seen:
                seen.add(address)
                origin = (str(file.path), file.mtime_ns, file.size)
                _add(database, address, file.entry, "" if number == 0 else file.shown.split("/")[0], origin)
    _list_words(database)
    _describe(database, readings, fingerprint)
    database.execute("COMMIT")
    return database


def _add(database: sqlite3.Connection, where: str, entry: AnyEntry, pack: str, origin: tuple[str, int, int]) -> None:
    json = msgspec.json.encode(entry)
    kind = str(type(entry).__struct_config__.tag)
    row = (where, kind, entry.id, entry.name, pack, json, zlib.crc32(json), *origin)
    number = database.execute("INSERT INTO entries VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
    names = [(key, where, label, rank) for rank, label in _names(entry) if (key := spoken(label))]
    database.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", names)
    if isinstance(entry, Evidence):
        database.executemany("INSERT INTO plots VALUES (?, ?)", [(row.source, where) for row in entry.rows])
    if isinstance(entry, Page):
        database.executemany("INSERT INTO near VALUES (?, ?, ?, ?)", names)
        phrases = tuple(dict.fromkeys((*(key for key, *_ in names), spoken(entry.short))))
        database.executemany("INSERT INTO phrases VALUES (?, ?)", [(phrase, where) for phrase in phrases])
        texts = ("\n".join(phrases), *_searchable(entry))
        database.execute(
            "INSERT INTO words (rowid, names, text, also, address) VALUES (?, ?, ?, ?, ?)", (number, *texts, where)
        )


def _names(entry: AnyEntry) -> Iterator[tuple[int, str]]:
    yield ID, entry.id
    if isinstance(entry, Page):
        yield ID, entry.name
        yield from ((ALIAS, name) for name in entry.aliases)
        yield from ((SAID, phrase) for phrase in entry.people_say)


def _searchable(entry: Page) -> tuple[str, str]:
    """The text as it is shown, and those of its words that are spelt otherwise once they are folded."""
    on_its_page = (passage for passage in passages(entry) if passage.path[0] not in _NOT_ON_ITS_PAGE)
    text = "\n".join(_as_words(passage.text) for passage in on_its_page)
    return text, " ".join(sorted(_folded(text)))


def _folded(text: str) -> set[str]:
    words = set(_WORD.findall(text.lower()))
    return {folded for word in words if (folded := spoken(word)) != word}


def _list_words(database: sqlite3.Connection) -> None:
    """The words that the library uses, folded: for search words that are misspelt."""
    used: set[str] = set()
    for row in database.execute("SELECT names, text FROM words"):
        used.update(spoken(word) for word in set(_WORD.findall(" ".join(row).lower())))
    database.executemany("INSERT INTO used VALUES (?)", [(word,) for word in used])
    database.execute("INSERT INTO lexicon SELECT word FROM used WHERE length(word) > 3")


def _as_words(text: str) -> str:
    """The text as it is read aloud: no citations, links as their words."""
    parts: list[str] = []
    for span in spans(text):
        if isinstance(span, Citation):
            parts[-1:] = [part.rstrip() for part in parts[-1:]]
        else:
            parts.append(span.text or span.entry.replace("-", " ") if isinstance(span, Link) else span.text)
    return "".join(parts)


def _describe(database: sqlite3.Connection, readings: tuple[Reading, ...], fingerprint: str) -> None:
    counts = dict(database.execute("SELECT kind, count(*) FROM entries GROUP BY kind"))
    dimensions = next((reading.dimensions for reading in readings if reading.dimensions), ())
    problems = [str(problem) for reading in readings for problem in reading.problems]
    facts = {
        "fingerprint": fingerprint.encode(),
        "counts": msgspec.json.encode(counts),
        "dimensions": msgspec.json.encode(dimensions),
        "problems": msgspec.json.encode(problems),
    }
    rows = [(key, value, zlib.crc32(value)) for key, value in facts.items()]
    database.executemany("INSERT INTO meta VALUES (?, ?, ?)", rows)
