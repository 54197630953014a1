"""Pages lead to the plots of the results that they rest on, and concepts of statistics draw some themselves."""

from builders import a_concept, a_library, a_row, a_source, a_therapy, an_evidence
from psychodyn_cli.entries import Cell, HeadToHead
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Forest, Page, Pairs
from psychodyn_cli.pages.comparing import comparison_page
from psychodyn_cli.pages.entry import page_of

DRAWN = a_row(
    plot="interval", direction="higher-favours-psychodynamic", measure="SMD", estimate=0.5, ci_low=0.3, ci_high=0.7,
    ci_level=95,
)  # fmt: skip
FRIGHT = an_evidence(rows=(DRAWN,))
SHYNESS = an_evidence(name="Shyness", rows=(a_row(id="one"), a_row(id="two"), a_row(id="three", source="roe2001")))
SOURCES = (a_source(id="doe1999"), a_source(id="roe2001"), a_source(id="poe2005"))


def figures(page: Page) -> list[tuple[str, str]]:
    """Name and command of each plot that the page leads to."""
    return [
        (name, "".join(getattr(piece, "text", "") for piece in told))
        for section in page.sections
        if section.heading == "See the figures drawn"
        for block in section.blocks
        if isinstance(block, Pairs)
        for name, told in block.items
    ]


def the_concept_that_says(meaning: str) -> Page:
    concept = a_concept(meaning=meaning)
    return page_of(concept, a_library(concept, FRIGHT, SHYNESS, *SOURCES))


def test_a_page_leads_to_the_plots_of_what_it_cites_those_with_most_rows_first() -> None:
    assert figures(the_concept_that_says("It helped some [@doe1999].")) == [
        ("Shyness", "psychodyn evidence shyness"),
        ("Stage fright", "psychodyn evidence stage-fright"),
    ]


def test_a_page_whose_sources_are_drawn_nowhere_leads_to_none() -> None:
    assert figures(the_concept_that_says("It is old [@poe2005].")) == []
    assert figures(the_concept_that_says("It is an idea.")) == []


def test_evidence_leads_to_no_other_evidence_for_its_own_rows() -> None:
    assert figures(page_of(FRIGHT, a_library(FRIGHT, SHYNESS, *SOURCES))) == []


def test_a_comparison_leads_to_the_plots_of_the_trials_between_its_therapies() -> None:
    trial = HeadToHead(other="running", standing="about-equal", says="Level in one trial [@roe2001].")
    walking = a_therapy(cells={"pace": Cell(says="Slow [@doe1999].")}, head_to_head=(trial,))
    running = a_therapy(name="Running therapy", id="running")
    library: Library = a_library(walking, running, FRIGHT, SHYNESS, *SOURCES)

    page = comparison_page((walking, running), library.dimensions(), library, sources=False, command="")

    assert figures(page) == [("Shyness", "psychodyn evidence shyness")]


def test_a_concept_draws_the_rows_that_it_names_and_leaves_out_those_that_are_gone() -> None:
    concept = a_concept(drawn=("stage-fright/stage-fright-1", "stage-fright/gone", "gone/row"))
    page = page_of(concept, a_library(concept, FRIGHT, *SOURCES))

    (forest,) = [block for section in page.sections for block in section.blocks if isinstance(block, Forest)]
    assert [result.estimate for result in forest.results] == [0.5]
