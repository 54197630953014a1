"""`check` tells all problems in one run, each with file, line and the way out."""

import re
from pathlib import Path

import pytest

from builders import a_concept, a_technique, as_yaml, write, written
from conftest import Run

PROBLEM = re.compile(r"(?P<file>\S+?)(:(?P<line>\d+))?: (?P<code>C\d{3}) (?P<what>.+)\n    fix: (?P<fix>.+)")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder without content, in place of the program's own."""
    folder = written(tmp_path / "data")
    folder.mkdir()
    monkeypatch.setenv("PSYCHODYN_DATA", str(folder))
    return folder


def told(out: str) -> list[re.Match[str]]:
    """The problems that are told; nothing else is."""
    lines = out.splitlines()
    found = [PROBLEM.fullmatch("\n".join(pair)) for pair in zip(lines[::2], lines[1::2], strict=True)]
    assert all(found), out
    return [problem for problem in found if problem]


def test_no_problem_is_one_line_and_0(content: Path, run: Run) -> None:
    assert content.is_dir()
    assert run("check") == (0, "No problems in 0 files.\n", "")


def test_every_file_tells_its_own_problems_in_one_run(content: Path, run: Run) -> None:
    write(content / "concepts" / "red.yaml", "name: Red\nsumary: x\n")
    write(content / "concepts" / "blue.yaml", "name: Blue\nname: Blue\n")
    write(content / "techniques" / "green.yaml", "\tname: Green\n")
    ran = run("check")
    assert ran.code == 4
    found = told(ran.out)
    assert {problem["file"] for problem in found} == {
        "data/concepts/red.yaml",
        "data/concepts/blue.yaml",
        "data/techniques/green.yaml",
    }
    misspelt = next(problem for problem in found if "sumary" in problem["what"])
    assert misspelt["line"] == "2"
    assert ran.err == f"{len(found)} problems in 3 files.\n"


def test_one_problem_is_one(content: Path, run: Run) -> None:
    write(content / "concepts" / "red.yaml", "")
    ran = run("check")
    assert len(told(ran.out)) == 1
    assert ran.err == "1 problem in 1 file.\n"


def test_problems_stand_in_the_order_of_files_and_lines(content: Path, run: Run) -> None:
    for name in ("b", "a", "c"):
        write(content / "concepts" / f"{name}.yaml", "one: x\ntwo: x\n")
    places = [(problem["file"], int(problem["line"] or 0)) for problem in told(run("check").out)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("below", "files"),
    [
        ("concepts/red.yaml", {"data/concepts/red.yaml"}),
        ("concepts", {"data/concepts/blue.yaml", "data/concepts/red.yaml"}),
        (".", {"data/concepts/blue.yaml", "data/concepts/red.yaml", "data/techniques/green.yaml"}),
    ],
)
def test_a_file_or_a_folder_is_checked_alone(below: str, files: set[str], content: Path, run: Run) -> None:
    for name in ("concepts/red", "concepts/blue", "techniques/green"):
        write(content / f"{name}.yaml", "")
    ran = run("check", str(content / below))
    assert ran.code == 4
    assert {problem["file"] for problem in told(ran.out)} == files


def test_a_good_file_is_good_although_others_are_not(content: Path, run: Run) -> None:
    write(content / "concepts" / "red.yaml", "")
    (content / "techniques").mkdir()
    ran = run("check", str(content / "techniques"))
    assert ran.code == 0
    assert ran.out.startswith("No problems")


def test_content_of_your_own_may_link_to_the_programs(content: Path, run: Run, tmp_path: Path) -> None:
    """A pack is checked together with what it adds to: a link into either is no dead link."""
    written(content, a_concept(name="Home"))
    pack = written(tmp_path / "pack", a_technique(name="Guest", aim="See [[home]] and [[nowhere]]."))
    found = [problem["what"] for problem in told(run("check", str(pack)).out)]
    assert any("nowhere" in what for what in found)
    assert not any("home" in what for what in found)


def test_only_the_pack_that_is_named_is_told(content: Path, run: Run, tmp_path: Path) -> None:
    write(content / "concepts" / "red.yaml", "")
    pack = tmp_path / "pack"
    write(pack / "concepts" / "blue.yaml", "")
    assert {problem["file"] for problem in told(run("check", str(pack)).out)} == {"pack/concepts/blue.yaml"}
    both = {problem["file"] for problem in told(run("check", "--pack", str(pack)).out)}
    assert both == {"pack/concepts/blue.yaml", "data/concepts/red.yaml"}


def test_a_name_that_begins_alike_is_another(content: Path, run: Run) -> None:
    pack, other = content.with_name("pack"), content.with_name("pack2")
    (pack / "concepts").mkdir(parents=True)
    write(other / "concepts" / "red.yaml", "")
    assert run("check", str(pack), "--pack", str(other)).code == 0


def test_a_summary_counts(content: Path, run: Run) -> None:
    write(content / "concepts" / "red.yaml", as_yaml(a_concept(name="Red")))
    out = run("check", "--summary").out
    assert "concept: 1\n" in out
    assert "\nNo problems in 1 file.\n" in out
