"""A session step by step: what is said before, beside and after its lines."""

from psychodyn_cli.entries import Session, Technique, Turn
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Prose, See
from psychodyn_cli.pages.notice import HELP
from psychodyn_cli.pages.writing import Writer

OFFERED = 4  # choices of a guess


def opening_of(entry: Session) -> str:
    notice = f"Please note: {HELP}\n\n" if entry.sensitive else ""
    return f"{entry.name}. An invented conversation.\n\n{notice}{entry.scene}"


def turn_page(turn: Turn, library: Library) -> str:
    """The notes to a line, as lines."""
    writer = Writer(library, numbered=False)
    parts = [_plain(writer.prose(turn.note))] if turn.note else []
    if turn.shows:
        names = ", ".join(f"{writer.name(shown)} (psychodyn explain {shown})" for shown in turn.shows)
        parts.append(f"At work: {names}.")
    if turn.elsewhere:
        parts.append("Elsewhere: " + _plain(writer.prose(turn.elsewhere)))
    return "\n".join(f"   {part}" for part in parts)


def ending_of(entry: Session, library: Library) -> str:
    writer = Writer(library, numbered=False)
    readings = [
        f"Line {one.turn}, read by {writer.name(one.therapy)}: {_plain(writer.prose(one.says))}"
        for one in entry.readings
    ]
    told = ["", *readings, "Afterwards: " + _plain(writer.prose(entry.afterwards))]
    return "\n\n".join([*told, f"With its sources: psychodyn session {entry.id}"])


def choices_for(turn: Turn, library: Library) -> tuple[tuple[str, str], ...]:
    """What is at work and plausible neighbours of it, in the order of their names; nothing by chance."""
    near = [neighbour.entry for shown in turn.shows for neighbour in getattr(library.page(shown), "confusable", ())]
    others = [entry_id for entry_id in near if entry_id not in turn.shows]
    if len(others) < OFFERED:
        others += [one.id for one in library.of_kind(Technique) if one.id not in {*turn.shows, *others}]
    chosen = [*turn.shows[:2], *others][:OFFERED]
    named = ((entry_id, library.name_of(entry_id) or entry_id) for entry_id in chosen)
    return tuple(sorted(named, key=lambda one: one[1]))


def _plain(prose: Prose) -> str:
    return "".join(piece.told if isinstance(piece, See) else getattr(piece, "text", "") for piece in prose)
