"""`psychodyn help-now`: what to do in danger, in crisis, or to talk."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import view_of


def _codes(incomplete: str) -> list[str]:
    from psychodyn_cli.help_lines import LINES

    return sorted(code for code in LINES if len(code) == 2 and code.startswith(incomplete.lower()))  # noqa: PLR2004


def run(
    context: typer.Context,
    country: Annotated[
        str, typer.Option(metavar="XX", help="Your country, as two letters or a name.", autocompletion=_codes)
    ] = "",
) -> None:
    r"""Show what to do in danger, in crisis, or to talk to someone.

    \b
    psychodyn help-now
    psychodyn help-now --country gb
    """
    from psychodyn_cli.tasks.help_now import help_now

    help_now(country, view_of(context))
