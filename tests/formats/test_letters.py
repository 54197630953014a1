"""What an encoding lacks is spelt out before lines are broken, so that no line becomes too wide."""

import io

import pytest
from rich.cells import cell_len

from psychodyn_cli.formats import terminal
from psychodyn_cli.formats.letters import spelt
from psychodyn_cli.pages.blocks import Bullets, Hits, Page, Pairs, Paragraph, Section, words

SAID = "One — two … three — four … five — six … seven — eight … nine — ten … eleven — twelve"


def a_page(said: str = SAID) -> Page:
    blocks = (
        Paragraph(words(said)),
        Bullets((words(said), words(said))),
        Pairs(((said, words(said)),)),
        Hits((("one", said, "concept", said),)),
    )
    return Page(said, said, words(said), (Section(said, blocks),), "psychodyn", said)


def a_stream(encoding: str) -> io.TextIOWrapper:
    """As the program's own: what it lacks is put into more letters."""
    return io.TextIOWrapper(io.BytesIO(), encoding, "backslashreplace", newline="", write_through=True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("width", range(20, 90, 7))
def test_no_line_is_wider_than_the_screen(width: int, encoding: str) -> None:
    out = a_stream(encoding)
    terminal.render(a_page(), out, width, color=False)
    out.seek(0)
    assert max(map(cell_len, out.read().splitlines())) <= width


def test_every_text_of_a_page_is_spelt() -> None:
    assert spelt(a_page("a — b"), a_stream("ascii")) == a_page(r"a \u2014 b")


def test_what_has_all_letters_is_left_as_it_is() -> None:
    page = a_page()
    assert spelt(page, a_stream("utf-8")) is page
    assert spelt(page, io.StringIO()) is page
