"""`psychodyn session`: an invented conversation, line by line."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of
from psychodyn_cli.errors import UsageError


def run(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Which one; without it, the list.", autocompletion=complete_ids),
    ] = None,
    step: Annotated[bool, typer.Option("--step", help="Line by line, with Enter.")] = False,
    guess: Annotated[bool, typer.Option("--guess", help="Ask what is at work before the note says it.")] = False,
) -> None:
    """Show an invented conversation line by line, with notes on what is at work and why.

    \b
    psychodyn session
    psychodyn session a-first-meeting
    psychodyn session a-first-meeting --step
    psychodyn session a-rupture-repaired --guess
    """
    from psychodyn_cli.tasks.session import session, sessions

    if step and guess:
        raise UsageError("--step and --guess exclude each other. Leave one out.")
    if not name and (step or guess):
        raise UsageError("Name the conversation, too: psychodyn session a-first-meeting --step")
    if not name:
        sessions(view_of(context))
    else:
        session(" ".join(name), "guess" if guess else "step" if step else "whole", view_of(context))
