"""`psychodyn quiz`: be asked."""

from pathlib import Path
from typing import Annotated

import typer

from psychodyn_cli.commands.shared import complete_ids, completion_of, view_of
from psychodyn_cli.errors import UsageError

KINDS = ("vignette", "pair", "meaning", "moment", "evidence", "therapy")
EXPORTS = ("anki",)


def run(  # noqa: PLR0913, PLR0917 - one for each option
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Only questions about these.", autocompletion=complete_ids),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help=f"Only {', '.join(KINDS)}; may be given again.",
            autocompletion=completion_of(KINDS),
        ),
    ] = None,
    new: Annotated[
        int, typer.Option(metavar="N", min=0, max=1000, help="At most so many that you have not seen.")
    ] = 10,
    cram: Annotated[bool, typer.Option("--cram", help="Any, due or not, and leave the schedule alone.")] = False,
    keep: Annotated[
        bool | None, typer.Option("--keep/--no-keep", help="Keep the answers on this computer, or do not ask.")
    ] = None,
    seed: Annotated[str, typer.Option(metavar="WORD", help="The same word asks the same again, for a class.")] = "",
    export: Annotated[
        str, typer.Option(metavar="anki", help="Print the cards for Anki.", autocompletion=completion_of(EXPORTS))
    ] = "",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write them to this file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over the file, if it is there already.")] = False,
) -> None:
    """Be asked: which defence is this, which of two, what did the trials find? Each answer says why, and where from.

    \b
    psychodyn quiz
    psychodyn quiz --kind vignette --new 5
    psychodyn quiz projection displacement
    psychodyn quiz --cram
    psychodyn quiz --export anki > psychodyn.txt
    psychodyn quiz --seed tuesday --format markdown
    """
    from psychodyn_cli.tasks.quiz import Wanted, quiz
    from psychodyn_cli.tasks.quiz import export as export_to

    wanted = Wanted(tuple(words or ()), tuple(kind or ()), new, cram, keep, seed)
    if force and output is None:
        raise UsageError(
            "--force is for --output. Name the file, too: psychodyn quiz --export anki --output FILE --force"
        )
    if export:
        export_to(wanted, export, output, view_of(context), force=force)
    elif output:
        raise UsageError("--output writes what --export prints. Add: --export anki")
    else:
        quiz(wanted, view_of(context))
