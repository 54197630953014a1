"""`psychodyn techniques`: a table of techniques."""

from collections.abc import Callable
from typing import get_args

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import Grade, Move, Technique
from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import complain, inert, show, shown_as
from psychodyn_cli.pages.lists import techniques_page
from psychodyn_cli.spelling import spoken
from psychodyn_cli.tasks.explain import NOTHING_FOUND
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

_MOVES: tuple[str, ...] = get_args(Move)
_GRADES = get_args(Grade)


def techniques(words: tuple[str, ...], kind: str, order: str, view: View) -> None:
    if kind and kind not in _MOVES:
        raise UsageError(f"--kind cannot be '{inert(kind)}'. Choose one of: {', '.join(_MOVES)}.")
    if order not in _ORDERS:
        raise UsageError(f"--sort cannot be '{inert(order)}'. Choose one of: {', '.join(_ORDERS)}.")
    library = open_library(view)
    wanted = " ".join(words)
    found = [one for one in library.of_kind(Technique) if kind in {"", one.move} and _speaks_of(one, wanted)]
    found.sort(key=lambda one: (_ORDERS[order](one), one.name.casefold()))
    if not found:
        complain(f'No technique speaks of "{inert(wanted)[:80]}". See all: psychodyn techniques')
    if found or shown_as(view) is Format.JSON:
        page = techniques_page(tuple(found), library, " ".join(["psychodyn techniques", *words]))
        show(page, lambda: answers.Entries(tuple(found)), view)
    if not found:
        raise typer.Exit(NOTHING_FOUND)


def _speaks_of(technique: Technique, wanted: str) -> bool:
    told = spoken(" ".join((technique.name, *technique.aliases, *technique.people_say, technique.short, technique.aim)))
    return all(word in told for word in spoken(wanted).split())


_ORDERS: dict[str, Callable[[Technique], int]] = {
    "name": lambda _: 0,
    "kind": lambda one: _MOVES.index(one.move),
    "research": lambda one: _GRADES.index(one.research.grade),
}
