"""How a run ends: exit codes, one clear line, never a traceback."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builders import a_technique, write, written
from conftest import Run
from psychodyn_cli.cli import COMMANDS

PSYCHODYN = (sys.executable, "-m", "psychodyn_cli")

# 0: answered ---------------------------------------------------------------------------------------

EVERY_COMMAND = (
    ("techniques",), ("explain", "silence"), ("compare", "cbt"), ("evidence", "depression"), ("therapies",),
    ("concepts",), ("defences",), ("questions",), ("sessions",), ("session", "a-first-meeting"), ("search", "dream"),
    ("timeline",), ("sources", "freud1913"), ("progress",), ("privacy",), ("export", "silence"), ("find-therapist",),
    ("tour", "--all"), ("weigh", "--blank"), ("help-now",), ("about",), ("schema", "technique"),
    ("new", "concept", "my-idea"),
)  # fmt: skip


@pytest.mark.parametrize("words", [*EVERY_COMMAND, ()], ids=" ".join)
def test_answered_is_0(words: tuple[str, ...], run: Run) -> None:
    ran = run(*words)
    assert ran.code == 0
    assert ran.out
    assert ran.err == ""


def test_every_command_is_tried() -> None:
    """But the guide and the quiz, which are conversations, and `check`, which depends on what it checks."""
    assert {words[0] for words in EVERY_COMMAND} == set(COMMANDS) - {"guide", "quiz", "check"}


# 2: wrong usage ------------------------------------------------------------------------------------

WRONG = {  # what is typed -> what is said: what is wrong, and what to type instead
    ("explian",): ("No such command 'explian'", "Did you mean 'explain'?"),
    ("explain",): ("Missing argument", "psychodyn explain -h"),
    ("explain", "silence", "--loud"): ("No such option", "psychodyn explain -h"),
    ("explain", "silence", "--format"): ("requires an argument",),
    ("explain", "silence", "--format", "papyrus"): (
        "'papyrus'",
        "Choose one of: terminal, plain, markdown, html, json",
    ),
    ("explain", "silence", "--width", "3"): ("'3'", "from 20 to 1000"),
    ("explain", "silence", "--width", "1001"): ("'1001'", "from 20 to 1000"),
    ("explain", "silence", "--width", "wide"): ("'wide'", "Give a number of columns"),
    ("explain", "silence", "--width", "²"): ("'²'", "Give a number of columns"),
    ("explain", "silence", "--width", "-40"): ("'-40'", "Give a number of columns"),
    ("explain", "silence", "--color", "pink"): ("'pink'", "auto, always, never"),
    ("explain", "silence", "--pack", "/nowhere"): ("'/nowhere'", "there is no such folder", "techniques/"),
    ("explain", "silence", "--format", "bibtex"): (
        "Only 'psychodyn sources'",
        "terminal, plain, markdown, html or json",
    ),
    ("explain", "silence", "--short", "--full"): ("exclude each other", "Leave one out"),
    ("session", "a-first-meeting", "--step", "--guess"): ("exclude each other", "Leave one out"),
    ("quiz", "--kind", "riddle"): ("'riddle'", "Choose one of: vignette, pair"),
    ("quiz", "--new", "few"): ("'few'", "--new"),
    ("quiz", "--export", "paper"): ("'paper'", "anki"),
    ("quiz", "--export", "anki", "--output", "/nowhere/cards.txt"): ("/nowhere/cards.txt", "a folder of yours"),
    ("quiz", "--output", "cards.txt"): ("Add: --export anki",),
    ("quiz", "--format", "bibtex"): ("Only 'psychodyn sources'",),
    ("progress", "--reset", "denial", "--reset-all"): ("exclude each other", "Leave one out"),
    ("privacy", "please"): ("'privacy please'", "psychodyn privacy wipe"),
    ("about", "yourself"): ("unexpected extra argument", "psychodyn about -h"),
    ("schema", "poem"): ("'poem'", "Kinds: technique"),
    ("new", "poem", "my-poem"): ("'poem'", "Kinds: technique"),
    ("new", "concept", "My Idea"): ("'My Idea' is no id", "my-idea"),
    ("check", "/nowhere"): ("There is no '/nowhere'", "Name a content folder"),
    ("check", "/dev"): ("'/dev' holds no content", "techniques"),
    ("evidence", "depression", "--against", "boredom"): ("'boredom'", "Choose one of: controls"),
    ("evidence", "depression", "--output", "/nowhere/plot.svg"): ("/nowhere/plot.svg", "a folder of yours"),
    ("techniques", "--kind", "loud"): ("'loud'", "Choose one of: framing"),
    ("techniques", "--sort", "loud"): ("'loud'", "Choose one of: usual"),
    ("compare", "cbt", "--rows", "colour"): ("'colour'", "Rows: cause"),
    ("compare", "cbt", "--rows", ","): ("--rows names no row", "Rows: cause"),
    ("compare", "projection", "displacement", "--chart"): ("Only therapies have --chart", "compare cbt dbt"),
    ("compare", "projection", "displacement", "--rows", "length"): ("Only therapies have --rows", "compare cbt dbt"),
    ("compare", "psychodynamic"): ("It takes two", "psychodyn compare cbt"),
    ("compare", "cbt", "dbt", "act", "ipt", "emdr"): ("6 therapies", "at most 4", "--only"),
    ("compare", "cbt", "dbt", "act", "ipt", "emdr", "mbt", "--only"): ("6 therapies", "at most 5"),
    ("evidence", "--against", "cbt"): ("Name the condition", "psychodyn evidence depression"),
    ("evidence", "--output", "plot.svg"): ("Name the condition", "psychodyn evidence depression"),
    ("evidence", "depression", "--output", "plot.png"): ("an SVG picture", "plot.svg"),
    ("session", "--guess"): ("Name the conversation", "psychodyn session a-first-meeting"),
    ("explain", "silence", "--plain", "--format", "json"): ("--plain and --format", "Leave one out"),
    ("export", "silence", "--plain"): ("export does not write plain", "html, markdown or json"),
    ("export", "silence", "--output", "/nowhere/silence.html"): (
        "Cannot write '/nowhere/silence.html'",
        "a folder of yours",
    ),
    ("export", "silence", "--output", "/dev/null"): ("'/dev/null' is there already", "Name another file"),
    ("tour", "8"): ("There is no step '8'", "Steps: 1 to 7"),
    ("tour", "2", "--all"): ("--all is the whole tour", "Leave it out"),
    ("weigh", "silence"): ("Silence is no therapy", "psychodyn weigh cbt ipt"),
    ("weigh", "cbt", "dbt", "act", "ipt", "emdr"): ("5 therapies are too many", "at most 4"),
    ("evidence", "depression", "--force"): ("Name the file, too", "psychodyn evidence"),
    ("evidence", "depression", "--output", __file__ + "/plot.svg"): ("Cannot write", "a folder of yours"),
    ("export", "--force"): ("Name the file, too", "psychodyn export --output"),
    ("quiz", "--force"): ("Name the file, too", "--export anki --output"),
    ("weigh", "--force"): ("Name the file, too", "psychodyn weigh --output"),
    ("weigh", "--output", "sheet.pdf"): (".md or .txt", "sheet.md"),
    ("weigh", "--output", "/nowhere/sheet.md"): ("Cannot write '/nowhere/sheet.md'", "a folder of yours"),
    ("weigh", "--output", "sheet.md", "--plain"): ("--output writes .md or .txt", "Leave --format out"),
    ("check", "x" * 10_000): ("There is no 'xxx", "Name a content folder"),
    ("compare", "cbt", "--all", "--rows", "length"): ("--all and --rows exclude", "Leave one out"),
    ("compare", "cbt", "--chart", "--sources"): ("--chart draws", "Leave those options out"),
    ("export", "silence", "--output", "silence.pdf"): ("does not write '.pdf'", ".html, .md or .json"),
    ("export", "silence", "--output", "silence.md", "--format", "json"): ("say two things",),
    ("new", "concept", "cbt", "--pack", "."): ("its own 'cbt'", "Name another id"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.items(), ids=map(" ".join, WRONG))
def test_wrong_usage_is_2_and_says_what_to_type(words: tuple[str, ...], told: tuple[str, ...], run: Run) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    for part in told:
        assert part in ran.err


# 3: nothing found ----------------------------------------------------------------------------------

NOTHING = {  # what is typed -> what to type now
    ("explain", "qqqzzz"): "psychodyn techniques",
    ("explain", "transferance"): "psychodyn explain transference",
    ("explain", ""): "psychodyn explain free-association",
    ("compare", ""): "psychodyn compare cbt",
    ("explain", "qqq\nzzz"): 'called "qqq zzz"',
    ("compare", "cognative behavioral"): "psychodyn compare cbt",
    ("evidence", "depresion"): "psychodyn evidence depression",
    ("evidence", "silence"): "psychodyn evidence",
    ("evidence", "depression", "--time", "qqqzzz"): "psychodyn evidence depression --all",
    ("search", "qqqzzz"): "psychodyn techniques",
    ("export", "transferance"): "psychodyn export transference",
    ("sources", "qqqzzz"): "psychodyn sources",
    ("quiz", "qqqzzz"): "psychodyn techniques",
    ("quiz", "transferance"): "psychodyn quiz transference",
    ("quiz", "a-first-meeting"): "psychodyn quiz -h",
    ("progress", "--reset", "qqqzzz"): "Name an entry",
    ("session", "qqqzzz"): "psychodyn sessions",
    ("session", "silence"): "psychodyn explain silence",
    ("techniques", "qqqzzz"): "psychodyn techniques",
    ("weigh", "qqqzzz"): "psychodyn therapies",
    ("weigh", "cognative behavioral"): "psychodyn weigh cbt",
    ("defences", "qqqzzz"): "psychodyn defences",
}


@pytest.mark.parametrize(("words", "told"), NOTHING.items(), ids=map(" ".join, NOTHING))
def test_nothing_found_is_3_and_says_what_to_type(words: tuple[str, ...], told: str, run: Run) -> None:
    ran = run(*words)
    assert ran.code == 3
    assert ran.out == ""
    assert told in ran.err


# 4: content that cannot be used --------------------------------------------------------------------


def test_no_content_at_all_is_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", "/nowhere")
    ran = run("techniques")
    assert ran.code == 4
    assert "/nowhere" in ran.err
    assert "fix:" in ran.err


def test_one_broken_file_is_said_once_and_the_rest_is_served(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", str(written(tmp_path / "data", a_technique(name="Whistling"))))
    write(tmp_path / "pack" / "concepts" / "red.yaml", "sumary: x\n")
    ran = run("explain", "whistling", "--pack", str(tmp_path / "pack"))
    assert ran.code == 0
    assert ran.out.startswith("Whistling\n")
    assert len(ran.err.splitlines()) == 1
    assert "pack/concepts/red.yaml" in ran.err
    assert f"psychodyn check --pack {tmp_path / 'pack'}" in ran.err


def test_content_with_problems_is_4_when_it_is_checked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", str(written(tmp_path)))
    assert run("check").code == 0
    write(tmp_path / "concepts" / "red.yaml", "")
    assert run("check").code == 4


# 1: our fault --------------------------------------------------------------------------------------


@pytest.fixture
def something_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("psychodyn_cli.tasks.about.about_page", broken)


@pytest.mark.usefixtures("something_broken")
def test_a_fault_of_ours_is_1_without_a_traceback(run: Run) -> None:
    ran = run("about")
    assert ran.code == 1
    assert "not your fault" in ran.err
    assert "psychodyn help-now" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("something_broken")
def test_who_asks_for_the_traceback_gets_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("about")


OPTIONS = """
    --format json markdown --plain --width 40 --color always --all --rows length --only --sources --chart --short --full
    --kind --sort kind --country gb -- --against cbt --table -h silence depression freud1913 and
