"""Writing a file that the reader named: nothing is replaced unless they say so."""

from pathlib import Path

from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import ask, quoted, typed_by_hand
from psychodyn_cli.tasks.confirming import means_yes


def may_replace(path: Path, *, force: bool) -> bool:
    """True where there is a file and the reader agrees to lose it. Raises UsageError where they do not."""
    try:
        there = path.exists()
    except OSError as error:
        raise _cannot(path, error) from None
    if there and not force and not (typed_by_hand() and _agrees(path)):
        raise _is_there(path)
    return there


def write_file(text: str, path: Path, *, over: bool) -> None:
    """Raises UsageError where the file has no place there; an OSError without a name where there is no room."""
    try:
        with path.open("w" if over else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        if error.filename is None:
            raise
        raise _cannot(path, error) from None


def _agrees(path: Path) -> bool:
    return means_yes(ask(f"'{quoted(str(path))}' is there already. Write over it? y: yes, Enter: no"))


def _is_there(path: Path) -> UsageError:
    name = quoted(str(path))
    return UsageError(f"'{name}' is there already, and was left as it is. Name another file, or add --force.")


def _cannot(path: Path, error: OSError) -> UsageError:
    return UsageError(f"Cannot write '{quoted(str(path))}': {error.strerror}. Name a file in a folder of yours.")
