"""The lists: `techniques`, `therapies` and the others."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, get_args

import typer

from psychodyn_cli.entries import AnyPage, Grade, Move, Technique
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as
from psychodyn_cli.pages.lists import CONCEPTS, DEFENCES, QUESTIONS, SESSIONS, TECHNIQUES, THERAPIES, Kind, list_page
from psychodyn_cli.spelling import spoken
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

if TYPE_CHECKING:
    from psychodyn_cli.answers import Entries

_Page = TypeVar("_Page", bound=AnyPage)
KINDS = {
    "therapies": THERAPIES,
    "concepts": CONCEPTS,
    "defences": DEFENCES,
    "questions": QUESTIONS,
    "sessions": SESSIONS,
}
_MOVES: tuple[str, ...] = get_args(Move)
_GRADES: tuple[str, ...] = get_args(Grade)


def list_kind(name: str, words: tuple[str, ...], view: View) -> None:
    """All entries of a kind that speak of the words, by name; psychodynamic therapy before other therapies."""
    kind = KINDS[name]
    library = open_library(view)
    found = sorted(
        _speaking(library.of_kind(kind.type), words), key=lambda one: (one.id != "psychodynamic", one.name.casefold())
    )
    _show(kind, found, library, " ".join(["psychodyn", name, *words]), view)


def list_techniques(words: tuple[str, ...], move: str, order: str, view: View) -> None:
    if move and move not in _MOVES:
        raise UsageError(f"--kind cannot be '{quoted(move)}'. Choose one of: {', '.join(_MOVES)}.")
    if order not in _ORDERS:
        raise UsageError(f"--sort cannot be '{quoted(order)}'. Choose one of: {', '.join(_ORDERS)}.")
    library = open_library(view)
    found = [one for one in _speaking(library.of_kind(Technique), words) if move in {"", one.move}]
    found.sort(key=lambda one: (_ORDERS[order](one), one.name.casefold()))
    _show(TECHNIQUES, found, library, " ".join(["psychodyn techniques", *words]), view)


def _show(kind: Kind, found: Sequence[AnyPage], library: Library, command: str, view: View) -> None:
    if not found:
        complain(f"Nothing in this list speaks of that. See all: {' '.join(command.split()[:2])}")
    if found or shown_as(view) is Format.JSON:
        page = list_page(kind, tuple(found), library, command)
        show(page, lambda: _answer(found), view)
    if not found:
        raise typer.Exit(NOTHING_FOUND)


def _answer(found: Sequence[AnyPage]) -> "Entries":
    from psychodyn_cli.answers import Entries  # noqa: PLC0415 - no other format needs it

    return Entries(tuple(found))


def _speaking(entries: tuple[_Page, ...], words: tuple[str, ...]) -> list[_Page]:
    """The entries that have every one of the words in a name, a phrase that people say, or the short sentence."""
    wanted = spoken(" ".join(words)).split()
    return [one for one in entries if all(word in _told(one) for word in wanted)] if wanted else list(entries)


def _told(entry: AnyPage) -> str:
    return spoken(" ".join((entry.name, *entry.aliases, *entry.people_say, entry.short)))


_ORDERS: dict[str, Callable[[Technique], int]] = {
    "name": lambda _: 0,
    "kind": lambda one: _MOVES.index(one.move),
    "research": lambda one: _GRADES.index(one.research.grade),
}