"""
spoken = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
options = st.sampled_from((*OPTIONS.split(), ""))
commands = st.sampled_from(
    (*(name for name in COMMANDS if name not in {"guide", "session", "quiz", "check"}), "", "qqqzzz")
)


@pytest.mark.usefixtures("nobody_answers")
@given(commands, st.lists(st.one_of(spoken, options), max_size=5))
@example("compare", ["cbt", "--rows", "²"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_is_a_fault_of_ours(run: Run, command: str, words: list[str]) -> None:
    ran = run(command, *words)
    assert ran.code in {0, 2, 3}, ran.err
    assert ran.out or ran.err


# Leaving early -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "seen"),
    [
        ("sources", 1),
        ("sources --format json", 1),
        ("explain dbt act cbt ipt emdr --full --format terminal", 1),
        ("techniques", 0),
        ("-h", 0),
    ],
)
def test_a_reader_who_has_seen_enough_ends_it_quietly(command: str, seen: int) -> None:
    """`| head -1`, and one that is gone before the first letter; the first three are longer than a pipe can hold."""
    with subprocess.Popen((*PSYCHODYN, *command.split()), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert len(process.stdout.read(seen)) == seen
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("typed", ["compare i want to die", "export suicide note", "evidence kill myself", "quiz kms"])
def test_words_of_danger_that_come_to_nothing_get_the_way_to_help(typed: str, run: Run) -> None:
    assert "psychodyn help-now" in run(*typed.split()).err


@pytest.mark.parametrize("typed", [("help",), ("i", "need", "help", "now"), ("i need help now",), ("help me",)])
def test_help_is_no_command_but_gets_both_ways_to_it(typed: tuple[str, ...], run: Run) -> None:
    ran = run(*typed)
    assert ran.code == 2
    assert "psychodyn help-now" in ran.err
    assert "psychodyn --help" in ran.err


@pytest.mark.parametrize("typed", ["help-now --loud", "--plain help-now --loud", "--width 44 help-now --loud"])
def test_where_help_now_is_typed_wrong_its_numbers_still_stand(typed: str, run: Run) -> None:
    assert "Call your emergency number" in run(*typed.split()).out


def test_so_they_do_without_any_content(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", "/nowhere")
    assert "psychodyn help-now" in run("search", "i", "want", "to", "die").err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_json_and_html_are_what_they_say_in_any_encoding(encoding: str) -> None:
    def printed(form: str) -> str:
        words = (*PSYCHODYN, "explain", "countertransference", "--full", "--format", form)
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        return subprocess.run(words, capture_output=True, check=True, env=environment).stdout.decode("ascii")

    assert not str(json.loads(printed("json"))).isascii()
    assert "&#" in printed("html")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_what_is_typed_is_understood_in_the_encoding_of_its_terminal(encoding: str) -> None:
    country = "España".encode(encoding)
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run((*PSYCHODYN, "help-now", country), capture_output=True, check=True, env=environment)
    assert b"Help now: Spain" in ran.stdout
    assert ran.stderr == b""


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("about >&-", 0, ""),
        ("about >/dev/full", 1, "The answer could not be written: No space left on device."),
        ("sources >/dev/full", 1, "The answer could not be written: No space left on device."),
        ("explain qqqzzz 2>/dev/full", 3, ""),
        ("explain qqqzzz 2>&-", 3, ""),
        ("session a-first-meeting --step <&- >/dev/null", 0, "[1 of"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_stream_that_is_closed_or_full_is_no_traceback(typed: str, code: int, said: str) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m psychodyn_cli {typed}"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == code
    assert ran.stderr.startswith(said)
    assert len(ran.stderr.splitlines()) == bool(said)


@pytest.mark.parametrize("stdout", [">/dev/full", ">&-"])
@pytest.mark.parametrize("typed", ["help-now", "help-now gb", "help-now gb --format json", "help-now gb --format html"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_the_numbers_are_said_on_stderr_where_stdout_takes_none(stdout: str, typed: str) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m psychodyn_cli {typed} {stdout}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "United Kingdom: emergency 999 or 112" in ran.stderr
    assert ran.stderr.count("Samaritans: 116 123") == 1
    assert "Traceback" not in ran.stderr


def test_a_closed_stdin_is_no_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ran = run("session", "a-first-meeting", "--step")
    assert ran.code == 0
    assert "psychodyn session a-first-meeting --step" in ran.out


def a_terminal(*words: str) -> "pexpect.spawn[str]":
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "psychodyn_cli", *words],
        encoding="utf-8",
        timeout=20,
        env=environment,
        dimensions=(1000, 80),
    )


def ended(child: "pexpect.spawn[str]") -> tuple[int | None, str]:
    """The exit code, and what was said since the last thing that was waited for."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, str(child.before)


