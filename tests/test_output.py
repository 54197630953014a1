"""Which format, which colours, which letters: decided by flag, environment and stream, in that order."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from builders import a_technique, written
from conftest import Run

PSYCHODYN = (sys.executable, "-m", "psychodyn_cli")
ESCAPE = "\x1b["
BOX = "╭"
PAGE = ("explain", "silence", "--short")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run`, with a terminal for stdout; nobody sits at stdin."""

    def run_there(*words: str, **_: str) -> "tuple[int, str, str]":
        out = Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        ran = run(*words)
        return ran._replace(out=out.getvalue())

    return run_there  # type: ignore[return-value]  # it returns what `run` returns


# Format --------------------------------------------------------------------------------------------

FORMAT_CHOSEN = {  # terminal?, environment, words -> boxes, Markdown
    "a terminal": (True, {}, (), "terminal"),
    "a pipe": (False, {}, (), "plain"),
    "a dumb terminal": (True, {"TERM": "dumb"}, (), "plain"),
    "the usual format": (True, {"PSYCHODYN_FORMAT": "plain"}, (), "plain"),
    "the usual format in a pipe": (False, {"PSYCHODYN_FORMAT": "markdown"}, (), "markdown"),
    "the usual format on a dumb terminal": (True, {"TERM": "dumb", "PSYCHODYN_FORMAT": "terminal"}, (), "terminal"),
    "a flag before the usual format": (True, {"PSYCHODYN_FORMAT": "plain"}, ("--format", "markdown"), "markdown"),
    "a flag before a dumb terminal": (True, {"TERM": "dumb"}, ("--format", "terminal"), "terminal"),
    "a flag before a pipe": (False, {}, ("--format", "terminal"), "terminal"),
    "--plain": (True, {"PSYCHODYN_FORMAT": "markdown"}, ("--plain",), "plain"),
    "an empty usual format": (True, {"PSYCHODYN_FORMAT": ""}, (), "terminal"),
}


