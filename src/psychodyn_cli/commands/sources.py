"""`psychodyn sources`: the bibliography."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only these works.")] = None,
) -> None:
    """List the works that the pages rest on; --format bibtex or csl-json for reference managers.

    \b
    psychodyn sources
    psychodyn sources freud1913
    psychodyn sources --format bibtex > psychodyn.bib
    """
    from psychodyn_cli.tasks.sources import list_sources

    list_sources(tuple(ids or ()), view_of(context))
