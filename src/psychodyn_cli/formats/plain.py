"""A page in words alone: the same words in the same order, no boxes, no wrapping, tables as "label: value" lines.

For screen readers, pipes and paste. Nothing here knows the width of anything.
"""

from collections.abc import Iterator
from typing import assert_never

from psychodyn_cli.formats.spoken import as_text, boxes_told, length_told, scale_told
from psychodyn_cli.pages.blocks import (
    Bars,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Caution,
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
    Page,
    Pairs,
    Paragraph,
    References,
    Scales,
    Steps,
)

PAPER = 78  # columns of a file of text


def render(page: Page) -> str:
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield page.title
    if page.kicker:
        yield page.kicker
    yield from _spaced((as_text(page.lead),)) if page.lead and as_text(page.lead) else ()
    for section in page.sections:
        if section.heading:
            yield from _spaced((section.heading,))
        else:
            yield ""
        for number, block in enumerate(section.blocks):
            if number:
                yield ""
            yield from _block(block)
    yield from _spaced((page.next,)) if page.next else ()


def told(forest: Forest) -> str:
    """A row each, in the order of the plot: what was compared, the figure, and which side it favours."""
    return "\n".join(f"{one.study}: {one.said}" for one in forest.results)


def _spaced(lines: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield from lines


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(prose):
            yield as_text(prose)
        case Caution(prose):
            yield "Please note: " + as_text(prose)
        case Bullets(items):
            yield from (f"- {as_text(item)}" for item in items)
        case Pairs(items):
            yield from (f"{label}: {as_text(prose)}" for label, prose in items)
        case Dialogue():
            yield from _dialogue(block)
        case Listing():
            yield from _listing(block)
        case Comparison():
            yield from _comparison(block)
        case Lengths(spans):
            yield from (f"{span.subject}: {length_told(span)}" for span in spans)
        case Scales(scales, note):
            yield from (f"{scale.name}, {scale_told(scale)}" for scale in scales)
            yield note
        case Hits(items):
            for number, (entry, name, kind, line) in enumerate(items, 1):
                yield f"{number}. {name} ({kind}): psychodyn explain {entry}"
                yield line
        case Moments(items):
            yield from (f"{years}: {name}. {short} (psychodyn explain {entry})" for years, name, short, entry in items)
        case Forest():
            yield told(block)
        case Doors(items):
            yield from (f"{number}. {question} ({command})" for number, (question, command) in enumerate(items, 1))
        case Offers(items):
            yield from (f"{number}. {offer}" for number, offer in enumerate(items, 1))
        case Bars(items) | Hundreds(items):
            yield from (f"{label}: {said}" for label, _, said in items)
        case Steps(items):
            yield from (f"Step {number}: {as_text(item)}" for number, item in enumerate(items, 1))
        case Boxes(items):
            yield from boxes_told(items, PAPER)
        case Blanks(items):
            yield from items
        case Links(items):
            yield from (
                f"{number}. {name}: {short} (psychodyn explain {entry})"
                for number, (entry, name, short) in enumerate(items, 1)
            )
        case References(items):
            yield from (f"[{item.number}] {item.text} {item.url}".rstrip() for item in items)
        case _:
            assert_never(block)


def _dialogue(block: Dialogue) -> Iterator[str]:
    if block.scene:
        yield as_text(block.scene)
    yield from (f"{who.strip()}: {as_text(says)}" for who, says in block.lines)


def _listing(block: Listing) -> Iterator[str]:
    for number, row in enumerate(block.rows):
        if number:
            yield ""
        yield f"{row.name} ({row.id})"
        yield f"{block.columns[1]}: {row.short}"
        yield from (f"{column}: {note}" for column, note in zip(block.columns[2:], row.notes, strict=True))


def _comparison(block: Comparison) -> Iterator[str]:
    for number, row in enumerate(block.rows):
        if number:
            yield ""
        yield f"{row.name}. {row.question}"
        yield from (f"{subject}: {as_text(cell)}" for subject, cell in zip(block.subjects, row.cells, strict=True))
