"""How long a therapy is planned to take: an end is told only where one is set."""

import pytest

from builders import a_dose, a_therapy
from psychodyn_cli.pages.lengths import lengths, planned


@pytest.mark.parametrize(
    ("least", "most", "open_ended", "told", "is_open"),
    [
        (12, 20, False, "12 to 20", False),
        (12, 20, True, "12 to 20 or more", True),
        (12, None, True, "12 or more", True),
        (12, None, False, "12 or more", True),
    ],
    ids=["an end is set", "or more behind a range", "no end", "no end is known"],
)
def test_an_end_is_told_where_one_is_set(
    least: int, most: int | None, told: str, *, open_ended: bool, is_open: bool
) -> None:
    therapy = a_therapy(dose=a_dose(min_sessions=least, max_sessions=most, open_ended=open_ended))
    (span,) = lengths((therapy,)).spans
    assert planned(therapy) == told
    assert (span.low, span.high, span.open) == (least, most or least, is_open)
