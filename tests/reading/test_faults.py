"""What cannot be read is told with its file, its line and the way out: all of it in one run, and the rest is read."""

import os
from pathlib import Path

import pytest

from builders import DIMENSIONS, a_milestone, a_source, a_technique, a_therapy, as_yaml, write, written
from psychodyn_cli.entries import Cell
from psychodyn_cli.reading import Reading, read

GOOD = """\
name: The second chair
year: 1900
reviewed: "2026-01-31"
short: Someone brings a second chair.
story: Before, everyone stood.
"""
TALK = """\
moment:
  scene: Ana sits down.
  lines:
    - {who: client, says: I am tired.}
    - {who: doctor, says: Tired.}
"""


def with_line(number: int, line: str) -> str:
    """The good entry with another line in place of one of its own."""
    lines = GOOD.splitlines()
    lines[number - 1] = line
    return "\n".join(lines) + "\n"


FAULTS: dict[str, tuple[str, str | bytes, str, str]] = {  # what is wrong: file, its content, line and what, fix
    "an unknown field": (
        "history/unknown.yaml",
        GOOD + "colour: red\n",
        ":6: C013 unknown field 'colour'",
        "use one of: aliases, further",
    ),
    "a misspelt field": (
        "history/misspelt.yaml",
        with_line(5, "stroy: Before, everyone stood."),
        ":5: C013 unknown field 'stroy'",
        "did you mean 'story'?",
    ),
    "a missing field": (
        "history/missing.yaml",
        with_line(5, "# no story"),
        ":1: C013 field 'story' is missing",
        "add 'story:'",
    ),
    "a field without a value": (
        "history/blank.yaml",
        with_line(5, "story:"),
        ":5: C013 Expected 'str'",
        "write a text",
    ),
    "words where a number belongs": (
        "history/words.yaml",
        with_line(2, "year: long ago"),
        ":2: C013 Expected 'int', got 'str'",
        "write a whole number",
    ),
    "a number out of range": (
        "history/number.yaml",
        with_line(2, "year: 19000"),
        ":2: C013 Expected 'int' <= 2100",
        "write",
    ),
    "a list where text belongs": (
        "history/list.yaml",
        with_line(5, "story: [a, b]"),
        ":5: C013 Expected 'str', got 'array'",
        "write a text",
    ),
    "text where a list belongs": (
        "history/text.yaml",
        GOOD + "related: silence\n",
        ":6: C013 Expected 'array', got 'str'",
        "see: psychodyn schema",
    ),
    "a day that is none": (
        "history/day.yaml",
        with_line(3, "reviewed: 31 January 2026"),
        ":3: C013 Expected 'str' matching regex",
        "write it to match",
    ),
    "an id that is none": (
        "history/link.yaml",
        GOOD + "related:\n  - silence\n  - Free Association\n",
        ":8: C013 Expected 'str' matching regex",
        "write it to match",
    ),
    "nothing in a list": ("history/nothing.yaml", GOOD + "aliases:\n  -\n", ":7: C013 Expected 'str'", "write a text"),
    "a word that is no choice": (
        "sources/choice.yaml",
        "name: On chairs\ntype: bok\nchecked: seen\n",
        ":2: C013 Invalid enum value 'bok'",
        "did you mean 'book'?",
    ),
    "a word far from every choice": (
        "sources/far.yaml",
        "name: On chairs\ntype: zzz\nchecked: seen\n",
        ":2: C013 Invalid enum value 'zzz'",
        "use one of: article-journal, article-magazine, book",
    ),
    "neither true nor false": (
        "history/boolean.yaml",
        GOOD + "sensitive: perhaps\n",
        ":6: C013 Expected 'bool', got 'str'",
        "write true or false",
    ),
    "an unquoted no": ("history/unquoted.yaml", GOOD + "sensitive: no\n", ":6: C007 unquoted no", "else true or false"),
    "a field that stands twice": (
        "history/twice.yaml",
        GOOD + "name: Another\n",
        ":6: C008 'name' stands twice",
        "keep one of the two",
    ),
    "an alias bomb": (
        "history/bomb.yaml",
        GOOD + "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        ":6: C006 an alias (*name)",
        "write the text out instead",
    ),
    "a tab": ("history/tab.yaml", GOOD + "aliases:\n\t- chair\n", ":7: C003 a tab", "use spaces, never tabs"),
    "bytes that are not UTF-8": (
        "history/latin.yaml",
        with_line(5, "story: déjà vu").encode("latin-1"),
        ":5: C002 not UTF-8",
        "save the file as UTF-8",
    ),
    "a control character": (
        "history/control.yaml",
        with_line(5, "story: \x1b[31mred"),
        ":5: C003 control character U+001B",
        "delete it",
    ),
    "a file too large": (
        "history/large.yaml",
        GOOD + "#" * 300_000,
        ": C001 file of 300,126 bytes",
        "keep it under 262,144 bytes",
    ),
    "lists nested too deeply": (
        "history/deep.yaml",
        GOOD + "aliases: " + "[" * 100_000,
        ":6: C004 nested too deeply",
        "write it flat",
    ),
    "an empty file": ("history/empty.yaml", "", ": C005 empty file", "write an entry, or delete the file"),
    "a list instead of fields": (
        "history/items.yaml",
        "- a\n- b\n",
        ":1: C011 not an entry",
        "write fields: 'name: …'",
    ),
    "text instead of fields": ("history/prose.yaml", "Once upon a time", ":1: C011 not an entry", "write fields"),
    "text with a colon": (
        "history/colon.yaml",
        with_line(5, "story: Before: everyone stood."),
        ":5: C004 not YAML: mapping values are not allowed",
        'put text with ": " in quotes',
    ),
    "an id in the file": (
        "history/identified.yaml",
        GOOD + "id: identified\n",
        ":6: C012 'id' is not written in the file",
        "delete it: folder and file name say it",
    ),
    "a kind in the file": (
        "history/kind.yaml",
        "kind: technique\n" + GOOD,
        ":1: C012 'kind' is not written in the file",
        "delete it",
    ),
    "a file name that is no id": (
        "history/The Chair.yaml",
        GOOD,
        ": C010 'The Chair' is no id",
        "name the file like free-association.yaml",
    ),
    "an id that stands already": (
        "history/good.yaml",
        GOOD,
        ": C014 id stands already in data/techniques/good.yaml",
        "rename one of the two",
    ),
    "a fault in a part of a part": (
        "techniques/part.yaml",
        TALK,
        ":5: C013 Invalid enum value 'doctor'",
        "use one of: therapist, client",
    ),
    "too few parts": ("techniques/few.yaml", TALK, ":3: C013 2 given, at least 3 needed", "add what is missing"),
    "too many parts": (
        "techniques/many.yaml",
        TALK + "    - {who: client, says: Yes.}\n" * 9,
        ":3: C013 11 given, at most 10 allowed",
        "shorten the list",
    ),
    "a fault in a part under a name of its own": (
        "therapies/cell.yaml",
        "cells:\n  pace:\n    says: Slow.\n    standing: sure\n",
        ":4: C013 Invalid enum value 'sure'",
        "use one of: stated, about-equal",
    ),
    "a fault in a part that may be left out": (
        "concepts/optional.yaml",
        "full:\n  histroy: Long.\n",
        ":2: C013 unknown field 'histroy'",
        "did you mean 'history'?",
    ),
    "text where a part belongs": (
        "concepts/flat.yaml",
        "full: Long.\n",
        ":1: C013 Expected 'object",
        "see: psychodyn schema",
    ),
    "a part under a name that is no id": (
        "therapies/key.yaml",
        as_yaml(a_therapy(cells={"The Pace": Cell(says="Slow.")})),
        ":1: C013 Expected `str` matching regex",
        "see: psychodyn schema",
    ),
    "a folder that nobody reads": (
        "technics/lost.yaml",
        GOOD,
        ": C015 read by nobody",
        "put it into one of: techniques, concepts",
    ),
    "an ending that nobody reads": ("history/lost.yml", GOOD, ": C015 read by nobody", "name it .yaml"),
    "content beside the folders": ("lost.yaml", GOOD, ": C015 read by nobody", "put it into one of"),
    "a row of compare without a name": (
        "dimensions.yaml",
        "- id: pace\n  question: How fast?\n  block: experience\n",
        ":1: C013 field 'name' is missing",
        "add 'name:'",
    ),
}


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """One folder with every fault, each in a file of its own, and two good files."""
    folder = tmp_path_factory.mktemp("faults") / "data"
    written(folder, a_technique(id="good"), a_source())
    for file, content, _, _ in FAULTS.values():
        path = write(folder / file, "")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(folder)


