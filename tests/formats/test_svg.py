"""A forest plot as a picture: what is on the axis has a mark, and how much is known shows."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from builders import a_library, a_row, a_source, an_evidence
from psychodyn_cli.formats import svg
from psychodyn_cli.pages.blocks import Forest
from psychodyn_cli.pages.forest import Choice, evidence_page

LEFT, RIGHT = svg.EDGE + svg.STUDY, svg.EDGE + svg.STUDY + svg.PLOT  # pixels of the axis
MIDDLE = (LEFT + RIGHT) / 2


def picture(**row: Any) -> list[ET.Element]:
    """What is drawn of one row."""
    usual = {"plot": "interval", "direction": "higher-favours-psychodynamic", "measure": "SMD", "ci_level": 95}
    entry = an_evidence(rows=(a_row(**(usual | row)),))
    page = evidence_page(entry, Choice(), a_library(entry, a_source(id="doe1999")), "", table=False)
    (plot,) = (block for section in page.sections for block in section.blocks if isinstance(block, Forest))
    drawn = ET.fromstring(svg.figure(plot))  # noqa: S314 - our own picture
    return list(drawn)


def marks(drawn: list[ET.Element]) -> list[tuple[float, float]]:
    """Where each mark has its middle, and how wide it is."""
    squares = [
        (float(one.attrib["x"]) + float(one.attrib["width"]) / 2, float(one.attrib["width"]))
        for one in drawn
        if one.tag.endswith("rect") and one.attrib["width"] == one.attrib["height"] != "100%"
    ]
    circles = [(float(one.attrib["cx"]), 2 * float(one.attrib["r"])) for one in drawn if one.tag.endswith("circle")]
    return squares + circles


@pytest.mark.parametrize(
    ("estimate", "at"),
    [(0.0, MIDDLE), (2.0, RIGHT), (-2.0, LEFT), (2.01, None), (-2.01, None)],
    ids=["no difference", "the right end", "the left end", "off the right end", "off the left end"],
)
@pytest.mark.parametrize("plot", ["interval", "point"])
def test_a_mark_stands_on_the_axis_or_nowhere(plot: str, estimate: float, at: float | None) -> None:
    """No axis is longer than 2: a mark at its end would say that the value is 2."""
    found = marks(picture(plot=plot, estimate=estimate, ci_low=-3.0, ci_high=3.0))
    assert [where for where, _ in found] == ([] if at is None else pytest.approx([at], abs=0.1))


@pytest.mark.parametrize(
    ("limits", "side"), [((0.0, 0.30), 12), ((0.0, 0.31), 8)], ids=["0.30 is narrow", "0.31 is wide"]
)
def test_a_narrow_interval_has_a_large_mark(limits: tuple[float, float], side: int) -> None:
    low, high = limits
    ((_, width),) = marks(picture(estimate=0.2, ci_low=low, ci_high=high))
    assert width == side


def test_an_interval_ends_with_the_axis_at_the_latest() -> None:
    lines = [one for one in picture(estimate=0.0, ci_low=-3.0, ci_high=3.0) if one.attrib.get("stroke-width") == "2"]
    assert [(float(one.attrib["x1"]), float(one.attrib["x2"])) for one in lines] == [(LEFT, RIGHT)]
