"""`psychodyn evidence`: published results of a condition, as a forest plot."""

from pathlib import Path
from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, completion_of, view_of
from psychodyn_cli.errors import UsageError

AGAINST = ("controls", "therapies", "cbt", "medication", "placebo", "other")


def run(
    context: typer.Context,
    condition: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CONDITION]", help="Such as depression; without it, the list.", autocompletion=complete_ids
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All rows, not only the main ones.")] = False,
    against: Annotated[
        str,
        typer.Option(metavar="WHAT", help=f"Only against {', '.join(AGAINST)}.", autocompletion=completion_of(AGAINST)),
    ] = "",
    treatment: Annotated[
        str, typer.Option(metavar="KEY", help="Only one kind of treatment, such as STPP or LTPP.")
    ] = "",
    time: Annotated[str, typer.Option(metavar="WORD", help="Only one time, such as 'end' or 'follow-up'.")] = "",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Also write the plot to this file, as an SVG picture.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over the file, if it is there already.")] = False,
    table: Annotated[bool, typer.Option("--table", help="The rows as sentences, with every caution.")] = False,
) -> None:
    """Show what trials and reviews found for a condition, as a forest plot with both sides in words.

    \b
    psychodyn evidence
    psychodyn evidence depression
    psychodyn evidence depression --against cbt --all
    psychodyn evidence bulimia --table
    psychodyn evidence anxiety --output anxiety.svg
    """
    from psychodyn_cli.pages.forest import Choice
    from psychodyn_cli.tasks.evidence import Wanted, evidence

    if force and output is None:
        raise UsageError(
            "--force is for --output. Name the file, too: psychodyn evidence anxiety --output anxiety.svg --force"
        )
    choice = Choice(every, against, treatment, time)
    evidence(tuple(condition or ()), choice, Wanted(table, output, force), view_of(context))
