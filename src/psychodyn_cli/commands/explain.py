"""`psychodyn explain`: one page on anything in the library."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of
from psychodyn_cli.errors import UsageError


def run(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="A technique, concept, defence, therapy or question.",
            autocompletion=complete_ids,
        ),
    ],
    short: Annotated[bool, typer.Option("--short", help="One sentence.")] = False,
    full: Annotated[bool, typer.Option("--full", help="History, debates and figures as well.")] = False,
) -> None:
    """Explain a technique, a concept, a defence, a therapy or a question.

    \b
    psychodyn explain free-association
    psychodyn explain free association --short
    psychodyn explain projection displacement
    """
    from psychodyn_cli.tasks.explain import explain

    if short and full:
        raise UsageError("--short and --full exclude each other. Leave one out.")
    explain(tuple(words), "short" if short else "full" if full else "default", view_of(context))
