"""Published results of one condition, in panels by kind of comparator, and what they mean in plain words.

Every row is turned so that right favours psychodynamic therapy, or the therapies that it was tested among. Nothing is
averaged. What cannot be placed on that axis (no stated direction, no figure, change before and after) is told apart
and in words.
"""

from collections.abc import Callable, Iterator
from itertools import repeat
from math import erf
from string import digits
from typing import NamedTuple

from psychodyn_cli.entries import Evidence, Row
from psychodyn_cli.figures import STANDARDISED, wrong_with
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import hundreds
from psychodyn_cli.pages.blocks import Bullets, Forest, Page, Paragraph, Prose, Result, Section, Steps, words
from psychodyn_cli.pages.entry import counted, dated, figure, help_section, read_next, result
from psychodyn_cli.pages.writing import Writer

CONTROLS = ("inactive", "mixed-control", "active-control")
THERAPIES = ("psychotherapy", "cbt")
AGAINST = {  # what `--against` says -> kinds of comparator
    "controls": CONTROLS,
    "therapies": THERAPIES,
    "cbt": ("cbt",),
    "medication": ("medication",),
    "placebo": ("placebo",),
    "other": ("other",),
}
_PANELS = (  # heading, kinds of comparator, the words at the left end
    ("Against waiting, usual care or other controls", CONTROLS, "favours control"),
    ("Against other therapies", THERAPIES, "favours other"),
    ("Against medication or a placebo pill", ("medication", "placebo"), "favours other"),
    ("Against something else", ("other",), "favours other"),
)
OURS, THERAPY, TESTED = "favours psychodynamic", "favours therapy", "favours therapy tested"
_DIRECTED = ("higher-favours-psychodynamic", "lower-favours-psychodynamic")


class Choice(NamedTuple):
    """Which rows: all tiers or the core, and the filters of the command."""

    every: bool = False
    against: str = ""
    treatment: str = ""
    time: str = ""

    def takes(self, row: Row) -> bool:
        return (
            (self.every or row.tier == "core")
            and (not self.against or row.comparator_type in AGAINST[self.against])
            and (
                not self.treatment
                or self.treatment.casefold() in {row.treatment_key.casefold(), row.treatment.casefold()}
            )
            and (not self.time or self.time.casefold() in row.timepoint.casefold())
        )

    @property
    def told(self) -> str:
        """The filters, in words."""
        against = {"cbt": "CBT", "other": "something else"}.get(self.against, self.against)
        filters = (
            ("against", against),
            ("on", self.treatment),
            ("at a time with", f'"{self.time}"' if self.time else ""),
        )
        return " and ".join(f"{name} {value}" for name, value in filters if value)


def rows_of(entry: Evidence, choice: Choice) -> tuple[Row, ...]:
    """The rows that are shown: where none is among the main ones, all that there are."""
    return tuple(filter(_all_if_none_is_main(entry, choice).takes, entry.rows))


def _all_if_none_is_main(entry: Evidence, choice: Choice) -> Choice:
    return choice if any(row.tier == "core" for row in entry.rows) else choice._replace(every=True)


def would_find(entry: Evidence, choice: Choice) -> dict[str, tuple[str, ...]]:
    """For each filter that was given: the values that find something on this page, the other filters as they are."""
    found = {}
    if choice.against:
        rows = rows_of(entry, choice._replace(against=""))
        found["--against"] = tuple(
            name for name, kinds in AGAINST.items() if any(row.comparator_type in kinds for row in rows)
        )
    if choice.treatment:
        rows = rows_of(entry, choice._replace(treatment=""))
        found["--treatment"] = tuple(dict.fromkeys(row.treatment_key for row in rows))
    if choice.time:
        rows = rows_of(entry, choice._replace(time=""))
        found["--time"] = tuple(dict.fromkeys(f'"{row.timepoint}"' for row in rows))
    return {option: values for option, values in found.items() if values}


def _kicker(entry: Evidence, choice: Choice) -> str:
    told = "what trials and reviews found"
    if choice.told:
        told += f": only rows {choice.told}"
    if not choice.every and _all_if_none_is_main(entry, choice).every:
        told += f"{';' if choice.told else ':'} from all rows, since none is a main one"
    return told


