"""`psychodyn check`: every problem of the content, with file, line and the way out."""

from pathlib import Path
from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def run(
    context: typer.Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A content folder, or a file or folder in one.")
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="Counts and reading grades as well.")] = False,
) -> None:
    """Check content: all problems at once, each with file, line and the way out.

    \b
    psychodyn check
    psychodyn check data/techniques/free-association.yaml
    psychodyn check --summary
    """
    from psychodyn_cli.tasks.check import check

    check(path, summary, view_of(context))
