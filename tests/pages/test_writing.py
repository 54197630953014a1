"""How links are written in running text: terms by their names, and questions so that they can be opened."""

import io

import pytest

from builders import a_concept, a_library, a_question
from psychodyn_cli.formats import html, markdown, plain, terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Page, Paragraph, Section
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.writing import Writer


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
