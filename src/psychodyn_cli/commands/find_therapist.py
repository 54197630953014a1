"""`psychodyn find-therapist`."""

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
    """Say where to look for a therapist, what titles mean, what to ask, and what should make you careful.

    \b
    psychodyn find-therapist
    psychodyn find-therapist --country gb
    """
    from psychodyn_cli.tasks.find_therapist import find_therapist

    find_therapist(country or " ".join(words or ()), view_of(context))
