"""How links are written in running text: terms by their names, and questions so that they can be opened."""

import io
from typing import Any

import pytest

from builders import a_concept, a_library, a_question, a_source
from psychodyn_cli.formats import html, markdown, plain, terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Page, Paragraph, Section
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.writing import Writer, as_line, in_short


@pytest.fixture(scope="module")
def small() -> Library:
    return a_library(
        a_question(id="no-money", name="What can I do if I have no money?"),
        a_concept(id="free-talk", name="Free talk"),
        a_concept(id="che-vuoi", name="Che vuoi?"),
    )


def page(text: str, library: Library) -> Page:
    return Page("", "", (), (Section("", (Paragraph(Writer(library).prose(text)),)),), "", "")


WRITTEN = {  # what the content says -> what stands in plain words
    "a term, by its name": ("See [[free-talk]].", "See free talk."),
    "a term, in other words": ("See [[free-talk|talking freely]].", "See talking freely."),
    "a term that is a question": ("He called it [[che-vuoi]].", 'He called it "Che vuoi?".'),
    "a question, by its name": (
        "See [[no-money]].",
        'See "What can I do if I have no money?" (psychodyn explain no-money).',
    ),
    "a question, in other words": (
        "See [[no-money|who pays]]. Or ask.",
        "See who pays (psychodyn explain no-money). Or ask.",
    ),
    "what is not there": ("See [[no-page]].", "See no page."),
}


@pytest.mark.parametrize(("says", "told"), WRITTEN.values(), ids=WRITTEN)
def test_a_link_in_running_text(says: str, told: str, small: Library) -> None:
    assert plain.render(page(says, small)).strip() == told
    assert told in drawn(page(says, small))
    assert told in markdown.render(page(says, small))


def test_where_it_can_be_clicked_no_command_stands_behind_it(small: Library) -> None:
    told = html.several([page("See [[no-money|who pays]].", small)])
    assert ">who pays</span>." in told


def test_no_question_mark_is_followed_by_a_full_stop(library: Library) -> None:
    for entry in library.pages(library.ids()):
        assert "?." not in plain.render(page_of(entry, library, "full")), entry.id


def drawn(told: Page) -> str:
    out = io.StringIO()
    terminal.render(told, out, 100, color=False)
    return out.getvalue()


NAMED_IN_SHORT = {
    "one author": ({"author": ("Doe, J. M.",), "issued": "1999"}, "Doe 1999"),
    "two": ({"author": ("Doe, J.", "Roe, R."), "issued": "1999"}, "Doe and Roe 1999"),
    "more": ({"author": ("Doe, J.", "Roe, R.", "Poe, E."), "issued": "1999"}, "Doe et al 1999"),
    "more, unnamed": ({"author": ("Doe, J.", "et al."), "issued": "1999"}, "Doe et al 1999"),
    "a body, without a date": ({"author": ("Hill Hospital",)}, "Hill Hospital"),
    "nobody": ({"author": (), "name": "On hills", "issued": "1999"}, "On hills 1999"),
}


@pytest.mark.parametrize(("fields", "told"), NAMED_IN_SHORT.values(), ids=NAMED_IN_SHORT)
def test_a_source_in_short(fields: dict[str, Any], told: str) -> None:
    assert in_short(a_source(**{"issued": "", **fields})) == told


def test_what_has_no_date_says_so_and_whether_it_was_read() -> None:
    assert as_line(a_source(author=("Hill Hospital",), issued="", checked="seen")).startswith(
        "Hill Hospital (no date; read for this release). "
    )
    assert " (no date). " in as_line(a_source(author=("Hill Hospital",), issued="", checked="known"))
