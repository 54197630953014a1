"""`psychodyn progress`."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of
from psychodyn_cli.errors import UsageError


def run(
    context: typer.Context,
    reset: Annotated[
        str,
        typer.Option(metavar="NAME", help="Start over with an entry or one question.", autocompletion=complete_ids),
    ] = "",
    reset_all: Annotated[bool, typer.Option("--reset-all", help="Start over with everything.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Show what you have learnt, what is due and what is weak, if you let the quiz keep your answers.

    \b
    psychodyn progress
    psychodyn progress --reset denial
    psychodyn progress --reset-all --yes
    """
    from psychodyn_cli.tasks.progress import progress
    from psychodyn_cli.tasks.progress import reset as start_over_with
    from psychodyn_cli.tasks.progress import reset_all as start_over

    if reset and reset_all:
        raise UsageError("--reset and --reset-all exclude each other. Leave one out.")
    if reset_all:
        start_over(sure=yes)
    elif reset:
        start_over_with(reset, view_of(context))
    else:
        progress(view_of(context))
