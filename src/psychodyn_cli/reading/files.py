"""The files of a content folder, read into entries."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from psychodyn_cli.entries import (
    AnyEntry,
    Concept,
    Defence,
    Dimension,
    Evidence,
    Milestone,
    Page,
    Question,
    Session,
    Source,
    Step,
    Support,
    Technique,
    Therapy,
    Way,
    Wish,
)
from psychodyn_cli.problems import Place, Problem
from psychodyn_cli.reading.faults import faults
from psychodyn_cli.reading.strict_yaml import Faulty, Value, line_of, parse

FOLDERS: dict[str, type[AnyEntry]] = {
    "techniques": Technique,
    "concepts": Concept,
    "defences": Defence,
    "therapies": Therapy,
    "questions": Question,
    "evidence": Evidence,
    "sessions": Session,
    "history": Milestone,
    "tour": Step,
    "wishes": Wish,
    "ways": Way,
    "support": Support,
    "sources": Source,
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_SOURCE_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its entry, if it holds one, and what is wrong with it."""

    path: Path
    shown: str  # the path as people see it, relative to the content folder's parent
    mtime_ns: int
    size: int
    entry: AnyEntry | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A content folder as it was read."""

    files: tuple[ReadFile, ...]
    dimensions: tuple[Dimension, ...]
    problems: tuple[Problem, ...]  # those of the files first, then those of the folder

    @property
    def entries(self) -> Iterator[AnyEntry]:
        return (file.entry for file in self.files if file.entry is not None)


def read(folder: Path) -> Reading:
    """All entries of a content folder, in a fixed order, and all problems."""
    closed: list[Problem] = []
    files = tuple(read_file(path, folder) for path in _content_files(folder, closed))
    dimensions, problems = _dimensions(folder)
    kept, clashes = _one_entry_per_id(files)
    told = (*(problem for file in files for problem in file.problems), *closed)
    return Reading(kept, dimensions, (*told, *problems, *clashes, *_strangers(folder)))


def _content_files(folder: Path, closed: list[Problem]) -> Iterator[Path]:
    """The files of each kind's folder; folders that may not be read are told in `closed`."""
    for name in FOLDERS:
        try:
            with os.scandir(folder / name) as found:
                yield from map(Path, sorted(file.path for file in found if file.name.endswith(".yaml")))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            closed.append(_unreadable(_shown(folder / name, folder), error))


def _unreadable(shown: str, error: OSError) -> Problem:
    return Problem(Place(shown), "C009", f"cannot be read: {error.strerror}", "check the file's permissions")


def read_file(path: Path, folder: Path) -> ReadFile:
    """One file of a content folder; its subfolder says which kind of entry it holds and its name is the id."""
    shown = _shown(path, folder)
    try:
        before = path.stat()  # a file that is written meanwhile counts as changed, not as read
        if not stat.S_ISREG(before.st_mode):
            problem = Problem(Place(shown), "C009", "no ordinary file", "put a file of text here, or take it away")
            return ReadFile(path, shown, 0, 0, None, (problem,))
        content = path.read_bytes()
    except OSError as error:
        return ReadFile(path, shown, 0, 0, None, (_unreadable(shown, error),))
    entry, problems = _entry(path, content, shown)
    return ReadFile(path, shown, before.st_mtime_ns, before.st_size, entry, problems)


def _shown(path: Path, folder: Path) -> str:
    """The path as people see it; a name that is no text is shown with ? for what is none."""
    return str(path).removeprefix(f"{folder.parent}{os.sep}").encode("utf-8", "replace").decode()


def _entry(path: Path, content: bytes, shown: str) -> tuple[AnyEntry | None, tuple[Problem, ...]]:
    kind = FOLDERS[path.parent.name]
    if not is_id(path.stem, kind):
        return None, (
            Problem(Place(shown), "C010", f"'{path.stem}' is no id", "name the file like free-association.yaml"),
        )
    try:
        value, faulty = parse(content)
        problems = tuple(fault.in_file(shown) for fault in faulty)
        entry, wrong = _converted(kind, value, path.stem, content, shown)
    except Faulty as fault:
        return None, (fault.in_file(shown),)
    return (None if problems else entry), problems + wrong


