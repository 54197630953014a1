"""`psychodyn sessions`."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD]...", help="Only those that speak of it.")] = None,
) -> None:
    """List the sessions: invented conversations with notes.

    \b
    psychodyn sessions
    psychodyn sessions ending
    """
    from psychodyn_cli.tasks.lists import list_kind

    list_kind("sessions", tuple(words or ()), view_of(context))
