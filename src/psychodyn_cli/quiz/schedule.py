"""When a card comes again: FSRS, as its library reckons it from all the answers to the card. The door to fsrs.

A right answer is a "good" one and a wrong one "again". One step of ten minutes: a card that was missed comes back in
the same sitting, one that was known comes another day. No chance is added: the same answers give the same days.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from fsrs import Card, Rating, Scheduler

_STEP = (timedelta(minutes=10),)
SCHEDULER = Scheduler(learning_steps=_STEP, relearning_steps=_STEP, enable_fuzzing=False)


def due_after(answers: Iterable[tuple[bool, datetime]]) -> datetime | None:
    """When a card is due after these answers, in the order in which they were given; None where there are none."""
    card: Card | None = None
    for right, at in answers:
        card, _ = SCHEDULER.review_card(card or Card(card_id=0, due=at), Rating.Good if right else Rating.Again, at)
    return card.due if card else None
