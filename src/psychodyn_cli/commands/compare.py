"""`psychodyn compare`: therapies side by side, or two neighbours and how to tell them apart."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of


def run(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="One or more therapies; or two concepts, defences or techniques.",
            autocompletion=complete_ids,
        ),
    ],
    every: Annotated[bool, typer.Option("--all", help="All rows, not only the ten that matter most.")] = False,
    rows: Annotated[str, typer.Option(metavar="ROW,ROW", help="Only these rows, such as length,work.")] = "",
    only: Annotated[bool, typer.Option("--only", help="Leave psychodynamic therapy out.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Name each source whole, with its address.")] = False,
    chart: Annotated[bool, typer.Option("--chart", help="Draw planned length and typical emphases.")] = False,
) -> None:
    """Set therapies side by side, psychodynamic therapy first.

    \b
    psychodyn compare cbt
    psychodyn compare cbt dbt --all --sources
    psychodyn compare act ipt --only --rows length,work
    psychodyn compare projection displacement
    """
    from psychodyn_cli.tasks.compare import Wanted, compare

    compare(tuple(words), Wanted(every, rows, only, sources, chart), view_of(context))
