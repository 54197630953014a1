"""Writing a file that the reader named: nothing is replaced unless they say so."""

import os
from pathlib import Path

from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import quoted, typed_by_hand
from psychodyn_cli.tasks.confirming import means_yes
from psychodyn_cli.tasks.hearing import hear


def may_replace(path: Path, *, force: bool) -> bool:
    """True where there is a file and the reader agrees to lose it.

    Raises UsageError where they do not, or where no file can be: better before a worksheet is filled in than behind it.
    """
    try:
        there, has_place = path.exists(), path.parent.is_dir() and not path.is_dir()
    except OSError as error:
        raise cannot(path, error) from None
    if not has_place:
        raise UsageError(f"Cannot write '{quoted(str(path))}'. Name a file in a folder of yours.")
    if there and not force and not (typed_by_hand() and _agrees(path)):
        raise _is_there(path)
    return there


def write_file(text: str, path: Path, *, over: bool, private: bool = False) -> None:
    """`private`: for their account alone.

    Raises UsageError where the file has no place there; an OSError without a name where there is no room.
    """
    try:
        with open(path, "w" if over else "x", encoding="utf-8", opener=_private if private else None) as file:
            file.write(text)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        if error.filename is None:
            raise
        raise cannot(path, error) from None


def cannot(path: Path, error: OSError) -> UsageError:
    return UsageError(f"Cannot write '{quoted(str(path))}': {error.strerror}. Name a file in a folder of yours.")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _agrees(path: Path) -> bool:
    return means_yes(hear(f"'{quoted(str(path))}' is there already. Write over it? y: yes, Enter: no"))


def _is_there(path: Path) -> UsageError:
    name = quoted(str(path))
    return UsageError(f"'{name}' is there already, and was left as it is. Name another file, or add --force.")
