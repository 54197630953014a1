"""`psychodyn export`: pages to keep, to print or to hand on, in one file."""

from pathlib import Path
from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, view_of
from psychodyn_cli.errors import UsageError


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Only these pages; without a name, all.", autocompletion=complete_ids),
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over the file, if it is there already.")] = False,
) -> None:
    """Write pages in full into one file that needs nothing else: HTML, or Markdown or JSON by --format.

    \b
    psychodyn export --output psychodyn.html
    psychodyn export free-association catharsis --output handout.html
    psychodyn export --format markdown > psychodyn.md
    psychodyn export --format json > psychodyn.json
    """
    from psychodyn_cli.tasks.export import export

    if output is not None and not output.name:
        raise UsageError("--output needs a file's name, such as psychodyn.html.")
    if force and output is None:
        raise UsageError("--force is for --output. Name the file, too: psychodyn export --output FILE.html --force")
    export(tuple(words or ()), output, view_of(context), force=force)
