"""A second opinion on the forest plots: matplotlib draws the same rows from their raw figures, and both are compared.

python -m pip install matplotlib && python benchmarks/second_opinion.py [FOLDER FOR ITS PICTURES]

Both must agree in the order of the estimates, in the side of the line on which each interval lies, and in which
intervals overlap; what lies closer than a cell of ours cannot differ. Exits with 1 where they do not.
"""

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot as plt

from psychodyn_cli.entries import Evidence, Row
from psychodyn_cli.formats import forest
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Forest
from psychodyn_cli.pages.forest import Choice, can_be_drawn, evidence_page, printed

COLUMNS = 72  # of our plot
INK = frozenset(forest.UTF.line + forest.UTF.span + forest.UTF.left_half + forest.UTF.right_half)
MARKS = frozenset(forest.UTF.large + forest.UTF.small + forest.UTF.open)
OFF = frozenset(forest.UTF.off_left + forest.UTF.off_right)


class Place(NamedTuple):
    """Where a row lies, in our columns from the left end of the axis; None: nothing is drawn of it."""

    low: float | None
    estimate: float | None
    high: float | None


def main(pictures: Path | None) -> int:
    library = open_library()
    checked = differences = 0
    for entry in library.of_kind(Evidence):
        for number, (panel, rows) in enumerate(_panels(entry, library)):
            axis = forest.axis_of(panel, COLUMNS)
            picture = pictures / f"{entry.id}-{number}.png" if pictures else None
            theirs = _drawn_by_matplotlib(rows, axis, picture)
            ours = [_read_back(forest.drawn(one, panel, axis, forest.UTF)) for one in panel.results]
            found = list(_differences([row.id for row in rows], ours, theirs))
            checked += len(rows)
            differences += len(found)
            print("".join(f"{entry.id}: {difference}\n" for difference in found), end="")
    print(f"{checked} rows drawn twice, {differences} differences")
    return int(bool(differences))


def _panels(entry: Evidence, library: Library) -> Iterator[tuple[Forest, tuple[Row, ...]]]:
    """Our panels, each with its rows as they are in the data, found again by what is printed of them."""
    left = [row for row in entry.rows if can_be_drawn(row)]
    page = evidence_page(entry, Choice(every=True), library, "", table=False)
    for block in (block for section in page.sections for block in section.blocks if isinstance(block, Forest)):
        rows = []
        for one in block.results:
            row = next(row for row in left if printed(row) == one.printed and row.treatment in one.said)
            left.remove(row)
            rows.append(row)
        yield block, tuple(rows)


def _drawn_by_matplotlib(rows: tuple[Row, ...], axis: forest.Axis, picture: Path | None) -> list[Place]:
    """The rows on matplotlib's axis, each turned so that right favours psychodynamic therapy; read off its canvas."""
    figure, plot = plt.subplots(figsize=(9, 1 + 0.4 * len(rows)))
    ends = forest.values_at(axis)
    plot.set_xscale("log" if axis.logarithmic else "linear")
    plot.set_xlim(ends[0], ends[-1])
    plot.axvline(1.0 if axis.logarithmic else 0.0, color="grey")
    places = [_place(plot, [_turned(value, row) for value in _values(row)], at) for at, row in enumerate(rows)]
    if picture:
        plot.set_yticks(range(len(rows)), [row.id for row in rows])
        plot.invert_yaxis()
        figure.tight_layout()
        figure.savefig(picture)
    plt.close(figure)
    return places


def _values(row: Row) -> tuple[float | None, float | None, float | None]:
    if row.plot == "range" and row.range:
        return row.range[0], None, row.range[1]
    return (row.ci_low, row.estimate, row.ci_high) if row.plot == "interval" else (None, row.estimate, None)


def _turned(value: float | None, row: Row) -> float | None:
    if value is None or row.direction == "higher-favours-psychodynamic":
        return value
    return 1 / value if row.axis == "log" else -value


def _place(plot: Any, values: list[float | None], at: int) -> Place:
    limits = sorted(value for value in (values[0], values[2]) if value is not None)  # turning swaps them
    if limits:
        plot.hlines(at, *limits, color="black")
    if values[1] is not None:
        plot.plot([values[1]], [at], "s", color="black")
    low, high = limits or (None, None)
    return Place(*(None if value is None else _column(plot, value) for value in (low, values[1], high)))


def _column(plot: Any, value: float) -> float:
    """Where matplotlib puts a value on its canvas, in our columns from the left end of the axis."""
    start, end, at = (plot.transData.transform((x, 0))[0] for x in (*plot.get_xlim(), value))
    return float((at - start) / (end - start)) * COLUMNS


def _read_back(line: str) -> Place:
    """What a reader of our plot sees: the outer ends of the ink, and the mark."""
    inked = [at for at, letter in enumerate(line) if letter in INK | MARKS | OFF]
    marks = [at for at, letter in enumerate(line) if letter in MARKS]
    lined = any(letter in INK for letter in line)
    start = inked[0] + (0.5 if line[inked[0]] == forest.UTF.right_half else 0.0)
    end = inked[-1] + (0.5 if line[inked[-1]] == forest.UTF.left_half else 1.0)
    return Place(start if lined else None, marks[0] + 0.5 if marks else None, end if lined else None)


def _differences(ids: list[str], ours: list[Place], theirs: list[Place]) -> Iterator[str]:
    middle = COLUMNS / 2
    for row, our, their in zip(ids, ours, theirs, strict=True):
        for name in ("low", "estimate", "high"):
            mine, other = getattr(our, name), getattr(their, name)
            if other is not None and 0 <= other <= COLUMNS and mine is not None and abs(mine - other) > 1:
                yield f"{row}: {name} lies at {mine:.1f} here and at {other:.1f} there, of {COLUMNS} columns"
        if _side(our, middle) != _side(their, middle) and min(map(abs, _from(their, middle))) > 1:
            yield f"{row}: the interval lies {_side(our, middle)} here, {_side(their, middle)} there"
    for (one, our, their), (two, our2, their2) in combinations(zip(ids, ours, theirs, strict=True), 2):
        if _order(our.estimate, our2.estimate) * _order(their.estimate, their2.estimate) < 0:
            yield f"{one} and {two}: the estimates stand in another order"
        if (gap := _gap(their, their2)) is not None and abs(gap) > 1 and (_gap(our, our2) or 0) * gap < 0:
            yield f"{one} and {two}: the intervals overlap in one plot and not in the other"


def _side(place: Place, middle: float) -> str:
    if place.low is None or place.high is None:
        return "nowhere"
    return "right" if place.low > middle else "left" if place.high < middle else "across"


def _from(place: Place, middle: float) -> list[float]:
    return [value - middle for value in place if value is not None] or [0.0]


def _order(one: float | None, other: float | None) -> int:
    if one is None or other is None or abs(one - other) <= 1:
        return 0
    return 1 if one > other else -1


def _gap(one: Place, other: Place) -> float | None:
    """Columns between two intervals; negative: they overlap by so many."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    return max(one.low, other.low) - min(one.high, other.high)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
