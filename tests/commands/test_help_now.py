"""`help-now` answers whatever else is broken, with a number and a line within its first ten lines."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from conftest import Run
from psychodyn_cli.entries import Support
from psychodyn_cli.help_lines import LINES
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.help_now import countries, country_called, help_page

PSYCHODYN = (sys.executable, "-m", "psychodyn_cli")
BROKEN = {
    "nothing but the program": {},
    "no content folder": {"PSYCHODYN_DATA": "/nowhere"},
    "a cache that cannot be": {"XDG_CACHE_HOME": "/dev/null/cache"},
    "a format that does not exist": {"PSYCHODYN_FORMAT": "papyrus"},
    "forty columns, no colour": {"COLUMNS": "40", "NO_COLOR": "1", "PSYCHODYN_FORMAT": "terminal"},
    "ASCII": {"PYTHONIOENCODING": "ascii", "PSYCHODYN_FORMAT": "terminal", "COLUMNS": "40"},
    "a dumb terminal": {"TERM": "dumb"},
}


@pytest.mark.parametrize("environment", BROKEN.values(), ids=BROKEN.keys())
def test_it_answers_in_every_damaged_state(environment: dict[str, str], tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], **environment}
    done = subprocess.run(
        (*PSYCHODYN, "help-now", "--country", "gb"), capture_output=True, text=True, env=bare, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    first = " ".join("\n".join(done.stdout.splitlines()[:10]).split())
    assert "999" in first
    assert "116 123" in first


def test_a_damaged_cache_is_never_even_opened(tmp_path: Path) -> None:
    folder = tmp_path / "psychodyn"
    folder.mkdir()
    (folder / "library-00000000.sqlite").write_bytes(b"not a database")
    bare = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run((*PSYCHODYN, "help-now"), capture_output=True, text=True, env=bare, check=False)
    assert done.returncode == 0
    assert "112" in done.stdout


@pytest.mark.parametrize("country", countries(), ids=lambda one: one.code)
def test_every_country_has_a_number_or_says_where_to_look(country: object, run: Run) -> None:
    code = getattr(country, "code")  # noqa: B009 - named tuple of the page
    ran = run("help-now", "--country", code, "--plain")
    assert ran.code == 0
    assert "Call " in ran.out.splitlines()[2]
    assert "findahelpline.com" in ran.out


@pytest.mark.parametrize("said", ["gb", "GB", "uk", "United Kingdom", "England", "u.k."])
def test_a_country_is_known_by_its_letters_and_its_names(said: str) -> None:
    found = country_called(said)
    assert found is not None
    assert found.code == "gb"


@pytest.mark.parametrize(
    ("said", "code"), [("Deutschland", "de"), ("ÖSTERREICH", "at"), ("España", "es"), ("日本", "jp"), ("suisse", "ch")]
)
def test_a_country_is_known_by_what_its_people_call_it(said: str, code: str) -> None:
    found = country_called(said)
    assert found is not None
    assert found.code == code


def test_a_country_may_follow_without_an_option(run: Run) -> None:
    assert run("help-now", "united", "kingdom").out == run("help-now", "--country", "gb").out


def test_no_country_is_guessed_from_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Telefonseelsorge" not in run("help-now").out


def test_an_unknown_country_gets_what_holds_anywhere(run: Run) -> None:
    ran = run("help-now", "--country", "Atlantis")
    assert ran.code == 0
    assert "Atlantis" in ran.err
    assert "findahelpline.com" in ran.out


def test_an_old_number_says_that_it_is_old() -> None:
    gb = country_called("gb")
    assert gb is not None
    assert "more than a year ago" in str(help_page(gb, date(2040, 1, 1)))


def test_it_says_that_nobody_has_dialled(run: Run) -> None:
    assert "Nobody dialled" in run("help-now", "--country", "us", "--plain").out


def test_the_copy_in_the_program_is_that_of_the_content(library: Library) -> None:
    content = {one.id: (one.name, one.emergency, len(one.services)) for one in library.of_kind(Support)}
    assert {code: (name, numbers, len(lines)) for code, (name, numbers, lines) in LINES.items()} == content


def test_nothing_of_low_confidence_is_shown(library: Library) -> None:
    assert {service.confidence for one in library.of_kind(Support) for service in one.services} <= {"high", "medium"}
