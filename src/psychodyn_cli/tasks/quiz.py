"""`psychodyn quiz`: be asked, on a sheet, as data, or as cards for Anki."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple, get_args

import typer

from psychodyn_cli import answers
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_all
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import complain, quoted, show, shown_as, tell, write, write_json
from psychodyn_cli.pages.quiz import notes_of, sheet_page
from psychodyn_cli.quiz.cards import Card, Kind, Offer
from psychodyn_cli.quiz.making import cards_of
from psychodyn_cli.quiz.sitting import Sitting, cards_for, offers_of
from psychodyn_cli.tasks.asking import Asking
from psychodyn_cli.tasks.explain import missing_as_data, offered
from psychodyn_cli.tasks.files import may_replace, write_file
from psychodyn_cli.tasks.keeping import keeping_of
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

if TYPE_CHECKING:  # see tasks/keeping.py
    from psychodyn_cli.quiz.progress import Progress

KINDS: tuple[str, ...] = get_args(Kind)
ANKI = "anki"


class Wanted(NamedTuple):
    """What the options of `quiz` said."""

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    new: int = 10
    cram: bool = False
    keep: bool | None = None
    seed: str = ""


def quiz(wanted: Wanted, view: View) -> None:
    library = open_library(view)
    deck = _deck(wanted, library, view)
    seed = wanted.seed or datetime.now(UTC).isoformat()
    if shown_as(view) in {Format.JSON, Format.MARKDOWN, Format.HTML}:
        _on_paper(_drawn(deck, wanted, None, seed), library, seed, view)
    else:
        _in_person(deck, wanted, library, seed, view)


def export(wanted: Wanted, to: str, output: Path | None, view: View, *, force: bool = False) -> None:
    if to != ANKI:
        raise UsageError(f"--export cannot be '{quoted(to)}'. Cards are exported as: {ANKI}.")
    from psychodyn_cli.formats.anki import render  # noqa: PLC0415 - one format a run

    library = open_library(view)
    text = render(notes_of(_deck(wanted, library, view), library))
    if output is None:
        write(text)
        return
    write_file(text, output, over=may_replace(output, force=force))
    complain(f"Written: {quoted(str(output))}. In Anki: File, Import.")


def _deck(wanted: Wanted, library: Library, view: View) -> tuple[Card, ...]:
    """The cards that the options ask for."""
    unknown = [kind for kind in wanted.kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"--kind cannot be '{quoted(unknown[0])}'. Choose one of: {', '.join(KINDS)}.")
    about = _entries(wanted.words, library, view)
    deck = tuple(
        card
        for card in cards_of(library)
        if (not wanted.kinds or card.kind in wanted.kinds) and (not wanted.words or about & set(card.touches))
    )
    if not deck:
        complain("There is no such question. See all kinds: psychodyn quiz -h")
        _nothing(view)
    return deck


def _entries(words: tuple[str, ...], library: Library, view: View) -> set[str]:
    found = find_all(library, words) if words else ()
    missing = [one for one in found if isinstance(one, Missing)]
    for one in missing:
        complain(offered(one, "quiz"))
    if missing:
        _nothing(view, missing_as_data(tuple(missing)))
    return {one.entry.id for one in found if isinstance(one, Found)}


def _nothing(view: View, missing: tuple[answers.Offered, ...] = ()) -> None:
    if shown_as(view) is Format.JSON:
        write_json(answers.Quiz((), missing))
    raise typer.Exit(NOTHING_FOUND)


def _drawn(deck: Sequence[Card], wanted: Wanted, progress: "Progress | None", seed: str) -> list[Card]:
    """The cards of this sitting."""
    due = progress.due(datetime.now(UTC)) if progress else ()
    seen = progress.seen() if progress else frozenset()
    return cards_for(deck, due, seen, wanted.new, Random(seed))  # noqa: S311 - no secret is made of it


def _on_paper(cards: Sequence[Card], library: Library, seed: str, view: View) -> None:
    asked = tuple((card, offers_of(card, seed)) for card in cards)
    show(sheet_page(asked, library), lambda: answers.Quiz(tuple(_as_data(*one) for one in asked)), view)


def _in_person(deck: Sequence[Card], wanted: Wanted, library: Library, seed: str, view: View) -> None:
    keeping = keeping_of(keep=False if wanted.cram else wanted.keep)
    try:
        cards = _drawn(deck, wanted, keeping.progress, seed)
        if cards:
            Asking(Sitting(cards), library, keeping, seed, view).start()
        else:
            tell(_nothing_due(keeping.progress))
    finally:
        keeping.close()


def _nothing_due(progress: "Progress | None") -> str:
    upcoming = [one.due.astimezone() for one in progress.standings()][:1] if progress else []
    when = f" The next question comes on {upcoming[0].day} {upcoming[0]:%B}." if upcoming else ""
    return f"Nothing is due.{when} New questions: psychodyn quiz --new 5. All the same: psychodyn quiz --cram"


def _as_data(card: Card, offers: Sequence[Offer]) -> answers.Question:
    return answers.Question(
        card.id,
        card.kind,
        card.asks,
        card.scene,
        tuple(answers.Spoken(*line) for line in card.lines),
        tuple(answers.Choice(offer.id, offer.says, offer.unlike) for offer in offers),
        card.right.id,
        card.why,
        card.sources,
        card.read,
    )
