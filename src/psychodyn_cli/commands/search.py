"""`psychodyn search`: full text over everything."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Any words, your own or the field's.")],
) -> None:
    """Search everything: what is found, the line it stands in, and how to open it.

    \b
    psychodyn search my therapist is silent
    psychodyn search why do I push people away
    psychodyn search homework --format json
    """
    from psychodyn_cli.tasks.search import look_for

    look_for(" ".join(words), view_of(context))
