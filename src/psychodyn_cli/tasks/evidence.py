"""`psychodyn evidence`: published results of a condition."""

from pathlib import Path
from typing import NamedTuple

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import Evidence
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as, write_json
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.forest import AGAINST, Choice, evidence_page, rows_of, would_find
from psychodyn_cli.pages.lists import EVIDENCE
from psychodyn_cli.tasks.explain import missing_as_data
from psychodyn_cli.tasks.files import may_replace, write_file
from psychodyn_cli.tasks.lists import show_list
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


class Wanted(NamedTuple):
    """Besides the page: its rows as sentences, and a picture of its plots."""

    table: bool = False
    output: Path | None = None
    force: bool = False  # write over what is there


def evidence(words: tuple[str, ...], choice: Choice, wanted: Wanted, view: View) -> None:
    output, table = wanted.output, wanted.table
    if choice.against and choice.against not in AGAINST:
        raise UsageError(f"--against cannot be '{quoted(choice.against)}'. Choose one of: {', '.join(AGAINST)}.")
    if output and output.suffix.lower() != ".svg":
        raise UsageError(f"--output writes an SVG picture. Name the file so: {quoted(output.stem)}.svg")
    library = open_library(view)
    if not words:
        if output or table or choice != Choice():
            raise UsageError("Name the condition, too: psychodyn evidence depression. All: psychodyn evidence")
        show_list(EVIDENCE, library.of_kind(Evidence), library, "psychodyn evidence", view)
        return
    entry = _condition(" ".join(words), library, view)
    rows = rows_of(entry, choice)
    if not rows:
        complain(_nothing(entry, choice))
        if shown_as(view) is Format.JSON:
            write_json(answers.Results(entry.id, ()))
        raise typer.Exit(NOTHING_FOUND)
    page = evidence_page(entry, choice, library, _command(entry, choice, table=table), table=table)
    if output:
        over = may_replace(output, force=wanted.force)
        _write(evidence_page(entry, choice, library, "", table=False), output, over=over)
    show(page, lambda: answers.Results(entry.id, rows), view)


def _nothing(entry: Evidence, choice: Choice) -> str:
    would = [f"{option} {', '.join(values)}" for option, values in would_find(entry, choice).items()]
    told = f"No row of {entry.name} is like that."
    if rows_of(entry, choice._replace(every=True)):
        told += " One outside the main ones is: add --all."
    if would:
        told += f" What would find some: {'; '.join(would)}."
    return f"{told} See all: psychodyn evidence {entry.id} --all"


def _write(page: Page, output: Path, *, over: bool) -> None:
    from psychodyn_cli.formats.svg import render  # noqa: PLC0415 - only when a picture is wanted

    write_file(render(page), output, over=over)
    complain(f"Written: {quoted(str(output))}")


def _condition(name: str, library: Library, view: View) -> Evidence:
    found = find(library, name)
    match found:
        case Found(Evidence() as entry):
            return entry
        case Found(entry):
            complain(
                f'"{entry.name}" is no page of research figures: psychodyn explain {entry.id}. '
                "Those are here: psychodyn evidence"
            )
        case Missing(query, suggestions):
            near = [one for one in suggestions if isinstance(one, Evidence)]
            told = "".join(
                f"\n  {number}. {one.name}: psychodyn evidence {one.id}" for number, one in enumerate(near, 1)
            )
            complain(
                f'No condition here is called "{quoted(query)}". '
                + (f"Did you mean:{told}" if near else "See: psychodyn evidence")
            )
    if shown_as(view) is Format.JSON:
        write_json(answers.Results(None, (), missing_as_data((found,))))
    raise typer.Exit(NOTHING_FOUND)


def _command(entry: Evidence, choice: Choice, *, table: bool) -> str:
    options = {
        "--all": choice.every,
        f"--against {choice.against}": bool(choice.against),
        f"--treatment {choice.treatment}": bool(choice.treatment),
        f"--time {choice.time}": bool(choice.time),
        "--table": table,
    }
    return " ".join([f"psychodyn evidence {entry.id}", *(option for option, given in options.items() if given)])
