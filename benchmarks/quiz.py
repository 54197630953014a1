"""How long the next question takes with 10,000 cards and 100,000 answers kept: `python benchmarks/quiz.py [ANSWERS]`.

Measured in one process, after loading: finding what is due and choosing a sitting; then, per question, keeping the
answer and finding the next card; and opening the file, which looks through all of it for damage.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from psychodyn_cli.quiz.cards import Card, Offer
from psychodyn_cli.quiz.progress import Progress, open_progress
from psychodyn_cli.quiz.sitting import Sitting, cards_for

CARDS, LIMIT = 10_000, 0.05  # seconds
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_Made = TypeVar("_Made")


def a_card(number: int) -> Card:
    return Card(
        id=f"entry-{number // 5}/{number}", kind="meaning", touches=(f"entry-{number // 5}",), asks="What is it?",
        scene="A scene.", right=Offer("right", "Right"), wrong=(Offer("wrong", "Wrong"),), why="So.", read="psychodyn",
    )  # fmt: skip


def filled(path: Path, deck: list[Card], answers: int) -> None:
    """Answers in the order of their days, most of them right; not synced to the disk one by one."""
    progress, _ = open_progress(path)
    progress._database.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 - only to be done in a minute
    chance = random.Random(1)  # noqa: S311 - the same answers each time
    for number in range(answers):
        card = deck[number % CARDS] if number < CARDS else chance.choice(deck)
        progress.record(card.id, chance.random() > 0.2, BEGUN + timedelta(minutes=number))  # noqa: PLR2004 - one in five
    progress.close()


def timed(do: Callable[[], _Made]) -> tuple[float, _Made]:
    start = time.perf_counter()
    made = do()
    return time.perf_counter() - start, made


def asked(progress: Progress, sitting: Sitting, now: datetime) -> None:
    card = sitting.next()
    if card:
        sitting.answer(right=True, number=progress.record(card.id, right=True, now=now))
        sitting.next()


def main(answers: int) -> bool:
    deck = [a_card(number) for number in range(CARDS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite"
        filled(path, deck, answers)
        now = BEGUN + timedelta(days=75)
        opening, (progress, _) = timed(lambda: open_progress(path))
        print(f"{CARDS:,} cards, {progress.answered():,} answers, {len(progress.due(now)):,} due")
        first, cards = timed(
            lambda: cards_for(deck, progress.due(now), progress.seen(), 10, random.Random(1))  # noqa: S311 - as above
        )
        sitting = Sitting(cards)
        each = [timed(lambda: asked(progress, sitting, now))[0] for _ in range(200)]
        progress.close()
    print(f"opening the file, once: {1000 * opening:.1f} ms")
    told = [
        _tell("the first question", first),
        _tell("an answer and the next question, median", statistics.median(each)),
    ]
    return all((*told, _tell("an answer and the next question, slowest of 200", max(each))))


def _tell(name: str, seconds: float) -> bool:
    print(f"{name}: {1000 * seconds:.1f} ms (at most {1000 * LIMIT:.0f}){'' if seconds <= LIMIT else '  TOO MUCH'}")
    return seconds <= LIMIT


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000) else 1)
