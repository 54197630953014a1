"""`psychodyn therapies`."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD]...", help="Only those that speak of it.")] = None,
) -> None:
    """List the therapies that can be compared.

    \b
    psychodyn therapies
    psychodyn therapies --format json
    """
    from psychodyn_cli.tasks.lists import list_kind

    list_kind("therapies", tuple(words or ()), view_of(context))
