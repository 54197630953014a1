"""No command opens a socket, and none loads what could."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from psychodyn_cli.cli import COMMANDS
from psychodyn_cli.library.shelf import Library

EVERY_COMMAND = (
    ("techniques",), ("explain", "silence"), ("explain", "transferance"), ("compare", "cbt"),
    ("compare", "cbt", "--chart"), ("evidence", "depression"), ("therapies",), ("concepts",), ("defences",),
    ("questions",), ("sessions",), ("session", "a-first-meeting", "--step"), ("quiz",), ("quiz", "--keep"),
    ("quiz", "--export", "anki"), ("progress",), ("privacy",), ("search", "dream"), ("search", "suicide"),
    ("timeline",), ("sources", "freud1913"), ("sources", "--format", "bibtex"), ("find-therapist", "--country", "gb"),
    ("help-now", "--country", "gb"), ("about",), ("export", "silence"), ("schema", "technique"),
    ("new", "concept", "my-idea"), ("check",), ("guide",),
    ("-h",), ("--version",), (),
    ("tour",), ("weigh",),
)  # fmt: skip
NETWORK = ("socket", "ssl", "http.client", "asyncio", "urllib.request", "ftplib", "smtplib")
WATCHED = f"""
import sys
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith("socket.") else None)
from psychodyn_cli.cli import main
runs = 0
for words in eval(sys.argv[1]):
    sys.argv = ["psychodyn", *words]
    try:
        main()
    except SystemExit:
        runs += 1
loaded = sorted(set({NETWORK!r}) & set(sys.modules))
sys.stderr.write("\\n" + "|".join([str(runs), *seen, *loaded]))
"""


def watched(commands: tuple[tuple[str, ...], ...], code: str = WATCHED, **environment: str) -> list[str]:
    """How many runs there were, then every event of a socket and every module of the network."""
    done = subprocess.run(
        (sys.executable, "-c", code, repr(commands)),
        capture_output=True,
        text=True,
        input="cbt\nsilence\n1\nq\n",
        env={**os.environ, **environment},
        check=False,
    )
    return done.stderr.rsplit("\n", 1)[-1].split("|")


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_no_command_opens_a_socket(form: str, tmp_path: Path) -> None:
    """The other formats load what these load, or less."""
    assert watched(EVERY_COMMAND, PSYCHODYN_FORMAT=form, XDG_STATE_HOME=str(tmp_path)) == [str(len(EVERY_COMMAND))]


def test_nor_does_the_first_run(tmp_path: Path) -> None:
    assert watched((("explain", "silence"),), XDG_CACHE_HOME=str(tmp_path)) == ["1"]


def test_every_command_is_tried() -> None:
    assert {words[0] for words in EVERY_COMMAND if words} >= set(COMMANDS)


def test_a_socket_would_be_seen() -> None:
    code = WATCHED.replace("runs = 0", "import socket; socket.socket().close(); runs = 0")
    found = watched((("about",),), code)
    assert "socket.__new__" in found
    assert "socket" in found


# What a run loads; test_architecture.py has the other commands -----------------------------------------

LEAN = {"yaml", "fsrs", *NETWORK}
LOADED = {
    "evidence depression": LEAN,
    "search dream": LEAN,
    "explain transferance": LEAN,
    "help-now": LEAN | {"rich", "sqlite3"},
    "sources --format bibtex": LEAN,
    "about": LEAN,
    "quiz --new 1": LEAN,
}
LISTED = """
import sys
from psychodyn_cli.cli import main
sys.argv = ["psychodyn", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write("\\n" + "|".join(sys.modules))
"""


@pytest.mark.parametrize(("words", "unwanted"), LOADED.items(), ids=LOADED)
def test_a_run_after_the_first_loads_little(words: str, unwanted: set[str], library: Library) -> None:
    assert library  # it has been built and kept
    command = (sys.executable, "-c", LISTED, *words.split())
    done = subprocess.run(command, capture_output=True, text=True, check=False, input="")
    loaded = set(done.stderr.rsplit("\n", 1)[-1].split("|"))
    assert "psychodyn_cli.cli" in loaded
    assert loaded & unwanted == set()
