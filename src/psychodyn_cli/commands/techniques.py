"""`psychodyn techniques`: a table of techniques."""

from enum import StrEnum
from typing import Annotated, get_args

import typer

from psychodyn_cli import answers
from psychodyn_cli.commands.explain import NOTHING_FOUND
from psychodyn_cli.commands.shared import open_library, view_of
from psychodyn_cli.entries import Grade, Move, Technique
from psychodyn_cli.output import Format, complain, inert, show
from psychodyn_cli.pages.lists import techniques_page
from psychodyn_cli.problems import UsageError
from psychodyn_cli.spelling import spoken

_MOVES: tuple[str, ...] = get_args(Move)
_GRADES = get_args(Grade)


def _moves(incomplete: str) -> list[str]:
    return [move for move in _MOVES if move.startswith(incomplete.lower())]


class Order(StrEnum):
    NAME = "name"
    KIND = "kind"
    RESEARCH = "research"


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="Only techniques that speak of it.")
    ] = None,
    kind: Annotated[
        str, typer.Option(metavar="KIND", help=f"Only one kind of move: {', '.join(_MOVES)}.", autocompletion=_moves)
    ] = "",
    sort: Annotated[Order, typer.Option(help="In which order.")] = Order.NAME,
) -> None:
    r"""List the techniques: what each is, what kind of move, how much research.

    \b
    psychodyn techniques
    psychodyn techniques dream
    psychodyn techniques --kind supporting --sort research
    """
    if kind and kind not in _MOVES:
        raise UsageError(f"--kind cannot be '{kind}'. Choose one of: {', '.join(_MOVES)}.")
    view = view_of(context)
    library = open_library(view)
    wanted = " ".join(words or [])
    found = [one for one in library.of_kind(Technique) if kind in {"", one.move} and _speaks_of(one, wanted)]
    found.sort(key=lambda one: _place(one, sort))
    command = " ".join(["psychodyn techniques", *(words or [])])
    if not found:
        complain(f'No technique speaks of "{inert(wanted)[:80]}". See all: psychodyn techniques')
        if view.shown_as is not Format.JSON:
            raise typer.Exit(NOTHING_FOUND)
    show(techniques_page(tuple(found), library, command), lambda: answers.Entries(tuple(found)), view)
    if not found:
        raise typer.Exit(NOTHING_FOUND)


def _speaks_of(technique: Technique, wanted: str) -> bool:
    told = spoken(" ".join((technique.name, *technique.aliases, *technique.people_say, technique.short, technique.aim)))
    return all(word in told for word in spoken(wanted).split())


def _place(technique: Technique, order: Order) -> tuple[int, str]:
    name = technique.name.casefold()
    if order is Order.KIND:
        return _MOVES.index(technique.move), name
    if order is Order.RESEARCH:
        return _GRADES.index(technique.research.grade), name
    return 0, name
