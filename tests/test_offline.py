"""No command opens a socket, and none loads what could."""

import subprocess
import sys

import pytest

from psychodyn_cli.library.shelf import Library

WATCHED = """
import sys
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith("socket.") else None)
sys.argv = ["psychodyn", *sys.argv[1:]]
from psychodyn_cli.cli import main
try:
    main()
except SystemExit:
    pass
loaded = sorted({"socket", "ssl", "http.client", "asyncio", "urllib.request", *FORBIDDEN} & set(sys.modules))
sys.stderr.write("|".join([*seen, *loaded]))
"""
LEAN = {"yaml", "fsrs"}
COMMANDS = {
    "techniques": LEAN,
    "explain free-association --format terminal": LEAN,
    "compare cbt --format terminal": LEAN,
    "explain free-association --plain": LEAN | {"rich", "rich.console", "platformdirs"},
    "evidence depression": LEAN,
    "search dream": LEAN,
    "explain transferance": LEAN,
    "help-now": LEAN | {"rich", "sqlite3"},
    "check": set(),
    "sources --format bibtex": LEAN,
    "about": LEAN,
}


@pytest.mark.parametrize(("words", "forbidden"), COMMANDS.items(), ids=COMMANDS)
def test_nothing_opens_a_socket_and_little_is_loaded(words: str, forbidden: set[str], library: Library) -> None:
    assert library  # it has been built and kept: these are the runs that follow the first
    code = WATCHED.replace("FORBIDDEN", repr(tuple(forbidden)))
    done = subprocess.run((sys.executable, "-c", code, *words.split()), capture_output=True, text=True, check=False)
    assert done.stderr.rsplit("\n", 1)[-1] == ""
