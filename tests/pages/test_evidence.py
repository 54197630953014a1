"""Evidence pages: how rows are turned, grouped and told, and that no figure changes without its source."""

import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from builders import a_library, a_row, a_source, an_evidence
from psychodyn_cli.entries import Evidence, Row
from psychodyn_cli.formats import html, markdown, plain, svg, terminal
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Caution, Forest, Page, Result
from psychodyn_cli.pages.entry import counted
from psychodyn_cli.pages.forest import Choice, can_be_drawn, evidence_page, oriented, superiority

RESEARCHED = Path(__file__).parent / "researched.json"  # row id -> digest of its figures as they were researched
FIGURES = (
    "tier", "estimate", "ci_low", "ci_high", "ci_level", "null_value", "axis", "k", "n", "k_scope", "direction",
    "source", "plot", "rates", "range", "comparator_type", "treatment_key",
)  # fmt: skip


def a_drawn_row(**changes: Any) -> Row:
    usual = {
        "plot": "interval", "direction": "higher-favours-psychodynamic", "measure": "SMD",
        "estimate": 0.5, "ci_low": 0.3, "ci_high": 0.7, "ci_level": 95, "null_value": 0.0,
    }  # fmt: skip
    return a_row(**(usual | changes))


def digest(figures: dict[str, Any]) -> str:
    told = {name: figures.get(name) for name in FIGURES if figures.get(name) not in (None, {}, [], ())}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def page(library: Library, condition: str, *, every: bool = False) -> Page:
    entry = library.page(condition)
    assert isinstance(entry, Evidence)
    return evidence_page(entry, Choice(every=every), library, "", table=False)


def forests(found: Page) -> dict[str, Forest]:
    return {
        section.heading: block for section in found.sections for block in section.blocks if isinstance(block, Forest)
    }


def test_every_figure_is_the_one_that_was_researched(library: Library) -> None:
    rows = [row for entry in library.of_kind(Evidence) for row in entry.rows]
    assert {row.id: digest(msgspec.to_builtins(row)) for row in rows} == json.loads(RESEARCHED.read_text("utf-8"))


@pytest.mark.parametrize(
    ("row", "turned"),
    [
        pytest.param(
            a_drawn_row(direction="higher-favours-psychodynamic"), (0.5, 0.3, 0.7), id="higher favours: as it is"
        ),
        pytest.param(
            a_drawn_row(direction="lower-favours-psychodynamic"), (-0.5, -0.7, -0.3), id="lower favours: mirrored"
        ),
    ],
)
def test_right_always_favours_psychodynamic_therapy(row: Row, turned: tuple[float, float, float]) -> None:
    assert oriented(row) == pytest.approx(turned)


def test_a_ratio_is_turned_by_its_reciprocal() -> None:
    row = a_drawn_row(
        direction="lower-favours-psychodynamic", axis="log", null_value=1, estimate=2.0, ci_low=1.25, ci_high=4.0
    )
    assert oriented(row) == pytest.approx((0.5, 0.25, 0.8))


@pytest.mark.parametrize(
    ("changes", "drawn"),
    [
        ({}, True),
        ({"direction": "not-stated"}, False),
        ({"direction": "not-applicable"}, False),
        ({"comparator_type": "none"}, False),
        ({"plot": "none"}, False),
        ({"plot": "rates", "rates": {"one": 1.0}}, False),
    ],
    ids=["a plain row", "no direction stated", "no direction", "before and after", "withheld", "shares"],
)
def test_only_what_has_a_side_and_a_figure_is_drawn(changes: dict[str, Any], *, drawn: bool) -> None:
    assert can_be_drawn(a_drawn_row(**changes)) is drawn


@pytest.mark.parametrize(("d", "share"), [(0.06, 51.7), (0.20, 55.6), (0.50, 63.8), (0.80, 71.4), (1.0, 76.0)])
def test_the_probability_of_superiority_agrees_with_published_tables(d: float, share: float) -> None:
    assert 100 * superiority(d) == pytest.approx(share, abs=0.05)


def test_bulimia_shows_cbt_ahead(library: Library) -> None:
    (ratios,) = (plot for plot in forests(page(library, "eating-disorders")).values() if plot.logarithmic)
    assert ratios.results
    assert all(one.estimate is not None and one.estimate < 1 for one in ratios.results)


def test_depression_tells_that_a_placebo_pill_was_not_beaten(library: Library) -> None:
    entry = library.page("depression")
    assert isinstance(entry, Evidence)
    assert "pill" in entry.against + entry.short


