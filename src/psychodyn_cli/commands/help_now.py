"""`psychodyn help-now`: what to do in danger, in crisis, or to talk."""

import typer

from psychodyn_cli.commands.shared import CountryOption, CountryWords, view_of


def run(
    context: typer.Context,
    words: CountryWords = None,
    country: CountryOption = "",
) -> None:
    """Show what to do in danger, in crisis, or to talk to someone.

    \b
    psychodyn help-now
    psychodyn help-now --country gb
    """
    from psychodyn_cli.tasks.help_now import help_now

    help_now(country or " ".join(words or ()), view_of(context))
