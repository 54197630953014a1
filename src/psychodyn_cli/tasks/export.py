"""`psychodyn export`: pages in full, in one file that needs nothing else."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import get_args

import typer
from msgspec import json

from psychodyn_cli import answers
from psychodyn_cli.entries import AnyPage, Evidence
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_all
from psychodyn_cli.formats import html, markdown
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, write, write_json
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.forest import Choice, evidence_page
from psychodyn_cli.pages.start import about_page
from psychodyn_cli.tasks.explain import missing_as_data, offered
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


def export(words: tuple[str, ...], output: Path | None, view: View) -> None:
    wanted = view.asked_for or Format.HTML
    if wanted not in {Format.HTML, Format.MARKDOWN, Format.JSON}:
        raise UsageError(f"export does not write {wanted}. Choose html, markdown or json.")
    library = open_library(view)
    entries = _entries(words, library, wanted)
    text = _written(entries, library, wanted)
    if output is None:
        write(text)
    else:
        _keep(text, output)
        complain(f"Written: {quoted(str(output))} ({len(entries)} {'page' if len(entries) == 1 else 'pages'})")


def _entries(words: tuple[str, ...], library: Library, wanted: Format) -> tuple[AnyPage, ...]:
    if not words:
        return tuple(page for kind in get_args(AnyPage) for page in library.of_kind(kind))
    found = find_all(library, words)
    missing = [one for one in found if isinstance(one, Missing)]
    for one in missing:
        complain(offered(one, "export"))
    if missing and wanted is Format.JSON:
        write_json(answers.Entries((), missing_as_data(found)))
    if missing:
        raise typer.Exit(NOTHING_FOUND)
    return tuple({one.entry.id: one.entry for one in found if isinstance(one, Found)}.values())


def _written(entries: tuple[AnyPage, ...], library: Library, wanted: Format) -> str:
    if wanted is Format.JSON:
        return json.format(json.encode(answers.Entries(entries)), indent=2).decode()
    pages = [_in_full(entry, library) for entry in entries]
    if wanted is Format.MARKDOWN:
        return "\n---\n\n".join(map(markdown.render, pages))
    return html.document("psychodyn", "\n".join(_site(entries, pages, library)))


def _in_full(entry: AnyPage, library: Library) -> Page:
    if isinstance(entry, Evidence):
        return evidence_page(entry, Choice(every=True), library, f"psychodyn evidence {entry.id}", table=False)
    return page_of(entry, library, "full")


def _site(entries: tuple[AnyPage, ...], pages: list[Page], library: Library) -> Iterator[str]:
    """A list of all pages by kind, what psychodyn is and is not, then every page; links lead to what is there."""
    there = {entry.id for entry in entries}

    def where(entry_id: str) -> str:
        return f"#{entry_id}" if entry_id in there else ""

    if len(entries) > 1:
        yield from _contents(entries)
        yield from ("<article>", *html.body(about_page(library), where), "</article>")
    for entry, page in zip(entries, pages, strict=True):
        yield from (f'<article id="{entry.id}">', *html.body(page, where), "</article>")


def _contents(entries: tuple[AnyPage, ...]) -> Iterator[str]:
    yield "<nav><h1>psychodyn</h1>"
    kinds = dict.fromkeys(map(labels.list_command, entries))
    for kind in kinds:
        alike = sorted((one.name, one.id) for one in entries if labels.list_command(one) == kind)
        items = "".join(f'<li><a href="#{entry_id}">{escape(name)}</a></li>' for name, entry_id in alike)
        yield f"<h2>{escape(kind.capitalize())}</h2><ul>{items}</ul>"
    yield "</nav>"


def _keep(text: str, output: Path) -> None:
    """Write a new file; what exists is left alone."""
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"'{quoted(str(output))}' is there already. Name another file, or take it away.") from None
    except OSError as error:
        raise UsageError(
            f"Cannot write '{quoted(str(output))}': {error.strerror}. Name a file in a folder of yours."
        ) from None
