"""Open the library: the kept copy when it is good, else from the YAML files, and keep it for the next run.

Any trouble with the kept copy means: build in memory and go on.
"""

import sqlite3
from pathlib import Path

from psychodyn_cli import paths
from psychodyn_cli.errors import ContentError
from psychodyn_cli.library.keeping import fingerprint, keep, kept, place_of
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.problems import Place, Problem


def open_library(packs: tuple[Path, ...] = ()) -> Library:
    """The program's content and that of the reader's packs.

    Raises ContentError where there is no content at all.
    """
    folders = (_data(), *packs)
    mark = fingerprint(folders)
    place = place_of(mark)

    def renew() -> sqlite3.Connection:
        return _made(folders, place, mark)

    database = kept(place, mark)
    return Library(database, renew) if database else Library(renew(), None)


def _data() -> Path:
    folder = paths.data_folder()
    if folder is None or not folder.is_dir():
        place = Place(str(folder or "data/"))
        fix = "install psychodyn again, or name a folder: PSYCHODYN_DATA=…"
        raise ContentError(str(Problem(place, "C000", "no content here", fix)))
    return folder


def _made(folders: tuple[Path, ...], place: Path | None, mark: str) -> sqlite3.Connection:
    from psychodyn_cli.library.building import build  # noqa: PLC0415 - only a run that reads the files needs it
    from psychodyn_cli.reading import read  # noqa: PLC0415 - as above; yaml alone costs 14 ms

    database = build(tuple(read(folder) for folder in folders), mark)
    if place:
        keep(database, place)
    return database
