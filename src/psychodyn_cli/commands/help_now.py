"""`psychodyn help-now`: what to do in danger, in crisis, or to talk."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import country_codes, view_of


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COUNTRY]", help="The same as --country.", autocompletion=country_codes),
    ] = None,
    country: Annotated[
        str, typer.Option(metavar="XX", help="Your country, as two letters or a name.", autocompletion=country_codes)
    ] = "",
) -> None:
    """Show what to do in danger, in crisis, or to talk to someone.

    \b
    psychodyn help-now
    psychodyn help-now --country gb
    """
    from psychodyn_cli.tasks.help_now import help_now

    help_now(country or " ".join(words or ()), view_of(context))
