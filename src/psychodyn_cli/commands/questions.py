"""`psychodyn questions`."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD]...", help="Only those that speak of it.")] = None,
) -> None:
    """List the questions: what people really ask.

    \b
    psychodyn questions
    psychodyn questions silent
    """
    from psychodyn_cli.tasks.lists import list_kind

    list_kind("questions", tuple(words or ()), view_of(context))
