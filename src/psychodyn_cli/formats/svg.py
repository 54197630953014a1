"""The forest plots of a page as one SVG picture: system fonts, title and description inside, nothing fetched."""

from html import escape
from textwrap import wrap

from psychodyn_cli.formats import plain
from psychodyn_cli.formats.forest import NARROW_INTERVAL, Axis, axis_of, values_at
from psychodyn_cli.formats.spoken import as_text, plainly
from psychodyn_cli.pages.blocks import Cite, Forest, Page, Result

WIDTH, EDGE, ROW = 960, 24, 58  # pixels: the picture, its margin, one result
STUDY, PLOT, FIGURE = 200, 460, 252  # pixels of the three columns
LETTERS = 150  # of the small print on a line
_INK, _QUIET, _BAND = "#222222", "#666666", "#e8e0d4"


def render(page: Page) -> str:
    """All plots of the page, one below the other."""
    forests = [
        (section.heading, block) for section in page.sections for block in section.blocks if isinstance(block, Forest)
    ]
    body, height = [_text(EDGE, EDGE + 8, page.title, weight="bold", size=20)], EDGE + 40
    for heading, forest in forests:
        for text in forest.key:
            body.append(_text(EDGE, height, text, color=_QUIET))
            height += 20
        height += 12 if forest.key else 0
        body.append(_text(EDGE, height, heading, weight="bold", size=16))
        drawn, height = _panel(forest, height + 16)
        body.append(drawn)
        for line in wrap(forest.marks, LETTERS):
            body.append(_text(EDGE, height, line, color=_QUIET, size=10))
            height += 14
    told = "\n".join(plain.told(forest) for _, forest in forests)
    return _picture(f"{page.title}: {page.kicker}", told, height + EDGE, body)


def figure(forest: Forest) -> str:
    """One plot by itself, to stand in a page that says its heading and its words."""
    drawn, height = _panel(forest, EDGE)
    return _picture(f"{forest.left} to {forest.right}", plain.told(forest), height, [drawn])


def _picture(title: str, told: str, height: int, body: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img" font-family="system-ui, sans-serif" font-size="14">\n'
        f"<title>{escape(title)}</title>\n<desc>{escape(told)}</desc>\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _panel(forest: Forest, top: int) -> tuple[str, int]:
    """The rows, the axis and its words; and where the next panel may begin."""
    axis = axis_of(forest, PLOT)
    bottom = top + ROW * len(forest.results)
    parts = [_row(one, forest, axis, top + ROW * number) for number, one in enumerate(forest.results)]
    null = _x(forest.null, axis)
    parts += [_line(null, top + ROW * row, null, top + ROW * row + 32, _INK) for row in range(len(forest.results))]
    parts.append(_line(EDGE + STUDY, bottom, EDGE + STUDY + PLOT, bottom, _QUIET))
    parts.append(_text(EDGE + STUDY, bottom + 32, f"← {forest.left}", color=_QUIET))
    parts.append(_text(EDGE + STUDY + PLOT, bottom + 32, f"{forest.right} →", color=_QUIET, anchor="end"))
    parts += [
        _text(_x(value, axis), bottom + 14, f"{value:.3g}", color=_QUIET, size=10, anchor="middle")
        for value in values_at(axis)
    ]
    return "\n".join(parts), bottom + 72


def _row(one: Result, forest: Forest, axis: Axis, top: int) -> str:
    middle = top + 16
    parts = [
        _text(EDGE, middle + 5, one.study, weight="bold"),
        _text(EDGE + STUDY + PLOT + 16, middle + 5, one.printed),
        *(
            _text(EDGE, middle + 22 + 12 * number, line, color=_QUIET, size=10)
            for number, line in enumerate(wrap(_small_print(one), LETTERS))
        ),
    ]
    if one.margin:
        low, high = (_x(value, axis) for value in forest.margins(one.margin))
        parts.insert(0, f'<rect x="{low:.1f}" y="{top}" width="{high - low:.1f}" height="32" fill="{_BAND}"/>')
    if one.low is not None and one.high is not None:
        dashes = ' stroke-dasharray="6 4"' if one.estimate is None else ""
        parts.append(_line(_x(one.low, axis), middle, _x(one.high, axis), middle, _INK, width=2, more=dashes))
    if one.estimate is not None and not axis.beyond(one.estimate):
        parts.append(_mark(one, axis, middle))
    return "\n".join(parts)


def _small_print(one: Result) -> str:
    """What was compared, without the numbers of sources that stand on the page and not here."""
    return as_text(one.about, lambda piece: "" if isinstance(piece, Cite) else plainly(piece))


def _mark(one: Result, axis: Axis, middle: int) -> str:
    assert one.estimate is not None  # noqa: S101 - the caller asked
    at = _x(one.estimate, axis)
    if one.low is None or one.high is None:
        return f'<circle cx="{at:.1f}" cy="{middle}" r="5" fill="none" stroke="{_INK}" stroke-width="2"/>'
    narrow = abs(axis.scaled(one.high) - axis.scaled(one.low)) <= NARROW_INTERVAL
    side = 12 if narrow else 8
    return f'<rect x="{at - side / 2:.1f}" y="{middle - side / 2}" width="{side}" height="{side}" fill="{_INK}"/>'


def _x(value: float, axis: Axis) -> float:
    """Pixels from the left; off the axis, its end."""
    scaled = min(axis.reach, max(-axis.reach, axis.scaled(value)))
    return EDGE + STUDY + (scaled + axis.reach) / (2 * axis.reach) * PLOT


def _text(x: float, y: float, text: str, **look: str | int) -> str:
    """`look`: weight, size in pixels, color, anchor."""
    weight, size = look.get("weight", "normal"), look.get("size", 14)
    color, anchor = look.get("color", _INK), look.get("anchor", "start")
    style = f'font-weight="{weight}" font-size="{size}" fill="{color}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>'


def _line(x: float, y: float, to_x: float, to_y: float, color: str, *, width: int = 1, more: str = "") -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {ends} stroke="{color}" stroke-width="{width}"{more}/>'
