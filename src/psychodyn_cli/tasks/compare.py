"""`psychodyn compare`: therapies side by side, or two neighbours and how to tell them apart."""

from typing import NamedTuple

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import AnyPage, Cell, Concept, Defence, Dimension, Technique, Therapy
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_all
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as, write_json
from psychodyn_cli.pages.comparing import apart_page, chart_page, comparison_page
from psychodyn_cli.tasks.explain import missing_as_data, offered
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

OURS = "psychodynamic"
MOST = 5  # subjects that a screen can hold side by side


class Wanted(NamedTuple):
    """What the options of `compare` said."""

    every: bool = False
    rows: str = ""
    only: bool = False
    sources: bool = False
    chart: bool = False

    def options(self) -> dict[str, bool]:
        """Each option as it is typed, and whether it was."""
        return {
            "--all": self.every,
            "--only": self.only,
            "--sources": self.sources,
            "--chart": self.chart,
            f"--rows {self.rows}": bool(self.rows),
        }


def compare(words: tuple[str, ...], wanted: Wanted, view: View) -> None:
    library = open_library(view)
    entries = _entries(library, words, view)
    therapies = tuple(entry for entry in entries if isinstance(entry, Therapy))
    if len(therapies) < len(entries):
        _of_therapies_only(wanted)
        _apart(entries, library, _command(entries, wanted), view)
        return
    if wanted.every and wanted.rows:
        raise UsageError("--all and --rows exclude each other. Leave one out.")
    if wanted.chart and (wanted.every or wanted.rows or wanted.sources):
        raise UsageError("--chart draws length and emphasis, and has no rows or sources. Leave those options out.")
    therapies = _with_ours(therapies, library, only=wanted.only)
    rows = _rows(library.dimensions(), wanted.rows, every=wanted.every)
    if wanted.chart:
        page = chart_page(therapies, _command(entries, wanted))
    else:
        page = comparison_page(therapies, rows, library, sources=wanted.sources, command=_command(entries, wanted))
    show(page, lambda: _data(therapies, rows), view)


def _of_therapies_only(wanted: Wanted) -> None:
    given = [option for option, value in wanted.options().items() if value]
    if given:
        raise UsageError(f"Only therapies have {given[0].split()[0]}. Leave it out, or name therapies: compare cbt dbt")


def _entries(library: Library, words: tuple[str, ...], view: View) -> tuple[AnyPage, ...]:
    found = find_all(library, words)
    missing = [one for one in found if isinstance(one, Missing)]
    beside = tuple(one.entry for one in found if isinstance(one, Found))
    for one in missing:
        complain(offered(_comparable(one, beside), " ".join(("compare", *(entry.id for entry in beside)))))
    if missing:
        if shown_as(view) is Format.JSON:
            write_json(answers.Comparison((), (), missing=missing_as_data(found)))
        raise typer.Exit(NOTHING_FOUND)
    return tuple({entry.id: entry for entry in beside}.values())


def _comparable(missing: Missing, beside: tuple[AnyPage, ...]) -> Missing:
    """Without the suggestions that cannot be compared, or not with what was named beside it."""
    kinds = {type(entry) for entry in beside} or {Therapy, Technique, Concept, Defence}
    fitting = (one for one in missing.suggestions if type(one) in kinds and one not in beside)
    return Missing(missing.query, tuple(fitting))


def _with_ours(therapies: tuple[Therapy, ...], library: Library, *, only: bool) -> tuple[Therapy, ...]:
    ours = library.page(OURS)
    if not only and isinstance(ours, Therapy):
        therapies = (ours, *(one for one in therapies if one.id != OURS))
    if len(therapies) < 2:  # noqa: PLR2004 - it takes two
        raise UsageError(
            "It takes two to compare. Name another therapy: psychodyn compare cbt. See: psychodyn therapies"
        )
    if len(therapies) > MOST:
        way_out = f"Name at most {MOST}." if only else f"Name at most {MOST - 1}, or add --only to leave ours out."
        raise UsageError(f"{len(therapies)} therapies do not fit side by side. {way_out}")
    return therapies


def _rows(dimensions: tuple[Dimension, ...], wanted: str, *, every: bool) -> tuple[Dimension, ...]:
    names = [name.strip().lower() for name in wanted.split(",") if name.strip()]
    names = [_ALSO.get(name, name) for name in names]
    known = {dimension.id: dimension for dimension in dimensions}
    if wanted and not names:
        raise UsageError(f"--rows names no row. Rows: {', '.join(known)}.")
    for name in names:
        if name not in known:
            raise UsageError(f"There is no row '{quoted(name)}'. Rows: {', '.join(known)}.")
    if names:
        return tuple(known[name] for name in names)
    return tuple(row for row in dimensions if every or row.default)


_ALSO = {"homework": "work", "cost": "access", "therapist": "stance", "research": "evidence", "online": "format"}


def _apart(entries: tuple[AnyPage, ...], library: Library, command: str, view: View) -> None:
    if len(entries) != 2 or type(entries[0]) is not type(entries[1]):  # noqa: PLR2004 - a pair
        kinds = ", ".join(f"{entry.name} ({type(entry).__name__.lower()})" for entry in entries)
        raise UsageError(f"Name therapies, or two entries of one kind. You named: {kinds}.")
    page = apart_page(entries[0], entries[1], library, command)
    told = {one.id: _difference(one, other) for one, other in (entries, entries[::-1])}
    row = answers.Compared("difference", told)
    show(page, lambda: answers.Comparison(tuple(entry.id for entry in entries), (row,)), view)


def _difference(one: AnyPage, other: AnyPage) -> Cell | None:
    told = (near.difference for near in getattr(one, "confusable", ()) if near.entry == other.id)
    return next((Cell(says=difference) for difference in told), None)


def _data(therapies: tuple[Therapy, ...], rows: tuple[Dimension, ...]) -> answers.Comparison:
    return answers.Comparison(
        tuple(one.id for one in therapies),
        tuple(answers.Compared(row.id, {one.id: one.cells.get(row.id) for one in therapies}) for row in rows),
        {one.id: one.dose for one in therapies},
        {one.id: one.emphasis for one in therapies},
    )


def _command(entries: tuple[AnyPage, ...], wanted: Wanted) -> str:
    words = [entry.id for entry in entries] + [option for option, given in wanted.options().items() if given]
    return "psychodyn compare " + " ".join(words)
