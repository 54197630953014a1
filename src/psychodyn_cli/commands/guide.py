"""`psychodyn guide`: the interactive guide."""

import typer

from psychodyn_cli.commands.shared import view_of


def run(context: typer.Context) -> None:
    """Walk through everything: a menu, numbered links, words to look up; q leaves.

    \b
    psychodyn guide
    """
    from psychodyn_cli.cli import COMMANDS
    from psychodyn_cli.tasks.guide import guide

    guide(tuple(COMMANDS), view_of(context))
