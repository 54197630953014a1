"""Short forms and words of the field that a page nowhere tells are told at its end."""

import pytest

from psychodyn_cli.inline import Words
from psychodyn_cli.pages.blocks import (
    Links,
    Listed,
    Listing,
    Page,
    Paragraph,
    Reference,
    References,
    Section,
    See,
    words,
)
from psychodyn_cli.pages.spelling_out import explained
from psychodyn_cli.short_forms import FIELD_WORDS, SHORT_FORMS, found, unknown

SOURCES = Section("Sources", (References((Reference(1, "doe1999", "Doe (1999). OCD by the sea.", ""),)),))


def a_page(*texts: str, title: str = "A page", lead: str = "") -> Page:
    told = tuple(Section("", (Paragraph(words(text)),)) for text in texts)
    return Page(title, "", words(lead), (*told, SOURCES), "", "")


def with_block(page: Page, block: Links | Listing | Paragraph) -> Page:
    return Page(page.title, "", page.lead, (Section("", (block,)), *page.sections), "", "")


CBT_BELOW = Links((("cbt", "Cognitive behavioural therapy", "It has a plan."),))
BARE = "CBT: cognitive behavioural therapy."
LINKED = Paragraph((Words("It is like "), See("cbt", "CBT"), Words(".")))


def legend(page: Page) -> str:
    """What was added to a page."""
    added = [section for section in explained(page).sections if section not in page.sections]
    return "".join(piece.text for section in added for block in section.blocks for piece in block.prose)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(a_page("CBT has a plan."), "CBT: cognitive behavioural therapy.", id="not spelled out"),
        pytest.param(a_page("Cognitive behavioural therapy (CBT) has a plan."), "", id="spelled out"),
        pytest.param(a_page("It has.", title="Cognitive behavioural therapy"), "", id="nothing short in it"),
        pytest.param(a_page("CBT: cognitive behavioural therapy."), "", id="spelled out behind it"),
        pytest.param(a_page("It has.", title="Cognitive behavioural therapy (CBT)"), "", id="spelled out in the title"),
        pytest.param(
            a_page("CBT is a kind of cognitive behavioural therapy."),
            "CBT: cognitive behavioural therapy.",
            id="its words elsewhere on the page",
        ),
        pytest.param(a_page("Nothing.", lead="CBT in short."), "CBT: cognitive behavioural therapy.", id="in the lead"),
        pytest.param(a_page("CBT.", lead="Cognitive behavioural therapy (CBT)."), "", id="spelled out in the lead"),
        pytest.param(
            with_block(a_page("CBT has a plan."), CBT_BELOW),
            "CBT: cognitive behavioural therapy.",
            id="the id and name of a page below are not beside each other",
        ),
        pytest.param(with_block(a_page("It has a plan."), CBT_BELOW), "", id="an id is not read"),
        pytest.param(
            with_block(a_page("Cognitive behavioural therapy."), LINKED),
            "CBT: cognitive behavioural therapy.",
            id="a link",
        ),
        pytest.param(
            a_page("CBT.", "And so on. " * 40, "Cognitive behavioural therapy (CBT)."),
            "CBT: cognitive behavioural therapy.",
            id="spelled out too late",
        ),
        pytest.param(a_page("Nothing."), "", id="only in the title of a work"),
        pytest.param(
            a_page("For PTSD and OCD."),
            "OCD: obsessive-compulsive disorder; PTSD: post-traumatic stress disorder.",
            id="two",
        ),
    ],
)
def test_what_is_not_spelled_out_is_told(page: Page, told: str) -> None:
    assert legend(page) == (f"Short forms. {told}" if told else "")


def test_it_is_told_before_the_sources() -> None:
    assert explained(a_page("CBT has a plan.")).sections[-1] is SOURCES


def test_what_looks_like_a_short_form_is_known_or_unknown() -> None:
    text = "In the UK, NICE names CBT and XYZ; Ba-DA, *RIG* and McWilliams are none [@abramPmpND]."
    assert (found(text), unknown(text)) == ({"NICE", "CBT"}, {"XYZ"})


def test_a_short_form_is_shorter_than_what_it_stands_for() -> None:
    assert all(len(short) < len(told) and short.isupper() for short, told in SHORT_FORMS.items())


ROW = Listing(("a", "b"), (Listed("psychosis", "Psychosis", "Lost.", ()),))
PSYCHOSIS = "psychosis: a state in which it is hard to tell what is real."


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(a_page("In a psychosis it may confuse."), PSYCHOSIS, id="bare"),
        pytest.param(a_page("Psychotic states are studied."), PSYCHOSIS, id="in another form"),
        pytest.param(a_page("What is real is lost for a while (psychosis)."), "", id="in brackets behind its meaning"),
        pytest.param(a_page("In a psychosis (what is real is lost)."), "", id="its meaning behind it"),
        pytest.param(a_page("What is real is lost (a psychosis)."), "", id="in brackets with an article"),
        pytest.param(a_page("Such a state is called a psychosis."), "", id="given a name"),
        pytest.param(a_page("“Psychosis trials”: those with such states."), "", id="in a legend"),
        pytest.param(a_page("It is studied.", title="Psychosis"), "", id="the page is about it"),
        pytest.param(a_page("Yes.", title="Is it safe after a psychosis?"), PSYCHOSIS, id="a question names it"),
        pytest.param(a_page("Type psychosis-and-therapy."), "", id="only in a name to type"),
        pytest.param(
            with_block(a_page("In a psychosis."), Links((("psychosis", "Psychosis", "What is real is lost."),))),
            "",
            id="told below",
        ),
        pytest.param(
            with_block(
                a_page("In a psychosis."), Listing(("a", "b"), (Listed("psychosis", "Psychosis", "Lost.", ()),))
            ),
            "",
            id="told in a row",
        ),
        pytest.param(
            a_page("An analyst and a psychoanalyst meet."),
            "analyst, psychoanalyst: a therapist trained in psychoanalysis, with several sessions a week.",
            id="two with one meaning",
        ),
    ],
)
def test_words_of_the_field_that_stand_alone_are_told(page: Page, told: str) -> None:
    assert legend(page) == (f"In plain words. {told}" if told else "")


def test_both_legends_stand_below_each_other() -> None:
    added = explained(a_page("CBT for psychosis.")).sections[-2]
    assert len(added.blocks) == 2


def test_a_word_is_told_in_a_few_plain_words() -> None:
    assert all(len(means.split()) <= 13 for means in FIELD_WORDS.values())
    every = [form for forms in FIELD_WORDS for form in forms]
    assert len(every) == len(set(every))
