"""Tables and steps on a terminal: what can be typed stands whole, and tables that belong together look alike."""

import io
import re

import pytest

from psychodyn_cli.formats import terminal
from psychodyn_cli.pages.blocks import ComparedRow, Comparison, Doors, Listed, Listing, Page, Section, words

LONG = "telling-my-therapist-about-suicide"


def a_list(*rows: Listed) -> Page:
    """A group a row."""
    sections = tuple(Section(row.name, (Listing(("name", "in a sentence", "note"), (row,)),)) for row in rows)
    return Page("A list", "", (), sections, "", "")


def drawn(page: Page, width: int = 80, *, color: bool = False) -> list[str]:
    out = io.StringIO()
    terminal.render(page, out, width, color=color)
    return out.getvalue().splitlines()


def first_column(page: Page, width: int = 80) -> list[str]:
    """What stands in it below its head."""
    told = "\n".join(drawn(page, width)).rpartition("┤\n")[2]
    return [line.split("│")[1].strip() for line in told.splitlines() if line.startswith("│")]


@pytest.mark.parametrize("name", ["Free association", "The free association", "Free-associations"])
def test_a_name_that_can_be_typed_stands_alone(name: str) -> None:
    assert first_column(a_list(Listed("free-association", name, "Talk.", ("old",)))) == [name, "old"]


def test_below_another_name_stands_what_to_type() -> None:
    page = a_list(Listed("cbt", "Cognitive behavioural therapy", "Tasks.", ("short",)))
    assert first_column(page) == ["Cognitive behavioural", "therapy", "cbt", "short"]
    assert first_column(page, 140) == ["Cognitive behavioural therapy", "cbt"]
    assert drawn(page, 40)[-3:] == ["Tasks.", "cbt", "note: short"]


def test_a_long_id_breaks_behind_a_hyphen() -> None:
    assert first_column(a_list(Listed(LONG, "May I say it?", "Yes.", ("",))))[-2:] == [
        "telling-my-therapist-",
        "about-suicide",
    ]


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_tables_of_a_page_are_equally_wide(width: int) -> None:
    page = a_list(
        Listed("a", "A", "One.", ("x",)), Listed("b", "Incomprehensibilities", "Two.", ("unquestionably seen",))
    )
    assert len({line for line in drawn(page, width) if line.startswith("├")}) == 1


def test_a_style_keeps_to_its_cell() -> None:
    """The bold name fills two lines; the bar behind it is as dim as any."""
    page = Page(
        "", "", (), (Section("", (Comparison(("S",), (ComparedRow("One long name", "", (words("x"),)),)),)),), "", ""
    )
    bars = [re.findall(r"(\x1b\[[\d;]*m)│", line) for line in drawn(page, 80, color=True) if "long" in line]
    assert set(bars[0]) == {"\x1b[2m"}


@pytest.mark.parametrize(
    ("width", "lines"), [(80, ["1. Go on  psychodyn tour 4"]), (20, ["1. Go on", "   psychodyn tour 4"])]
)
def test_a_command_is_never_broken_where_it_fits_a_line(width: int, lines: list[str]) -> None:
    page = Page("", "", (), (Section("", (Doors((("Go on", "psychodyn tour 4"),)),)),), "", "")
    assert drawn(page, width)[-len(lines) :] == lines
