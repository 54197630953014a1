"""`psychodyn export`: pages in full, in one file that needs nothing else."""

from pathlib import Path
from typing import get_args

import typer
from msgspec import json

from psychodyn_cli import answers
from psychodyn_cli.entries import AnyPage
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_all
from psychodyn_cli.formats import html, markdown
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, write, write_html, write_json
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.spelling_out import explained
from psychodyn_cli.pages.start import about_page
from psychodyn_cli.tasks.explain import missing_as_data, offered
from psychodyn_cli.tasks.files import may_replace, write_file
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


def export(words: tuple[str, ...], output: Path | None, view: View, *, force: bool = False) -> None:
    wanted = _format(output, view)
    library = open_library(view)
    entries = _entries(words, library, wanted)
    text = _written(entries, library, wanted)
    if output is None or str(output) == "-":
        (write_html if wanted is Format.HTML else write)(text)
    else:
        write_file(text, output, over=may_replace(output, force=force))
        complain(f"Written: {quoted(str(output))} ({len(entries)} {'page' if len(entries) == 1 else 'pages'})")


_SUFFIXES = {".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".json": Format.JSON}


def _format(output: Path | None, view: View) -> Format:
    """What the option says, else the file's name, else what is usual here, else HTML."""
    suffix = output.suffix.lower() if output else ""
    named = _SUFFIXES.get(suffix)
    if suffix and named is None:
        raise UsageError(f"export does not write '{quoted(suffix)}'. Name the file .html, .md or .json.")
    if named and view.asked_for not in {None, named}:
        raise UsageError(f"--format {view.asked_for} and a file called '{quoted(suffix)}' say two things.")
    usual = view.format if view.format in _SUFFIXES.values() else None
    wanted = view.asked_for or named or usual or Format.HTML
    if wanted not in _SUFFIXES.values():
        raise UsageError(f"export does not write {wanted}. Choose html, markdown or json.")
    return wanted


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
    pages = {entry.id: explained(page_of(entry, library, "full")) for entry in entries}
    if wanted is Format.MARKDOWN:
        return "\n---\n\n".join(map(markdown.render, pages.values()))
    return html.site(about_page(library), _by_kind(entries), pages)


def _by_kind(entries: tuple[AnyPage, ...]) -> dict[str, list[str]]:
    """The ids of each kind, by name."""
    found: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda one: one.name.casefold()):
        found.setdefault(labels.list_command(entry).capitalize(), []).append(entry.id)
    return found
