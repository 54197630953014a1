"""A line from the reader, heard first: words of danger get the way to help, and `help-now` its page, at any prompt."""

from collections.abc import Callable
from datetime import UTC, datetime

from psychodyn_cli.danger import danger_in
from psychodyn_cli.output import ask, complain, pose
from psychodyn_cli.pages.help_now import asked_for, country_called, help_page
from psychodyn_cli.pages.notice import notice
from psychodyn_cli.view import View


def hear(question: str, view: View | None = None, known: Callable[[str], bool] = lambda _: False) -> str | None:
    """As `ask`, and asked again behind the way to help. What is `known` is an answer, whatever it sounds like."""
    while (line := ask(question)) is not None and not known(line):
        country = asked_for(line)
        if country is None and danger_in(line) == "help":
            country = ""
        if country is not None:
            _show_help(country, view or View())
        elif said := notice(line):
            complain(said)
        else:
            break
    return line


def _show_help(country: str, view: View) -> None:
    pose(help_page(country_called(country) if country else None, datetime.now(UTC).date()), view)
    complain("For the lines of one country type help-now and its name, such as: help-now uk. Or go on here:")
