"""The two pages about psychodyn itself: a start for whoever knows nothing, and how far to trust the rest."""

import re
import shlex
from pathlib import Path

import pytest

from builders import a_library, a_source, a_technique
from conftest import Run, Told
from psychodyn_cli import __released__, __version__
from psychodyn_cli.cli import COMMANDS
from psychodyn_cli.formats import plain
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.start import BOUNDARY, about_page, start_page

TYPED = re.compile(r"psychodyn ([a-z][a-z-]+)")
ON_THE_START_PAGE = sorted(set(re.findall(r"psychodyn(?: [a-zA-Z-]+)+", plain.render(start_page()))))


def test_a_bare_psychodyn_is_a_start_and_no_error(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("psychodyn\n")
    assert ran.out.splitlines()[-1] == "Begin: psychodyn compare cbt"


def test_the_start_page_says_what_it_is_not_and_where_help_is(run: Run) -> None:
    out = run().out
    assert BOUNDARY in out
    assert "psychodyn help-now: " in out


@pytest.mark.parametrize("typed", ON_THE_START_PAGE)
def test_what_the_start_page_says_to_type_works(typed: str, told: Told) -> None:
    words = shlex.split(typed.replace("WORDS", "dream"))
    assert told(*words[1:]).code == 0


def test_no_page_says_to_type_a_command_that_there_is_not(library: Library) -> None:
    pages = (page_of(entry, library, "full") for entry in library.pages(library.ids()))
    for page in (start_page(), about_page(library), *pages):
        assert set(TYPED.findall(plain.render(page))) <= {*COMMANDS, "authors"}, page.title  # "The psychodyn authors."


def test_about_says_whom_to_trust_how_far(run: Run) -> None:
    ran = run("about")
    assert ran.code == 0
    for told in (BOUNDARY, "No clinician has reviewed", "never uses the network", "CC BY 4.0", "MIT", __version__):
        assert told in ran.out


def test_about_counts_what_there_is() -> None:
    library = a_library(
        a_technique(name="One"),
        a_technique(name="Two"),
        a_source(id="a1", checked="seen"),
        a_source(id="a2", checked="known"),
        a_source(id="a3", checked="known"),
    )
    said = plain.render(about_page(library))
    assert "\n- 2 techniques\n" in said
    assert "Of 3 sources, we read the text or the record of 1 for" in said
    assert "The other 2 are known works" in said


def test_the_day_of_release_is_that_of_the_list_of_changes(run: Run) -> None:
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = next(line for line in changes.splitlines() if line.startswith("## "))
    assert newest == f"## {__version__}, {labels.day(__released__)}"
    assert f"This is version {__version__}, released on {labels.day(__released__)}." in run("about").out
    told = f"Version {__version__} of {labels.day(__released__)}."
    assert told in run().out
    assert told in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2026-01-31", "2026-01-31"), "on 31 January 2026."),
        (("2026-01-31", "2026-02-01"), "between 31 January 2026 and 1 February 2026."),
    ],
    ids=["one day", "two"],
)
def test_about_says_when_the_pages_were_read_and_no_day_twice(days: tuple[str, str], told: str) -> None:
    one, other = days
    library = a_library(a_technique(name="One", reviewed=one), a_technique(name="Two", reviewed=other))
    assert f"when we last reviewed it: {told}" in plain.render(about_page(library))


def test_about_tells_how_to_report_a_mistake_step_by_step(run: Run) -> None:
    out = run("about", "--plain").out
    assert "Step 1: Note the page and the sentence" in out
    assert "psychodyn --version" in out
    assert "open an issue there" in out


def test_about_says_what_the_points_mean(run: Run) -> None:
    out = run("about", "--plain").out
    assert "DISCERN is a list of 15 questions" in out
    assert "from 63 to 75" in out


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"psychodyn {__version__}\n", "")
