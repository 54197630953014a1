"""Which card comes next in one sitting, and the way back."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from psychodyn_cli.quiz.cards import Card, Kind, Offer
from psychodyn_cli.quiz.sitting import APART, Sitting, cards_for, offers_of


def a_card(card: str, kind: Kind = "meaning", *touches: str) -> Card:
    return Card(
        id=card, kind=kind, touches=touches or (card.partition("/")[0],), asks="What?", scene="One.",
        right=Offer("right", "Right"), wrong=(Offer("one", "One"), Offer("two", "Two"), Offer("three", "Three")),
        why="So.", read="psychodyn",
    )  # fmt: skip


def asked(sitting: Sitting, *answers: bool) -> list[str]:
    """The cards in the order in which they are asked; after the answers given, all are right."""
    found = []
    for right in (*answers, *[True] * 50):
        card = sitting.next()
        if card is None:
            break
        found.append(card.id)
        sitting.answer(right)
    return found


def test_a_missed_card_comes_back_at_the_end_until_it_is_known() -> None:
    assert asked(Sitting(map(a_card, ("a/1", "b/1", "c/1"))), False) == ["a/1", "b/1", "c/1", "a/1"]


def test_siblings_are_kept_apart() -> None:
    order = asked(Sitting(map(a_card, ("a/1", "a/2", "b/1", "b/2", "c/1", "d/1", "e/1"))))
    assert [card[0] for card in order] == list("abcdeab")


def test_a_pair_is_a_sibling_of_both_its_entries() -> None:
    pair = a_card("a/not-b", "pair", "a", "b")
    assert asked(Sitting((pair, a_card("b/1"), a_card("c/1"), a_card("d/1"))))[:2] == ["a/not-b", "c/1"]


def test_where_there_are_only_siblings_they_follow_each_other() -> None:
    assert asked(Sitting(map(a_card, ("a/1", "a/2")))) == ["a/1", "a/2"]


def test_the_place_counts_what_comes_back() -> None:
    sitting = Sitting(map(a_card, ("a/1", "b/1")))
    sitting.next()
    assert sitting.place == (1, 2)
    sitting.answer(right=False)
    sitting.next()
    assert sitting.place == (2, 3)


def test_only_the_first_answer_says_what_was_known() -> None:
    sitting = Sitting(map(a_card, ("a/1", "b/1")))
    asked(sitting, False)
    assert [(one.card.id, one.right) for one in sitting.first_answers()] == [("a/1", False), ("b/1", True)]


def test_at_the_start_there_is_nothing_to_undo() -> None:
    assert Sitting((a_card("a/1"),)).undo() is None


@given(st.lists(st.sampled_from(("right", "wrong", "undo")), max_size=60), st.integers(1, 8))
def test_undo_goes_back_to_exactly_where_one_was(steps: list[str], cards: int) -> None:
    sitting = Sitting(a_card(f"{number % 3}/{number}") for number in range(cards))
    trail: list[tuple[str, tuple[int, int]]] = []
    for step in steps:
        card = sitting.next()
        if step == "undo":
            last = sitting.undo()
            here = sitting.next()
            assert (last is None) == (not trail)
            if last and here:
                assert (here.id, sitting.place) == trail.pop()
        elif card:
            trail.append((card.id, sitting.place))
            sitting.answer(right=step == "right")
    assert [one.card.id for one in sitting.behind] == [card for card, _ in trail]


# The cards of a sitting ----------------------------------------------------------------------------

DECK = tuple(a_card(f"{kind}/{number}", kind) for kind in ("pair", "meaning", "evidence") for number in range(6))


def drawn(due: tuple[str, ...] = (), seen: frozenset[str] = frozenset(), new: int = 6, seed: int = 1) -> list[str]:
    return [card.id for card in cards_for(DECK, due, seen, new, Random(seed))]  # noqa: S311 - the same cards each time


def test_what_is_due_comes_first_and_is_not_counted_as_new() -> None:
    found = drawn(("pair/3", "pair/1"), frozenset({"pair/3", "pair/1"}), 2)
    assert found[:2] == ["pair/3", "pair/1"]
    assert len(found) == 4


def test_a_due_card_of_another_deck_is_left_for_another_day() -> None:
    assert drawn(("poem/1",), new=0) == []


def test_new_cards_are_shuffled_and_each_kind_has_its_turn() -> None:
    assert drawn(seed=1) == drawn(seed=1) != drawn(seed=2)
    for start in (0, 3):
        assert {card.partition("/")[0] for card in drawn()[start : start + 3]} == {"pair", "meaning", "evidence"}


@given(st.text(max_size=8))
def test_the_seed_alone_decides_where_the_right_answer_stands(seed: str) -> None:
    card = a_card("a/1")
    assert offers_of(card, seed) == offers_of(card, seed)
    assert set(offers_of(card, seed)) == {card.right, *card.wrong}


def test_the_right_answer_stands_everywhere_in_turn() -> None:
    places = [offers_of(card, "any").index(card.right) for card in (a_card(f"a/{number}") for number in range(200))]
    assert {place: places.count(place) > 25 for place in range(4)} == dict.fromkeys(range(4), True)
    assert APART > 0
