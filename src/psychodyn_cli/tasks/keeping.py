"""Whether answers may be kept, and the file that they are kept in."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from psychodyn_cli import answers, paths
from psychodyn_cli.output import ask, asks, complain, leaves, show
from psychodyn_cli.pages.quiz import may_keep_page
from psychodyn_cli.tasks.confirming import means_yes
from psychodyn_cli.view import View

if TYPE_CHECKING:  # who keeps nothing loads none of it
    from psychodyn_cli.quiz.progress import Progress


def progress_of(keep: bool | None, view: View) -> "Progress | None":
    """The reader's progress, where they have agreed to keep it: now, or when the file was made."""
    path = paths.progress_file()
    if keep is False or path is None:
        return None
    return opened(path) if keep or path.exists() or (asks() and _agrees(path, view)) else None


_SAID_NO: set[Path] = set()  # the guide asks once, however many quizzes it runs; a "no" leaves nothing on disk


def _agrees(path: Path, view: View) -> bool:
    if path in _SAID_NO:
        return False
    page = may_keep_page(path)
    show(page, lambda: answers.Told(page.title, {}), view)
    answer = ask("Keep them? y or N, q: leave")
    if leaves(answer):
        complain("Left. Nothing was kept.")
        raise typer.Exit
    if not means_yes(answer):
        _SAID_NO.add(path)
    return means_yes(answer)


def opened(path: Path) -> "Progress | None":
    """The file, or None and a word on why not. A damaged one has been put aside."""
    from psychodyn_cli.quiz.progress import CannotKeep, open_progress  # noqa: PLC0415 - fsrs, for those who keep

    try:
        progress, aside = open_progress(path)
    except CannotKeep as error:
        complain(f"Your answers cannot be kept this time: {error}. The quiz goes on without.")
        return None
    if aside:
        complain(f"The file with your answers was damaged. It is put aside as {aside}, and a new one has begun.")
    return progress
