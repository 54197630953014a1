"""Whether the figures of a row of evidence can be drawn, and can be right: what is wrong, and what would mend it."""

import math
from collections.abc import Iterator

from psychodyn_cli.entries import Row

STANDARDISED = ("Hedges g", "Cohen d", "SMD")
LARGEST = 10  # standard deviations: no gap between two groups of people is larger
LEVELS = (50, 99.9)  # percent


def wrong_with(row: Row) -> Iterator[tuple[str, str]]:
    """Each fault of its figures: what, and what to do."""
    yield from _missing(row)
    figures = (row.estimate, row.ci_low, row.ci_high, row.margin, row.null_value, *(row.range or ()))
    given = [value for value in figures if value is not None]
    if not all(map(math.isfinite, (*given, *row.rates.values()))):
        yield "a figure that is not a number", "give the figure as it was printed"
        return
    yield from _interval(row)
    if row.axis == "log" and any(value <= 0 for value in given):
        yield "a ratio of 0 or less", "correct it, or 'axis: linear'"
    if row.measure in STANDARDISED and any(abs(value) > LARGEST for value in given):
        yield f"a standardised difference beyond {LARGEST}", "look for a lost decimal point, or name another measure"
    for name, count in (("k", row.k), ("n", row.n)):
        if count is not None and count < 1:
            yield f"'{name}' is {count}", "count from 1, or leave it out"
    if row.ci_level is not None and not LEVELS[0] <= row.ci_level <= LEVELS[1]:
        yield f"an interval of {row.ci_level}%", "give the level in percent, mostly 95"


def _missing(row: Row) -> Iterator[tuple[str, str]]:
    """What is drawn has to be there."""
    if row.plot in {"interval", "point"} and row.estimate is None:
        yield "nothing to draw", "add 'estimate', or 'plot: none'"
    if row.plot == "interval" and (row.ci_low is None or row.ci_high is None or row.ci_level is None):
        yield "an interval without limits or level", "add them, or 'plot: point'"
    if row.plot == "range" and row.range is None:
        yield "a range to draw, but none given", "add 'range', or 'plot: none'"
    if row.plot == "rates" and not row.rates:
        yield "rates to draw, but none given", "add 'rates', or 'plot: none'"


def _interval(row: Row) -> Iterator[tuple[str, str]]:
    """From low to high, with the estimate within."""
    low = -math.inf if row.ci_low is None else row.ci_low
    high = math.inf if row.ci_high is None else row.ci_high
    if low > high or (row.range and row.range[0] > row.range[1]):
        yield "limits the wrong way round", "put the lower one first, minus signs and all"
    elif row.estimate is not None and not low <= row.estimate <= high:
        yield "an estimate outside its interval", "look at its sign, and at those of the limits"