def is_id(name: str, kind: type[AnyEntry]) -> bool:
    """Whether an entry of this kind may be called so: sources have capitals, too."""
    return (_SOURCE_ID if kind is Source else _ID).match(name) is not None


def _converted(
    kind: type[AnyEntry], value: Value, name: str, content: bytes, shown: str
) -> tuple[AnyEntry | None, tuple[Problem, ...]]:
    if not isinstance(value, dict):
        return None, (Problem(Place(shown, 1), "C011", "not an entry", "write fields: 'name: …'"),)
    given = [
        Problem(
            Place(shown, line_of(content, (key,))),
            "C012",
            f"'{key}' is not written in the file",
            "delete it: folder and file name say it",
        )
        for key in ("id", "kind")
        if key in value
    ]
    if given:
        return None, tuple(given)
    whole = {**value, "id": name, "kind": kind.__struct_config__.tag}
    try:
        return msgspec.convert(whole, kind, strict=False), ()
    except msgspec.ValidationError as error:
        found = sorted(faults(kind, whole), key=lambda fault: str(fault[0])) or [
            ((), str(error), "see: psychodyn schema")
        ]
        return None, tuple(
            Problem(Place(shown, line_of(content, path)), "C013", what, fix) for path, what, fix in found
        )


def _dimensions(folder: Path) -> tuple[tuple[Dimension, ...], tuple[Problem, ...]]:
    path = folder / "dimensions.yaml"
    shown = f"{folder.name}/dimensions.yaml"
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except OSError as error:
        return (), (_unreadable(shown, error),)
    try:
        value, faulty = parse(content)
        return msgspec.convert(value, tuple[Dimension, ...], strict=False), tuple(
            fault.in_file(shown) for fault in faulty
        )
    except Faulty as fault:
        return (), (fault.in_file(shown),)
    except msgspec.ValidationError:
        found = faults(tuple[Dimension, ...], value)
        return (), tuple(
            Problem(Place(shown, line_of(content, where)), "C013", what, fix) for where, what, fix in found
        )


def _one_entry_per_id(files: tuple[ReadFile, ...]) -> tuple[tuple[ReadFile, ...], tuple[Problem, ...]]:
    """The first file of an id wins."""
    first: dict[str, ReadFile] = {}
    problems = []
    kept = []
    for file in files:
        rival = first.setdefault(_address(file), file)
        if rival is file:
            kept.append(file)
        else:
            problems.append(
                Problem(Place(file.shown), "C014", f"id stands already in {rival.shown}", "rename one of the two")
            )
    return tuple(kept), tuple(problems)


def _address(file: ReadFile) -> str:
    """Ids are unique among everything a reader opens; every other kind has a name space of its own."""
    folder = file.path.parent.name
    return f"{'page' if issubclass(FOLDERS[folder], Page) else folder}/{file.path.stem.casefold()}"


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that look like content but are read by nobody, in the folder and one below it."""
    for path in sorted(_read_by_nobody(folder)):
        place = Place(_shown(path, folder))
        yield Problem(place, "C015", "read by nobody", f"put it into one of: {', '.join(FOLDERS)}; name it .yaml")


def _read_by_nobody(folder: Path) -> list[Path]:
    try:
        here = [path for path in folder.glob("*.y*ml") if path.name != "dimensions.yaml"]
        below = [path for path in folder.glob("*/*.y*ml") if path.suffix != ".yaml" or path.parent.name not in FOLDERS]
    except OSError:  # a folder that may not be read is told where it is read
        return []
    return [*here, *(path for path in below if path.name != "dimensions.yaml")]
