"""`psychodyn session`: whole, step by step, or with a guess before each note.

Line in, lines out: nothing is redrawn, and everything works through a pipe. `q` leaves at any prompt.
"""

from typing import Literal, TypeAlias

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import Session, Turn
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, leaves, quoted, show, shown_as, tell, write_json
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.session import choices_for, ending_of, opening_of, turn_page
from psychodyn_cli.tasks.explain import missing_as_data
from psychodyn_cli.tasks.hearing import hear
from psychodyn_cli.tasks.lists import list_kind
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

How: TypeAlias = Literal["whole", "step", "guess"]


def sessions(view: View) -> None:
    list_kind("sessions", (), view)


def session(name: str, how: How, view: View) -> None:
    library = open_library(view)
    entry = _named(name, library, view)
    if how == "whole" or shown_as(view) not in {Format.TERMINAL, Format.PLAIN}:
        show(page_of(entry, library), lambda: answers.Entries((entry,)), view)
        return
    tell(opening_of(entry))
    for number, turn in enumerate(entry.turns, 1):
        tell(f"\n{number:2} {labels.SPEAKERS[turn.who]}: {turn.says}")
        if how == "guess" and turn.shows and not _guess(turn, library, view):
            _leave(entry, how)
            return
        page = turn_page(turn, library)
        if page:
            tell(page)
        if number < len(entry.turns) and not _goes_on(number, entry, view):
            _leave(entry, how)
            return
    tell(ending_of(entry, library))


def _leave(entry: Session, how: How) -> None:
    tell(f"Left. From the start again: psychodyn session {entry.id} --{how}")


def _named(name: str, library: Library, view: View) -> Session:
    found = find(library, name)
    match found:
        case Found(Session() as entry):
            return entry
        case Found(entry):
            complain(f"{entry.name} is no session. Open it: psychodyn explain {entry.id}")
        case Missing(query, near):
            like = ", ".join(one.id for one in near if isinstance(one, Session))
            meant = f"Did you mean: {like}?" if like else f"There are: {', '.join(library.ids('session'))}."
            complain(f'No session is called "{quoted(query)}". {meant} See: psychodyn sessions')
    if shown_as(view) is Format.JSON:
        write_json(answers.Entries((), missing_as_data((found,))))
    raise typer.Exit(NOTHING_FOUND)


def _goes_on(number: int, entry: Session, view: View) -> bool:
    return not leaves(hear(f"[{number} of {len(entry.turns)}] Enter: next line, q: leave", view))


def _guess(turn: Turn, library: Library, view: View) -> bool:
    """Ask which of a few is at work here; the note tells it, right or wrong alike. False where the reader leaves."""
    offered = choices_for(turn, library)
    tell("What is at work here?")
    for number, (_, name) in enumerate(offered, 1):
        tell(f"  {number}. {name}")
    while not leaves(answer := hear("A number, Enter to be told, q: leave", view)):
        if not answer:
            return True
        if answer.isdecimal() and 1 <= int(answer) <= len(offered):
            right = offered[int(answer) - 1][0] in turn.shows
            tell("Yes." if right else "Not quite, or not only.")
            return True
        complain(f"Type a number from 1 to {len(offered)}.")
    return False
