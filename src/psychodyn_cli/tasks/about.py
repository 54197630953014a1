"""`psychodyn about`: what this is and is not, who made it and how."""

from psychodyn_cli.output import show
from psychodyn_cli.pages.start import about_page
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.tasks.start import as_answer
from psychodyn_cli.view import View


def about(view: View) -> None:
    page = about_page(open_library(view))
    show(page, lambda: as_answer(page), view)
