"""Every byte that is kept is told, and all of it can be removed."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest

from builders import a_technique, written
from conftest import Run, Told
from psychodyn_cli.quiz.progress import open_progress


@pytest.fixture
def folders(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where this test's state and cache would be; nothing is there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PSYCHODYN_DATA", str(written(tmp_path / "data", a_technique())))
    return kept.parent, tmp_path / "cache" / "psychodyn"


def files(*folders: Path) -> dict[str, int]:
    return {str(path): path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_at_first_nothing_is_kept_and_asking_keeps_nothing(folders: tuple[Path, Path], run: Run) -> None:
    assert "0 files, 0 bytes." in run("privacy").out
    assert run("privacy", "wipe").out == "Nothing is kept.\n"
    assert not any(folder.exists() for folder in folders)


def test_every_file_is_told_with_its_bytes(folders: tuple[Path, Path], run: Run) -> None:
    state, cache = folders
    run("techniques")
    progress, _ = open_progress(state / "progress.sqlite")
    progress.record("mirroring/meaning", right=True, now=datetime.now(UTC))
    (state / "progress-damaged-1.sqlite").write_text("x")
    (cache / "left-by-a-stranger").write_text("y")
    told = json.loads(run("privacy", "--format", "json").out)
    progress.close()
    assert {one["path"] for one in told["files"]} >= {
        str(state / "progress.sqlite-wal"), str(state / "progress-damaged-1.sqlite"), str(cache / "left-by-a-stranger")
    }  # fmt: skip
    assert told["bytes"] == sum(one["bytes"] for one in told["files"])
    what = {Path(one["path"]).name: one["what"] for one in told["files"]}
    assert what["progress.sqlite"].startswith("Your answers in the quiz")
    assert what["left-by-a-stranger"] == "psychodyn does not know what it is."
    assert any(name.startswith("library-") for name in what)


def test_what_is_shown_is_what_is_there(folders: tuple[Path, Path], run: Run) -> None:
    run("techniques")
    told = json.loads(run("privacy", "--format", "json").out)
    assert {one["path"]: one["bytes"] for one in told["files"]} == files(*folders)
    assert all(path in run("privacy").out for path in files(*folders))


def test_wipe_removes_it_all_and_nothing_else(folders: tuple[Path, Path], told: Told) -> None:
    state, cache = folders
    told("quiz", "--keep")
    beside = cache.parent / "another-program"
    beside.write_text("z")
    ran = told("privacy", "wipe", "--yes")
    assert ran.code == 0
    assert "Nothing is kept now." in ran.out
    assert not state.exists()
    assert not cache.exists()
    assert beside.exists()


def test_a_link_is_removed_and_not_what_it_leads_to(folders: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine").write_text("mine")
    folders[0].mkdir(parents=True)
    (folders[0] / "progress.sqlite-link").symlink_to(tmp_path / "mine")
    assert run("privacy", "wipe", "--yes").code == 0
    assert (tmp_path / "mine").read_text() == "mine"
    assert not folders[0].exists()


def test_where_nobody_can_be_asked_it_must_be_said(folders: tuple[Path, Path], told: Told) -> None:
    told("techniques")
    ran = told("privacy", "wipe", lines=("y",))
    assert ran.code == 2
    assert "psychodyn privacy wipe --yes" in ran.err
    assert files(*folders)


@pytest.mark.parametrize(("typed", "left"), [("y", False), ("", True), ("n", True)])
def test_on_a_terminal_it_asks(typed: str, left: bool, folders: tuple[Path, Path], run: Run) -> None:
    run("techniques")
    child = pexpect.spawn(sys.executable, ["-m", "psychodyn_cli", "privacy", "wipe"], encoding="utf-8", timeout=20)
    child.expect("Remove all this. y or N: ")
    child.sendline(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert bool(files(*folders)) == left


def test_what_cannot_be_removed_is_told(folders: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("techniques")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refused)
    ran = run("privacy", "wipe", "--yes")
    assert ran.code == 1
    assert "Could not be removed" in ran.err
    assert files(*folders)
