"""`psychodyn sources`: the bibliography."""

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import AnyPage, Source
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import MOST_SUGGESTIONS
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as, write, write_json
from psychodyn_cli.pages.bibliography import bibliography_page, source_page
from psychodyn_cli.prose import citations
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


def list_sources(ids: tuple[str, ...], view: View) -> None:
    library = open_library(view)
    found = tuple(filter(None, map(library.source, ids))) if ids else library.of_kind(Source)
    missing = {one: _near(one, library) for one in ids if library.source(one) is None}
    for one, near in missing.items():
        meant = f"Did you mean: {', '.join(near)}? " if near else ""
        complain(f'No source "{quoted(one)}". {meant}See all: psychodyn sources')
    if view.format in {Format.BIBTEX, Format.CSL_JSON}:
        _for_reference_managers(found, view)
    elif shown_as(view) is Format.JSON:
        write_json(answers.Entries(found, tuple(answers.Offered(one, near) for one, near in missing.items())))
    elif found or not missing:
        page = source_page(found[0], _citing(found[0], library)) if len(ids) == 1 else bibliography_page(found)
        show(page, lambda: answers.Entries(found), view)
    if missing:
        raise typer.Exit(NOTHING_FOUND)


def _near(name: str, library: Library) -> tuple[str, ...]:
    """The ids of works whose id or authors say this, or whose id is nearly so."""
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a miss should pay

    said = name.strip().casefold()
    sources = library.of_kind(Source)
    by = [one.id for one in sources if said and said in " ".join((one.id, *one.author)).casefold()]
    by.sort(key=lambda one: not one.casefold().startswith(said))  # freud1900 before afreud1936
    known = {one.id.casefold(): one.id for one in sources}
    alike = (known[one] for one in get_close_matches(said, known, MOST_SUGGESTIONS))
    return tuple(dict.fromkeys((*by, *alike)))[:MOST_SUGGESTIONS]


def _for_reference_managers(found: tuple[Source, ...], view: View) -> None:
    from psychodyn_cli.formats.bibliography import bibtex, csl  # noqa: PLC0415 - one format a run

    write(bibtex(found) if view.format is Format.BIBTEX else csl(found))


def _citing(source: Source, library: Library) -> tuple[AnyPage, ...]:
    return tuple(page for page in library.pages(library.ids()) if source.id in citations(page))
