"""The library of a run."""

from psychodyn_cli.library import opening
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain
from psychodyn_cli.view import View


def open_library(view: View) -> Library:
    """The program's entries and those of the reader's packs; what could not be read is said, the rest is served."""
    opened = opening.open_library(view.packs)
    problems = opened.problems()
    if problems:
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        first = problems[0].partition("\n")[0]
        packs = "".join(f" --pack {pack}" for pack in view.packs)
        complain(f"Some content could not be used: {first}{more}. See: psychodyn check{packs}")
    return opened
