"""A page as HTML that fetches nothing: one file with its style inside, plots as pictures with their words beside them.

Every text is escaped; addresses are links only where they begin with http.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from typing import assert_never

from psychodyn_cli.formats import plain, svg
from psychodyn_cli.formats.spoken import length_told, plainly, scale_told
from psychodyn_cli.inline import Stress
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
    References,
    Scales,
    See,
    Steps,
)

Where = Callable[[str], str]  # an entry's id -> the address of its page; empty: there is none

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.kicker, .quiet, cite { color: GrayText; } .lead { font-size: 1.15rem; } cite { font-style: normal; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid GrayText; padding: .4rem .6rem;
text-align: left; vertical-align: top; } th[scope=row] { font-weight: normal; } .wide { overflow-x: auto; }
.caution { border: 2px solid; border-radius: .4rem; padding: .2rem 1rem; }
blockquote { border-left: 3px solid GrayText; margin-left: 0; padding-left: 1rem; }
svg { max-width: 100%; height: auto; } article + article { border-top: 1px solid; margin-top: 4rem; }
""".strip()


def render(page: Page) -> str:
    """A whole document of one page; its links say what to type."""
    return several((page,))


def several(pages: Sequence[Page]) -> str:
    """A whole document of pages one after the other."""
    articles = (("<article>", *_body(page, lambda _: ""), "</article>") for page in pages)
    return _document(pages[0].title, "\n".join(chain.from_iterable(articles)))


def site(intro: Page, contents: Mapping[str, Sequence[str]], pages: Mapping[str, Page]) -> str:
    """A whole document of pages by id: a list of them by heading, an introduction, then all, linked to each other."""

    def where(entry_id: str) -> str:
        return f"#{entry_id}" if entry_id in pages else ""

    inner = [f'<article id="{page_id}">\n{_lines(page, where)}\n</article>' for page_id, page in pages.items()]
    if len(pages) > 1:
        inner = [*_contents(contents, pages), f"<article>\n{_lines(intro, where)}\n</article>", *inner]
    return _document(intro.title if len(pages) > 1 else next(iter(pages.values())).title, "\n".join(inner))


def _contents(contents: Mapping[str, Sequence[str]], pages: Mapping[str, Page]) -> Iterator[str]:
    yield "<nav><h1>psychodyn</h1>"
    for heading, ids in contents.items():
        items = "".join(f'<li><a href="#{page_id}">{escape(pages[page_id].title)}</a></li>' for page_id in ids)
        yield f"<h2>{escape(heading)}</h2><ul>{items}</ul>"
    yield "</nav>"


def _lines(page: Page, where: Where) -> str:
    return "\n".join(_body(page, where))


def _document(title: str, inner: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>\n{STYLE}\n</style>\n</head>\n<body>\n<main>\n{inner}\n</main>\n</body>\n</html>\n"
    )


def _body(page: Page, where: Where) -> Iterator[str]:
    """The page's elements, one after the other; `where` says what its links lead to."""
    yield f"<h1>{escape(page.title)}</h1>"
    if page.kicker:
        yield f'<p class="kicker">{escape(page.kicker)}</p>'
    if page.lead:
        yield f'<p class="lead">{_say(page.lead, where)}</p>'
    for section in page.sections:
        yield '<section class="quiet">' if section.tone == "quiet" else "<section>"
        if section.heading:
            yield f"<h2>{escape(section.heading)}</h2>"
        for block in section.blocks:
            yield from _block(block, where)
        yield "</section>"
    if page.next:
        yield f'<p class="quiet">{escape(page.next)}</p>'


def _say(prose: Prose, where: Where) -> str:
    return "".join(_marked(piece, where) for piece in prose).strip()


def _marked(piece: Piece, where: Where) -> str:
    match piece:
        case Stress(text):
            return f"<em>{escape(text)}</em>"
        case See(entry, text, _):
            return _link(entry, text, where)
        case Cite():
            return f"<cite>{escape(plainly(piece))}</cite>"
        case _:
            return escape(plainly(piece))


def _link(entry: str, text: str, where: Where) -> str:
    address = where(entry)
    if address:
        return f'<a href="{escape(address)}">{escape(text)}</a>'
    return f'<span title="psychodyn explain {escape(entry)}">{escape(text)}</span>'


