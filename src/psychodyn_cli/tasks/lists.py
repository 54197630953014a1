"""The lists: `techniques`, `therapies` and the others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from psychodyn_cli.entries import AnyListed, Technique
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as, write_json
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.lists import LISTS, TECHNIQUES_BY, Group, Kind, in_groups, list_page
from psychodyn_cli.spelling import spoken
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

if TYPE_CHECKING:
    from psychodyn_cli.answers import Entries

_Page = TypeVar("_Page", bound=AnyListed)


def list_kind(name: str, words: tuple[str, ...], view: View) -> None:
    """All entries of a kind, or those that speak of the words."""
    kind = LISTS[name]
    library = open_library(view)
    found = _speaking(library.of_kind(kind.type), words)
    show_list(kind, found, library, " ".join(["psychodyn", name, *words]), view, whole=not words)


def list_techniques(words: tuple[str, ...], move: str, order: str, view: View) -> None:
    if move and move not in labels.MOVES:
        raise UsageError(f"--kind cannot be '{quoted(move)}'. Choose one of: {', '.join(labels.MOVES)}.")
    if order not in TECHNIQUES_BY:
        raise UsageError(f"--sort cannot be '{quoted(order)}'. Choose one of: {', '.join(TECHNIQUES_BY)}.")
    library = open_library(view)
    found = [one for one in _speaking(library.of_kind(Technique), words) if move in {"", one.move}]
    command = " ".join(["psychodyn techniques", *words])
    show_list(TECHNIQUES_BY[order], found, library, command, view, whole=not (words or move))


def show_list(
    kind: Kind, found: Sequence[AnyListed], library: Library, command: str, view: View, *, whole: bool = True
) -> None:
    """What was found, in groups, as a page or as data; where nothing was, that is said."""
    groups = in_groups(kind, found, whole=whole)
    if groups:
        show(list_page(kind, groups, library, command), lambda: _answer(groups), view)
        return
    _, name, *words = command.split()
    whole_pages = f". In the pages themselves: psychodyn search {quoted(' '.join(words))}" if words else ""
    complain(f"No name or sentence in this list speaks of that. See all: psychodyn {name}{whole_pages}")
    if shown_as(view) is Format.JSON:
        write_json(_answer(groups))
    raise typer.Exit(NOTHING_FOUND)


def _answer(groups: tuple[Group, ...]) -> "Entries":
    from psychodyn_cli.answers import Entries  # noqa: PLC0415 - no other format needs it

    return Entries(tuple(one for group in groups for one in group.entries))


def _speaking(entries: tuple[_Page, ...], words: tuple[str, ...]) -> list[_Page]:
    """The entries that have every one of the words in a name, a phrase that people say, or the short sentence."""
    wanted = spoken(" ".join(words)).split()
    return [one for one in entries if all(word in _told(one) for word in wanted)] if wanted else list(entries)


def _told(entry: AnyListed) -> str:
    return spoken(" ".join((entry.name, *entry.aliases, *entry.people_say, entry.short)))