def evidence_page(entry: Evidence, choice: Choice, library: Library, command: str, *, table: bool) -> Page:
    """What it means, the plots, both sides, what is not drawn, what to do now. `table`: sentences, no plots."""
    writer = Writer(library)
    rows = rows_of(entry, choice)
    told = (
        *help_section(entry),
        writer.section("What does it mean?", entry.means),
        *hundreds.drawn(entry.in_100, writer),
        *(_told_panels(rows, writer) if table else _plots(rows, writer, library)),
        writer.section("What speaks for it", entry.favours),
        writer.section("What speaks against it", entry.against),
        writer.section("Who disputes it, and why", entry.disputed),
        writer.section("What is hardly studied", entry.unstudied),
        *(() if table else _not_drawn(rows, writer, cautions=choice.every)),
        Section("What you can do now", (Steps(_NOW),)),
    )
    return Page(
        entry.name,
        _kicker(entry, choice),
        writer.prose(entry.short),
        (*told, *read_next(entry, library), *writer.references(entry.further), dated(entry)),
        command,
        _next(entry, choice),
    )


_NOW = (
    words(
        "Ask whoever advises you what speaks for it and against it, and what else there is, since these figures are "
        "averages and you are not."
    ),
    words("Look at harm, and at leaving early, since the plots do not show them: psychodyn evidence harm-and-cost."),
    words("Set what matters to you beside it, for figures do not choose for you: psychodyn weigh."),
)


def _next(entry: Evidence, choice: Choice) -> str:
    if not _all_if_none_is_main(entry, choice).every and any(row.tier != "core" for row in entry.rows):
        return f"All rows: psychodyn evidence {entry.id} --all"
    return "Other conditions: psychodyn evidence"


def _plots(rows: tuple[Row, ...], writer: Writer, library: Library) -> Iterator[Section]:
    placed = tuple(row for row in rows if can_be_drawn(row))
    reach = _reach(placed)
    panels = tuple(_panels(placed))
    for heading, left, alike in panels:
        scale = _scale(alike[0])
        results = tuple(map(_result, alike, (None, *alike), repeat(writer), repeat(library)))
        key = _key(placed) if alike is panels[0][2] else ()
        marks = MARKS if alike is panels[-1][2] else ""
        plot = Forest(results, scale == _RATIO, left, _right(alike), 0.0 if scale else reach, key, marks)
        yield Section(f"{heading} {scale}".rstrip(), (plot,))
    if rows and not panels:
        yield Section("", (Paragraph(words(NO_PLOT)),), tone="quiet")
    if panels:
        _, _, (first, *_) = panels[0]
        told = (LEGEND, _chance(first, library))
        yield Section("", tuple(Paragraph(words(text)) for text in told if text), tone="quiet")


def _panels(placed: tuple[Row, ...]) -> Iterator[tuple[str, str, list[Row]]]:
    """What is drawn on one axis, in the order of the page: heading, the words at the left end, the rows."""
    for heading, kinds, left in _PANELS:
        found = [row for row in placed if row.comparator_type in kinds]
        for scale in dict.fromkeys(map(_scale, found)):
            yield heading, left, [row for row in found if _scale(row) == scale]


def _right(rows: list[Row]) -> str:
    """The words at the right end: what is true of every row above it."""
    if not any(map(is_general, rows)):
        return OURS
    return TESTED if any(row.comparator_type in {*THERAPIES, "other"} for row in rows) else THERAPY


def is_general(row: Row) -> bool:
    """It is about therapies of many kinds, so that no side of it is psychodynamic therapy's."""
    return row.treatment_key in {"any", "mixed"} or "not specific to psychodynamic" in row.reading


def _reach(placed: tuple[Row, ...]) -> float:
    """The furthest of the standardised differences, so that all their panels have one axis and compare by eye."""
    values = (value for row in placed if not _scale(row) for value in (*oriented(row), row.margin))
    return max((abs(value) for value in values if value is not None), default=0.0)


