"""A section as lines of words, for what has no data behind it but the page itself."""

from collections.abc import Iterator

from psychodyn_cli.pages.blocks import Bullets, Caution, Cite, Pairs, Paragraph, Prose, Section


def told(section: Section) -> Iterator[str]:
    for block in section.blocks:
        match block:
            case Paragraph(prose) | Caution(prose):
                yield _said(prose)
            case Bullets(items):
                yield from map(_said, items)
            case Pairs(items):
                yield from (f"{label}: {_said(prose)}" for label, prose in items)


def _said(prose: Prose) -> str:
    return "".join(piece.text for piece in prose if not isinstance(piece, Cite))
