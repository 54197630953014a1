"""Tab completes commands and ids, and never prints into the line when something is wrong."""

import os
import subprocess
import sys

import pytest


def completed(words: str, shell: str = "bash", **environment: str) -> tuple[list[str], str]:
    env = {
        **os.environ, "_PSYCHODYN_COMPLETE": f"complete_{shell}", "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1), "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args", **environment,
    }  # fmt: skip
    done = subprocess.run((sys.executable, "-m", "psychodyn_cli"), capture_output=True, text=True, env=env, check=False)
    return done.stdout.split(), done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_ids_are_completed(shell: str) -> None:
    found, said = completed("psychodyn explain free-a", shell)
    assert any("free-association" in word for word in found)
    assert said == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("psychodyn expl", "explain"),
        ("psychodyn compare psychodyn", "psychodynamic"),
        ("psychodyn techniques --kind supp", "supporting"),
        ("psychodyn help-now --country g", "gb"),
        ("psychodyn schema tech", "technique"),
    ],
)
def test_what_can_be_typed_is_completed(words: str, expected: str) -> None:
    assert expected in completed(words)[0]


def test_without_content_it_is_silent() -> None:
    assert completed("psychodyn explain fr", PSYCHODYN_DATA="/nowhere") == ([], "")