def test_equivalence_shows_both_readings_and_the_margin(library: Library) -> None:
    plots = forests(page(library, "common-mental-disorders")).values()
    (steinert,) = (one for plot in plots for one in plot.results if one.margin)
    assert steinert.margin == 0.25
    assert steinert.high is not None
    assert steinert.high < 0
    entry = library.page("common-mental-disorders")
    assert isinstance(entry, Evidence)
    assert "Rief" in entry.disputed + entry.against


def test_the_impossible_effect_is_told_and_not_drawn(library: Library) -> None:
    entry = library.page("complex-disorders")
    assert isinstance(entry, Evidence)
    assert "6.9" in entry.disputed + entry.against + entry.means
    drawn = [one for plot in forests(page(library, "complex-disorders", every=True)).values() for one in plot.results]
    assert all(one.estimate is None or abs(one.estimate) < 2 for one in drawn)


def test_change_before_and_after_is_never_on_an_axis(library: Library) -> None:
    before_after = {
        row.id for entry in library.of_kind(Evidence) for row in entry.rows if row.comparator_type == "none"
    }
    drawable = {row.id for entry in library.of_kind(Evidence) for row in entry.rows if can_be_drawn(row)}
    assert before_after
    assert not before_after & drawable


def test_units_do_not_share_an_axis(library: Library) -> None:
    found = page(library, "eating-disorders")
    assert any("mean difference" in heading for heading in forests(found))
    assert any("ratios" in heading for heading in forests(found))


def test_the_second_time_of_one_comparison_says_the_rest_once(library: Library) -> None:
    (panel,) = [one for heading, one in forests(page(library, "depression")).items() if "medication" in heading]
    first, second = ("".join(getattr(piece, "text", "") for piece in one.about) for one in panel.results)
    assert first.startswith("short-term psychodynamic therapy added to antidepressants, against ")
    assert second.startswith("the same, follow-up;")
    assert "added to antidepressants" in panel.results[1].said


NONSENSE = {
    "a negative ratio": {"axis": "log", "estimate": -0.62, "ci_low": -0.76, "ci_high": -0.47},
    "limits turned round": {"ci_low": 0.9},
    "an estimate outside": {"estimate": -0.99},
    "no estimate": {"estimate": None},
    "no limits": {"ci_low": None, "ci_high": None},
    "a range without one": {"plot": "range"},
    "not a number": {"estimate": float("nan")},
    "endless": {"ci_high": float("inf")},
    "too large": {"estimate": 1e300, "ci_high": 1e301},
}


@pytest.mark.parametrize("changes", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("table", [False, True], ids=["drawn", "told"])
def test_a_figure_that_cannot_be_right_is_told_as_such_and_not_drawn(changes: dict[str, Any], *, table: bool) -> None:
    found = a_page(table=table, **changes)
    assert not forests(found)
    told = "Not drawn: a figure here cannot be right, as psychodyn check says"
    assert (told in found.headings) is not table
    for shown in (plain.render(found), markdown.render(found), html.render(found), "".join(drawn_at(80, found))):
        assert "walking therapy" in shown


# Rows on therapies of many kinds -----------------------------------------------------------------------

GENERAL = {"treatment": "all psychotherapies", "treatment_key": "any"}
CONTEXT = "context, not specific to psychodynamic therapy"


@pytest.mark.parametrize(
    "changes",
    [{"treatment_key": "any"}, {"treatment_key": "mixed"}, {"reading": CONTEXT}],
    ids=["any", "mixed", "context"],
)
@pytest.mark.parametrize("plot", ["interval", "point"])
def test_what_is_not_about_psychodynamic_therapy_alone_is_not_told_in_its_favour(
    plot: str, changes: dict[str, Any]
) -> None:
    limits: dict[str, Any] = {} if plot == "interval" else {"ci_low": None, "ci_high": None}
    found = a_page(plot=plot, comparator_type="inactive", **changes, **limits)
    (panel,) = forests(found).values()
    assert "the therapy that was tested" in the_result(found).verdict
    assert panel.right == "favours therapy"
    assert "favours psychodynamic" not in str(panel)


@pytest.mark.parametrize(
    ("kinds", "right"),
    [
        pytest.param(({},), "favours psychodynamic", id="psychodynamic alone"),
        pytest.param(({}, GENERAL), "favours therapy", id="one of many kinds among them"),
        pytest.param(
            ({"comparator_type": "cbt", **GENERAL},), "favours therapy tested", id="many kinds against a therapy"
        ),
    ],
)
def test_the_right_end_of_an_axis_is_true_of_every_row_above_it(kinds: tuple[dict[str, Any], ...], right: str) -> None:
    rows = tuple(a_drawn_row(id=str(at), **{"comparator_type": "inactive", **kind}) for at, kind in enumerate(kinds))
    entry = an_evidence(rows=rows)
    found = evidence_page(entry, Choice(), a_library(entry, a_source(id="doe1999")), "", table=False)
    assert [panel.right for panel in forests(found).values()] == [right]


def test_harm_in_all_psychotherapies_is_not_told_in_favour_of_one(library: Library) -> None:
    assert "favours psychodynamic" not in plain.render(page(library, "harm-and-cost"))


# The picture of one row ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "every", "told"),
    [
        pytest.param("depression", False, "the first row (Wienicke 2023, against control conditions)", id="depression"),
        pytest.param("social-anxiety", False, "the first row (Zhang 2022, against inactive", id="another in the file"),
        pytest.param("complex-disorders", False, "", id="a first row in another unit"),
        pytest.param("complex-disorders", True, "", id="so with all rows"),
        pytest.param("common-mental-disorders", False, "", id="a first row without an interval"),
    ],
)
def test_the_row_that_is_pictured_is_the_first_that_is_drawn(
    library: Library, condition: str, told: str, *, every: bool
) -> None:
    found = page(library, condition, every=every)
    pictured = [line for line in plain.render(found).split("\n") if line.startswith("To picture")]
    assert bool(pictured) is bool(told)
    for line in pictured:
        first = next(iter(forests(found).values())).results[0]
        assert f"To picture {told}" in line
        assert first.study in line
        assert first.estimate is not None
        assert f"about {round(100 * superiority(first.estimate))} pairs of 100" in line