def drawn(rows: tuple[str, ...], library: Library, writer: Writer) -> Iterator[Section]:
    """Rows of evidence pages, named `page/row`, as they are drawn there; a row that is gone is left out."""
    wanted = [row.split("/") for row in rows]
    pages = {page: library.page(page) for page, _ in wanted}
    found = [
        row
        for page, row_id in wanted
        for row in getattr(pages[page], "rows", ())
        if row.id == row_id and can_be_drawn(row)
    ]
    yield from _plots(tuple(found), writer, library)


_RATIO = "(ratios, on a logarithmic axis)"


def _scale(row: Row) -> str:
    """What may share an axis: standardised differences, ratios, or one and the same unit; the words for its heading."""
    if row.axis == "log":
        return _RATIO
    return "" if row.measure in STANDARDISED else f"({row.measure})"


def _key(rows: tuple[Row, ...]) -> tuple[str, str]:
    """How to read the plots, in two short paragraphs."""
    ours = "the therapy that was tested" if any(map(is_general, rows)) else "psychodynamic therapy"
    return _KEY[0].format(ours=ours), _KEY[1]


_KEY = (
    "How to read it. A mark right of the line: {ours} did better; left of it: the other did.",
    "The line through the mark shows how sure the figure is: the longer, the less sure.",
)
MARKS = (
    "A mark is large where its line is short, small where it is long, and open where none is known. A broken line: "
    "several results. An arrow: it goes on."
)
LEGEND = (
    "One row is one published result, with the sign as it was printed; nothing is averaged, and some trials sit in "
    "several reviews. A gap of 0.2 is called small, 0.5 medium and 0.8 large: psychodyn explain effect-size."
)


NO_PLOT = (
    "There is no plot here. A row is drawn if it has a figure for an axis, a group to compare with, and a side that "
    "its sign favours. No row here has all three, so they are told in words below."
)


def can_be_drawn(row: Row) -> bool:
    """It has a direction, a comparison group and a figure on an axis that can be right."""
    return (
        row.direction in _DIRECTED
        and row.comparator_type != "none"
        and row.plot in {"interval", "point", "range"}
        and not _cannot_be_right(row)
    )


def _cannot_be_right(row: Row) -> bool:
    return any(wrong_with(row))


def _not_drawn(rows: tuple[Row, ...], writer: Writer, *, cautions: bool) -> Iterator[Section]:
    """`cautions`: with every note; else one sentence a row."""
    rest = [row for row in rows if not can_be_drawn(row)]
    groups: tuple[tuple[str, Callable[[Row], bool]], ...] = (
        ("Not drawn: a figure here cannot be right, as psychodyn check says", _cannot_be_right),
        ("Shares of people", lambda row: row.plot == "rates"),
        ("Change over time, without a comparison group: no effect can be read from it", _is_change),
        ("Associations: what goes together, not what causes what", lambda row: row.measure.startswith("r")),
        (
            "Not drawn: the text that we read does not say which side the sign favours",
            lambda row: row.direction == "not-stated",
        ),
        ("Told without a figure to draw", lambda _: True),
    )
    for heading, belongs in groups:
        found = [row for row in rest if belongs(row)]
        rest = [row for row in rest if row not in found]
        if found:
            told = _with_note if cautions else result
            yield Section(heading, (Bullets(tuple(told(row, writer) for row in found)),))


def _is_change(row: Row) -> bool:
    return row.comparator_type == "none" and ("change" in row.reading or "pre-post" in row.measure)


def _told_panels(rows: tuple[Row, ...], writer: Writer) -> Iterator[Section]:
    yield Section("The published results", (Bullets(tuple(_with_note(row, writer) for row in rows)),))


def _with_note(row: Row, writer: Writer) -> Prose:
    certainty = f"Certainty: {row.certainty}." if row.certainty else ""
    note = " ".join(part for part in (row.as_printed, certainty, row.note) if part)
    return (*result(row, writer), *writer.prose(f" {note}" if note else ""))


def _result(row: Row, above: Row | None, writer: Writer, library: Library) -> Result:
    estimate, low, high = oriented(row)
    what = f"{row.treatment}, against {row.comparator}; {row.outcome}"
    when = f", {row.timepoint}{counted(row)}{_caution(row)}"
    drawn_about = f"{'the same' if _compares_as(above, row) else what}{when} "
    return Result(
        _study(row, library),
        (*words(drawn_about), *writer.prose(f"[@{row.source}]")),
        printed(row),
        estimate,
        low,
        high,
        row.margin,
        what + when,
        figure(row),
        *_side(row, estimate, low, high),
    )


