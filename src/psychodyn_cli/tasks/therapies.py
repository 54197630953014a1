"""`psychodyn therapies`: a table of therapies."""

from psychodyn_cli import answers
from psychodyn_cli.entries import Therapy
from psychodyn_cli.output import show
from psychodyn_cli.pages.lists import therapies_page
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import View


def therapies(view: View) -> None:
    library = open_library(view)
    found = tuple(sorted(library.of_kind(Therapy), key=lambda one: (one.id != "psychodynamic", one.name.casefold())))
    page = therapies_page(found, library, "psychodyn therapies")
    show(page, lambda: answers.Entries(tuple(found)), view)
