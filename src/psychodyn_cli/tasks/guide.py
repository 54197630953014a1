"""`psychodyn guide`: walk through everything, one line at a time."""

from collections.abc import Sequence

from psychodyn_cli.errors import UsageError
from psychodyn_cli.guide.loop import Guide, Run, complete_with
from psychodyn_cli.output import as_words, shown_as
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View


def guide(commands: Sequence[str], view: View) -> None:
    if shown_as(view) not in {Format.TERMINAL, Format.PLAIN}:
        raise UsageError(f"The guide is a conversation and does not print {shown_as(view)}. Choose terminal or plain.")
    library = open_library(view)
    complete_with((*commands, *library.ids()))
    Guide(library, commands, runner(view), view).start()


def runner(view: View) -> Run:
    """Runs what could be typed after psychodyn, seen as everything else is seen."""
    from psychodyn_cli.cli import app  # noqa: PLC0415 - the guide runs commands, and commands run the guide

    def run(typed: Sequence[str]) -> None:
        app([*typed, *as_words(view)], prog_name="psychodyn")

    return run