def test_interrupted_is_130_and_one_line() -> None:
    child = a_terminal("explain", "transferance")
    child.expect("or Enter to leave: ")
    while child.isalive():  # a signal that comes just before the prompt begins to wait is not seen until the next one
        child.kill(signal.SIGINT)
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) == 0:
            break
    child.close()
    assert (child.exitstatus, child.before) == (130, "Interrupted. Nothing was kept.\r\n")


INTERRUPTED_WHILE_IT_LOADS = """
import builtins, os, signal, sys
from psychodyn_cli.__main__ import main
load = builtins.__import__
def interrupted(name, *more):
    if name == "typer":
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *more)
builtins.__import__ = interrupted
sys.argv = ["psychodyn", "--version"]
"""


@pytest.mark.parametrize(
    ("before", "code", "said"),
    [("", -signal.SIGINT, b""), ("signal.signal(signal.SIGINT, signal.SIG_IGN)", 0, b"psychodyn 0.1.0\n")],
    ids=["as usual", "where it is ignored"],
)
def test_interrupted_while_it_loads_it_ends_without_a_word(before: str, code: int, said: bytes) -> None:
    """By the signal itself, which a shell calls 130."""
    words = (sys.executable, "-c", f"{INTERRUPTED_WHILE_IT_LOADS}{before}\nmain()")
    ran = subprocess.run(words, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, said, b"")


