"""`psychodyn help-now`: what to do in danger, in crisis, or to talk. It reads no file and needs no library."""

import sys
from datetime import UTC, datetime

import typer

from psychodyn_cli import answers
from psychodyn_cli.exits import UNEXPECTED
from psychodyn_cli.output import asks, complain, is_closed, leaves, quoted, show
from psychodyn_cli.pages.help_now import Country, countries, country_called, directories, help_page, nearly_called
from psychodyn_cli.tasks.hearing import hear
from psychodyn_cli.view import View


def help_now(country: str, view: View) -> None:
    if view.packs:
        complain("help-now reads no packs: its lines come with the program, and are there when nothing else is.")
    found = country_called(country) if country else None
    if country and found is None:
        complain(f'No help lines here for "{quoted(country)}".{_did_you_mean(country)} This is what holds anywhere.')
    _tell(found, view)
    if not country and asks() and (named := _asked(view)):
        _tell(named, view)


def _asked(view: View) -> Country | None:
    """The country is asked for, after the emergency numbers have been shown; it is never guessed."""
    while not leaves(said := hear("Your country (its name or two letters, or Enter to leave)", view)) and said:
        if named := country_called(said):
            return named
        complain(
            f'No help lines here for "{quoted(said)}".{_did_you_mean(said)} Lines of all countries: findahelpline.com'
        )
    return None


def _did_you_mean(said: str) -> str:
    near = nearly_called(said)
    return f" Did you mean {near.name}? psychodyn help-now {near.code}" if near else ""


def _tell(country: Country | None, view: View) -> None:
    page = help_page(country, datetime.now(UTC).date())
    try:
        show(page, lambda: _answer(country), view)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (ImportError, OSError, ValueError):
        _tell_simply(country)
    if is_closed():
        complain(_numbers(country))
        raise typer.Exit(UNEXPECTED)


def _tell_simply(country: Country | None) -> None:
    """Where even the drawing fails, the numbers still stand; on stderr, where stdout is full."""
    try:
        sys.stdout.write(f"{_numbers(country)}\n")
        sys.stdout.flush()
    except OSError:
        complain(_numbers(country))
        raise typer.Exit(UNEXPECTED) from None


def _numbers(country: Country | None) -> str:
    told = [
        [
            f"{one.name}: emergency {' or '.join(one.emergency)}",
            *(f"  {line.name}: {line.phone or line.text or line.website}" for line in one.lines),
        ]
        for one in ([country] if country else countries())
    ]
    return "\n".join(line for lines in told for line in lines)


def _answer(country: Country | None) -> answers.Help:
    return answers.Help(
        country.code if country else None,
        country.emergency if country else (),
        tuple(answers.Line(*line) for line in (country.lines if country else ())),
        tuple(answers.Line(*line) for line in directories()),
    )
