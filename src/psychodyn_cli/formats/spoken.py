"""What all formats say alike: pieces of prose as text, and charts as sentences."""

from collections.abc import Callable, Iterator

from psychodyn_cli.inline import Stress, Words
from psychodyn_cli.pages.blocks import Cite, Piece, Prose, Scale, See, Span

DEGREES = ("0 of 4", "1 of 4", "2 of 4", "3 of 4", "4 of 4")


def as_text(prose: Prose, marked: Callable[[Piece], str] | None = None) -> str:
    """The words of a piece of prose; `marked` may say a piece in its own way."""
    return "".join((marked or plainly)(piece) for piece in prose).strip()


def plainly(piece: Piece) -> str:
    match piece:
        case Words(text) | Stress(text):
            return text
        case See():
            return piece.told
        case Cite(numbers):
            return f"[{', '.join(str(number) for number in numbers)}]"


def length_told(span: Span) -> str:
    return span.words + (", and it can go on" if span.open and "more" not in span.words else "")


def scale_told(scale: Scale) -> str:
    marks = ", ".join(f"{subject} {DEGREES[level]}" for subject, level in scale.marks)
    return f"from {scale.low} (0) to {scale.high} (4): {marks}"


def boxes_told(items: tuple[str, ...], width: int) -> Iterator[str]:
    """Boxes to tick beside each other, as many as go into a line; what is longer than a line has one of its own."""
    line = ""
    for item in items:
        box = f"[ ] {item}"
        if line and len(line) + len(_GAP) + len(box) > width:
            yield line
            line = box
        else:
            line = f"{line}{_GAP}{box}" if line else box
    if line:
        yield line


_GAP = "   "
