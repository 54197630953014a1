"""Whether answers may be kept, and the file that they are kept in."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from psychodyn_cli import paths
from psychodyn_cli.output import asks, complain

if TYPE_CHECKING:  # who keeps nothing loads none of it
    from psychodyn_cli.quiz.progress import Progress

_Kept = TypeVar("_Kept")
_SAID_NO: set[Path] = set()  # the guide asks once, however many quizzes it runs; a "no" leaves nothing on disk


class Keeping:
    """Where the answers of a sitting go: into the reader's progress, or nowhere. A full disk does not end a quiz."""

    def __init__(self, progress: "Progress | None", unasked: Path | None = None) -> None:
        self.progress = progress
        self._unasked = unasked  # where the file would be, until the reader has said whether there may be one

    @property
    def is_undecided(self) -> bool:
        return self._unasked is not None

    def decide(self, *, yes: bool) -> None:
        """What the reader said when they were asked."""
        path, self._unasked = self._unasked, None
        if path and yes:
            self.progress = opened(path)
        elif path:
            _SAID_NO.add(path)

    def record(self, card: str, right: bool) -> int | None:
        return self._do(lambda progress: progress.record(card, right, datetime.now(UTC)))

    def take_back(self, number: int) -> None:
        self._do(lambda progress: progress.take_back(number))

    def flag(self, card: str) -> bool | None:
        """Mark a card, or take the mark away; whether it is marked now, None where that is not kept."""
        return self._do(lambda progress: progress.flag(card))

    def close(self) -> None:
        if self.progress:
            self.progress.close()

    def _do(self, do: Callable[["Progress"], _Kept]) -> _Kept | None:
        if self.progress is None:
            return None
        from psychodyn_cli.quiz.progress import CannotKeep  # noqa: PLC0415 - it has been loaded by now

        try:
            return do(self.progress)
        except CannotKeep as error:
            complain(f"This could not be kept: {error}.")
            return None


def keeping_of(keep: bool | None) -> Keeping:
    """Into the reader's progress, if they have agreed: now, or when the file was made. Else they may be asked."""
    path = paths.progress_file()
    if keep is False or path is None:
        return Keeping(None)
    if keep or path.exists():
        return Keeping(opened(path))
    return Keeping(None, path if asks() and path not in _SAID_NO else None)


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