@pytest.mark.parametrize(
    ("file", "what", "fix"), [(file, what, fix) for file, _, what, fix in FAULTS.values()], ids=FAULTS
)
def test_a_fault_is_told_with_file_line_and_a_fix(reading: Reading, file: str, what: str, fix: str) -> None:
    told = [str(problem) for problem in reading.problems if problem.place.file == f"data/{file}"]

    assert any(one.startswith(f"data/{file}{what}") and fix in one.partition("\n    fix: ")[2] for one in told), told


def test_what_is_good_is_read_all_the_same(reading: Reading) -> None:
    assert [entry.id for entry in reading.entries] == ["good", "doe1999"]


def test_nothing_is_told_of_good_files(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_technique(), a_milestone(), a_source(), dimensions=DIMENSIONS)

    reading = read(folder)

    assert reading.problems == ()
    assert list(reading.entries) == [a_technique(), a_milestone(), a_source()]
    assert reading.dimensions == DIMENSIONS


def test_every_fault_of_one_file_is_told(tmp_path: Path) -> None:
    write(tmp_path / "data/history/many.yaml", "nmae: A\nyear: soon\nreviewed: today\nreviewed: now\nshort: B\n")

    assert [
        (problem.place.line, problem.what.partition(" matching ")[0])
        for problem in sorted(read(tmp_path / "data").problems)
    ] == [
        (1, "field 'name' is missing"),
        (1, "field 'story' is missing"),
        (1, "unknown field 'nmae'"),
        (2, "Expected 'int', got 'str'"),
        (3, "Expected 'str'"),
        (4, "'reviewed' stands twice"),
    ]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "data/history").mkdir(parents=True)
    (tmp_path / "data/history/gone.yaml").symlink_to("nowhere")

    assert [str(problem) for problem in read(tmp_path / "data").problems] == [
        "data/history/gone.yaml: C009 cannot be read: No such file or directory\n    fix: check the file's permissions"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_looks_like_a_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "data" / "history").mkdir(parents=True)
    os.mkfifo(tmp_path / "data" / "history" / "pipe.yaml")

    assert _first_lines(read(tmp_path / "data")) == ["data/history/pipe.yaml: C009 no ordinary file"]


