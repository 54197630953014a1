"""`-h` leads with examples, and what an example says works."""

import inspect
import io
import re
import shlex
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from builders import write
from conftest import Run
from psychodyn_cli import entries
from psychodyn_cli.cli import ALSO, COMMANDS, app
from psychodyn_cli.commands import evidence, quiz, techniques
from psychodyn_cli.pages import forest
from psychodyn_cli.quiz import cards

VIEW = {"--format", "--plain", "--width", "--color", "--pack"}


def parameters(name: str) -> list[Any]:
    """What can be typed after a command, as the program itself knows it."""
    group: Any = typer.main.get_command(app)
    return list(group.get_command(None, name).params)


def examples(name: str) -> list[str]:
    told = inspect.getdoc(import_module(f"psychodyn_cli.commands.{name.replace('-', '_')}").run) or ""
    return [line.strip() for line in told.splitlines() if line.strip().startswith("psychodyn")]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_leads_with_examples(name: str, run: Run) -> None:
    out = run(name, "-h").out
    usage, _, rest = out.partition("\n\n")
    before = rest[: rest.index(f"  psychodyn {name}")]
    assert usage.startswith(f"Usage: psychodyn {name}")
    assert "Arguments:" not in before
    assert "Options:" not in before


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_is_a_line_to_copy(name: str, run: Run) -> None:
    lines = [line for line in run(name, "-h").out.splitlines() if line.startswith("  psychodyn ")]
    assert [line.strip() for line in lines] == examples(name)
    assert not any(line.count("psychodyn ") > 1 or "\\b" in line for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_everything_that_can_be_typed_and_says_what_it_is_for(name: str, run: Run) -> None:
    out = run(name, "--help").out
    for parameter in parameters(name):
        assert parameter.help, parameter.name
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert re.search(rf"^  .*{option}\b", out, re.MULTILINE), option
    assert set(re.findall(r"--[a-z]+", out)) >= VIEW


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_screen_and_is_the_same_in_both_spellings(name: str, run: Run) -> None:
    short, long = run(name, "-h"), run(name, "--help")
    assert short == long
    assert (short.code, short.err) == (0, "")
    assert max(map(len, short.out.splitlines())) <= 80


def test_the_program_itself_leads_with_the_three_commands_that_it_is_for(run: Run) -> None:
    out = run("-h").out
    order = ("psychodyn techniques", "psychodyn explain", "psychodyn compare", "Options:", "Commands:")
    places = [out.index(words) for words in order]
    assert places == sorted(places)
    assert all(re.search(rf"^  {name}  +\w", out, re.MULTILINE) for name in COMMANDS)


def test_brackets_in_help_are_not_eaten(run: Run) -> None:
    assert "[WORD]..." in run("techniques", "-h").out
    assert "[CONDITION]" in run("evidence", "-h").out


@pytest.mark.parametrize("example", [example for name in COMMANDS for example in examples(name)])
def test_an_example_works(example: str, run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of `check` on content of a page: whether the program's is good, it tests itself."""
    page = "techniques/free-association.yaml"
    write(tmp_path / "data" / page, (data / page).read_text("utf-8"))
    (tmp_path / "my-pages").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))  # nobody answers
    words = shlex.split(example.partition(" >")[0])
    assert words[0] == "psychodyn"
    if "wipe" in words:  # not the library that the other tests share
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if words[1] == "check":
        monkeypatch.setenv("PSYCHODYN_DATA", "data")
        assert run(*words[1:]).code == 4  # its links lead nowhere here
    else:
        assert run(*words[1:]).code == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("explian", "explain"), ("techniqes", "techniques"), ("compair", "compare"), ("help-no", "help-now")],
)
def test_a_command_that_is_none_is_offered_the_nearest(typed: str, meant: str, run: Run) -> None:
    ran = run(typed)
    assert ran.code == 2
    assert f"Did you mean '{meant}'?" in ran.err


@pytest.mark.parametrize(("typed", "meant"), [("--ful", "--full"), ("--shrot", "--short"), ("--plian", "--plain")])
def test_so_is_an_option(typed: str, meant: str, run: Run) -> None:
    ran = run("explain", "silence", typed)
    assert ran.code == 2
    assert meant in ran.err


@pytest.mark.parametrize("also", ALSO)
def test_another_spelling_of_a_command_is_the_command(also: str, run: Run) -> None:
    assert run(also) == run(ALSO[also])


def test_the_choices_that_help_names_are_those_that_there_are() -> None:
    """They are written twice, because Tab must not load the types."""
    assert get_args(entries.Move) == techniques.MOVES
    assert tuple(forest.AGAINST) == evidence.AGAINST
    assert get_args(cards.Kind) == quiz.KINDS
