"""`psychodyn new`: a commented template of an entry."""

from typing import Annotated

import typer

from psychodyn_cli.commands.schema import KINDS
from psychodyn_cli.commands.shared import completion_of, view_of


def run(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="Which kind.", autocompletion=completion_of(KINDS[:-1]))],
    entry_id: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as my-idea: the name of its file.")],
) -> None:
    """Begin a page of your own from a commented template: on the screen, or in the folder that --pack names.

    \b
    psychodyn new concept my-idea
    psychodyn new concept my-idea --pack my-pages
    psychodyn new source doe1999 --pack my-pages
    """
    from psychodyn_cli.tasks.new import new

    new(kind, entry_id, view_of(context))
