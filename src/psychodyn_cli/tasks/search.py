"""`psychodyn search`: full text over everything."""

import typer

from psychodyn_cli import answers
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Search, says_nothing, search
from psychodyn_cli.output import asks, complain, quoted, show, shown_as
from psychodyn_cli.pages.found import found_page
from psychodyn_cli.pages.notice import notice
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


def look_for(query: str, view: View) -> None:
    library = open_library(view)
    found = search(library, query)
    read = " ".join(dict(found.instead).get(word, word) for word in query.lower().split())
    help_line = notice(query) or notice(read)
    if not found.hits and shown_as(view) is not Format.JSON:
        _nothing(query, help_line)
    page = found_page(quoted(query), found.hits, found.instead, help_line)
    show(page, lambda: _answer(query, found, grave=bool(help_line)), view)
    if not found.hits:
        raise typer.Exit(NOTHING_FOUND)
    if asks() and shown_as(view) in {Format.TERMINAL, Format.PLAIN}:
        _open(found, view)


def _nothing(query: str, help_line: str) -> None:
    if help_line:
        complain(f"{help_line}\n")
    if says_nothing(query):
        complain("Type what you look for, such as: psychodyn search my therapist is silent")
    else:
        complain(f'Nothing here speaks of "{quoted(query)}". Try other words, or: psychodyn techniques')
    raise typer.Exit(NOTHING_FOUND)


def _open(found: Search, view: View) -> None:
    from psychodyn_cli.tasks.explain import explain  # noqa: PLC0415 - only whoever sits at a terminal is asked
    from psychodyn_cli.tasks.hearing import hear  # noqa: PLC0415 - as above

    chosen = hear("A number to open it, or Enter to leave", view) or ""
    if chosen.isdecimal() and 1 <= int(chosen) <= len(found.hits):
        explain((found.hits[int(chosen) - 1].id,), "default", view)


def _answer(query: str, found: Search, *, grave: bool) -> answers.Search:
    results = tuple(answers.Hit(hit.id, hit.kind, hit.name, hit.line) for hit in found.hits)
    return answers.Search(query, results, grave)
