"""Open the library: from the cache when it is good, else from the YAML files, and keep it for the next run.

The cached file's name carries a fingerprint of the program's version and types, and of every content folder's
path and folder times; files edited in place are noticed when they are shown (see `shelf`). Any trouble with the
cache means: build in memory and go on.
"""

import os
import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

from psychodyn_cli import __version__, entries, paths
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.problems import ContentError, Place, Problem

_KEPT = 4  # cached libraries: this checkout, the installed program, a pack or two


def open_library(packs: tuple[Path, ...] = ()) -> Library:
    """The program's content and that of the reader's packs.

    Raises ContentError where there is no content at all.
    """
    folders = (_data(), *packs)
    fingerprint = _fingerprint(folders)
    cached = _cached(fingerprint)

    def renew() -> sqlite3.Connection:
        return _made(folders, cached, fingerprint)

    database = _opened(cached, fingerprint) if cached else None
    return Library(database, renew) if database else Library(renew(), None)


def _data() -> Path:
    folder = paths.data_folder()
    if folder is None or not folder.is_dir():
        place = Place(str(folder or "data/"))
        fix = "install psychodyn again, or name a folder: PSYCHODYN_DATA=…"
        raise ContentError((Problem(place, "C000", "no content here", fix),))
    return folder


def _fingerprint(folders: tuple[Path, ...]) -> str:
    facts = [__version__, str(os.stat(entries.__file__).st_mtime_ns)]  # noqa: PTH116 - see shelf._changed
    for folder in folders:
        facts.append(str(folder.resolve()))
        with suppress(OSError), os.scandir(folder) as inside:
            facts.extend(
                sorted(f"{item.name} {item.stat().st_mtime_ns}" for item in inside if not item.name.startswith("."))
            )
    return "\n".join(facts)


def _cached(fingerprint: str) -> Path | None:
    folder = paths.cache_folder()
    return folder and folder / f"library-{zlib.crc32(fingerprint.encode()):08x}.sqlite"


def _opened(path: Path, fingerprint: str) -> sqlite3.Connection | None:
    """The cached library, if it is whole and ours. It is never written to, so SQLite need not lock it."""
    if not path.is_file():
        return None
    try:
        database = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, isolation_level=None)
        kept = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.Error:
        return None
    return database if kept and kept[0] == fingerprint.encode() else None


def _made(folders: tuple[Path, ...], cached: Path | None, fingerprint: str) -> sqlite3.Connection:
    # yaml costs 14 ms that only a run which has to read the files should pay
    from psychodyn_cli.library.building import build  # noqa: PLC0415
    from psychodyn_cli.reading import read  # noqa: PLC0415

    database = build(tuple(read(folder) for folder in folders), fingerprint)
    if cached:
        _keep(database, cached)
    return database


def _keep(database: sqlite3.Connection, path: Path) -> None:
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
    kept = sorted(folder.glob("library-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)