def _block(block: Block, where: Where) -> Iterator[str]:
    match block:
        case Paragraph(prose):
            yield f"<p>{_say(prose, where)}</p>"
        case Caution(prose):
            yield f'<div class="caution" role="note"><p><strong>Please note:</strong> {_say(prose, where)}</p></div>'
        case Bullets(items):
            yield from _list("ul", (_say(item, where) for item in items))
        case Pairs(items):
            yield from _list("ul", (f"{_label(label)} {_say(prose, where)}" for label, prose in items))
        case Dialogue():
            yield from _dialogue(block, where)
        case Listing():
            names = ((_link(row.id, row.name, where), row) for row in block.rows)
            yield from _table(block.columns, ((name, *map(escape, (row.short, *row.notes))) for name, row in names))
        case Comparison():
            told = (
                (_label(row.name, escape(row.question)), *(_say(cell, where) for cell in row.cells))
                for row in block.rows
            )
            yield from _table(("", *block.subjects), told)
        case Lengths(spans):
            yield from _list("ul", (_label(span.subject, escape(length_told(span))) for span in spans))
        case Scales(scales, note):
            yield from _list("ul", (_label(scale.name, escape(scale_told(scale))) for scale in scales))
            yield f'<p class="quiet">{escape(note)}</p>'
        case Hits(items):
            yield from _list(
                "ol", (f"{_link(entry, name, where)} ({kind}): {escape(line)}" for entry, name, kind, line in items)
            )
        case Moments(items):
            yield from _list(
                "ul",
                (
                    f"{_label(years)} {_link(entry, name, where)}. {escape(short)}"
                    for years, name, short, entry in items
                ),
            )
        case Forest():
            yield from _forest(block)
        case Doors(items):
            yield from _list(
                "ol", (f"{escape(question)} <code>{escape(command)}</code>" for question, command in items)
            )
        case Offers(items):
            yield from _list("ol", map(escape, items))
        case Bars(items, _):
            yield from _list("ul", (_label(label, escape(said)) for label, _, said in items))
        case Steps(items):
            yield from _list("ol", (_say(item, where) for item in items))
        case Hundreds(groups):
            yield from _list("ul", (f"{_label(who, escape(said))} {_meter(count)}" for who, count, said in groups))
        case Boxes(items):
            yield from _list("ul", map(escape, items))
        case Blanks(items):
            yield from _list("ul", (f"<strong>{escape(label)}</strong>" for label in items))
        case Links(items):
            yield from _list("ol", (f"{_link(entry, name, where)}: {escape(short)}" for entry, name, short in items))
        case References(items):
            yield "<ol>"
            yield from (f'<li value="{one.number}">{escape(one.text)} {_address(one.url)}</li>' for one in items)
            yield "</ol>"
        case _:
            assert_never(block)


def _forest(block: Forest) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in block.key)
    yield f"<figure>\n{svg.figure(block)}\n<figcaption>{escape(plain.told(block))}</figcaption>\n</figure>"
    if block.marks:
        yield f"<p>{escape(block.marks)}</p>"


def _label(label: str, told: str = "") -> str:
    return f"<strong>{escape(label)}:</strong> {told}".rstrip()


def _meter(count: int) -> str:
    return f'<meter min="0" max="100" value="{count}"></meter>'


def _address(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        return escape(url)
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>'


def _list(kind: str, items: Iterator[str]) -> Iterator[str]:
    yield f"<{kind}>"
    yield from (f"<li>{item}</li>" for item in items)
    yield f"</{kind}>"


def _table(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield '<div class="wide"><table>'
    yield "<tr>" + "".join(f'<th scope="col">{escape(column)}</th>' for column in columns) + "</tr>"
    for head, *cells in rows:
        yield f'<tr><th scope="row">{head}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</table></div>"


def _dialogue(block: Dialogue, where: Where) -> Iterator[str]:
    yield "<blockquote>"
    if block.scene:
        yield f"<p><em>{_say(block.scene, where)}</em></p>"
    yield from (f"<p>{_label(who.strip(), _say(says, where))}</p>" for who, says in block.lines)
    yield "</blockquote>"
