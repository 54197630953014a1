"""A section as lines of words, for what has no data behind it but the page itself."""

from collections.abc import Iterator
from typing import assert_never

from psychodyn_cli.pages.blocks import (
    Bars,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Caution,
    Cite,
    Comparison,
    Dialogue,
    Doors,
    Forest,
    Hits,
    Hundreds,
    Lengths,
    Links,
    Listing,
    Moments,
    Offers,
    Pairs,
    Paragraph,
    Prose,
    References,
    Scales,
    Section,
    Steps,
)


def told(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(prose) | Caution(prose):
            yield _said(prose)
        case Bullets(items) | Steps(items):
            yield from map(_said, items)
        case Hundreds(groups):
            yield from (f"{who}: {said}" for who, _, said in groups)
        case Pairs(items):
            yield from (f"{label}: {_said(prose)}" for label, prose in items)
        case Dialogue() | Listing() | Comparison() | Lengths() | Scales() | Hits() | Moments():
            raise _has_data(block)
        case Forest() | Doors() | Offers() | Bars() | Boxes() | Blanks() | Links() | References():
            raise _has_data(block)
        case _:
            assert_never(block)


def _has_data(block: Block) -> TypeError:
    return TypeError(f"{type(block).__name__} has data behind it, which the answer should hold")


def _said(prose: Prose) -> str:
    return "".join(piece.text for piece in prose if not isinstance(piece, Cite))
