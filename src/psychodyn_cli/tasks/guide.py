"""`psychodyn guide`: walk through everything, one line at a time."""

from collections.abc import Sequence

from psychodyn_cli.guide.loop import Guide, complete_with
from psychodyn_cli.output import as_words
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import View


def guide(commands: Sequence[str], view: View) -> None:
    from psychodyn_cli.cli import app  # noqa: PLC0415 - the guide runs commands, and commands run the guide

    def run(typed: Sequence[str]) -> None:
        app([*typed, *as_words(view)], prog_name="psychodyn")

    library = open_library(view)
    complete_with((*commands, *library.ids()))
    Guide(library, commands, run, view).start()
