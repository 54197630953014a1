"""`psychodyn tour`: seven steps, forwards and back, each with one thing to try.

Line in, lines out, as in `session`. Nothing is remembered: `tour 4` begins at the fourth step.
"""

import shlex

from psychodyn_cli import answers
from psychodyn_cli.entries import Step
from psychodyn_cli.errors import ContentError, UsageError
from psychodyn_cli.guide.loop import run_and_stay
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import asks, complain, leaves, quoted, show, shown_as, typed_by_hand
from psychodyn_cli.pages.tour import step_page, tour_page
from psychodyn_cli.tasks.guide import runner
from psychodyn_cli.tasks.hearing import hear
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

ON, BACK, TRY = {"", "n", "next"}, {"b", "back"}, {"t", "try"}


def tour(begin: str, every: bool, view: View) -> None:
    library = open_library(view)
    steps = tuple(sorted(library.of_kind(Step), key=lambda step: step.number))
    if not steps:
        raise ContentError("The content has no tour. See: psychodyn check")
    at = _place(begin, steps) if begin else 0
    if every or (not begin and _at_once(view)):
        show(tour_page(steps, library), lambda: answers.Entries(steps), view)
    elif _at_once(view):
        show(step_page(steps[at], steps, library, sources=True), lambda: answers.Entries((steps[at],)), view)
    else:
        _Tour(steps, library, view).walk(at)


def _place(begin: str, steps: tuple[Step, ...]) -> int:
    found = _numbered(begin, steps)
    if found is None:
        raise UsageError(f"There is no step '{quoted(begin)}'. Steps: 1 to {len(steps)}.")
    return found


def _numbered(typed: str, steps: tuple[Step, ...]) -> int | None:
    return int(typed) - 1 if typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= len(steps) else None  # noqa: PLR2004 - no such number has four digits


def _at_once(view: View) -> bool:
    """Nobody goes from step to step: it is printed as data or for a page, or into a file or a pager."""
    return shown_as(view) in {Format.JSON, Format.MARKDOWN, Format.HTML} or (typed_by_hand() and not asks())


class _Tour:
    """One walk through the steps."""

    def __init__(self, steps: tuple[Step, ...], library: Library, view: View) -> None:
        self.steps, self.library, self.view = steps, library, view

    def walk(self, at: int) -> None:
        self.show(at)
        while at < len(self.steps):
            typed = hear(
                f"[{at + 1} of {len(self.steps)}] Enter: next, b: back, t: try it, a number: that step, q: leave",
                self.view,
            )
            if typed is None or leaves(typed):
                complain(f"Left. From here again: psychodyn tour {at + 1}")
                return
            at = self.answer(typed.casefold(), at)
        complain("That was the tour. For a choice of your own: psychodyn weigh. For everything else: psychodyn guide")

    def answer(self, typed: str, at: int) -> int:
        """Where the reader stands after this."""
        numbered = _numbered(typed, self.steps)
        if typed in ON:
            return self.show(at + 1)
        if typed in BACK:
            return self.show(max(0, at - 1))
        if numbered is not None:
            return self.show(numbered)
        if typed in TRY:
            run_and_stay(runner(self.view), shlex.split(self.steps[at].command)[1:])
        else:
            complain(_UNCLEAR.format(len(self.steps)))
        return at

    def show(self, at: int) -> int:
        if at < len(self.steps):
            step = self.steps[at]
            page = step_page(step, self.steps, self.library, sources=False)
            show(page, lambda: answers.Entries((step,)), self.view)
        return at


_UNCLEAR = "Enter goes on, b goes back, t tries the command, a number from 1 to {} opens that step, q leaves."
