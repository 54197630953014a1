"""`psychodyn tour`: what psychodynamic therapy is and how it works, in seven short steps."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import completion_of, view_of
from psychodyn_cli.errors import UsageError

STEPS = ("1", "2", "3", "4", "5", "6", "7")


def run(
    context: typer.Context,
    step: Annotated[
        str,
        typer.Argument(metavar="[STEP]", help="Where to begin, from 1 to 7.", autocompletion=completion_of(STEPS)),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="The whole as one text, with its sources.")] = False,
) -> None:
    """What psychodynamic therapy is and how it works, in seven short steps, each with one thing to try.

    \b
    psychodyn tour
    psychodyn tour 4
    psychodyn tour --all
    """
    from psychodyn_cli.tasks.tour import tour

    if step and every:
        raise UsageError("--all is the whole tour. Leave it out, or leave out the step.")
    tour(step, every, view_of(context))
