"""Every page of the real library in every format at every width: whole, within its width, and without escapes."""

import io
import re

import pytest
from rich.cells import cell_len

from psychodyn_cli.entries import AnyPage, Defence, Evidence, Technique, Therapy
from psychodyn_cli.formats import markdown, plain, terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Forest, Page
from psychodyn_cli.pages.comparing import chart_page, comparison_page
from psychodyn_cli.pages.entry import HowMuch, page_of
from psychodyn_cli.pages.forest import Choice, evidence_page
from psychodyn_cli.pages.lists import DEFENCES, TECHNIQUES, list_page

WIDTHS = (20, 40, 60, 80, 120, 300)
DEPTHS: tuple[HowMuch, ...] = ("default", "full")
BOXES = re.compile("[\u2500-\u259f\u25cf\u25b6\u25c0\u25a0\u25aa\u25c7\u00b7]")
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")
ESCAPE = "\x1b"


def drawn(page: Page, width: int, *, color: bool = False) -> str:
    out = io.StringIO()
    terminal.render(page, out, width, color=color)
    return out.getvalue()


def letters(text: str) -> str:
    """The letters and figures alone: how a line is broken or boxed makes no difference."""
    return "".join(re.findall(r"\w", BOXES.sub("", text)))


def every_page(library: Library) -> list[AnyPage]:
    return [page for page in library.pages(library.ids()) if page is not None]


@pytest.mark.parametrize("turn", range(len(WIDTHS)))
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(turn: int, library: Library) -> None:
    """Each page meets each width at one depth or the other; six turns bring every page to every width."""
    for number, entry in enumerate(every_page(library)):
        width, depth = WIDTHS[(number + turn) % len(WIDTHS)], DEPTHS[(number + turn) // len(WIDTHS) % 2]
        page = page_of(entry, library, depth)
        text = drawn(page, width)
        assert ESCAPE not in text
        assert max(map(cell_len, text.splitlines())) <= width, (entry.id, width)
        for section in page.sections:
            assert letters(section.heading) in letters(text), (entry.id, width, section.heading)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_a_page_is_on_the_screen(width: int, library: Library) -> None:
    for entry in every_page(library)[:: len(WIDTHS)]:
        page = page_of(entry, library)
        text = letters(drawn(page, width))
        for section in page.sections:
            for word in re.findall(r"\w{3,}", plain.render(Page("", "", (), (section,), "", ""))):
                assert word in text or word in {"Please", "note"}, (entry.id, width, word)


def test_plain_and_markdown_do_not_wrap_and_hold_no_box_and_no_emoji(library: Library) -> None:
    for entry in every_page(library):
        page = page_of(entry, library, "full")
        text, marked = plain.render(page), markdown.render(page)
        assert not re.search("[\u2500-\u259f]", text), entry.id
        assert not EMOJI.search(text), entry.id
        assert ESCAPE not in text + marked
        paragraphs = [piece.text for section in page.sections for block in section.blocks
                      if hasattr(block, "prose") for piece in block.prose if hasattr(piece, "text")]  # fmt: skip
        assert all(paragraph.strip() in text for paragraph in paragraphs), entry.id


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_a_plot_keeps_study_and_figure_on_one_line(width: int, library: Library) -> None:
    for entry in library.of_kind(Evidence):
        page = evidence_page(entry, Choice(every=True), library, "", table=False)
        lines = drawn(page, width).splitlines()
        assert max(map(cell_len, lines)) <= width, (entry.id, width)
        for section in page.sections:
            for block in section.blocks:
                for one in block.results if isinstance(block, Forest) and any("▶" in line for line in lines) else ():
                    assert any(line.rstrip().endswith(one.printed) for line in lines), (entry.id, width, one.printed)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("color", [False, True], ids=["without colour", "with colour"])
def test_lists_comparisons_and_charts_keep_within_the_screen(width: int, library: Library, *, color: bool) -> None:
    therapies = library.of_kind(Therapy)
    pages = [
        list_page(TECHNIQUES, library.of_kind(Technique), library, ""),
        list_page(DEFENCES, library.of_kind(Defence), library, ""),
        comparison_page(therapies[:2], library.dimensions(), library, sources=True, command=""),
        comparison_page(therapies[:5], library.dimensions(), library, sources=False, command=""),
        chart_page(therapies[:3], ""),
    ]
    for page in pages:
        text = drawn(page, width, color=color)
        assert (ESCAPE in text) is color
        bare = re.sub(r"\x1b\[[\d;]*m", "", text)
        assert max(map(cell_len, bare.splitlines())) <= width, (page.title, width)
