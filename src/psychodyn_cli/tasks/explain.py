"""`psychodyn explain`: one page on anything in the library."""

from typing import TYPE_CHECKING

import typer

from psychodyn_cli.entries import AnyPage
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_asked, sets_apart
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import asks, complain, quoted, show, show_html, shown_as, write, write_json
from psychodyn_cli.pages.entry import HowMuch, page_of
from psychodyn_cli.pages.notice import AGAIN, notice
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

if TYPE_CHECKING:
    from psychodyn_cli.answers import Entries, Offered


def explain(words: tuple[str, ...], depth: HowMuch, view: View) -> None:
    library = open_library(view)
    found = find_asked(library, words)
    lost = any(isinstance(one, Missing) for one in found)
    said = notice(" ".join(words)) if lost or len(found) > 1 else ""  # a page that needs the notice has it in itself
    if said:
        complain(f"{said}\n")
    match shown_as(view):
        case Format.JSON:
            _as_json(found, help_now=bool(said))
        case Format.HTML:
            _as_html(found, library, depth)
        case _:
            _as_pages(found, library, depth, view)
            if said:
                complain(f"\n{AGAIN}")
    if not lost and len(found) > 1 and sets_apart(" ".join(words)):
        from psychodyn_cli.pages.found import side_by_side  # noqa: PLC0415 - only where a difference is asked for

        complain(side_by_side(tuple(one.entry.id for one in found if isinstance(one, Found))))
    if lost:
        raise typer.Exit(NOTHING_FOUND)


def _as_json(found: tuple[Found | Missing, ...], *, help_now: bool) -> None:
    from psychodyn_cli.answers import Entries  # noqa: PLC0415 - no other format needs it

    entries = tuple(one.entry for one in found if isinstance(one, Found))
    write_json(Entries(entries, missing_as_data(found), help_now))


def _as_html(found: tuple[Found | Missing, ...], library: Library, depth: HowMuch) -> None:
    for one in found:
        if isinstance(one, Missing):
            complain(offered(one))
    pages = [page_of(one.entry, library, depth) for one in found if isinstance(one, Found)]
    if pages:
        show_html(pages)


def missing_as_data(found: tuple[Found | Missing, ...]) -> "tuple[Offered, ...]":
    from psychodyn_cli.answers import Offered  # noqa: PLC0415 - as above

    return tuple(
        Offered(one.query, tuple(entry.id for entry in one.suggestions)) for one in found if isinstance(one, Missing)
    )


def _as_pages(found: tuple[Found | Missing, ...], library: Library, depth: HowMuch, view: View) -> None:
    for number, one in enumerate(found):
        if number:
            write("")
        if isinstance(one, Found):
            _show(one.entry, library, depth, view)
        else:
            _offer(one, library, depth, view)


def _show(entry: AnyPage, library: Library, depth: HowMuch, view: View) -> None:
    def answer() -> "Entries":
        from psychodyn_cli.answers import Entries  # noqa: PLC0415 - as above

        return Entries((entry,))

    show(page_of(entry, library, depth), answer, view)


def _offer(missing: Missing, library: Library, depth: HowMuch, view: View) -> None:
    """Say that there is nothing by that name, and what is near; on a terminal a number opens it."""
    complain(offered(missing))
    if missing.suggestions and asks():
        from psychodyn_cli.tasks.hearing import hear  # noqa: PLC0415 - only where something is asked

        chosen = hear("A number to open it, or Enter to leave", view) or ""
        if chosen.isdecimal() and 1 <= int(chosen) <= len(missing.suggestions):
            _show(missing.suggestions[int(chosen) - 1], library, depth, view)
            raise typer.Exit


def offered(missing: Missing, command: str = "explain") -> str:
    if not missing.query.strip():
        example = f"{command.partition(' ')[0]} cbt" if _is_of_therapies(command) else "explain free-association"
        return f"Name something to look up, such as: psychodyn {example}"
    asked = f'"{quoted(missing.query)}"'
    if not missing.suggestions:
        shelf = "therapies" if _is_of_therapies(command) else "techniques"
        return f"Nothing here is called {asked}. See what there is: psychodyn {shelf}"
    lines = [f"Nothing here is called {asked}. Did you mean:"]
    lines += [
        f"  {number}. {entry.name}: psychodyn {command} {entry.id}"
        for number, entry in enumerate(missing.suggestions, 1)
    ]
    return "\n".join(lines)


def _is_of_therapies(command: str) -> bool:
    return command.startswith(("compare", "weigh"))
