"""`psychodyn therapies`."""

import typer

from psychodyn_cli.commands.shared import view_of


def run(context: typer.Context) -> None:
    r"""List the therapies that can be compared.

    \b
    psychodyn therapies
    psychodyn therapies --format json
    """
    from psychodyn_cli.tasks.therapies import therapies

    therapies(view_of(context))
