"""`psychodyn therapies`: a table of therapies."""

import typer

from psychodyn_cli import answers
from psychodyn_cli.commands.shared import open_library, view_of
from psychodyn_cli.entries import Therapy
from psychodyn_cli.output import show
from psychodyn_cli.pages.lists import therapies_page


def run(context: typer.Context) -> None:
    r"""List the therapies that can be compared.

    \b
    psychodyn therapies
    psychodyn therapies --format json
    """
    view = view_of(context)
    library = open_library(view)
    found = tuple(sorted(library.of_kind(Therapy), key=lambda one: (one.id != "psychodynamic", one.name.casefold())))
    page = therapies_page(found, library, "psychodyn therapies")
    show(page, lambda: answers.Entries(tuple(found)), view)
