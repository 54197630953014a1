"""How long therapies are planned to take, in words and on one axis."""

from psychodyn_cli.entries import Therapy
from psychodyn_cli.pages.blocks import Lengths, Span
from psychodyn_cli.pages.labels import short_name

AXIS = "Each step on the scale, from 1 to 10 to 100, is ten times the one before. An arrow: no end is set."


def lengths(therapies: tuple[Therapy, ...]) -> Lengths:
    """From numbers, never from judgement."""
    return Lengths(tuple(map(_span, therapies)))


def _span(therapy: Therapy) -> Span:
    dose = therapy.dose
    high = dose.max_sessions or dose.min_sessions
    is_open = dose.open_ended or dose.max_sessions is None
    return Span(short_name(therapy), dose.min_sessions, high, is_open, f"{planned(therapy)} sessions")


def planned(therapy: Therapy) -> str:
    """The planned number of sessions, in words."""
    dose = therapy.dose
    if dose.max_sessions is None:
        return f"{dose.min_sessions} or more"
    return f"{dose.min_sessions} to {dose.max_sessions}" + (" or more" if dose.open_ended else "")
