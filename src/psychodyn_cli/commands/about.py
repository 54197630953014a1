"""`psychodyn about`: what this is and is not, who made it and how."""

import typer

from psychodyn_cli.commands.shared import open_library, view_of
from psychodyn_cli.commands.start import as_answer
from psychodyn_cli.output import show
from psychodyn_cli.pages.start import about_page


def run(context: typer.Context) -> None:
    r"""Say what psychodyn is and is not, who made it, and how far to trust it.

    \b
    psychodyn about
    """
    view = view_of(context)
    page = about_page(open_library(view))
    show(page, lambda: as_answer(page), view)
