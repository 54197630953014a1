"""A forest plot in characters puts every value where it belongs."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychodyn_cli.formats import forest
from psychodyn_cli.inline import Words
from psychodyn_cli.pages.blocks import Forest, Result

WIDTHS = (16, 36, 60, 72)  # columns of plot on screens of 60, 80, 120 and 200
linear_values = st.floats(-2.0, 2.0, allow_nan=False)
ratios = st.floats(1 / 16, 16.0, allow_nan=False)


def a_result(
    low: float | None = None, estimate: float | None = None, high: float | None = None, margin: float | None = None
) -> Result:
    return Result("Study 2020", (Words("about"),), "0.10", estimate, low, high, margin, "compared", "d 0.1", "verdict")


def a_forest(*results: Result, logarithmic: bool = False) -> Forest:
    return Forest(results, logarithmic, "favours the other", "favours psychodynamic")


def cells(line: str, *marks: str) -> list[int]:
    return [at for at, mark in enumerate(line) if mark in marks]


def where(value: float, axis: forest.Axis) -> float:
    """Where a value lies exactly, in cells from the left end."""
    return (axis.scaled(value) + axis.reach) / (2 * axis.reach) * axis.columns


@pytest.mark.parametrize("columns", WIDTHS)
@given(values=st.tuples(linear_values, linear_values, linear_values))
def test_an_interval_ends_within_half_a_cell_of_its_limits(columns: int, values: tuple[float, float, float]) -> None:
    low, estimate, high = sorted(values)
    _check_interval(a_result(low, estimate, high), columns, logarithmic=False)


@pytest.mark.parametrize("columns", WIDTHS)
@given(values=st.tuples(ratios, ratios, ratios))
def test_so_does_the_interval_of_a_ratio_on_its_logarithmic_axis(
    columns: int, values: tuple[float, float, float]
) -> None:
    low, estimate, high = sorted(values)
    _check_interval(a_result(low, estimate, high), columns, logarithmic=True)


def _check_interval(one: Result, columns: int, *, logarithmic: bool) -> None:
    plot = a_forest(one, logarithmic=logarithmic)
    axis = forest.axis_of(plot, columns)
    line = forest.drawn(one, plot, axis, forest.UTF)
    assert len(line) == columns
    inked = cells(line, "━", "╸", "╺", "■", "▪")
    first, last = inked[0], inked[-1]
    start = first + (0.5 if line[first] == "╺" else 0.0)
    end = last + (0.5 if line[last] == "╸" else 1.0)
    assert one.low is not None
    assert one.high is not None
    half = 0.5 + 1e-9
    # A mark at the very end hides which half of its cell the line covers.
    slack = {True: 0.5, False: 0.0}
    assert abs(where(one.low, axis) - start) <= half + slack[line[first] in "■▪"]
    assert abs(where(one.high, axis) - end) <= half + slack[line[last] in "■▪"]


@pytest.mark.parametrize("columns", WIDTHS)
@given(value=linear_values)
def test_a_lone_estimate_stands_in_its_own_cell(columns: int, value: float) -> None:
    one = a_result(estimate=value)
    plot = a_forest(one)
    axis = forest.axis_of(plot, columns)
    (at,) = cells(forest.drawn(one, plot, axis, forest.UTF), "◇")
    assert abs(where(value, axis) - (at + 0.5)) <= 0.5 + 1e-9


@pytest.mark.parametrize(("value", "arrow", "at"), [(5.0, "▶", -1), (-5.0, "◀", 0)])
def test_what_runs_off_the_axis_ends_in_an_arrow(value: float, arrow: str, at: int) -> None:
    one = a_result(min(value, 0.0), value / 2, max(value, 0.0))
    plot = a_forest(one)
    assert forest.drawn(one, plot, forest.axis_of(plot, 40), forest.UTF)[at] == arrow


def test_the_line_of_no_difference_is_in_the_middle() -> None:
    one = a_result(estimate=0.4)
    plot = a_forest(one)
    assert forest.drawn(one, plot, forest.axis_of(plot, 41), forest.UTF)[20] == "│"


def test_a_ratio_of_one_is_the_line_of_no_difference() -> None:
    one = a_result(estimate=4.0)
    plot = a_forest(one, logarithmic=True)
    assert forest.drawn(one, plot, forest.axis_of(plot, 41), forest.UTF)[20] == "│"


def test_a_margin_is_a_band_on_the_row_of_the_study_that_set_it() -> None:
    with_margin, without = a_result(estimate=0.9, margin=0.5), a_result(estimate=0.9)
    plot = a_forest(with_margin, without)
    axis = forest.axis_of(plot, 40)
    band = cells(forest.drawn(with_margin, plot, axis, forest.UTF), "░", "│")
    assert abs(where(-0.5, axis) - band[0]) <= 1
    assert abs(where(0.5, axis) - (band[-1] + 1)) <= 1
    assert "░" not in forest.drawn(without, plot, axis, forest.UTF)


@pytest.mark.parametrize(
    ("one", "mark"),
    [
        pytest.param(a_result(0.1, 0.2, 0.3), "■", id="a narrow interval has a large mark"),
        pytest.param(a_result(-0.5, 0.2, 0.9), "▪", id="a wide interval has a small mark"),
        pytest.param(a_result(estimate=0.2), "◇", id="no known interval has an open mark"),
        pytest.param(a_result(0.1, None, 0.6), "╍", id="a span of results has a broken line"),
    ],
)
def test_how_much_is_known_shows(one: Result, mark: str) -> None:
    plot = a_forest(one)
    assert mark in forest.drawn(one, plot, forest.axis_of(plot, 40), forest.UTF)


@pytest.mark.parametrize(
    ("low", "high", "mark"), [(0.0, 0.30, "■"), (0.0, 0.31, "▪")], ids=["0.30 is narrow", "0.31 is wide"]
)
@pytest.mark.parametrize("logarithmic", [False, True], ids=["differences", "ratios by their logarithm"])
def test_an_interval_is_narrow_up_to_0_30(low: float, high: float, mark: str, *, logarithmic: bool) -> None:
    values = (low, 0.2, high - 1e-9)  # a ratio's logarithm is exact but for its last digits
    one = a_result(*(math.exp(value) if logarithmic else value for value in values))
    plot = a_forest(one, logarithmic=logarithmic)
    assert mark in forest.drawn(one, plot, forest.axis_of(plot, 40), forest.UTF)


def test_ascii_draws_the_same_in_ascii() -> None:
    one = a_result(-0.3, 0.1, 0.5, margin=0.25)
    plot = a_forest(one)
    line = forest.drawn(one, plot, forest.axis_of(plot, 40), forest.ASCII)
    assert line.isascii()
    assert "*" in line
    assert "-" in line


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_ticks_name_both_ends_and_the_middle(columns: int) -> None:
    plot = a_forest(a_result(estimate=0.8))
    told = forest.ticks(forest.axis_of(plot, columns)).split()
    assert told[0] == "-1"
    assert told[-1] == "1"
    assert "0" in told


@pytest.mark.parametrize("columns", range(8, 73))
@pytest.mark.parametrize("reach", [0.25, 0.5, 1.0, 1.5, 2.0])
def test_the_ticks_are_even(columns: int, reach: float) -> None:
    """Where one of them has no room, its opposite is not named either."""
    told = [float(value) for value in forest.ticks(forest.Axis(reach, logarithmic=False, columns=columns)).split()]
    assert told in ([-reach, -reach / 2, 0, reach / 2, reach], [-reach, 0, reach], [0])


@pytest.mark.parametrize("columns", range(16, 73))
def test_the_words_at_both_ends_never_run_together(columns: int) -> None:
    told = forest.ends(a_forest(a_result(estimate=0.2)), columns, forest.UTF)
    left, right = "◀ favours the other", "favours psychodynamic ▶"
    assert tuple(told) == (left, right.rjust(columns)) or re.fullmatch(f"{left}  +{right}", told[0])


def test_an_axis_is_no_longer_than_it_must_be() -> None:
    assert forest.axis_of(a_forest(a_result(estimate=0.2)), 40).reach == 0.25
    assert forest.axis_of(a_forest(a_result(estimate=3.9), logarithmic=True), 40).reach == math.log(4)
