"""What every test stands on: a clean environment, the real library read once, and the program as a function."""

import gc
import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from psychodyn_cli import cli, paths
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.reading import read
from psychodyn_cli.reading.rules import Content

gc.enable()  # the program runs for less than a second and does without; a test suite does not

settings.register_profile("psychodyn", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("psychodyn")

_SPOKEN_TO_US = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PYTHONIOENCODING", "TTY_COMPATIBLE")


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the developer's home, terminal or settings reaches a test.

    The cache lies in one temporary folder for the whole run, so that the real library is built once.
    """
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*_SPOKEN_TO_US, *(name for name in os.environ if name.startswith(("PSYCHODYN_", "_PSYCHODYN_")))):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLUMNS", "80")
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        if hasattr(time, "tzset"):  # Windows has none
            time.tzset()
        yield


@pytest.fixture(scope="session")
def data() -> Path:
    """The real content's folder."""
    folder = paths.bundled_data()
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content's library. For a library of your own: `builders.a_library(…)`."""
    return open_library()


@pytest.fixture(scope="session")
def content(data: Path) -> Content:
    """The real content as the rules see it: its files, and what is wrong with them."""
    return Content((read(data),))


class Ran(NamedTuple):
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *words: str) -> Ran: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("explain", "silence")` is `psychodyn explain silence` in this process, with its real exit."""

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["psychodyn", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run


class Told(Protocol):
    def __call__(self, *words: str, lines: tuple[str, ...] = ()) -> Ran: ...


@pytest.fixture
def told(run: Run, monkeypatch: pytest.MonkeyPatch) -> Told:
    """`told("quiz", lines=("1", "q"))`: `run`, with these lines waiting at the prompts and then the end of input."""

    def told(*words: str, lines: tuple[str, ...] = ()) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run(*words)

    return told


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of this test's own: where the progress file would be."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "psychodyn" / "progress.sqlite"


@pytest.fixture
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """At every prompt the input has ended."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))


class Golden(Protocol):
    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden screens anew; then read the diff")
    parser.addoption("--every-width", action="store_true", help="draw each page at each width, not at every other one")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden("name.txt", text)`: the screen is, letter for letter, the one in `tests/golden/`."""

    def same(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text("utf-8")

    return same
