"""`help-now` answers whatever else is broken, with a number and a line within its first ten lines."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from help_lines import lines_of, reviewed

from conftest import Run
from psychodyn_cli.entries import Support
from psychodyn_cli.formats import plain
from psychodyn_cli.help_lines import LINES, REVIEWED
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.help_now import Country, Line, countries, country_called, help_page

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
    ("said", "code"),
    [
        ("Deutschland", "de"),
        ("ÖSTERREICH", "at"),
        ("España", "es"),
        ("日本", "jp"),
        ("suisse", "ch"),
        ("the UK", "gb"),
        ("The Philippines", "ph"),
        ("united-kingdom", "gb"),
        ("London, UK", "gb"),
        ("gb,", "gb"),
        ("USA", "us"),
        ("EE.UU.", "us"),
        ("Royaume-Uni", "gb"),
        ("Großbritannien", "gb"),
        ("台湾", "tw"),
        ("deu", "de"),
        ("Me\u0301xico", "mx"),
        ("États-Unis", "us"),
        ("США", "us"),
    ],
)
def test_a_country_is_known_by_what_its_people_call_it(said: str, code: str) -> None:
    found = country_called(said)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(("typed", "name"), [("Germnay", "Germany"), ("Untied States", "United States")])
def test_a_typing_error_is_offered_its_country_and_gets_what_holds_anywhere(typed: str, name: str, run: Run) -> None:
    ran = run("help-now", *typed.split())
    assert f"Did you mean {name}?" in " ".join(ran.err.split())
    assert "findahelpline.com" in ran.out


@pytest.mark.parametrize(
    "words",
    [("--format", "xx"), ("--width", "5"), ("--pack", "/nowhere"), ("--country",), ("--color", "pink"), ("-x",)],
)
def test_a_wrong_option_is_told_and_the_numbers_are_shown_all_the_same(words: tuple[str, ...], run: Run) -> None:
    ran = run("help-now", *words)
    assert ran.code == 2
    assert ran.err
    assert "112, 911, 999" in ran.out


@pytest.mark.parametrize("asked", ["bibtex", "csl-json", "papyrus"])
def test_a_usual_format_that_is_none_is_left_aside(asked: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_FORMAT", asked)
    ran = run("help-now", "gb")
    assert ran.code == 0
    assert "PSYCHODYN_FORMAT" in ran.err
    assert "999" in ran.out


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


A_LINE = Line(
    name="The Line",
    phone="123",
    text="456",
    chat="https://chat.example.org",
    hours="daily 8:00-20:00",
    cost="free of charge",
    scope="For everyone.",
    note="Press 2 for English.",
    website="https://example.org",
    seen="2025-06-15",
)


def a_page_with(line: Line, today: date = date(2025, 7, 1)) -> str:
    return plain.render(help_page(Country("zz", "Ruritania", ("112",), (line,)), today))


@pytest.mark.parametrize("field", ["name", "phone", "text", "chat", "hours", "cost", "scope", "note"])
def test_all_that_is_known_of_a_line_is_told(field: str) -> None:
    assert getattr(A_LINE, field).rstrip(".").lower() in a_page_with(A_LINE).lower()


def test_a_line_with_no_number_and_no_chat_is_told_by_its_website() -> None:
    assert "The Line: Https://example.org. Daily" in a_page_with(A_LINE._replace(phone="", text="", chat=""))


@pytest.mark.parametrize("emergency", [("1 (ambulance)", "2"), ("2", "1 (ambulance)")], ids=["told last", "told first"])
def test_the_general_emergency_number_comes_before_that_of_one_service(
    emergency: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LINES, "zz", ("Ruritania", emergency, ()))
    country = country_called("zz")
    assert country is not None
    assert "Call 2 or 1 (ambulance)." in plain.render(help_page(country, date(2025, 7, 1)))


@pytest.mark.parametrize(
    ("seen", "told", "since"),
    [
        ("2025-06-15", "15 June 2025", date(2025, 6, 15)),
        ("2025-06", "June 2025", date(2025, 6, 1)),
        ("2025", "2025", date(2025, 1, 1)),
    ],
    ids=["a day", "a month counts from its first day", "a year counts from its first day"],
)
def test_a_number_is_old_after_366_days(seen: str, told: str, since: date) -> None:
    line = A_LINE._replace(seen=seen)
    assert f"(Page of {told}.)" in a_page_with(line, since + timedelta(days=366))
    assert f"(Page of {told}, more than a year old: it may have changed.)" in a_page_with(
        line, since + timedelta(days=367)
    )


def test_an_old_number_says_that_we_looked_again_in_vain() -> None:
    line = A_LINE._replace(seen="2021-07-16", sought="2025-06")
    told = "(Page of 16 July 2021. In June 2025 we looked for a newer one and could read none: it may have changed.)"
    assert told in a_page_with(line)


def test_a_number_whose_page_shows_no_date_says_so() -> None:
    assert "(Its page shows no date.)" in a_page_with(A_LINE._replace(seen=""))


def test_it_says_that_nobody_has_rung_them_and_what_to_do_then(run: Run) -> None:
    out = run("help-now", "--country", "us", "--plain").out
    assert "We have not rung these numbers." in out
    assert "In danger, do not wait for a line. Call 911." in out
    assert "Call the emergency number." in run("help-now", "--plain").out


def test_the_copy_in_the_program_is_that_of_the_content(library: Library) -> None:
    """Whole: no digit, no hour and no note differs."""
    assert lines_of(library.of_kind(Support)) == LINES
    assert reviewed(library.of_kind(Support)) == REVIEWED


def test_nothing_of_low_confidence_is_shown(library: Library) -> None:
    assert {service.confidence for one in library.of_kind(Support) for service in one.services} <= {"high", "medium"}


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("gb", "0808 2000 247"),
        ("us", "1-800-799-7233"),
        ("ie", "1800 341 900"),
        ("au", "1800 737 732"),
        ("gb", "0808 80 10 800"),
        ("gb", "0808 802 1414"),
    ],
)
def test_who_is_hurt_at_home_finds_a_line(code: str, number: str, run: Run) -> None:
    assert number in run("help-now", code, "--plain").out
