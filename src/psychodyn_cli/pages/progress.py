"""What has been learnt, what is due, and what is weak."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Bars, Bullets, Page, Pairs, Paragraph, Section, words
from psychodyn_cli.pages.quiz import CARD_KINDS
from psychodyn_cli.quiz.cards import Card

COMMAND = "psychodyn progress"
DAYS = 7  # that are looked ahead
MOST_WEAK = 5  # entries; a longer list helps nobody


class Seen(Struct, frozen=True):
    """A card that was answered."""

    card: Card
    due: datetime
    answers: int
    right: int


class Weak(Struct, frozen=True):
    """An entry whose questions were missed."""

    entry: str
    answers: int
    right: int


def nothing_kept_page() -> Page:
    told = "No answers are kept. The quiz works without; to keep them, say so: psychodyn quiz --keep"
    return Page("Progress", "what you have learnt", words(told), (), COMMAND, "Begin: psychodyn quiz")


def progress_page(
    seen: Sequence[Seen], deck: Sequence[Card], due: int, flagged: Sequence[str], now: datetime, library: Library
) -> Page:
    lead = f"{len(seen)} of {len(deck)} questions seen. {_due(due)}"
    sections = (
        Section("When they come again", (_days(seen, due, now),)),
        Section("Seen so far", (_kinds(seen, deck),)),
        *_weak(seen, library),
        *_flagged(flagged),
    )
    following = "Go on: psychodyn quiz" if due else "New ones: psychodyn quiz --new 5"
    return Page("Progress", "kept on this computer only", words(lead), sections, COMMAND, following)


def _due(due: int) -> str:
    return "Nothing is due now." if not due else f"{due} {'is' if due == 1 else 'are'} due now."


def per_day(seen: Sequence[Seen], due: int, now: datetime) -> tuple[int, ...]:
    """How many come on each day from today on: today's are those that wait and those still to come."""
    counts = Counter(max(0, (one.due.astimezone().date() - now.astimezone().date()).days) for one in seen)
    today = max(due, counts[0])
    return (today, *(counts[day] for day in range(1, DAYS)))


def _days(seen: Sequence[Seen], due: int, now: datetime) -> Bars:
    days = [now.astimezone() + timedelta(days=ahead) for ahead in range(DAYS)]
    names = ["Today", "Tomorrow", *(f"{day:%A}" for day in days[2:])]
    counts = per_day(seen, due, now)
    return Bars(tuple((name, count, str(count)) for name, count in zip(names, counts, strict=True)), max(counts))


def by_kind(cards: Iterable[Card]) -> Counter[str]:
    return Counter[str](card.kind for card in cards)


def _kinds(seen: Sequence[Seen], deck: Sequence[Card]) -> Bars:
    """Of each kind the share that was seen."""
    counts, of = by_kind(one.card for one in seen), by_kind(deck)
    told = (
        (kind, 100 * counts[kind] // max(1, of[kind]), f"{counts[kind]} of {of[kind]}: {CARD_KINDS[kind]}")
        for kind in CARD_KINDS
        if of[kind]
    )
    return Bars(tuple(told), 100)


def weak(seen: Sequence[Seen]) -> tuple[Weak, ...]:
    """Entries by how often their questions were missed."""
    answers: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in seen:
        answers[one.card.touches[0]] += one.answers
        right[one.card.touches[0]] += one.right
    missed = sorted(answers, key=lambda entry: (right[entry] - answers[entry], entry))
    return tuple(Weak(entry, answers[entry], right[entry]) for entry in missed if right[entry] < answers[entry])


def _weak(seen: Sequence[Seen], library: Library) -> Iterator[Section]:
    found = weak(seen)[:MOST_WEAK]
    if found:
        told = (
            (library.name_of(one.entry) or one.entry, words(f"{one.right} of {one.answers} right. {_read(one.entry)}"))
            for one in found
        )
        yield Section("Worth another look", (Pairs(tuple(told)),))


def _read(entry: str) -> str:
    return f"psychodyn explain {entry}; psychodyn quiz {entry} --cram"


def _flagged(flagged: Sequence[str]) -> Iterator[Section]:
    if flagged:
        told = Paragraph(words("Something wrong with one? Say which: its name stands here."))
        yield Section("Flagged", (Bullets(tuple(map(words, flagged))), told))
