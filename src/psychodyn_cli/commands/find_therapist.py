"""`psychodyn find-therapist`."""

import typer

from psychodyn_cli.commands.shared import CountryOption, CountryWords, view_of


def run(
    context: typer.Context,
    words: CountryWords = None,
    country: CountryOption = "",
) -> None:
    """Say where to look for a therapist, what titles mean, what to ask, and what should make you careful.

    \b
    psychodyn find-therapist
    psychodyn find-therapist --country gb
    """
    from psychodyn_cli.tasks.find_therapist import find_therapist

    find_therapist(country or " ".join(words or ()), view_of(context))