def test_a_typed_number_opens_what_was_offered() -> None:
    child = a_terminal("explain", "transferance", "--short")
    child.expect("or Enter to leave: ")
    child.sendline("1")
    child.expect("Meeting someone new")
    code, _ = ended(child)
    assert code == 0


@pytest.mark.parametrize("typed", ["99\n", "\n", "\x04"], ids=["99", "Enter", "Ctrl-D"])
def test_anything_else_opens_nothing(typed: str) -> None:
    child = a_terminal("explain", "transferance", "--short")
    child.expect("or Enter to leave: ")
    child.send(typed)
    code, said = ended(child)
    assert code == 3
    assert "╭" not in said


@pytest.mark.parametrize("leave", ["q\n", "\x04"], ids=["q", "Ctrl-D"])
def test_a_bare_psychodyn_on_a_terminal_opens_the_guide(leave: str) -> None:
    child = a_terminal()
    child.expect("Where would you like to begin")
    child.expect("psychodyn:")
    child.send(leave)
    child.expect("Nothing was kept")
    code, _ = ended(child)
    assert code == 0


def test_the_module_and_the_script_are_the_same() -> None:
    script = Path(sys.executable).with_name("psychodyn")
    by_module = subprocess.run((*PSYCHODYN, "--version"), capture_output=True, text=True, check=True).stdout
    by_script = subprocess.run((script, "--version"), capture_output=True, text=True, check=True).stdout
    assert by_module == by_script == "psychodyn 0.1.0\n"
