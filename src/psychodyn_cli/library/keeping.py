"""The copy of the library that is kept between runs: where it is, whether it is still true, and how it is replaced.

Its name carries a fingerprint of the program's version, of the code that makes it, and of every content folder's path
and folder times. Light: completion loads this and no types.
"""

import os
import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

from psychodyn_cli import __version__, paths

_PACKAGE = Path(__file__).parent.parent
_MAKERS = tuple(  # the code whose work is kept
    _PACKAGE / name
    for name in (
        "entries.py", "inline.py", "prose.py", "spelling.py", "library/building.py", "reading/files.py",
        "reading/strict_yaml.py",
    )
)  # fmt: skip
_MOST = 4  # kept copies: this checkout, the installed program, a pack or two


def fingerprint(folders: tuple[Path, ...]) -> str:
    facts = [__version__, *(str(os.stat(maker).st_mtime_ns) for maker in _MAKERS)]  # noqa: PTH116 - half of Path.stat
    for folder in folders:
        facts.append(str(folder.resolve()))
        with suppress(OSError), os.scandir(folder) as inside:
            facts.extend(sorted(f"{one.name} {one.stat().st_mtime_ns}" for one in inside if one.name[0] != "."))
    return "\n".join(facts)


def place_of(mark: str) -> Path | None:
    """Where the library of this fingerprint is kept; None where there is no place to keep it."""
    folder = paths.cache_folder()
    return folder and folder / f"library-{zlib.crc32(mark.encode()):08x}.sqlite"


def kept(path: Path | None, mark: str) -> sqlite3.Connection | None:
    """The kept library, if it is whole and ours. It is never written to, so SQLite need not lock it."""
    try:
        if path is None or not path.is_file():
            return None
        database = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, isolation_level=None)
    except (OSError, sqlite3.Error):
        return None
    try:
        found = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except (sqlite3.Error, ValueError):  # ValueError: SQLite's own complaint is not UTF-8
        found = None
    if found and found[0] == mark.encode():
        return database
    database.close()
    return None


def keep(database: sqlite3.Connection, path: Path) -> None:
    """Write a copy under a name of its own and rename it, so that no other process ever sees half a library."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            database.backup(copy)
        part.replace(path)
        _drop_old(path.parent)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            part.unlink()


def _drop_old(folder: Path) -> None:
    found = sorted(folder.glob("library-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in found[_MOST:]:
        old.unlink(missing_ok=True)


def kept_ids() -> tuple[str, ...]:
    """The ids of the program's own pages, from the kept copy alone; none where there is no such copy yet."""
    folder = paths.data_folder()
    if folder is None:
        return ()
    mark = fingerprint((folder,))
    database = kept(place_of(mark), mark)
    if database is None:
        return ()
    with closing(database):
        rows = database.execute("SELECT id FROM entries WHERE address LIKE 'page/%' ORDER BY id")
        return tuple(str(row[0]) for row in rows)
