"""A screenful at a time: on a terminal a long page waits before its first lines scroll away. Nothing is redrawn."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from typing import IO, Any

from psychodyn_cli.output import ask, asks, screen

SHORTEST = 8  # lines of a screen on which it is worth waiting
MORE = "Enter: more, or type on"
_COLOUR = r"\x1b\[[\d;]*m"


class TypedOn(Exception):
    """The reader has seen enough of this page; `line` is what they typed instead, None for the end of input."""

    def __init__(self, line: str | None) -> None:
        super().__init__(line)
        self.line = line


class _Pager:
    """A stream that lets through a screenful, and the next with each Enter."""

    def __init__(self, stream: IO[str], rows: int, columns: int, more: Callable[[], str | None]) -> None:
        self._stream, self._rows, self._columns, self._more = stream, rows, columns, more
        self._used = 0

    def write(self, text: str) -> int:
        for line in text.splitlines(keepends=True):
            if self._used >= self._rows:
                self._wait()
            self._stream.write(line)
            self._used += self._lines_of(line)
        return len(text)

    def _lines_of(self, line: str) -> int:
        """The lines that it fills on the screen, where colours take no room; none until it has ended."""
        seen = re.sub(_COLOUR, "", line).rstrip("\n")
        return max(1, -(-len(seen) // self._columns)) if line.endswith("\n") else 0

    def _wait(self) -> None:
        self._stream.flush()
        typed = self._more()
        if typed != "":
            raise TypedOn(typed)
        self._used = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def a_screenful_at_a_time() -> Iterator[None]:
    """What is printed meanwhile waits after each screenful; raises TypedOn where the reader types on instead."""
    stream = screen()
    size = os.get_terminal_size(stream.fileno()) if asks() else None
    if size is None or size.lines < SHORTEST:
        yield
        return

    def more() -> str | None:
        with redirect_stdout(stream):
            return ask(MORE)

    with redirect_stdout(_Pager(stream, size.lines - 1, size.columns, more)):
        yield
