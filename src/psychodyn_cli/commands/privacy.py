"""`psychodyn privacy`: what is kept, and removing it."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import completion_of, view_of
from psychodyn_cli.errors import UsageError

WIPE = "wipe"


def run(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(metavar="[wipe]", help="Remove it all, after asking.", autocompletion=completion_of((WIPE,))),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Remove it without asking.")] = False,
) -> None:
    """Show every byte that psychodyn keeps on this computer, and where; `privacy wipe` removes it.

    \b
    psychodyn privacy
    psychodyn privacy wipe --yes
    """
    from psychodyn_cli.tasks.privacy import privacy, wipe

    if action == WIPE:
        wipe(sure=yes)
    elif action:
        raise UsageError(f"There is no 'privacy {action[:80]}'. To remove what is kept: psychodyn privacy {WIPE}")
    else:
        privacy(view_of(context))
