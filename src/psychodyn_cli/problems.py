"""What can be wrong with content: where, what, and the way out."""

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A line in a file, counted from 1. Line 0: the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Problem(Struct, frozen=True, order=True):
    """`code` is C0.. for what cannot be loaded and C1.. for what is loaded but not good enough."""

    place: Place
    code: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.what}\n    fix: {self.fix}"
