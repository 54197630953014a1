"""Tab completes commands and ids, and never prints into the line when something is wrong."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from builders import a_technique, write, written
from conftest import Run
from psychodyn_cli.commands.shared import complete_ids, country_codes
from psychodyn_cli.library.shelf import Library

SHELLS = ("bash", "zsh", "fish")


def tab(words: str, shell: str) -> dict[str, str]:
    """What a shell puts into the environment when Tab is pressed after these words."""
    return {
        "_PSYCHODYN_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1),
        "_TYPER_COMPLETE_ARGS": words, "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip


class Completed(Protocol):
    def __call__(self, words: str, shell: str = "bash") -> tuple[list[str], str]: ...


@pytest.fixture
def completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> Completed:
    """What the program offers, and what it says besides."""

    def completed(words: str, shell: str = "bash") -> tuple[list[str], str]:
        for name, value in tab(words, shell).items():
            monkeypatch.setenv(name, value)
        ran = run()
        return ran.out.split(), ran.err

    return completed


def test_a_process_of_its_own_says_so_too(library: Library) -> None:
    assert library.page("free-association")  # and kept: this Tab is not the first
    environment = {**os.environ, **tab("psychodyn explain free-a", "bash")}
    done = subprocess.run((sys.executable, "-m", "psychodyn_cli"), capture_output=True, env=environment, check=False)
    assert done.stdout.split() == [b"free-association"]
    assert done.stderr == b""


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [("psychodyn expl", "explain"), ("psychodyn explain free-a", "free-association")],
    ids=["a command", "an id"],
)
def test_every_shell_is_told_commands_and_ids(words: str, expected: str, shell: str, completed: Completed) -> None:
    found, said = completed(words, shell)
    assert any(expected in word for word in found)
    assert said == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("psychodyn compare free-a", {"free-association"}),
        ("psychodyn compare cbt free-a", {"free-association"}),
        ("psychodyn session free-a", {"free-association"}),
        ("psychodyn techniques --kind supp", {"supporting"}),
        ("psychodyn techniques --sort r", {"research"}),
        ("psychodyn quiz free-a", {"free-association"}),
        ("psychodyn quiz --kind m", {"meaning", "moment"}),
        ("psychodyn quiz --export a", {"anki"}),
        ("psychodyn progress --reset free-a", {"free-association"}),
        ("psychodyn privacy w", {"wipe"}),
        ("psychodyn evidence depression --against c", {"cbt", "controls"}),
        ("psychodyn help-now --country gb", {"gb"}),
        ("psychodyn find-therapist --country gb", {"gb"}),
        ("psychodyn schema tech", {"technique"}),
        ("psychodyn tour 4", {"4"}),
        ("psychodyn weigh cb", {"cbt"}),
        ("psychodyn explain --sh", {"--short"}),
        ("psychodyn explain qqqzzz", set()),
        ("psychodyn qqqzzz", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_be_typed_is_completed(words: str, expected: set[str], completed: Completed) -> None:
    found, said = completed(words)
    assert set(found) == expected
    assert said == ""


def test_every_id_can_be_completed_and_nothing_else(library: Library) -> None:
    assert set(complete_ids("")) == set(library.ids())
    assert complete_ids("free-a") == complete_ids("FREE-A") == ["free-association"]
    assert complete_ids("qqqzzz") == []


def test_countries_are_completed_by_their_two_letters() -> None:
    assert country_codes("GB") == ["gb"]
    assert all(len(code) == 2 for code in country_codes(""))


@pytest.mark.parametrize("shell", SHELLS)
def test_without_content_it_is_silent(shell: str, completed: Completed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", "/nowhere")
    nothing = {"zsh": ["_files"]}  # what Typer has zsh do where there is nothing to offer
    assert completed("psychodyn explain fr", shell) == (nothing.get(shell, []), "")


@pytest.mark.parametrize("cache", ["cache", "/dev/null/cache"], ids=["empty", "impossible"])
def test_the_first_tab_finds_ids_too_whether_they_can_be_kept_or_not(
    cache: str, completed: Completed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written(tmp_path / "data", a_technique(name="Whistling"), a_technique(name="Humming"))
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / cache))
    assert completed("psychodyn explain whis") == (["whistling"], "")


def test_content_that_is_damaged_is_left_to_the_command_to_tell(
    completed: Completed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written(tmp_path / "data", a_technique(name="Whistling"))
    write(content / "techniques" / "wheezing.yaml", "sumary: x")
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))
    assert completed("psychodyn explain wh") == (["whistling"], "")
