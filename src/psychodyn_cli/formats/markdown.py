"""A page as CommonMark with pipe tables: to paste into notes, handouts and wikis."""

import re
from collections.abc import Iterator
from typing import assert_never

from psychodyn_cli.formats.spoken import as_text, length_told, plainly, scale_told
from psychodyn_cli.inline import Stress, Words
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
    Page,
    Pairs,
    Paragraph,
    Piece,
    Prose,
    Reference,
    References,
    Scales,
    Steps,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~]|&(?=[#A-Za-z]))")
# A bullet, a number or a rule; of `1.` the full stop is escaped, since a backslash before a figure prints as itself.
_LINE_START = re.compile(r"^(\s*\d*)([-+](?=\s|$|[-\s]*$)|(?<=\d)[.)](?=\s|$))")


def render(page: Page) -> str:
    return "\n\n".join(_paragraphs(page)) + "\n"


def escaped(text: str) -> str:
    r"""Text that means nothing in Markdown.

    >>> escaped("a*b [c]")
    'a\\*b \\[c\\]'
    """
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _paragraphs(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    if page.kicker:
        yield f"*{escaped(page.kicker)}*"
    if as_text(page.lead):
        yield f"**{_say(page.lead)}**"
    for section in page.sections:
        if section.heading:
            yield f"## {escaped(section.heading)}"
        for block in section.blocks:
            yield "\n".join(_block(block))
    if page.next:
        yield f"`{page.next}`" if "psychodyn " in page.next else escaped(page.next)


def _say(prose: Prose) -> str:
    return _LINE_START.sub(r"\1\\\2", as_text(prose, _marked))


def _marked(piece: Piece) -> str:
    match piece:
        case Stress(text):
            return f"*{escaped(text)}*"
        case Cite(numbers):
            return "\\[" + ", ".join(str(number) for number in numbers) + "\\]"
        case Words(text):
            return _SPECIAL.sub(r"\\\1", text)
        case _:
            return escaped(plainly(piece))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(prose):
            yield _say(prose)
        case Caution(prose):
            yield f"> **Please note:** {_say(prose)}"
        case Bullets(items):
            yield from (f"- {_say(item)}" for item in items)
        case Pairs(items):
            yield from (f"- **{escaped(label)}:** {_say(prose)}" for label, prose in items)
        case Dialogue():
            yield from _dialogue(block)
        case Listing():
            yield from _table(
                (f"{block.columns[0]} (name to type)", *block.columns[1:]),
                (
                    (f"**{escaped(row.name)}** (`{row.id}`)", escaped(row.short), *map(escaped, row.notes))
                    for row in block.rows
                ),
            )
        case Comparison():
            yield from _table(
                ("", *block.subjects), ((f"**{escaped(row.name)}**", *map(_say, row.cells)) for row in block.rows)
            )
        case Lengths(spans):
            yield from (f"- **{escaped(span.subject)}:** {escaped(length_told(span))}" for span in spans)
        case Scales(scales, note):
            yield from (f"- **{escaped(scale.name)}:** {escaped(scale_told(scale))}" for scale in scales)
            yield f"\n{escaped(note)}"
        case Hits(items):
            for number, (entry, name, kind, line) in enumerate(items, 1):
                yield f"{number}. **{escaped(name)}** ({kind}), `psychodyn explain {entry}`: {escaped(line)}"
        case Moments(items):
            yield from (
                f"- **{years}: {escaped(name)}.** {escaped(short)} (`{entry}`)" for years, name, short, entry in items
            )
        case Forest():
            yield from _table(
                ("study", "what", "result", "reading"),
                (
                    (escaped(one.study), _say(one.about), escaped(one.figure), escaped(one.verdict))
                    for one in block.results
                ),
            )
        case Doors(items):
            yield from (
                f"{number}. {escaped(question)} `{command}`" for number, (question, command) in enumerate(items, 1)
            )
        case Offers(items):
            yield from (f"{number}. {escaped(offer)}" for number, offer in enumerate(items, 1))
        case Bars(items) | Hundreds(items):
            yield from (f"- **{escaped(label)}:** {escaped(said)}" for label, _, said in items)
        case Steps(items):
            yield from (f"{number}. {_say(item)}" for number, item in enumerate(items, 1))
        case Boxes(items):
            yield from (f"- [ ] {escaped(item)}" for item in items)
        case Blanks(items):
            yield from (f"- **{escaped(label)}**" for label in items)
        case Links(items):
            yield from (
                f"{number}. **{escaped(name)}:** {escaped(short)} (`psychodyn explain {entry}`)"
                for number, (entry, name, short) in enumerate(items, 1)
            )
        case References(items):
            yield from (_reference(item) for item in items)
        case _:
            assert_never(block)


def _reference(item: Reference) -> str:
    url = item.url.replace("<", "%3C").replace(">", "%3E")  # older DOIs have both
    return f"{item.number}. {escaped(item.text)} {f'<{url}>' if url else ''}".rstrip()


def _dialogue(block: Dialogue) -> Iterator[str]:
    if block.scene:
        yield f"> {_say(block.scene)}\n>"
    yield "\n>\n".join(f"> **{escaped(who.strip())}:** {_say(says)}" for who, says in block.lines)


def _table(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(escaped(column) for column in columns) + " |"
    yield "|" + " --- |" * len(columns)
    yield from ("| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in rows)
