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
from psychodyn_cli.output import ask, complain, inert, show, shown_as, write, write_json
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.session import choices_for, ending_of, opening_of, turn_page
from psychodyn_cli.tasks.explain import missing_as_data
from psychodyn_cli.tasks.lists import list_kind
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

How: TypeAlias = Literal["whole", "step", "guess"]


def sessions(view: View) -> None:
    list_kind("sessions", (), view)


def session(name: str, how: How, view: View) -> None:
    library = open_library(view)
    entry = _named(name, library, view)
    if how == "whole" or shown_as(view) in {Format.JSON, Format.MARKDOWN}:
        show(page_of(entry, library), lambda: answers.Entries((entry,)), view)
        return
    write(opening_of(entry))
    for number, turn in enumerate(entry.turns, 1):
        write(f"\n{number:2} {labels.SPEAKERS[turn.who]}: {turn.says}")
        if how == "guess" and turn.shows:
            _guess(turn, library)
        page = turn_page(turn, library)
        if page:
            write(page)
        if not _goes_on(number, entry):
            return
    write(ending_of(entry, library))


def _named(name: str, library: Library, view: View) -> Session:
    found = find(library, name)
    match found:
        case Found(Session() as entry):
            return entry
        case Found(entry):
            complain(f"{entry.name} is no session. Open it: psychodyn explain {entry.id}")
        case Missing(query, _):
            complain(f'No session is called "{inert(query)[:80]}". See: psychodyn sessions')
    if shown_as(view) is Format.JSON:
        write_json(answers.Entries((), missing_as_data((found,))))
    raise typer.Exit(NOTHING_FOUND)


def _goes_on(number: int, entry: Session) -> bool:
    if number == len(entry.turns):
        return True
    answer = ask(f"[{number} of {len(entry.turns)}] Enter: next line, q: leave")
    if answer is None or answer.lower() in {"q", "quit", "exit"}:
        write(f"Left. From the start again: psychodyn session {entry.id} --step")
        return False
    return True


def _guess(turn: Turn, library: Library) -> None:
    """Ask which of a few is at work here; the answer is told by the note, right or wrong alike."""
    offered = choices_for(turn, library)
    write("What is at work here?")
    for number, (_, name) in enumerate(offered, 1):
        write(f"  {number}. {name}")
    answer = ask("A number, or Enter to be told")
    if answer and answer.isdecimal() and 1 <= int(answer) <= len(offered):
        right = offered[int(answer) - 1][0] in turn.shows
        write("Yes." if right else "Not quite, or not only.")
