"""`new` begins an entry from a commented template, on the screen or as a file of a pack."""

import re
from pathlib import Path

import msgspec
import pytest

from conftest import Run
from psychodyn_cli.reading import FOLDERS, read
from psychodyn_cli.tasks.new import template

KINDS = {str(kind.__struct_config__.tag): (folder, kind) for folder, kind in FOLDERS.items()}
SAID_ELSEWHERE = {"id", "kind"}  # by the file's name and its folder


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_can_be_read_as_it_is(kind: str, run: Run, tmp_path: Path) -> None:
    assert run("new", kind, "my-own", "--pack", str(tmp_path)).code == 0
    reading = read(tmp_path)
    assert [str(problem) for problem in reading.problems] == []
    (entry,) = reading.entries
    assert entry.id == "my-own"


@pytest.mark.parametrize("kind", KINDS)
def test_check_refuses_a_template_as_it_is(kind: str, run: Run, tmp_path: Path) -> None:
    run("new", kind, "my-own", "--pack", str(tmp_path))
    ran = run("check", "--pack", str(tmp_path))
    assert ran.code == 4
    name = template(kind, "").partition("name: ")[2].partition("\n")[0]
    assert f"C128 '{name}' is what the template says" in ran.out


@pytest.mark.parametrize(
    ("kind", "left"), [("session", "..."), ("support", "The service"), ("support", "https://example")]
)
def test_nor_what_is_left_of_it_when_the_name_is_said(kind: str, left: str, run: Run, tmp_path: Path) -> None:
    run("new", kind, "my-own", "--pack", str(tmp_path))
    (file,) = tmp_path.glob("*/my-own.yaml")
    file.write_text(re.sub("^name: .*", "name: Mine", file.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")
    ran = run("check", "--pack", str(tmp_path))
    assert ran.code == 4
    assert f"C128 '{left}" in ran.out


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_names_every_field(kind: str) -> None:
    told = set(re.findall(r"^(?:# )?(\w+):", template(kind, ""), re.MULTILINE))
    assert told == {field.name for field in msgspec.structs.fields(KINDS[kind][1])} - SAID_ELSEWHERE


def test_without_a_pack_it_is_printed_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    ran = run("new", "concept", "my-idea")
    assert ran.out.startswith("# yaml-language-server: $schema=../schemas/concept.json\nname: ")
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_is_not_there_yet_is_made(run: Run, tmp_path: Path) -> None:
    assert run("new", "concept", "my-idea", "--pack", str(tmp_path / "new" / "pack")).code == 0
    assert (tmp_path / "new" / "pack" / "concepts" / "my-idea.yaml").is_file()


def test_what_to_type_next_is_said(run: Run, tmp_path: Path) -> None:
    assert f"psychodyn check --pack {tmp_path}" in run("new", "concept", "my-idea", "--pack", str(tmp_path)).err


def test_a_file_that_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "concepts" / "my-idea.yaml"
    file.parent.mkdir()
    file.write_text("mine", encoding="utf-8")
    ran = run("new", "concept", "my-idea", "--pack", str(tmp_path))
    assert ran.code == 2
    assert "is there already" in ran.err
    assert file.read_text("utf-8") == "mine"
