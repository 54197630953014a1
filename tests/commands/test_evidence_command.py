"""`psychodyn evidence`: every condition has a page, filters say what they do, a picture replaces nothing."""

from pathlib import Path

import pytest

from conftest import Run
from psychodyn_cli.entries import Evidence
from psychodyn_cli.library.shelf import Library


def test_every_page_of_the_list_opens(run: Run, library: Library) -> None:
    for entry in library.of_kind(Evidence):
        ran = run("evidence", entry.id)
        assert (ran.code, ran.err) == (0, ""), entry.id


def test_where_no_row_is_a_main_one_all_are_shown_and_that_is_said(run: Run) -> None:
    out = run("evidence", "ptsd").out
    assert "what trials and reviews found: from all rows, since none is a main one" in out
    assert "Tran 2016" in out
    assert "--all" not in out


@pytest.mark.parametrize(
    ("options", "kicker"),
    [
        ((), "what trials and reviews found"),
        (("--against", "cbt"), "what trials and reviews found: only rows against CBT"),
        (
            ("--against", "controls", "--treatment", "STPP"),
            "what trials and reviews found: only rows against controls and on STPP",
        ),
        (("--time", "follow"), 'what trials and reviews found: only rows at a time with "follow"'),
    ],
    ids=["no filter", "one", "two", "a time"],
)
@pytest.mark.parametrize("more", [(), ("--table",)], ids=["drawn", "told"])
def test_a_page_says_how_it_is_filtered(run: Run, options: tuple[str, ...], kicker: str, more: tuple[str, ...]) -> None:
    assert run("evidence", "depression", *options, *more).out.split("\n")[1] == kicker


@pytest.mark.parametrize(
    ("words", "would"),
    [
        (("depression", "--treatment", "LTPP"), "--treatment STPP, PDT, any"),
        (("depression", "--time", "zzz"), '--time "end of treatment", "follow-up"'),
        (("substance-use", "--against", "therapies"), "--against other"),
        (("ptsd", "--against", "cbt"), "--against therapies"),
    ],
    ids=["treatment", "time", "against", "a page without main rows"],
)
def test_a_filter_that_finds_nothing_names_values_that_do(run: Run, words: tuple[str, ...], would: str) -> None:
    ran = run("evidence", *words)
    assert ran.code == 3
    assert f"What would find some: {would}. See all:" in ran.err
    option, value = would.split(", ", maxsplit=1)[0].split(" ", 1)
    assert run("evidence", words[0], option, value.strip('"')).code == 0


def test_a_row_outside_the_main_ones_is_pointed_to(run: Run) -> None:
    ran = run("evidence", "anxiety", "--time", "past a year")
    assert ran.code == 3
    assert "add --all" in ran.err
    assert run("evidence", "anxiety", "--time", "past a year", "--all").code == 0


def test_a_page_without_a_plot_says_why(run: Run) -> None:
    assert "There is no plot here." in run("evidence", "depression", "--against", "cbt").out
    assert "There is no plot here." not in run("evidence", "depression").out
    assert "There is no plot here." not in run("evidence", "depression", "--against", "cbt", "--table").out


def test_a_question_is_told_apart_from_a_page_of_figures(run: Run) -> None:
    ran = run("evidence", "autism")
    assert ran.code == 3
    assert "psychodyn explain autism-and-therapy" in ran.err


# Files that the reader names -----------------------------------------------------------------------------

WRITES = {
    "evidence": ("evidence", "depression", "--output", "FILE.svg"),
    "export": ("export", "silence", "--output", "FILE.html"),
    "quiz": ("quiz", "--export", "anki", "--kind", "pair", "--output", "FILE.txt"),
}


@pytest.fixture(params=tuple(WRITES.values()), ids=tuple(WRITES))
def words(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, ...]:
    return tuple(word.replace("FILE", str(tmp_path / "file")) for word in request.param)


def test_a_file_that_is_there_is_left_as_it_is(run: Run, words: tuple[str, ...]) -> None:
    file = Path(words[-1])
    file.write_text("mine", "utf-8")
    ran = run(*words)
    assert ran.code == 2
    assert "is there already, and was left as it is. Name another file, or add --force." in " ".join(ran.err.split())
    assert ran.out == ""
    assert file.read_text("utf-8") == "mine"


def test_it_is_written_over_where_the_reader_says_so(run: Run, words: tuple[str, ...]) -> None:
    file = Path(words[-1])
    file.write_text("mine", "utf-8")
    ran = run(*words, "--force")
    assert ran.code == 0
    assert "Written:" in ran.err
    assert len(file.read_text("utf-8")) > len("mine")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_where_there_is_no_room_the_fault_is_not_the_readers(run: Run, words: tuple[str, ...]) -> None:
    Path(words[-1]).symlink_to("/dev/full")
    ran = run(*words, "--force")
    assert ran.code == 1
    assert "could not be written: No space left" in " ".join(ran.err.split())
