"""`psychodyn privacy`: what is kept, and removing it. It opens no library, which would be kept."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import typer

from psychodyn_cli import answers, paths
from psychodyn_cli.exits import UNEXPECTED
from psychodyn_cli.output import complain, printable, show, tell
from psychodyn_cli.pages.privacy import Kept, privacy_page
from psychodyn_cli.tasks.confirming import confirmed
from psychodyn_cli.view import View

_WHAT = (  # how a file's name begins -> what is in it
    ("progress-damaged-", "Your answers in the quiz, in a file that could no longer be read; put aside."),
    ("progress", "Your answers in the quiz: which question, when, right or wrong; and what you flagged."),
    ("library-", "A copy of psychodyn's own pages, so that it starts faster. Nothing about you."),
    (".library-", "Half a copy of psychodyn's own pages, left by a run that was cut short. Nothing about you."),
)


def privacy(view: View) -> None:
    kept = tuple(_kept())
    page = privacy_page(kept, _folders())
    show(page, lambda: _as_data(kept), view)


def wipe(*, sure: bool) -> None:
    kept = tuple(_kept())
    if not kept:
        tell("Nothing is kept.")
        return
    tell("\n".join(printable(f"{one.path}: {one.what}") for one in kept))
    if sure or confirmed("Remove all this? y or N", "psychodyn privacy wipe --yes"):
        _remove(kept)
    else:
        tell("Nothing was removed.")


def _remove(kept: Sequence[Kept]) -> None:
    left = [one.path for one in kept if not _gone(one.path)]
    for folder in _folders():
        _drop_empty(folder)
    if left:
        complain("Could not be removed: " + printable(", ".join(map(str, left))))
        raise typer.Exit(UNEXPECTED)
    tell(f"Removed: {len(kept)} {'file' if len(kept) == 1 else 'files'}. Nothing is kept now.")


def _gone(path: Path) -> bool:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return not path.exists()


def _drop_empty(folder: Path) -> None:
    below = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True) if folder.is_dir() else []
    for empty in (*below, folder):
        with suppress(OSError):  # it is not there, or not empty
            empty.rmdir()


def _folders() -> tuple[Path, ...]:
    return tuple(dict.fromkeys(filter(None, (paths.state_folder(), paths.cache_folder()))))


def _kept() -> Iterator[Kept]:
    """Every file in our folders, whatever it is; on some systems one folder lies in the other."""
    found = {path for folder in _folders() if folder.is_dir() for path in folder.rglob("*")}
    for path in sorted(found):
        with suppress(FileNotFoundError):  # another run has just put its own in place
            if path.is_symlink() or not path.is_dir():
                yield Kept(path, path.lstat().st_size, _what(path))


def _what(path: Path) -> str:
    found = (what for start, what in _WHAT if path.name.startswith(start))
    return next(found, "psychodyn does not know what it is.")


def _as_data(kept: Sequence[Kept]) -> answers.Kept:
    files = tuple(answers.File(str(one.path), one.size, one.what) for one in kept)
    return answers.Kept(files, sum(one.size for one in kept))