@pytest.mark.parametrize(("there", "environment", "words", "form"), FORMAT_CHOSEN.values(), ids=FORMAT_CHOSEN)
def test_the_format(
    there: bool,
    environment: dict[str, str],
    words: tuple[str, ...],
    form: str,
    run: Run,
    on_a_terminal: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = (on_a_terminal if there else run)(*PAGE, *words).out
    first = out.splitlines()[0]
    assert ("terminal" if BOX in first else "markdown" if first.startswith("# ") else "plain") == form


BEFORE_OR_BEHIND = (
    ("--plain",), ("--format", "json"), ("--width", "44", "--format", "terminal"),
    ("--color", "always", "--format", "terminal"),
)  # fmt: skip


@pytest.mark.parametrize("options", BEFORE_OR_BEHIND, ids=" ".join)
def test_the_options_of_the_view_stand_before_the_command_or_behind_it(options: tuple[str, ...], run: Run) -> None:
    assert run(*options, *PAGE) == run(*PAGE, *options)


def test_some_can_stand_before_and_some_behind(run: Run) -> None:
    assert run("--width", "44", *PAGE, "--format", "terminal") == run(*PAGE, "--width", "44", "--format", "terminal")
    ran = run("--plain", *PAGE, "--format", "json")
    assert (ran.code, ran.err) == (2, "--plain and --format say two things. Leave one out.\n")


def test_packs_add_up_wherever_they_stand(run: Run, tmp_path: Path) -> None:
    for name in ("Humming", "Whistling"):
        written(tmp_path / name, a_technique(name=f"My {name}"))
    one, other = (("--pack", str(tmp_path / name)) for name in ("Humming", "Whistling"))
    assert run(*one, "explain", "my-humming", "my-whistling", *other).code == 0


def test_the_bare_command_takes_them_and_the_help_names_them(run: Run) -> None:
    assert run("--format", "markdown").out.startswith("# psychodyn")
    assert "--plain" in run("--help").out


def test_an_unknown_usual_format_is_left_aside_with_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_FORMAT", "papyrus")
    ran = run(*PAGE)
    assert ran.code == 0
    assert ran.out.startswith("Silence\n")
    assert "papyrus" in ran.err
    assert "markdown" in ran.err


# Colour --------------------------------------------------------------------------------------------

COLOUR_CHOSEN = {  # terminal?, environment, words -> colour
    "a terminal": (True, {}, (), True),
    "a pipe": (False, {}, (), False),
    "NO_COLOR": (True, {"NO_COLOR": "1"}, (), False),
    "an empty NO_COLOR is none": (True, {"NO_COLOR": ""}, (), True),
    "FORCE_COLOR in a pipe": (False, {"FORCE_COLOR": "1"}, (), True),
    "NO_COLOR before FORCE_COLOR": (False, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
    "NO_COLOR before FORCE_COLOR on a terminal": (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
    "a dumb terminal": (True, {"TERM": "dumb"}, (), False),
    "FORCE_COLOR on a dumb terminal": (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, (), True),
    "--color never": (True, {}, ("--color", "never"), False),
    "--color never before FORCE_COLOR": (True, {"FORCE_COLOR": "1"}, ("--color", "never"), False),
    "--color always in a pipe": (False, {}, ("--color", "always"), True),
    "--color always before NO_COLOR": (False, {"NO_COLOR": "1"}, ("--color", "always"), True),
    "--color auto is as without it": (True, {"NO_COLOR": "1"}, ("--color", "auto"), False),
}


@pytest.mark.parametrize(("there", "environment", "words", "coloured"), COLOUR_CHOSEN.values(), ids=COLOUR_CHOSEN)
def test_the_colour(
    there: bool,
    environment: dict[str, str],
    words: tuple[str, ...],
    coloured: bool,
    run: Run,
    on_a_terminal: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without colour there is no escape at all, bold and underlined neither."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = (on_a_terminal if there else run)(*PAGE, "--format", "terminal", *words).out
    assert (ESCAPE in out) is coloured
    assert BOX in out


@pytest.mark.parametrize("words", [("techniques",), ("compare", "cbt"), ("explain", "cbt"), ("evidence", "depression")])
def test_a_colour_ends_with_its_line(words: tuple[str, ...], run: Run) -> None:
    """So that `less -R`, and the guide's own pages, show each line as it is."""
    for line in run(*words, "--format", "terminal", "--color", "always").out.splitlines():
        assert line.rfind(ESCAPE) == line.rfind(f"{ESCAPE}0m")


@pytest.mark.parametrize("form", ["plain", "markdown", "json"])
def test_no_other_format_is_ever_coloured(form: str, on_a_terminal: Run) -> None:
    assert "\x1b" not in on_a_terminal(*PAGE, "--format", form, "--color", "always").out


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["usual", "NO_COLOR"]
)
def test_a_real_terminal_is_taken_for_one(environment: dict[str, str], coloured: bool) -> None:
    env = {**os.environ, "COLUMNS": "60", **environment}
    out = str(pexpect.run(f"{sys.executable} -m psychodyn_cli {' '.join(PAGE)}", env=env, encoding="utf-8"))
    assert (ESCAPE in out) is coloured
    assert BOX in out


# Width ---------------------------------------------------------------------------------------------

WIDTHS = {  # COLUMNS, words -> the columns that are filled
    "COLUMNS": ("44", (), 44),
    "--width": ("44", ("--width", "30"), 30),
    "the narrowest": ("1", (), 20),
    "no number": ("wide", (), 80),
    "a negative number": ("-5", (), 80),
    "none": ("0", (), 80),
    "nothing": ("", (), 80),
    "a figure that is no number": ("²", (), 80),
    "prose is no wider than it reads well": ("200", (), 80),
}


@pytest.mark.parametrize(("columns", "words", "filled"), WIDTHS.values(), ids=WIDTHS)
def test_the_width(
    columns: str, words: tuple[str, ...], filled: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = run(*PAGE, "--format", "terminal", *words)
    assert max(map(len, ran.out.splitlines())) == filled
    assert ran.code == 0


@pytest.mark.parametrize("columns", ["20", "44", "80"])
def test_plain_words_are_not_broken_at_the_edge_of_a_terminal(
    columns: str, run: Run, on_a_terminal: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    whole = run("explain", "silence", "--plain").out
    there = on_a_terminal("explain", "silence", "--plain").out
    assert there.split() == whole.split()
    assert max(len(line) for line in there.splitlines() if " " in line.strip()) <= int(columns)


def test_plain_lines_are_whole_elsewhere(run: Run) -> None:
    assert max(map(len, run("explain", "silence", "--plain").out.splitlines())) > 200


def test_a_plain_list_is_set_in_below_its_marks(on_a_terminal: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = on_a_terminal("find-therapist", "--plain").out.splitlines()
    below = lines[lines.index("[ ] Promises a cure, or says that only") + 1]
    assert below == "    this therapy can help you."


@pytest.mark.parametrize("columns", [40, 80])
def test_a_dumb_terminal_breaks_no_word_in_the_guide_or_at_a_prompt(columns: int) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"TERM": "dumb"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "psychodyn_cli"],
        encoding="utf-8",
        timeout=20,
        env=environment,
        dimensions=(1000, columns),
    )
    guide, long = r"\npsychodyn: ", "not a thing that is here, zzzz qqqq, or anywhere else on this computer"
    for prompt, typed in ((guide, "silence"), (guide, "weigh"), ("leave: ", "q"), (guide, long), (guide, "q")):
        child.expect(prompt)
        lines = str(child.before).splitlines()[1:]  # behind what was typed
        assert max(len(line) for line in lines if " " in line.strip()) <= columns
        child.sendline(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


# Letters -------------------------------------------------------------------------------------------

SAID = (
    ("explain", "free-association", "--full"), ("compare", "cbt", "--chart"), ("evidence", "bulimia"),
    ("sources", "grunbaum1984"), ("explain", "qqqzzz’—é"),
)  # fmt: skip
FORMATS = ("terminal", "plain", "markdown")
SEVERAL = f"""
import sys
from psychodyn_cli.cli import main
for words in {SAID!r}:
    for form in {FORMATS!r}:
        sys.argv = ["psychodyn", *words, "--format", form]
        try:
            main()
        except SystemExit as ended:
            assert ended.code in (0, 3), ended.code
"""


def said_in(encoding: str) -> str:
    """All that is said, by one process that writes in this encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run((sys.executable, "-c", SEVERAL), capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"wrong inside" not in done.stderr
    return done.stdout.decode(encoding)


@pytest.fixture(scope="module")
def in_full() -> str:
    return said_in("utf-8")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp437", "ascii"])
def test_every_encoding_can_say_everything(encoding: str, in_full: str) -> None:
    """What an encoding lacks is said with what it has, and never becomes a question mark."""
    said = said_in(encoding)
    assert said.count("?") == in_full.count("?")
    assert len(said.split()) > 0.9 * len(in_full.split())
    assert "Grunbaum" in said or "Grünbaum" in said


def test_ascii_writes_dashes_and_quotation_marks_as_a_typewriter_does() -> None:
    said = said_in("ascii")
    assert said.isascii()
    assert "Grunbaum" in said
    assert '"' in said


def test_text_of_a_reader_is_said_in_ascii_too() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        (*PSYCHODYN, "explain", "qqq’zzz—é→漢"), capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 3
    assert '"qqq\'zzz--e->?"' in done.stderr
