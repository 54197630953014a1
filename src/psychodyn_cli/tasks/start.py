"""The bare `psychodyn`: what this is, for whom, and what to type."""

from psychodyn_cli import answers
from psychodyn_cli.output import show
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.start import start_page
from psychodyn_cli.pages.telling import told
from psychodyn_cli.view import View


def start(view: View) -> None:
    page = start_page()
    show(page, lambda: as_answer(page), view)


def as_answer(page: Page) -> answers.Told:
    """A page about psychodyn as data: headings and lines."""
    return answers.Told(page.title, {section.heading: tuple(told(section)) for section in page.sections})