@pytest.mark.parametrize(
    ("source", "study"),
    [
        pytest.param({"author": ("Doe, J", "Roe, R")}, "Doe 1999", id="its first author"),
        pytest.param({"author": (), "container_title": "Journal of Walks"}, "Journal of Walks 1999", id="the journal"),
        pytest.param({"author": (), "container_title": ""}, "Doe 1999", id="neither"),
    ],
)
def test_a_study_has_a_space_before_its_year(source: dict[str, Any], study: str) -> None:
    entry = an_evidence(rows=(a_drawn_row(),))
    shelf = a_library(entry, a_source(id="doe1999", issued="1999", **source))
    assert the_result(evidence_page(entry, Choice(), shelf, "", table=False)).study == study


def test_every_study_has_a_space_before_its_year(library: Library) -> None:
    pages = [page(library, entry.id, every=True) for entry in library.of_kind(Evidence)]
    studies = {one.study for found in pages for plot in forests(found).values() for one in plot.results}
    assert studies
    assert not [study for study in studies if not re.search(r"\w \d{4}$", study)]


# How to read it, and in which order ------------------------------------------------------------------

SCREEN = 24  # lines


def drawn_at(width: int, found: Page) -> list[str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    terminal.render(found, out, width, color=False)
    out.seek(0)
    return [line.rstrip() for line in out.read().split("\n")]


def test_the_plots_of_depression_with_their_key_fit_two_screens(library: Library) -> None:
    lines = drawn_at(80, page(library, "depression"))
    start = next(at for at, line in enumerate(lines) if line.startswith("Against waiting"))
    end = max(at for at, line in enumerate(lines) if "◀ favours" in line)
    assert lines[start + 1].startswith("How to read it. A mark right of the line")
    assert end - start + 1 <= 2 * SCREEN


@pytest.mark.parametrize("depth", [False, True], ids=["the main rows", "all rows"])
def test_how_to_read_marks_stands_only_where_they_are_drawn(library: Library, *, depth: bool) -> None:
    found = page(library, "social-anxiety", every=depth)
    for text in ("How to read it.", "A mark is large"):
        assert " ".join(drawn_at(80, found)).count(text) == 1
        assert html.render(found).count(text) == 1
        assert svg.render(found).count(text) == 1
        assert text not in plain.render(found)
        assert text not in markdown.render(found)
        assert text not in " ".join(drawn_at(44, found))


def test_what_right_means_is_true_of_every_row(library: Library) -> None:
    assert "line: psychodynamic therapy did better" in " ".join(drawn_at(80, page(library, "borderline")))
    assert "line: the therapy that was tested did" in " ".join(drawn_at(80, page(library, "harm-and-cost")))


def test_what_is_not_drawn_stands_before_what_to_do_now(library: Library) -> None:
    headings = page(library, "depression").headings
    assert headings.index("Shares of people") < headings.index("What you can do now")
    assert headings.index("Told without a figure to draw") + 1 == headings.index("What you can do now")


# What stands beside a row, and above all of them -----------------------------------------------------


def a_page(*, table: bool = False, sensitive: bool = False, **row: Any) -> Page:
    """A page with one row that can be drawn."""
    entry = an_evidence(rows=(a_drawn_row(**row),), sensitive=sensitive)
    return evidence_page(entry, Choice(), a_library(entry, a_source(id="doe1999")), "", table=table)


def the_result(found: Page) -> Result:
    (plot,) = forests(found).values()
    (one,) = plot.results
    return one


def about(one: Result) -> str:
    return "".join(getattr(piece, "text", "") for piece in one.about)


@pytest.mark.parametrize("table", [False, True], ids=["drawn", "told"])
def test_the_way_to_help_stands_above_all_on_a_sensitive_page_only(*, table: bool) -> None:
    (first, *_) = a_page(table=table, sensitive=True).sections
    (caution,) = first.blocks
    assert isinstance(caution, Caution)
    assert "psychodyn help-now" in str(caution)
    calm = a_page(table=table)
    assert not any(isinstance(block, Caution) for section in calm.sections for block in section.blocks)


@pytest.mark.parametrize(
    ("changes", "caution"),
    [
        pytest.param({}, "", id="a plain row"),
        pytest.param({"reading": "disputed by others"}, "; disputed, see below", id="disputed"),
        pytest.param(
            {"seen_as": "page on the authors' site"}, "; from the proponents' own site", id="told by its proponents"
        ),
        pytest.param(
            {"seen_as": "page on the authors' site", "reading": "disputed"},
            "; from the proponents' own site; disputed, see below",
            id="both",
        ),
    ],
)
def test_whose_figure_it_is_and_that_it_is_disputed_stands_beside_the_row(
    changes: dict[str, Any], caution: str
) -> None:
    one = the_result(a_page(**changes))
    assert about(one) == f"walking therapy, against waiting; fear, end{caution} "
    assert f"fear, end{caution}: SMD 0.5" in one.said


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({}, "", id="unknown"),
        pytest.param({"n": 90}, "", id="people of no study"),
        pytest.param({"k": 1, "n": 90}, "; 1 study, 90 people", id="one study"),
        pytest.param({"k": 2}, "; 2 studies", id="two, of unknown size"),
        pytest.param({"k": 12, "n": 1234, "k_scope": "comparison"}, "; 12 studies, 1,234 people", id="of this row"),
        pytest.param({"k": 12, "n": 1234, "k_scope": "review"}, "; 12 studies in the whole review", id="of the review"),
        pytest.param({"k": 1, "k_scope": "review"}, "; 1 study in the whole review", id="the review's only one"),
    ],
)
def test_studies_and_people_are_those_of_the_row_or_said_to_be_of_the_whole_review(
    changes: dict[str, Any], told: str
) -> None:
    row = a_drawn_row(**changes)
    assert counted(row) == told
    assert about(the_result(a_page(**changes))) == f"walking therapy, against waiting; fear, end{told} "


@pytest.mark.parametrize(
    ("low", "high", "side"),
    [(0.01, 0.9, "ahead"), (0.0, 0.9, "no clear gap"), (-0.9, 0.0, "no clear gap"), (-0.9, -0.01, "behind")],
    ids=["right of the line", "touches it from the right", "touches it from the left", "left of it"],
)
def test_an_interval_that_touches_the_line_settles_nothing(low: float, high: float, side: str) -> None:
    assert the_result(a_page(ci_low=low, ci_high=high, estimate=(low + high) / 2)).side == side


def test_a_single_value_on_the_line_leans_to_neither_side() -> None:
    assert the_result(a_page(plot="point", estimate=0.0, ci_low=None, ci_high=None)).side == "level"


def test_the_axis_that_all_panels_share_has_room_for_the_widest_margin() -> None:
    rows = (a_drawn_row(id="one", margin=1.5), a_drawn_row(id="two", comparator_type="cbt"))
    entry = an_evidence(rows=rows)
    library = a_library(entry, a_source(id="doe1999"))
    assert [plot.reach for plot in forests(evidence_page(entry, Choice(), library, "", table=False)).values()] == [
        1.5,
        1.5,
    ]
