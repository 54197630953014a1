"""`psychodyn timeline`."""

import typer

from psychodyn_cli.commands.shared import view_of


def run(context: typer.Context) -> None:
    """Draw the milestones from 1880 to today.

    \b
    psychodyn timeline
    psychodyn timeline --plain
    """
    from psychodyn_cli.tasks.timeline import timeline

    timeline(view_of(context))
