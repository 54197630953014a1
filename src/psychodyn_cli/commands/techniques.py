"""`psychodyn techniques`: a table of techniques."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import completion_of, view_of

MOVES = ("framing", "listening", "exploring", "supporting", "formulating", "interpreting", "relating")
ORDERS = ("usual", "name", "kind", "research")


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="Only techniques that speak of it.")
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND", help=f"Only one kind of move: {', '.join(MOVES)}.", autocompletion=completion_of(MOVES)
        ),
    ] = "",
    sort: Annotated[
        str, typer.Option(metavar="ORDER", help=f"By {', '.join(ORDERS)}.", autocompletion=completion_of(ORDERS))
    ] = "usual",
) -> None:
    """List the techniques: what each is, what kind of move, how much research.

    \b
    psychodyn techniques
    psychodyn techniques dream
    psychodyn techniques --kind supporting --sort research
    """
    from psychodyn_cli.tasks.lists import list_techniques

    list_techniques(tuple(words or ()), kind, sort, view_of(context))
