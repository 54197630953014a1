"""`psychodyn about`."""

import typer

from psychodyn_cli.commands.shared import view_of


def run(context: typer.Context) -> None:
    """Say what psychodyn is and is not, who made it, and how far to trust it.

    \b
    psychodyn about
    """
    from psychodyn_cli.tasks.about import about

    about(view_of(context))
