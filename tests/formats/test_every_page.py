"""Every page of the real library in every format at every width: whole, within its width, and without escapes.

In this process and not one run a page. A page meets every other width, its neighbour in the list those between; the
depths take turns likewise. With `--every-width` (five seconds more) every page meets every width.
"""

import io
import re

import pytest
from rich.cells import cell_len

from psychodyn_cli.entries import (
    AnyPage,
    Defence,
    Evidence,
    Milestone,
    Source,
    Step,
    Therapy,
    Way,
    Wish,
)
from psychodyn_cli.formats import markdown, plain, terminal
from psychodyn_cli.formats.spoken import as_text
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.bibliography import bibliography_page
from psychodyn_cli.pages.blocks import Comparison, Forest, Listing, Page, Paragraph
from psychodyn_cli.pages.comparing import apart_page, chart_page, comparison_page
from psychodyn_cli.pages.entry import HowMuch, page_of
from psychodyn_cli.pages.forest import Choice, evidence_page
from psychodyn_cli.pages.lists import LISTS, in_groups, list_page
from psychodyn_cli.pages.start import about_page, start_page
from psychodyn_cli.pages.timeline import timeline_page
from psychodyn_cli.pages.tour import step_page, tour_page
from psychodyn_cli.pages.weigh import Sheet, most_page, opening_page, paper_page, question_page, sheet_page, short_page

WIDTHS = (20, 40, 60, 80, 120, 300)
DEPTHS: tuple[HowMuch, ...] = ("default", "full")
BOXES = re.compile("[\u2500-\u259f]")
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")
ESCAPE = "\x1b"
STYLE = re.compile(r"\x1b\[[\d;]*m")


def drawn(page: Page, width: int, *, color: bool = False) -> str:
    out = io.StringIO()
    terminal.render(page, out, width, color=color)
    return out.getvalue()


def letters(text: str) -> str:
    """The letters and figures alone, so that it makes no difference how a line is broken and boxed."""
    return re.sub(r"\W+", "", text)


