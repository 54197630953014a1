"""A page as HTML: the words of the plain page, well formed, and nothing that leaves the file."""

import re
from html.parser import HTMLParser

import pytest

from builders import a_concept, a_library
from conftest import Run
from psychodyn_cli.formats import html, plain
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.prose import links

VOID = {"meta", "rect", "line", "circle"}


class Read(HTMLParser):
    """What a browser would find: open elements, text, ids and addresses."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        found = dict(attrs)
        self.attributes |= found.keys()
        self.ids += [found["id"] or ""] if "id" in found else []
        self.addresses += [found["href"] or ""] if "href" in found else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.attributes |= dict(attrs).keys()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.text.append(data)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("depth", ["default", "full"])
def test_every_page_is_well_formed_and_says_what_the_plain_page_says(library: Library, depth: str) -> None:
    for entry in library.pages(library.ids()):
        page = page_of(entry, library, "full" if depth == "full" else "default")
        found = Read(html.render(page))
        assert found.open == []
        typed = ("psychodyn explain Step", *entry.related, *links(entry))  # where HTML has links, titles and numbers
        assert words(plain.render(page)) - words(" ".join(found.text)) <= words(" ".join(typed))


@pytest.mark.parametrize("command", [("tour", "--all"), ("tour", "3"), ("weigh", "--blank")], ids=" ".join)
def test_so_are_the_tour_and_the_worksheet(command: tuple[str, ...], run: Run) -> None:
    found = Read(run(*command, "--format", "html").out)
    assert found.open == []
    assert words(run(*command, "--format", "markdown").out) - words(" ".join(found.text)) <= {"https", "http"}


def test_nothing_is_fetched_and_nothing_runs(library: Library) -> None:
    for entry in library.pages(library.ids()[:60]):
        document = html.render(page_of(entry, library, "full"))
        found = Read(document)
        assert not found.attributes & {"src", "srcset", "style", "action", "background"}
        assert not [name for name in found.attributes if name.startswith("on")]
        assert not re.search(r"<(script|link|iframe|img|object|form)\b|@import|url\(", document)
        assert all(address.startswith(("https://", "http://")) for address in found.addresses)


@pytest.mark.parametrize("odd", ["<script>no</script>", "a & b &amp; c", '" onmouseover="x', "</style>", "[a] :smile:"])
def test_odd_words_stay_words(odd: str) -> None:
    concept = a_concept(name=f"Odd {odd}", id="odd", meaning=f"Means {odd}.")
    found = Read(html.render(page_of(concept, a_library(concept))))
    assert odd in "".join(found.text)
    assert "script" not in found.open
    assert not [name for name in found.attributes if name.startswith("on")]
