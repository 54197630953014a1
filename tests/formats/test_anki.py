"""Cards as Anki reads them: permanent ids, both sides whole; and, where it can be installed, read by the real Anki."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from psychodyn_cli.formats.anki import render
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.quiz import Note, notes_of
from psychodyn_cli.quiz.making import cards_of


@pytest.fixture(scope="module")
def notes(library: Library) -> tuple[Note, ...]:
    return tuple(notes_of(cards_of(library), library))


def rows(text: str) -> list[list[str]]:
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return list(csv.reader(io.StringIO(body), delimiter="\t", strict=True))


def test_every_card_is_a_row_under_its_own_id(notes: tuple[Note, ...]) -> None:
    found = rows(render(notes))
    assert [row[0] for row in found] == [note.guid for note in notes]
    assert len({row[0] for row in found}) == len(found)
    assert "psychodyn/denial/unopened-letters" in {row[0] for row in found}


def test_no_two_fronts_are_alike(notes: tuple[Note, ...]) -> None:
    """Anki would take the second for an edit of the first."""
    assert len({note.front for note in notes}) == len(notes)


def test_the_back_has_the_answer_why_its_sources_the_page_and_the_licence(notes: tuple[Note, ...]) -> None:
    back = next(note.back for note in notes if note.guid == "psychodyn/depression/wienicke2023-control-post")
    assert back.startswith("The one named first was ahead\n")
    assert "[1] Wienicke" in back
    assert back.endswith("psychodyn evidence depression --all (CC BY 4.0)")
    for note in notes:
        for number in re.findall(r"\[(\d+)", note.back):
            assert f"\n[{number}] " in note.back, note.guid


@pytest.mark.parametrize("field", ["#deck:mine", 'He said "no".', "a\tb", "one\ntwo", "<b>&amp;</b>", "= 1"])
def test_no_text_can_break_a_row(field: str) -> None:
    text = render((Note("psychodyn/a/1", field, "back", ("psychodyn",)),))
    header, first = text.index("#deck:psychodyn\n"), text.index('"psychodyn/a/1"')
    assert header < first
    assert rows(text[first:])[0][1] == field.replace("\t", " ")


def test_it_is_printed_or_written_where_the_reader_says(run: Run, tmp_path: Path) -> None:
    printed = run("quiz", "--export", "anki", "--kind", "pair").out
    ran = run("quiz", "--export", "anki", "--kind", "pair", "--output", str(tmp_path / "cards.txt"))
    assert (tmp_path / "cards.txt").read_text("utf-8") == printed
    assert ran.out == ""
    assert "cards.txt" in ran.err
    assert printed.startswith("#separator:tab\n")


# The real Anki -------------------------------------------------------------------------------------


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    anki = pytest.importorskip("anki.collection", reason="Anki is not installed here: pip install -e '.[anki]'")
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, path: Path) -> Any:
    """As the dialog does when everything in it is left as the file says."""
    messages = pytest.importorskip("anki.import_export_pb2")
    metadata = collection.get_csv_metadata(str(path), None)
    return collection.import_csv(messages.ImportCsvRequest(path=str(path), metadata=metadata)).log


@pytest.mark.filterwarnings("ignore")
def test_anki_imports_every_card_and_a_second_time_updates_it_and_keeps_its_history(
    collection: Any, notes: tuple[Note, ...], tmp_path: Path
) -> None:
    path = tmp_path / "cards.txt"
    path.write_text(render(notes), encoding="utf-8")
    first = imported(collection, path)
    assert len(first.new) == len(notes) == collection.note_count()
    assert [deck.name for deck in collection.decks.all_names_and_ids() if deck.name == "psychodyn"] == ["psychodyn"]

    collection.decks.select(collection.decks.id("psychodyn"))
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    guid = card.note().guid
    before = collection.get_card(card.id)

    edited = tuple(note if note.guid != guid else Note(guid, "A new front", "A new back", note.tags) for note in notes)
    path.write_text(render(edited), encoding="utf-8")
    second = imported(collection, path)
    assert len(second.new) == 0
    assert collection.note_count() == len(notes)
    after = collection.get_card(card.id)
    assert after.note().guid == guid
    assert (after.note()["Front"], after.note()["Back"]) == ("A new front", "A new back")
    assert (after.reps, after.due, after.ivl) == (before.reps, before.due, before.ivl)
    assert collection.db.scalar("select count() from revlog where cid = ?", card.id) == 1
