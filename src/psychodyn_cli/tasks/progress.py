"""`psychodyn progress`: what is kept of the quiz, and starting over."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from psychodyn_cli import answers, paths
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, find
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, tell
from psychodyn_cli.pages.progress import Seen, by_kind, nothing_kept_page, per_day, progress_page, weak
from psychodyn_cli.quiz.cards import Card
from psychodyn_cli.quiz.making import cards_of
from psychodyn_cli.tasks.confirming import confirmed
from psychodyn_cli.tasks.keeping import opened
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import View

if TYPE_CHECKING:
    from psychodyn_cli.quiz.progress import Progress


def progress(view: View) -> None:
    library = open_library(view)
    deck = cards_of(library)
    kept = _kept()
    if kept is None:
        show(nothing_kept_page(), lambda: answers.Progress(False, len(deck), 0, 0, 0), view)
        return
    now = datetime.now(UTC)
    seen, flagged = _seen(kept, deck), kept.flagged()
    due = len(set(kept.due(now)) & {one.card.id for one in seen})
    page = progress_page(seen, deck, due, flagged, now, library)
    show(page, lambda: _as_data(seen, deck, due, flagged, now), view)


def reset(name: str, view: View) -> None:
    """Start over with one question, or with all those on an entry."""
    library = open_library(view)
    cards = _cards(name, cards_of(library), library)
    kept = _kept()
    dropped = kept.forget(cards) if kept else 0
    tell(f"Started over with {len(cards)} {'question' if len(cards) == 1 else 'questions'}: {_answers(dropped)} gone.")


def reset_all(*, sure: bool) -> None:
    kept = _kept()
    if kept is None:
        tell("No answers are kept.")
    elif sure or confirmed(f"Drop all {_answers(kept.answered())}? y or N", "psychodyn progress --reset-all --yes"):
        tell(f"Started over: {_answers(kept.forget_all())} gone. To remove the file, too: psychodyn privacy wipe")
    else:
        tell("Nothing was changed.")


def _kept() -> "Progress | None":
    path = paths.progress_file()
    return opened(path) if path and path.exists() else None


def _cards(name: str, deck: Sequence[Card], library: Library) -> tuple[str, ...]:
    found = tuple(card.id for card in deck if card.id == name)
    if not found:
        entry = find(library, name)
        found = tuple(card.id for card in deck if isinstance(entry, Found) and entry.entry.id == card.touches[0])
    if not found:
        complain(f'No question is called "{quoted(name)}". Name an entry, or a question as progress lists it.')
        raise typer.Exit(NOTHING_FOUND)
    return found


def _seen(kept: "Progress", deck: Sequence[Card]) -> tuple[Seen, ...]:
    """The cards that were answered; those of packs that are not open now are left out."""
    by_id = {card.id: card for card in deck}
    return tuple(
        Seen(by_id[one.card], one.due, one.answers, one.right) for one in kept.standings() if one.card in by_id
    )


def _answers(count: int) -> str:
    return f"{count} {'answer' if count == 1 else 'answers'}"


def _as_data(
    seen: Sequence[Seen], deck: Sequence[Card], due: int, flagged: tuple[str, ...], now: datetime
) -> answers.Progress:
    return answers.Progress(
        kept=True,
        questions=len(deck),
        seen=len(seen),
        due=due,
        answers=sum(one.answers for one in seen),
        days=per_day(seen, due, now),
        seen_by_kind=dict(by_kind(one.card for one in seen)),
        weak=tuple(answers.Weak(one.entry, one.answers, one.right) for one in weak(seen)),
        flagged=flagged,
    )
