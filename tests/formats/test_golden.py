"""Screens as people see them, in text files to read and to review.

They come from a library of builders, so that editing a page changes none.
"""

import io
from datetime import UTC, datetime, timedelta

import pytest

from builders import (
    a_dimension,
    a_dose,
    a_library,
    a_question,
    a_source,
    a_technique,
    a_therapy,
    a_way,
    a_wish,
    an_emphasis,
)
from conftest import Golden
from psychodyn_cli.entries import Cell, Error, Neighbour, Research, Technique, Therapy
from psychodyn_cli.finding import Missing, find
from psychodyn_cli.formats import markdown, plain, terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.comparing import apart_page, chart_page, comparison_page
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.lists import TECHNIQUES, in_groups, list_page
from psychodyn_cli.pages.progress import Seen, progress_page
from psychodyn_cli.pages.quiz import answer_page, question_page
from psychodyn_cli.pages.start import start_page
from psychodyn_cli.pages.weigh import Sheet, sheet_page, short_page
from psychodyn_cli.pages.weigh import question_page as wish_page
from psychodyn_cli.quiz.making import cards_of
from psychodyn_cli.tasks.explain import offered

ROWS = (a_dimension(name="Pace", question="How fast?"), a_dimension(name="Tasks", question="What must I do?"))


def a_small_library() -> Library:
    return a_library(
        a_technique(
            name="Echoing",
            short="The therapist says your last words again, softly.",
            aim="So that you *hear* yourself [@doe1999].\nIt belongs to [[whistling]].",
            research=Research(grade="none-found", shows="Nothing yet [@doe1999].", doubts="Nobody has looked."),
            errors=(Error(claim="It is mockery.", answer="It is not meant so."),),
            confusable=(Neighbour(entry="whistling", difference="Echoing has words. Whistling has none."),),
            related=("whistling",),
            leads=1,
        ),
        a_technique(name="Whistling", short="A tune without words.", move="supporting"),
        a_therapy(
            name="Slow therapy",
            dose=a_dose(min_sessions=40, max_sessions=None, open_ended=True),
            emphasis=an_emphasis(structure=0, past=4, homework=1, relationship=3),
            cells={"pace": Cell(says="Very slow."), "tasks": Cell(says="None that we know.", standing="unclear")},
        ),
        a_therapy(
            name="Quick therapy",
            cells={"pace": Cell(says="Quick, and then quicker [@doe1999]."), "tasks": Cell(says="Three a day.")},
        ),
        a_source(id="doe1999", name="On echoes"),
        dimensions=ROWS,
    )


LIBRARY = a_small_library()


def screen(page: Page, width: int, encoding: str = "utf-8") -> str:
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding=encoding, errors="replace", newline="\n")
    terminal.render(page, out, width, color=False)
    out.flush()
    return written.getvalue().decode(encoding)


def echoing() -> Page:
    entry = LIBRARY.page("echoing")
    assert entry is not None
    return page_of(entry, LIBRARY)


@pytest.mark.parametrize("width", [40, 80])
def test_a_page_on_a_terminal(width: int, golden: Golden) -> None:
    golden(f"explain-{width}.txt", screen(echoing(), width))


def test_a_page_in_plain_words(golden: Golden) -> None:
    golden("explain-plain.txt", plain.render(echoing()))


def test_a_page_in_markdown(golden: Golden) -> None:
    golden("explain.md", markdown.render(echoing()))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_list(width: int, golden: Golden) -> None:
    groups = in_groups(TECHNIQUES, LIBRARY.of_kind(Technique))
    page = list_page(TECHNIQUES, groups, LIBRARY, "psychodyn techniques")
    golden(f"techniques-{width}.txt", screen(page, width))


@pytest.mark.parametrize("width", [40, 80])
def test_a_comparison(width: int, golden: Golden) -> None:
    page = comparison_page(LIBRARY.of_kind(Therapy), ROWS, LIBRARY, sources=True, command="psychodyn compare quick")
    golden(f"compare-{width}.txt", screen(page, width))


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_chart(encoding: str, golden: Golden) -> None:
    golden(f"chart-{encoding}.txt", screen(chart_page(LIBRARY.of_kind(Therapy), ""), 80, encoding))


def test_a_near_miss(golden: Golden) -> None:
    missing = find(LIBRARY, "ecohing")
    assert isinstance(missing, Missing)
    golden("near-miss.txt", offered(missing) + "\n")


def test_two_neighbours(golden: Golden) -> None:
    one, other = LIBRARY.page("echoing"), LIBRARY.page("whistling")
    assert one is not None
    assert other is not None
    golden("neighbours-80.txt", screen(apart_page(one, other, LIBRARY, ""), 80))


def test_a_title_too_long_for_its_frame(golden: Golden) -> None:
    question = a_question(name="Why does my therapist look at the clock when I talk?")
    golden("question-40.txt", screen(page_of(question, LIBRARY, "short"), 40))


@pytest.mark.parametrize("width", [40, 80])
def test_a_question_of_the_quiz_and_its_answer(width: int, golden: Golden) -> None:
    card = next(card for card in cards_of(LIBRARY) if card.id == "echoing/not-whistling")
    offers = (card.right, *card.wrong)
    question = screen(question_page(card, offers, (3, 10), LIBRARY), width)
    golden(f"quiz-{width}.txt", question + "\n" + screen(answer_page(card, card.wrong[0], LIBRARY), width))


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_progress(encoding: str, golden: Golden) -> None:
    cards = cards_of(LIBRARY)
    now = datetime(2026, 1, 31, 12, tzinfo=UTC)
    seen = [Seen(card, now + timedelta(days=3 * number), 2, 2 - number) for number, card in enumerate(cards[:2])]
    page = progress_page(seen, cards, 1, (cards[0].id,), now, LIBRARY)
    golden(f"progress-{encoding}.txt", screen(page, 80, encoding))


SHEET = Sheet(
    LIBRARY.of_kind(Therapy),
    (a_way(cells={"pace": Cell(says="You set it.")}),),
    (a_wish(name="Pace", question="How fast?"), a_wish(name="Voice", number=2, anywhere="Each has their own.")),
    {"pace": 1, "voice": 0},
    ("pace",),
)


@pytest.mark.parametrize("width", [40, 80])
def test_a_question_of_the_worksheet(width: int, golden: Golden) -> None:
    golden(f"wish-{width}.txt", screen(wish_page(SHEET.wishes[0], SHEET), width))


@pytest.mark.parametrize("width", [40, 80])
def test_a_worksheet(width: int, golden: Golden) -> None:
    golden(f"worksheet-{width}.txt", screen(sheet_page(SHEET, LIBRARY), width, "ascii"))


@pytest.mark.parametrize("width", [40, 80])
def test_a_worksheet_at_a_glance(width: int, golden: Golden) -> None:
    golden(f"glance-{width}.txt", screen(short_page(SHEET, LIBRARY), width))


def test_a_worksheet_in_markdown(golden: Golden) -> None:
    golden("worksheet.md", markdown.render(sheet_page(SHEET, LIBRARY)))


def test_the_start_page(golden: Golden) -> None:
    golden("start-80.txt", screen(start_page(), 80))
