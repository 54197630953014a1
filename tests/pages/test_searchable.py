"""Whoever finds a passage by search can read it: what is searched stands on the page that the search names."""

import re
from pathlib import Path

from psychodyn_cli.formats import plain
from psychodyn_cli.inline import Citation, Link, Span, paragraphs, spans
from psychodyn_cli.library.building import build
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.prose import passages
from psychodyn_cli.reading import read

MARKS_OF_SOURCES = re.compile(r"\[\d+(?:, \d+)*\]")


def folded(text: str) -> str:
    """The letters and figures alone."""
    return re.sub(r"\W+", "", MARKS_OF_SOURCES.sub("", text).casefold())


def stands_in(paragraph: str, whole: str) -> bool:
    """Word for word, but that a link may be told by the name of its page, and have what opens it behind it."""
    return re.search("".join(map(piece_as_told, spans(paragraph))), whole) is not None


def piece_as_told(span: Span) -> str:
    if isinstance(span, Link):
        said = folded(span.text) or r"\w+?"
        return f"{said}(?:psychodynexplain{folded(span.entry)})?"
    return "" if isinstance(span, Citation) else folded(span.text)


def searched(data: Path) -> dict[str, str]:
    """What the library looks through, by the address of the page."""
    rows = build((read(data),), "").execute("SELECT address, text FROM words").fetchall()
    return {address: folded(text) for address, text in rows}


def test_every_searched_passage_stands_on_the_full_page(library: Library, data: Path) -> None:
    """Without exception: what stands in the quiz alone is not searched, or it would give the answers away."""
    index = searched(data)
    lost = []
    for entry in library.pages(library.ids()):
        page = folded(plain.render(page_of(entry, library, "full")))
        texts = [(passage.path, text) for passage in passages(entry) for text in paragraphs(passage.text)]
        looked_through = [(path, text) for path, text in texts if stands_in(text, index[f"page/{entry.id}"])]
        assert len(looked_through) > 1, entry.id
        lost += [f"{entry.id} {path}: {text[:60]}" for path, text in looked_through if not stands_in(text, page)]

    assert lost == []