def _study(row: Row, library: Library) -> str:
    """Who and when; where no author is known, where it was published."""
    source = library.source(row.source)
    by_id = row.source.rstrip(digits).capitalize()
    if source is None:
        return f"{by_id} {row.source[len(by_id) :]}".strip()
    who = source.author[0].split(",")[0] if source.author else source.container_title or by_id
    return f"{who} {source.issued}"


def _compares_as(above: Row | None, row: Row) -> bool:
    """Two rows of one study that differ in time alone: under each other, the second need not say it all again."""
    told = (row.source, row.treatment, row.comparator, row.outcome)
    return above is not None and told == (above.source, above.treatment, above.comparator, above.outcome)


def _caution(row: Row) -> str:
    """What must stand beside the row: whose figure it is, and that it is disputed."""
    site = "; from the proponents' own site" if "authors' site" in row.seen_as else ""
    return site + ("; disputed, see below" if "disputed" in row.reading else "")


def oriented(row: Row) -> tuple[float | None, float | None, float | None]:
    """Estimate and limits, turned so that more favours psychodynamic therapy: minus, or one over a ratio."""
    low, high = row.range if row.plot == "range" and row.range else (row.ci_low, row.ci_high)
    values = (row.estimate if row.plot != "range" else None, low, high)
    if row.plot == "point":
        values = (row.estimate, None, None)
    if row.direction == "higher-favours-psychodynamic":
        return values
    estimate, low, high = (None if value is None else _turned(value, row.axis) for value in values)
    return estimate, high, low


def _turned(value: float, axis: str) -> float:
    return 1 / value if axis == "log" else -value


def printed(row: Row) -> str:
    """The figure as it was printed, short."""
    if row.plot == "range" and row.range:
        return f"{row.range[0]:g} to {row.range[1]:g}"
    level = f" {row.ci_level}%" if row.ci_level not in {None, 95} else ""
    limits = (
        f" ({row.ci_low:.2f}, {row.ci_high:.2f}){level}" if row.ci_low is not None and row.ci_high is not None else ""
    )
    unit = f" {row.measure}" if row.axis == "log" else ""
    return f"{row.estimate:.2f}{limits}{unit}"


def _side(row: Row, estimate: float | None, low: float | None, high: float | None) -> tuple[str, str]:
    """Which side a row favours: in a sentence, and in a word or two."""
    null = 1.0 if row.axis == "log" else 0.0
    ours = "the therapy that was tested" if is_general(row) else "psychodynamic therapy"
    if low is None or high is None:
        if estimate is None or estimate == null:
            return "No interval is known.", "level"
        side = ours if estimate > null else "the other side"
        return f"It leans towards {side}; no interval is known.", "leans ahead" if estimate > null else "leans behind"
    known = "span" if estimate is None else "interval"
    if low > null:
        return f"The whole {known} favours {ours}.", "ahead"
    if high < null:
        return f"The whole {known} favours the other side.", "behind"
    return f"The {known} crosses the line: the direction is not settled.", "no clear gap"


def _chance(row: Row, library: Library) -> str:
    """The first row as it is drawn, if a standardised difference with an interval, as the probability of superiority.

    Phi(d / sqrt 2), McGraw and Wong (1992); normal curves with equal spread.
    """
    d, _, _ = oriented(row)
    if d is None or row.plot != "interval" or row.measure not in STANDARDISED:
        return ""
    return _SUPERIORITY.format(
        study=_study(row, library),
        comparator=row.comparator,
        share=round(100 * superiority(d)),
        measure=row.measure,
        printed=f"{row.estimate:g}",
    )


_SUPERIORITY = (
    "To picture the first row ({study}, against {comparator}): take one person who had the therapy and one from the "
    "other group. With {measure} {printed}, the first would be the better off of the two in about {share} pairs of "
    "100; with no difference it would be 50. This is a conversion (the probability of superiority), not a count of "
    "people."
)


def superiority(d: float) -> float:
    """Phi(d / sqrt 2): the chance that a random treated person does better than a random comparison person."""
    return 0.5 * (1 + erf(d / 2))
