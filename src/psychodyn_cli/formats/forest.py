"""A forest plot in characters: where each half cell of a row lies on the axis.

An interval is drawn to the half cell with heavy half lines where the encoding has them, to the cell in ASCII.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from psychodyn_cli.pages.blocks import Forest, Result

NARROW_INTERVAL = 0.30  # standard deviations, or natural logarithms of a ratio: up to here the mark is large
GAP = 2  # cells at least between the words at both ends of an axis, where they share a line
_STEPS = {False: (0.25, 0.5, 1.0, 1.5, 2.0), True: tuple(map(math.log, (1.5, 2, 4, 8, 16)))}


class Alphabet(Struct, frozen=True):
    """The characters of a plot."""

    line: str
    left_half: str
    right_half: str
    large: str
    small: str
    open: str
    span: str
    null: str
    band: str
    off_left: str
    off_right: str


UTF = Alphabet("━", "╸", "╺", "■", "▪", "◇", "╍", "│", "░", "◀", "▶")
ASCII = Alphabet("-", "-", "-", "#", "*", "o", "=", "|", ":", "<", ">")


class Axis(Struct, frozen=True):
    """From `-reach` to `reach` around the line of no difference, on the scale of the axis (ratios: logarithms)."""

    reach: float
    logarithmic: bool
    columns: int

    def scaled(self, value: float) -> float:
        return math.log(value) if self.logarithmic else value

    def half(self, value: float) -> int:
        """The half cell (from 0) that a value falls in, off the axis the nearest one."""
        share = (self.scaled(value) + self.reach) / (2 * self.reach)
        return min(2 * self.columns - 1, max(0, math.floor(share * 2 * self.columns)))

    def beyond(self, value: float) -> int:
        """-1 left of the axis, 1 right of it, 0 on it."""
        scaled = self.scaled(value)
        return (scaled > self.reach) - (scaled < -self.reach)


def axis_of(forest: Forest, columns: int) -> Axis:
    """The shortest of a few round axes that holds every value, or the longest of them."""
    values = [value for one in forest.results for value in (one.estimate, one.low, one.high) if value is not None]
    scale = math.log if forest.logarithmic else float
    values += [one.margin for one in forest.results if one.margin is not None]
    most = max((abs(scale(value)) for value in values), default=0.0)
    most = max(most, forest.reach)
    steps = _STEPS[forest.logarithmic]
    return Axis(next((step for step in steps if step >= most), steps[-1]), forest.logarithmic, columns)


def drawn(one: Result, forest: Forest, axis: Axis, letters: Alphabet) -> str:
    """One row of the plot, as wide as the axis."""
    cells = _ground(one, forest, axis, letters)
    if one.low is not None and one.high is not None:
        _interval(cells, one, axis, letters)
    if one.estimate is not None and not axis.beyond(one.estimate):
        cells[axis.half(one.estimate) // 2] = _mark(one, axis, letters)
    for value in (one.low, one.high, one.estimate):
        if value is not None and (side := axis.beyond(value)):
            cells[0 if side < 0 else -1] = letters.off_left if side < 0 else letters.off_right
    return "".join(cells)


def _ground(one: Result, forest: Forest, axis: Axis, letters: Alphabet) -> list[str]:
    cells = [" "] * axis.columns
    if one.margin:
        low, high = forest.margins(one.margin)
        for cell in range(axis.half(low) // 2, axis.half(high) // 2 + 1):
            cells[cell] = letters.band
    cells[axis.half(forest.null) // 2] = letters.null
    return cells


def _interval(cells: list[str], one: Result, axis: Axis, letters: Alphabet) -> None:
    assert one.low is not None  # noqa: S101 - the caller asked
    assert one.high is not None  # noqa: S101 - as above
    first, last = sorted((axis.half(one.low), axis.half(one.high)))
    solid = letters.line if one.estimate is not None else letters.span
    for cell in range(first // 2, last // 2 + 1):
        left, right = first <= 2 * cell <= last, first <= 2 * cell + 1 <= last
        cells[cell] = solid if left and right else letters.left_half if left else letters.right_half


def _mark(one: Result, axis: Axis, letters: Alphabet) -> str:
    if one.low is None or one.high is None:
        return letters.open
    width = abs(axis.scaled(one.high) - axis.scaled(one.low))
    return letters.large if width <= NARROW_INTERVAL else letters.small


def values_at(axis: Axis) -> tuple[float, ...]:
    """What the axis names: both ends, half way, and the line of no difference."""
    scaled = (-axis.reach, -axis.reach / 2, 0.0, axis.reach / 2, axis.reach)
    return tuple(math.exp(value) if axis.logarithmic else value for value in scaled)


def ticks(axis: Axis) -> str:
    """The line of values under the axis: all five; where they have no room, the ends and the middle; or the middle."""
    values = values_at(axis)
    for named in (values, values[::2], values[2:3]):
        cells = [" "] * axis.columns
        for value in named:
            label = f"{value:.3g}"
            start = max(0, min(axis.columns - len(label), axis.half(value) // 2 - len(label) // 2))
            if any(cell != " " for cell in cells[max(0, start - 1) : start + len(label) + 1]):
                break
            cells[start : start + len(label)] = label
        else:
            return "".join(cells)
    return ""


def ends(forest: Forest, columns: int, letters: Alphabet) -> Sequence[str]:
    """The words at both ends of the axis: on one line if they fit with a gap, else on two."""
    left, right = f"{letters.off_left} {forest.left}", f"{forest.right} {letters.off_right}"
    gap = columns - len(left) - len(right)
    return (left + " " * gap + right,) if gap >= GAP else (left, right.rjust(columns))
