"""One sitting with the quiz: which card comes next, what was answered, and the way back. It asks and prints nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random

from msgspec import Struct

from psychodyn_cli.quiz.cards import Card, Offer

APART = 4  # cards between two on the same entry, where there are that many


class Answered(Struct, frozen=True):
    """`number`: of the answer that is kept; None where none is."""

    card: Card
    right: bool
    number: int | None = None


class Sitting:
    """The cards ahead and those behind. A card that was missed comes back when the others have been asked."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._asked: Card | None = None
        self._ahead = list(cards)
        self.behind: list[Answered] = []

    @property
    def place(self) -> tuple[int, int]:
        """The number of the question that is asked now, and of all."""
        asked = self._asked is not None
        return len(self.behind) + asked, len(self.behind) + asked + len(self._ahead)

    def next(self) -> Card | None:
        """The card that is asked now: the first that is no sibling of those before it. None at the end."""
        if self._asked is None and self._ahead:
            recent = [one.card for one in self.behind[-APART:]]
            apart = (number for number, card in enumerate(self._ahead) if not any(map(card.is_sibling_of, recent)))
            self._asked = self._ahead.pop(next(apart, 0))
        return self._asked

    def answer(self, right: bool, number: int | None = None) -> None:
        """The card that is asked now was answered."""
        if self._asked is not None:
            self.behind.append(Answered(self._asked, right, number))
            self._ahead += () if right else (self._asked,)
            self._asked = None

    def keep(self, kept: Callable[[Answered], int | None]) -> None:
        """What was answered before anything might be kept is kept now, under the numbers that `kept` gives."""
        self.behind = [Answered(one.card, one.right, kept(one)) for one in self.behind]

    def undo(self) -> Answered | None:
        """Back before the last answer, whose card is asked again; None where there is none."""
        if not self.behind:
            return None
        last = self.behind.pop()
        if self._asked is not None:
            self._ahead.insert(0, self._asked)
        if not last.right:
            self._ahead.remove(last.card)
        self._asked = last.card
        return last

    def first_answers(self) -> tuple[Answered, ...]:
        """Of each card the first answer: what was known before it was told."""
        firsts: dict[str, Answered] = {}
        for one in self.behind:
            firsts.setdefault(one.card.id, one)
        return tuple(firsts.values())


def cards_for(deck: Sequence[Card], due: Sequence[str], seen: frozenset[str], new: int, chance: Random) -> list[Card]:
    """What is due, longest first; then as many as wanted of those never seen, shuffled, each kind in its turn."""
    by_id = {card.id: card for card in deck}
    unseen = [card for card in deck if card.id not in seen]
    chance.shuffle(unseen)
    return [by_id[card] for card in due if card in by_id] + _kinds_in_turn(unseen)[:new]


def _kinds_in_turn(cards: Iterable[Card]) -> list[Card]:
    turns: Counter[str] = Counter()
    numbered: list[tuple[int, Card]] = []
    for card in cards:
        turns[card.kind] += 1
        numbered.append((turns[card.kind], card))
    return [card for _, card in sorted(numbered, key=lambda one: one[0])]


def offers_of(card: Card, seed: str) -> tuple[Offer, ...]:
    """The right answer among the wrong ones, in an order that the seed decides."""
    offers = [card.right, *card.wrong]
    Random(f"{seed} {card.id}").shuffle(offers)  # noqa: S311 - no secret is made of it
    return tuple(offers)
