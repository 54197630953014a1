"""`psychodyn find-therapist`: registers, titles, questions, warning signs."""

from psychodyn_cli import answers
from psychodyn_cli.entries import Support
from psychodyn_cli.output import complain, quoted, show
from psychodyn_cli.pages.find_therapist import find_therapist_page
from psychodyn_cli.pages.help_now import country_called
from psychodyn_cli.pages.writing import Writer
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import View


def find_therapist(country: str, view: View) -> None:
    library = open_library(view)
    named = country_called(country) if country else None
    found = library.support(named.code if named else country.casefold()) if country else None
    if country and found is None:
        complain(f'No registers here for "{quoted(country)}". What to ask holds everywhere.')
    known = tuple(sorted(library.of_kind(Support), key=lambda one: one.name))
    page = find_therapist_page(found, known, Writer(library))
    show(page, lambda: answers.Entries((found,) if found else known), view)
