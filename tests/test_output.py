"""Which format, which colours, which letters: decided by flag, environment and stream, in that order."""

import os
import subprocess
import sys

import pexpect
import pytest

PSYCHODYN = (sys.executable, "-m", "psychodyn_cli")
ESCAPE = "\x1b["


def piped(*words: str, encoding: str = "utf-8", **environment: str) -> str:
    env = {**os.environ, "PYTHONIOENCODING": encoding, **environment}
    done = subprocess.run((*PSYCHODYN, *words), capture_output=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode(encoding)


def on_a_terminal(*words: str, **environment: str) -> str:
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", **environment}
    out = pexpect.run(f"{sys.executable} -m psychodyn_cli {' '.join(words)}", env=env, encoding="utf-8")
    return str(out)


def test_a_terminal_gets_panels_and_colour() -> None:
    out = on_a_terminal("explain", "silence", "--short")
    assert ESCAPE in out
    assert "╭" in out


@pytest.mark.parametrize(
    ("environment", "coloured", "boxed"),
    [
        ({"NO_COLOR": "1"}, False, True),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, False, False),
        ({"PSYCHODYN_FORMAT": "plain"}, False, False),
    ],
    ids=["NO_COLOR", "an empty NO_COLOR", "a dumb terminal", "PSYCHODYN_FORMAT"],
)
def test_the_environment_is_heard(environment: dict[str, str], *, coloured: bool, boxed: bool) -> None:
    out = on_a_terminal("explain", "silence", "--short", **environment)
    assert (ESCAPE in out) is coloured
    assert ("╭" in out) is boxed


def test_a_flag_outranks_the_environment() -> None:
    assert ESCAPE not in on_a_terminal("explain", "silence", "--color", "never")
    out = piped("explain", "silence", "--format", "terminal", "--color", "always", NO_COLOR="1")
    assert ESCAPE in out


def test_a_pipe_gets_plain_words() -> None:
    out = piped("explain", "silence")
    assert ESCAPE not in out
    assert "╭" not in out


def test_force_color_colours_what_is_drawn_into_a_pipe() -> None:
    assert ESCAPE in piped("explain", "silence", "--format", "terminal", FORCE_COLOR="1")
    assert ESCAPE not in piped("explain", "silence", "--format", "terminal", FORCE_COLOR="1", NO_COLOR="1")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("form", ["terminal", "plain", "markdown"])
def test_every_encoding_can_say_everything(encoding: str, form: str) -> None:
    for words in (("explain", "free-association", "--full"), ("compare", "cbt", "--chart"), ("evidence", "bulimia")):
        out = piped(*words, "--format", form, encoding=encoding)
        assert len(out) > 300
        assert "Traceback" not in out


def test_ascii_says_letters_with_what_it_has() -> None:
    out = piped("sources", "grunbaum1984", encoding="ascii")
    assert "Grunbaum" in out


def test_the_width_is_kept_to() -> None:
    out = piped("explain", "silence", "--format", "terminal", COLUMNS="44")
    assert max(map(len, out.splitlines())) <= 44
    assert max(map(len, piped("explain", "silence", "--format", "terminal", "--width", "30").splitlines())) <= 30


def test_an_unknown_usual_format_is_left_aside_with_a_word() -> None:
    env = {**os.environ, "PSYCHODYN_FORMAT": "papyrus"}
    done = subprocess.run((*PSYCHODYN, "explain", "silence"), capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0
    assert "papyrus" in done.stderr
