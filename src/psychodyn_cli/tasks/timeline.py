"""`psychodyn timeline`: dated milestones."""

from psychodyn_cli import answers
from psychodyn_cli.entries import Milestone
from psychodyn_cli.output import show
from psychodyn_cli.pages.timeline import timeline_page
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import View


def timeline(view: View) -> None:
    found = sorted(open_library(view).of_kind(Milestone), key=lambda one: (one.year, one.name))
    show(timeline_page(tuple(found)), lambda: answers.Entries(tuple(found)), view)
