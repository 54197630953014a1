"""The choices of a guess: what is at work in a line, among its neighbours."""

import pytest

from builders import a_library, a_technique
from psychodyn_cli.entries import Neighbour, Turn
from psychodyn_cli.pages.session import choices_for

NAMES = ("Asking", "Echoing", "Humming", "Pausing", "Waiting", "Whistling")


def offered(*shows: str, near: tuple[str, ...] = ()) -> list[str]:
    """Ids of the choices; each technique is often confused with those `near`."""
    neighbours = tuple(Neighbour(entry=one, difference="It is another.") for one in near)
    library = a_library(*(a_technique(name=name, confusable=neighbours) for name in NAMES))
    return [entry_id for entry_id, _ in choices_for(Turn(who="therapist", says="Yes.", shows=shows), library)]


@pytest.mark.parametrize(
    ("shows", "right"),
    [(("waiting",), 1), (("waiting", "whistling"), 2), (("waiting", "whistling", "pausing"), 2)],
    ids=["one at work", "two: both", "three: the first two"],
)
def test_of_four_choices_one_or_two_are_right(shows: tuple[str, ...], right: int) -> None:
    found = offered(*shows)
    assert len(set(found)) == len(found) == 4
    assert [one for one in shows if one in found] == list(shows[:2])
    assert len(set(found) & set(shows)) == right


def test_what_it_is_confused_with_is_offered_first_and_all_stand_in_the_order_of_their_names() -> None:
    assert offered("waiting", near=("whistling", "humming")) == ["asking", "humming", "waiting", "whistling"]
