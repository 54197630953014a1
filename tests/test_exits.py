"""How a run ends: exit codes, one clear line, never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from conftest import Run
from psychodyn_cli.cli import COMMANDS

PSYCHODYN = (sys.executable, "-m", "psychodyn_cli")
EVERY_COMMAND = (
    ("techniques",), ("explain", "silence"), ("compare", "cbt"), ("evidence", "depression"), ("therapies",),
    ("concepts",), ("defences",), ("search", "dream"), ("timeline",), ("sources", "freud1913"), ("find-therapist",),
    ("help-now",), ("about",), ("schema", "technique"), (),
)  # fmt: skip


@pytest.mark.parametrize("words", EVERY_COMMAND, ids=" ".join)
def test_answered_is_0(words: tuple[str, ...], run: Run) -> None:
    ran = run(*words)
    assert ran.code == 0
    assert ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("explian",), "No such command 'explian'"),
        (("explain",), "Missing argument"),
        (("explain", "silence", "--loud"), "No such option"),
        (("explain", "silence", "--format", "papyrus"), "Choose one of: terminal, plain, markdown, json"),
        (("explain", "silence", "--width", "3"), "from 20 to 1000"),
        (("explain", "silence", "--width", "wide"), "Give a number of columns"),
        (("explain", "silence", "--color", "pink"), "auto, always, never"),
        (("explain", "silence", "--pack", "/nowhere"), "there is no such folder"),
        (("explain", "silence", "--format", "bibtex"), "Only 'psychodyn sources'"),
        (("schema", "poem"), "Kinds: technique"),
        (("check", "/nowhere"), "There is no"),
        (("check", str(Path(__file__).parent)), "holds no content"),
        (("evidence", "depression", "--against", "boredom"), "Choose one of: controls"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_2_and_says_what_to_type(words: tuple[str, ...], told: str, run: Run) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_no_content_at_all_is_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", "/nowhere")
    ran = run("techniques")
    assert ran.code == 4
    assert "/nowhere" in ran.err
    assert "fix:" in ran.err


def test_a_fault_of_ours_is_1_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("psychodyn_cli.tasks.about.about_page", broken)
    ran = run("about")
    assert ran.code == 1
    assert "not your fault" in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_who_has_seen_enough_ends_it_quietly() -> None:
    with subprocess.Popen((*PSYCHODYN, "sources"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in {0, 1}


def a_terminal(*words: str) -> "pexpect.spawn[str]":
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    return pexpect.spawn(sys.executable, ["-m", "psychodyn_cli", *words], encoding="utf-8", timeout=20, env=environment)


def test_interrupted_is_130_and_one_line() -> None:
    child = a_terminal("explain", "transferance")
    child.expect("A number to open it")
    child.kill(signal.SIGINT)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in str(child.before)


def test_a_typed_number_opens_what_was_offered() -> None:
    child = a_terminal("explain", "transferance", "--short")
    child.expect("A number to open it")
    child.sendline("1")
    child.expect("Meeting someone new")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize("leave", ["q\n", "\x04"], ids=["q", "Ctrl-D"])
def test_a_bare_psychodyn_on_a_terminal_opens_the_guide(leave: str) -> None:
    child = a_terminal()
    child.expect("Where would you like to begin")
    child.expect("psychodyn:")
    child.send(leave)
    child.expect("Nothing was kept")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_the_module_and_the_script_are_the_same() -> None:
    script = Path(sys.executable).with_name("psychodyn")
    by_module = subprocess.run((*PSYCHODYN, "--version"), capture_output=True, text=True, check=True).stdout
    by_script = subprocess.run((script, "--version"), capture_output=True, text=True, check=True).stdout
    assert by_module == by_script == "psychodyn 0.1.0\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_to_copy_a_line_each(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    examples = [line for line in ran.out.splitlines() if line.startswith("  psychodyn ")]
    assert examples
    assert not any(line.count("psychodyn ") > 1 or "\\b" in line for line in examples)
