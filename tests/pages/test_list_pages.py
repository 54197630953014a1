"""Lists: the way to help on top where a row needs it, and steps that lead somewhere."""

import pytest

from builders import a_concept, a_library, a_therapy
from psychodyn_cli.pages.blocks import Caution, Doors, Page
from psychodyn_cli.pages.lists import LISTS, in_groups, list_page


def a_list(name: str, *entries: object) -> Page:
    kind = LISTS[name]
    return list_page(kind, in_groups(kind, entries), a_library(*entries), f"psychodyn {name}")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("concept", "helps"),
    [
        pytest.param(a_concept(name="Self-harm"), True, id="in a name"),
        pytest.param(a_concept(short="Self-harm that nobody sees."), True, id="in a sentence alone"),
        pytest.param(a_concept(short="It speaks of suicidal hours."), True, id="suicide in a sentence alone"),
        pytest.param(a_concept(meaning="Self-harm is told below."), False, id="only behind the list"),
    ],
)
def test_the_way_to_help_stands_on_top_where_a_row_speaks_of_harm(concept: object, *, helps: bool) -> None:
    first = a_list("concepts", a_concept(name="Zebra"), concept).sections[0].blocks
    assert any(isinstance(block, Caution) and "help-now" in str(block) for block in first) is helps


def test_two_therapies_are_set_side_by_side_with_ours() -> None:
    therapies = [a_therapy(name=name) for name in ("Psychodynamic", "Slow", "Quick", "Loud")]
    (doors,) = (
        block
        for section in a_list("therapies", *therapies).sections
        for block in section.blocks
        if isinstance(block, Doors)
    )
    assert "psychodyn compare loud quick" in str(doors)
