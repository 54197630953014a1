"""`psychodyn weigh`: a private worksheet for choosing."""

from pathlib import Path
from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of
from psychodyn_cli.errors import UsageError


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="The therapies to weigh, at most four; without it psychodynamic, CBT and person-centred therapy.",
            autocompletion=complete_ids,
        ),
    ] = None,
    blank: Annotated[
        bool,
        typer.Option(
            "--blank", help="Ask nothing: a short sheet to take along and fill in on paper; with --all the whole."
        ),
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Show the whole sheet: every row, both sides in full, and all sources.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the whole sheet to this file, as .md or .txt; with --blank, what that prints."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over the file, if it is there already.")] = False,
) -> None:
    """Weigh therapies, waiting, no therapy and other help: a private worksheet. No score, and no option wins.

    On a screen, and where the answers come by a pipe, the short sheet is shown: --all gives the whole.

    \b
    psychodyn weigh
    psychodyn weigh cbt ipt psychodynamic
    psychodyn weigh --all
    psychodyn weigh --output my-sheet.md
    psychodyn weigh --blank
    psychodyn weigh --blank --all
    """
    from psychodyn_cli.tasks.weigh import Wanted, weigh

    view = view_of(context)
    if force and output is None:
        raise UsageError("--force is for --output. Name the file, too: psychodyn weigh --output my-sheet.md --force")
    if output and view.asked_for:
        raise UsageError("--output writes .md or .txt, and says nothing else. Leave --format out.")
    weigh(tuple(words or ()), Wanted(blank, every, output, force), view)