def told(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def widest(text: str) -> int:
    return max(map(cell_len, text.splitlines()))


def forests(page: Page) -> list[Forest]:
    return [block for section in page.sections for block in section.blocks if isinstance(block, Forest)]


def pages(library: Library) -> tuple[AnyPage, ...]:
    return library.pages(library.ids())


def lists(library: Library) -> list[Page]:
    steps = library.of_kind(Step)
    return [
        *(list_page(kind, in_groups(kind, library.of_kind(kind.type)), library, "") for kind in LISTS.values()),
        bibliography_page(library.of_kind(Source)[:60]),
        timeline_page(library.of_kind(Milestone)),
        about_page(library),
        start_page(),
        tour_page(steps, library),
        step_page(steps[3], steps, library, sources=False),
        *worksheets(library),
    ]


def worksheets(library: Library) -> list[Page]:
    """What is asked, the sheet filled in, and the sheet to fill in on paper."""
    therapies, wishes = library.of_kind(Therapy)[:2], library.of_kind(Wish)
    sheet = Sheet(therapies, library.of_kind(Way), wishes, {wish.id: 1 for wish in wishes[::2]}, (wishes[0].id,))
    blank = Sheet(therapies, library.of_kind(Way), wishes, {}, blank=True)
    asked = (opening_page(sheet), question_page(wishes[0], sheet), most_page(sheet))
    return [
        *asked,
        sheet_page(sheet, library),
        sheet_page(blank, library),
        paper_page(blank),
        short_page(sheet, library),
    ]


def side_by_side(library: Library) -> list[Page]:
    """Each therapy beside the first with its sources, more of them on all rows, and charts; and two neighbours."""
    first, *others = library.of_kind(Therapy)
    rows = library.dimensions()
    one_defence, another, *_ = library.of_kind(Defence)
    return [
        *(
            comparison_page((first, one), rows[place::3], library, sources=True, command="")
            for place, one in enumerate(others[:3])
        ),
        comparison_page((first, *others[:4]), rows, library, sources=False, command=""),
        chart_page((first, *others[:2]), ""),
        chart_page((first, *others), ""),
        apart_page(one_defence, another, library, ""),
    ]


# Pages of entries ----------------------------------------------------------------------------------


@pytest.mark.parametrize("turn", range(len(WIDTHS)), ids=map(str, WIDTHS))
def test_a_page_keeps_within_the_screen_and_loses_no_word(
    turn: int, library: Library, request: pytest.FixtureRequest
) -> None:
    """Every line that `plain` says stands on the screen too, letter for letter, but for what a plot draws instead."""
    width, step = WIDTHS[turn], 1 if request.config.getoption("--every-width") else 2
    for number, entry in enumerate(pages(library)[turn % step :: step]):
        page = page_of(entry, library, DEPTHS[(number + turn // step) % 2])
        text = drawn(page, width)
        assert ESCAPE not in text
        assert widest(text) <= width, entry.id
        on_screen = letters(text)
        drawn_instead = {line for forest in forests(page) for line in plain.told(forest).splitlines()}
        lost = [line for line in plain.render(page).splitlines() if letters(line) not in on_screen]
        lost = [line for line in lost if line not in drawn_instead]
        assert lost == [], entry.id


def test_colour_changes_no_letter(library: Library) -> None:
    for number, entry in enumerate(pages(library)[:: len(WIDTHS)]):
        width = WIDTHS[number % len(WIDTHS)]
        page = page_of(entry, library)
        coloured = drawn(page, width, color=True)
        assert ESCAPE in coloured
        assert STYLE.sub("", coloured) == drawn(page, width), entry.id


def test_plain_has_no_box_no_emoji_and_no_escape(library: Library) -> None:
    every = [page_of(entry, library, "full") for entry in pages(library)]
    for page in (*every, *lists(library), *side_by_side(library)):
        text = plain.render(page)
        assert not BOXES.search(text), page.title
        assert not EMOJI.search(text), page.title
        assert text.replace("\n", "").isprintable(), page.title


def test_plain_and_markdown_leave_every_paragraph_on_one_line(library: Library) -> None:
    for entry in pages(library):
        page = page_of(entry, library, "full")
        paragraphs = [block for section in page.sections for block in section.blocks if isinstance(block, Paragraph)]
        told_plainly = plain.render(page).splitlines()
        in_markdown = {letters(line) for line in markdown.render(page).splitlines()}
        for paragraph in paragraphs:
            text = as_text(paragraph.prose)
            assert text in told_plainly, entry.id
            assert letters(text) in in_markdown, entry.id


def test_markdown_says_every_word_that_plain_says(library: Library) -> None:
    for page in (*(page_of(entry, library, "full") for entry in pages(library)), *lists(library)):
        lost = told(plain.render(page)) - told(markdown.render(page).replace("\\", ""))
        assert lost <= {"in", "a", "sentence", "Step"}, page.title  # heads of lists once; steps by their number


# Lists, comparisons, charts and plots --------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_lists_and_comparisons_keep_within_the_screen(width: int, library: Library) -> None:
    for page in (*lists(library), *side_by_side(library)):
        text = drawn(page, width)
        assert ESCAPE not in text
        assert widest(text) <= width, page.title


@pytest.mark.parametrize("width", [40, 80, 120, 300])
def test_every_word_of_a_comparison_is_in_its_cells(width: int, library: Library) -> None:
    """Stacked or side by side, with room for every word, so that none is broken and each can be looked for."""
    for page in side_by_side(library):
        on_screen = told(drawn(page, width))
        for block in (block for section in page.sections for block in section.blocks):
            for row in block.rows if isinstance(block, Comparison) else ():
                assert told(" ".join((row.name, *map(as_text, row.cells)))) <= on_screen, (page.title, row.name)


@pytest.mark.parametrize("width", [60, 80, 120, 300])
def test_every_row_of_a_list_is_on_the_screen(width: int, library: Library) -> None:
    for page in lists(library):
        on_screen = told(drawn(page, width))
        for block in (block for section in page.sections for block in section.blocks):
            for row in block.rows if isinstance(block, Listing) else ():
                assert told(" ".join((row.name, row.short, *row.notes))) <= on_screen, row.id


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_a_plot_keeps_study_and_figure_on_one_line(width: int, library: Library) -> None:
    for entry in library.of_kind(Evidence):
        page = evidence_page(entry, Choice(every=True), library, "", table=False)
        text = drawn(page, width)
        lines = [line.rstrip() for line in text.splitlines()]
        assert widest(text) <= width, entry.id
        plotted = any("▶" in line for line in lines)
        for section in page.sections:
            for block in section.blocks:
                for one in block.results if isinstance(block, Forest) and plotted else ():
                    assert any(line.endswith(one.printed) for line in lines), (entry.id, one.printed)
