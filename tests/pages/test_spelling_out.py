"""Short forms that a page nowhere spells out are told at its end, and none that the library uses is unknown."""

import pytest

from psychodyn_cli.pages.blocks import Page, Paragraph, Reference, References, Section, words
from psychodyn_cli.pages.spelling_out import explained
from psychodyn_cli.short_forms import SHORT_FORMS, found, unknown

SOURCES = Section("Sources", (References((Reference(1, "doe1999", "Doe (1999). OCD by the sea.", ""),)),))


def a_page(*texts: str, title: str = "A page", lead: str = "") -> Page:
    told = tuple(Section("", (Paragraph(words(text)),)) for text in texts)
    return Page(title, "", words(lead), (*told, SOURCES), "", "")


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