def test_a_file_whose_name_is_no_text_takes_nothing_away(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_milestone())
    try:
        (folder / "history" / os.fsdecode(b"bad\xff.yaml")).write_text("name: x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has text for names")

    reading = read(folder)

    assert len(list(reading.entries)) == 1
    assert _first_lines(reading)[0].startswith("data/history/bad?.yaml: C010 ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("closed", ["history", "dimensions.yaml"])
def test_what_may_not_be_read_is_told_and_the_rest_is_read(closed: str, tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_milestone(), a_technique())
    (folder / closed).chmod(0)
    try:
        reading = read(folder)
    finally:
        (folder / closed).chmod(0o700)

    assert any(type(entry).__name__ == "Technique" for entry in reading.entries)
    assert f"data/{closed}: C009 cannot be read: Permission denied" in _first_lines(reading)


def test_a_broken_list_of_rows_takes_no_entry_away(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_milestone())
    write(folder / "dimensions.yaml", "- id: pace\n\tname: Pace\n")

    reading = read(folder)

    assert _first_lines(reading) == ["data/dimensions.yaml:2: C003 a tab"]
    assert list(reading.entries) == [a_milestone()]
    assert reading.dimensions == ()


def test_ids_differ_by_more_than_case(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_source(id="Doe1999"), a_source(id="doe1999"))
    if len(list((folder / "sources").iterdir())) == 1:
        pytest.skip("this disk takes both names for one")

    assert _first_lines(read(folder)) == [
        "data/sources/doe1999.yaml: C014 id stands already in data/sources/Doe1999.yaml"
    ]


def test_a_source_may_have_the_id_of_a_page(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", a_milestone(id="chairs"), a_source(id="chairs"))

    assert read(folder).problems == ()


def test_a_folder_without_content_is_an_empty_reading(tmp_path: Path) -> None:
    assert read(tmp_path) == Reading((), (), ())


def _first_lines(reading: Reading) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in reading.problems]
