"""`weigh` sets what matters to the reader beside what each option usually offers, and leaves the weighing to them."""

import io
import json
import os
import random
import re
import stat
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any, Protocol

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_library, a_therapy, a_way, a_wish, written
from conftest import Ran, Run, Told
from psychodyn_cli import __released__, __version__
from psychodyn_cli.entries import Cell, Therapy, Way, Wish
from psychodyn_cli.formats import plain, terminal
from psychodyn_cli.formats.spoken import as_text
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Comparison, Hundreds, Page
from psychodyn_cli.pages.labels import day
from psychodyn_cli.pages.weigh import (
    MOST_WISHES,
    Sheet,
    benefit,
    called,
    harm,
    in_short,
    sentences_of,
    sheet_page,
    short_page,
)
from psychodyn_cli.paths import bundled_data
from psychodyn_cli.prose import passages
from psychodyn_cli.reading.readability import measure, sentences
from psychodyn_cli.tasks.weigh import USUAL

OPTIONS = (
    "Cognitive behavioural therapy (CBT)", "No therapy now", "Other kinds of help", "Person-centred therapy",
    "Psychodynamic therapy", "Wait and look again",
)  # fmt: skip
IN_ROWS = ("CBT", *OPTIONS[1:])  # beside the whole name, above the rows, the short form is enough
DATA = bundled_data() or Path()
QUESTIONS = len(list((DATA / "wishes").glob("*.yaml")))


class Answering(Protocol):
    def __call__(self, *words: str, typed: tuple[str, ...] = ()) -> Ran: ...


@pytest.fixture
def answering(told: Told) -> Answering:
    """`answering("cbt", typed=("1", "n"))` is `psychodyn weigh cbt` with these lines at the prompts, and no more."""
    return lambda *words, typed=(): told("weigh", *words, lines=typed)


@pytest.fixture
def at_a_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody types the answers, wherever the sheet goes."""
    for place in ("weigh", "files"):
        monkeypatch.setattr(f"psychodyn_cli.tasks.{place}.typed_by_hand", lambda: True)


def part(out: str, heading: str) -> str:
    """What stands under a heading, up to the next empty line."""
    return out.partition(f"\n{heading}\n")[2].partition("\n\n")[0]


def asked(err: str) -> list[int]:
    """The questions that were put, in this order."""
    return [int(number) for number in re.findall(rf"^question (\d+) of {QUESTIONS}$", err, re.MULTILINE)]


# The questions -------------------------------------------------------------------------------------


def test_it_asks_one_question_after_the_other(answering: Answering) -> None:
    ran = answering(typed=("1",) * QUESTIONS)
    assert asked(ran.err) == list(range(1, QUESTIONS + 1))
    assert "the last question" in ran.err


def test_the_questions_go_to_stderr_so_that_stdout_is_the_sheet(answering: Answering) -> None:
    assert answering(typed=("1",)).out.startswith("A worksheet for choosing\n")


WAYS_THROUGH = {  # what is typed -> the questions that are put
    "Enter skips": (("", ""), [1, 2, 3]),
    "so do words": (("s", "SKIP"), [1, 2, 3]),
    "not sure is an answer": (("n", "not sure", "Unsure"), [1, 2, 3, 4]),
    "b goes back": (("1", "1", "b", "back"), [1, 2, 3, 2, 1]),
    "at the first one stays there": (("b", "b"), [1, 1, 1]),
    "d is done": (("1", "d"), [1, 2]),
    "what is no answer is asked again": (("4", "0", "-1", "²", "yes", "1 2", "9" * 99, "1"), [1, 2]),
}


@pytest.mark.parametrize(("typed", "expected"), WAYS_THROUGH.values(), ids=WAYS_THROUGH)
def test_a_way_through(typed: tuple[str, ...], expected: list[int], answering: Answering) -> None:
    ran = answering(typed=typed)
    assert ran.code == 0
    assert asked(ran.err) == expected


def test_what_is_no_answer_is_told_what_is(answering: Answering) -> None:
    assert "Type a number from 1 to 3, n for not sure, or Enter to skip." in answering(typed=("yes",)).err


def test_coming_back_shows_what_was_said_and_enter_keeps_it(answering: Answering) -> None:
    ran = answering(typed=("1", "b", "", "d"))
    assert "You said: With a plan for the hour. Enter keeps it." in ran.err
    assert "How an hour goes: With a plan for the hour." in ran.out


def test_an_answer_can_be_changed(answering: Answering) -> None:
    out = answering(typed=("1", "b", "2", "d")).out
    assert "How an hour goes: Open: I begin where I like." in out
    assert "With a plan for the hour." not in out


@pytest.mark.parametrize("typed", [("q",), ("1", "QUIT"), ("1",) * QUESTIONS + ("exit",)], ids=" ".join)
def test_q_leaves_at_any_prompt_and_prints_nothing(typed: tuple[str, ...], answering: Answering) -> None:
    ran = answering(typed=typed)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("Left. Nothing was kept. To fill in on paper: psychodyn weigh --blank\n")


def test_where_the_input_ends_the_rest_is_skipped(answering: Answering) -> None:
    out = answering(typed=("1",)).out
    assert "How an hour goes: With a plan for the hour." in out
    assert "Skipped: things to do in between," in out


@pytest.mark.usefixtures("at_a_keyboard")
def test_at_a_keyboard_the_end_of_input_leaves(answering: Answering) -> None:
    ran = answering(typed=("1",))
    assert (ran.code, ran.out) == (0, "")
    assert "Left. Nothing was kept." in ran.err


@pytest.mark.parametrize("typed", ["I want to die", "hopeless", "help"])
def test_who_asks_for_help_is_shown_the_way_and_nothing_else_is_made_of_it(typed: str, answering: Answering) -> None:
    ran = answering(typed=(typed, "1", "d"))
    assert "psychodyn help-now, or call your country's emergency number." in ran.err
    assert asked(ran.err) == [1, 2]
    assert ran.out == answering(typed=("1", "d")).out


def test_the_way_to_help_stands_before_the_first_question_and_on_the_sheet(answering: Answering) -> None:
    ran = answering(typed=("d",))
    assert ran.err.index("psychodyn help-now") < ran.err.index("question 1 of")
    assert ran.out.rstrip().endswith("psychodyn help-now")


# What matters most ---------------------------------------------------------------------------------

MOST = {  # what is typed at the last question -> what is marked
    "one": ("2", ["Things to do in between"]),
    "several": ("3, 1", ["How an hour goes", "Leading or following"]),
    "none": ("", []),
    "one twice": ("2 2", ["Things to do in between"]),
}


@pytest.mark.parametrize(("line", "marked"), MOST.values(), ids=MOST)
def test_what_matters_most_comes_first(line: str, marked: list[str], answering: Answering) -> None:
    out = answering("--all", typed=("1", "1", "1", *[""] * (QUESTIONS - 3), line)).out
    said = part(out, "What you said matters").splitlines()
    assert [one.partition(" (matters most): ")[0] for one in said[: len(marked)]] == marked
    rows = re.findall(r"^(.+) \(matters most\)\nYou said", out, re.MULTILINE)
    assert rows == marked


@pytest.mark.parametrize("line", ["1 2 3 4", "9", "one", "1-2", "0"])
def test_what_is_no_choice_of_what_matters_most_is_asked_again(line: str, answering: Answering) -> None:
    ran = answering(typed=("1", "1", "1", "1", *[""] * (QUESTIONS - 4), line, "1"))
    assert "Type up to 3 numbers from 1 to 4, or Enter for none." in ran.err
    assert "How an hour goes (matters most)" in ran.out


def test_it_is_not_asked_where_there_is_nothing_to_choose_among(answering: Answering) -> None:
    assert "the last question" not in answering(typed=("1", "n", *[""] * (QUESTIONS - 2))).err


# The sheet -----------------------------------------------------------------------------------------


def test_the_sheet_names_the_decision_first(answering: Answering) -> None:
    lines = answering(typed=("d",)).out.splitlines()
    assert lines[:2] == ["A worksheet for choosing", "no test: no score, and no option wins"]
    assert lines[3].startswith("Do I want to look for talking therapy now?")


def test_each_answer_stands_over_what_every_option_offers(answering: Answering) -> None:
    lines = part(answering("--all", typed=("2", "d")).out, "How an hour goes").splitlines()
    assert lines == ["You said: Open: I begin where I like."]


@pytest.mark.parametrize(
    "heading",
    ["How an hour goes", "How long it takes", "Your week outside the hour", "Cost and access", "How well it is tested"],
)
def test_every_option_is_told_on_every_row(heading: str, answering: Answering) -> None:
    blocks = answering("--all", typed=("2", "d")).out.partition(f"\n{heading}\n")[2].split("\n\n")
    told = next(block for block in blocks if block.startswith(OPTIONS[0]))
    assert tuple(line.partition(": ")[0] for line in told.splitlines()) == OPTIONS


def test_it_says_what_travel_is_counted(answering: Answering) -> None:
    for words in ((), ("--all",)):
        assert answering(*words, typed=("2", "d")).out.count("Travel is counted as half an hour each way.") == 1


def test_what_nobody_should_choose_without_is_told_even_if_it_was_skipped(answering: Answering, sheet: Sheet) -> None:
    out = answering("--all", typed=("d",)).out
    always = sum(wish.always for wish in sheet.wishes)
    assert out.count("You skipped this. It stands here because nobody should choose without it.") == always
    assert all(f"\n{option}\nWhat people value: " in out for option in OPTIONS)


def test_where_nothing_is_known_the_row_says_so(answering: Answering) -> None:
    out = answering(typed=("d",)).out
    assert "Wait and look again: Unclear. " in out
    assert "No therapy now: Not studied. " in out


def test_who_leans_to_nothing_is_told_that_this_is_normal(answering: Answering) -> None:
    either = {"skipped": ("d",), "not sure": ("n",) * QUESTIONS}
    for typed in either.values():
        assert "You lean to nothing yet. That is a normal place to be" in answering(typed=typed).out


def test_wishes_about_any_therapist_stand_apart(answering: Answering, sheet: Sheet) -> None:
    before = next(at for at, wish in enumerate(sheet.wishes) if wish.name == "Gentle or straight")
    out = answering("--all", typed=(*[""] * before, "2", "d")).out
    assert "Gentle or straight: You said: Straight out. You find gentle and blunt people in every school." in out
    rows = out.partition("What each option usually offers")[2].partition("What speaks for each")[0]
    assert "Gentle or straight" not in rows


def test_questions_to_take_along_come_from_what_was_said(answering: Answering) -> None:
    out = answering("--all", typed=("", "", "1", "d")).out
    assert part(out, "From what you said") == "- How much do you say yourself, and do you give advice?"
    assert "\nTo any therapist\n" in out
    assert "\nTo yourself: wait and look again\n" in out


def test_it_ends_in_a_sheet_for_a_first_meeting(answering: Answering) -> None:
    assert "Did I feel heard?" in part(answering("--all", typed=("d",)).out, "Afterwards")


def test_every_claim_has_its_source(answering: Answering) -> None:
    out = answering("--all", typed=("1",) * QUESTIONS).out
    cited = {int(number) for found in re.findall(r"\[(\d+(?:, \d+)*)\]", out) for number in found.split(", ")}
    listed = {int(number) for number in re.findall(r"^\[(\d+)\] ", out, re.MULTILINE)}
    assert cited == listed == set(range(1, len(listed) + 1))
    assert len(listed) > 40


def test_the_sources_stand_behind_all_that_is_read_or_filled_in(sheet: Sheet, library: Library) -> None:
    for one in (sheet, Sheet(sheet.therapies, sheet.ways, sheet.wishes, {}, blank=True)):
        *_, afterwards, sources, _boundary = sheet_page(one, library).headings
        assert (afterwards, sources) == ("Afterwards", "Sources")


def test_benefit_harm_and_leaving_early_begin_lines_of_their_own(answering: Answering, sheet: Sheet) -> None:
    out = answering("--all", typed=("d",)).out.partition("\nWhat speaks for each, and what is hard\n")[2]
    for label in ("Benefit", "Harm", "Leaving early"):
        there = sum(f"*{label}:*" in one.upsides + one.downsides for one in sheet.options)
        assert len(re.findall(rf"^- {label}: ", out, re.MULTILINE)) == there > 0


def test_blank_asks_nothing_and_leaves_boxes_to_tick(run: Run) -> None:
    for words in ((), ("--all",)):
        ran = run("weigh", "--blank", *words)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.count("[ ] Not sure\n") == QUESTIONS
        assert "You said" not in ran.out
        assert "skipped this" not in ran.out


def test_blank_is_a_sheet_to_take_along_and_no_book(run: Run) -> None:
    for form in ("terminal", "plain"):
        out = run("weigh", "--blank", "--format", form, "--width", "80").out
        assert len(out.splitlines()) <= 125, form
        headings = (
            "What matters to me", "Questions to take along", "A sheet for a first meeting", "Afterwards",
            "How sure is this?",
        )  # fmt: skip
        assert [out.count(f"\n{heading}\n") for heading in headings] == [1] * len(headings)
        assert "we know of no list of questions that can tell" in " ".join(out.split())
        assert "psychodyn weigh psychodynamic cbt person-centred --blank --all" in " ".join(out.split())


def test_blank_with_all_is_the_whole(run: Run) -> None:
    out = run("weigh", "--blank", "--all").out
    assert "Before you decide" in out
    assert "\nSources\n" in out
    assert re.findall(r"^(.+)\nWhat people value: ", out, re.MULTILINE) == list(OPTIONS)


@pytest.mark.parametrize(("words", "whole"), [((), False), (("--all",), True)], ids=["blank", "blank and all"])
def test_a_blank_file_holds_what_blank_prints(words: tuple[str, ...], whole: bool, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheet.txt"
    run("weigh", "--blank", *words, "--output", str(file))
    text = file.read_text("utf-8")
    assert ("\nSources\n" in text) is whole
    assert re.search(r"\[ \]$", text, re.MULTILINE) is None  # no box stands apart from its answer


# At a glance ---------------------------------------------------------------------------------------


def glance(sheet: Sheet, library: Library, said: dict[str, int], most: tuple[str, ...] = ()) -> Comparison:
    """The rows of the short sheet."""
    blocks = (block for section in short_page(filled(sheet, said, most), library).sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Comparison)][-1]


def names(comparison: Comparison) -> list[str]:
    return [row.name for row in comparison.rows]


def test_what_was_marked_is_told_in_full_for_all_options(sheet: Sheet, library: Library) -> None:
    said = {wish.id: 1 for wish in sheet.wishes}
    told = glance(sheet, library, said, ("proof", "structure"))
    assert names(told)[1:3] == ["How an hour goes", "How well it is tested"]
    assert names(told)[-4:] == ["What people value", "Benefit", "What is hard", "Harm"]
    assert told.subjects == IN_ROWS
    assert all(all(row.cells) for row in told.rows)


NOTHING_MARKED = {  # what was said -> the rows that are told: the few that were answered, else those always told
    "one": ({"structure": 1}, ["structure"]),
    "few, of which one is about any therapist": ({"structure": 1, "challenge": 1}, ["structure"]),
    "only about any therapist": ({"challenge": 1, "who": 1}, None),
    "not sure is no choice": ({"structure": 0}, None),
    "many": ({"structure": 1, "tasks": 1, "leading": 1, "form": 1}, None),
    "nothing": ({}, None),
}


@pytest.mark.parametrize(("said", "expected"), NOTHING_MARKED.values(), ids=NOTHING_MARKED)
def test_where_nothing_was_marked(said: dict[str, int], expected: list[str] | None, sheet: Sheet) -> None:
    always = [wish.id for wish in sheet.wishes if wish.always]
    assert [wish.id for wish in filled(sheet, said).foremost] == (expected or always)


@pytest.mark.parametrize("most", [(), ("structure",), ("structure", "tasks", "leading")], ids=len)
def test_who_answers_everything_is_told_what_nobody_should_choose_without(
    most: tuple[str, ...], sheet: Sheet, library: Library
) -> None:
    """In full where nothing else matters more, else in a sentence for each option."""
    told = names(glance(sheet, library, {wish.id: 1 for wish in sheet.wishes}, most))
    assert [wish.name for wish in sheet.wishes if wish.always and wish.name not in told] == []


def test_who_skips_what_nobody_should_choose_without_is_told_where_it_stands(sheet: Sheet, library: Library) -> None:
    one = filled(sheet, {"structure": 1})
    out = plain.render(short_page(one, library))
    assert "psychodyn weigh psychodynamic cbt person-centred --blank --all. Nobody should choose without these:" in out
    assert "these: how long it takes, cost and access, how well it is tested." in out
    assert "Your week outside the hour" in names(glance(sheet, library, {"structure": 1}))  # what each is to live with


def a_row(sheet: Sheet, library: Library, name: str, *said: str, most: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """What stands over a row of the short sheet, and what it says of each option."""
    rows = glance(sheet, library, dict.fromkeys(said, 1), most).rows
    found = next(row for row in rows if row.name == name)
    return found.question, [re.sub(r" \[[\d, ]+\]", "", as_text(told)) for told in found.cells]


def bare(text: str) -> str:
    """A text as it reads: no sources, no stress, links as their words."""
    return re.sub(r"\s*\[@[^]]*\]|\*|\[\[(?:[^|\]]*\|)?|\]\]", "", text)


IN_SHORT = {  # a text -> how much of it is told where ten words are enough
    "One two three four five six seven eight nine ten. More.": 1,
    "Open. It is not for ever: on any day you may change your mind. More.": 2,
    "One of 25 in 100 people got much better with the medicine. With a dummy pill it was 10. More on 7.": 2,
    "One of 25 in 100 people got much better with the medicine. On average it was little. More on 7.": 1,
    "One of 25 in 100 people got very much better [@doe1999]. More said this than not [@doe2000].": 1,
    "Too short [@doe1999]. *Harm:* not counted.": 1,
    "Too short.": 1,
}


@pytest.mark.parametrize(("text", "told"), IN_SHORT.items())
def test_in_short_is_what_says_enough_and_no_share_stands_alone(text: str, told: int) -> None:
    assert in_short(text) == " ".join(re.split(r"(?<=\.) ", text)[:told])


def test_a_row_in_short_is_one_sentence_for_each_option_and_more_where_it_says_little(
    sheet: Sheet, library: Library
) -> None:
    question, told = a_row(sheet, library, "How long it takes", "structure", "length", most=("structure",))
    assert question == "You said: Short, with a set end. In short"
    for one, says in zip(sheet.options, told, strict=True):
        whole = bare(one.cells["length"].says)
        assert whole.startswith(says)
        assert says == whole or len(says.split()) >= 10
        assert says == sentences_of(whole)[0] or len(sentences_of(whole)[0].split()) < 10


def test_a_row_on_cost_in_short_names_the_price_for_every_therapy(sheet: Sheet, library: Library) -> None:
    _, told = a_row(sheet, library, "Cost and access", "structure", "cost", most=("structure",))
    therapies = [says for one, says in zip(sheet.options, told, strict=True) if isinstance(one, Therapy)]
    assert ["pounds a session" in says for says in therapies] == [True] * len(sheet.therapies)


@pytest.mark.parametrize("said", [(), ("structure",), ("structure", "week")], ids=len)
def test_what_it_is_to_live_with_each_is_told_whole_whatever_was_answered(
    said: tuple[str, ...], sheet: Sheet, library: Library
) -> None:
    _, told = a_row(sheet, library, "Your week outside the hour", *said, most=said[:1])
    assert told == [bare(one.cells["week"].says) for one in sheet.options]


@pytest.mark.parametrize("said", [(), ("structure",), ("better",)], ids=" ".join)
def test_what_each_option_is_its_aim_and_how_it_works_are_told_whatever_was_answered(
    said: tuple[str, ...], sheet: Sheet, library: Library
) -> None:
    told = by_option(short_page(filled(sheet, dict.fromkeys(said, 1), said), library), sheet)
    assert [lines[0] for lines in told.values()] == [one.short for one in sheet.options]
    question, aims = a_row(sheet, library, "The aim, and how it is meant to work", *said, most=said)
    assert question == (
        "You said: Something that troubles me should ease." if "better" in said else "Told of every option"
    )
    assert [bare(one.cells["goal"].says) for one in sheet.options] == aims
    assert "What would count as better" not in names(glance(sheet, library, dict.fromkeys(said, 1), said))  # not twice


def test_both_sides_of_each_option_are_told_under_four_headings(sheet: Sheet, library: Library) -> None:
    headings: dict[str, Callable[[Therapy | Way], str]] = {
        "What people value": lambda one: in_short(one.upsides),
        "Benefit": lambda one: benefit(one.upsides),
        "What is hard": lambda one: in_short(one.downsides),
        "Harm": lambda one: harm(one.downsides),
    }
    for name, part_of in headings.items():
        question, told = a_row(sheet, library, name)
        assert question == "In short"
        assert told == [bare(part_of(one)) for one in sheet.options]
        assert not any(says.startswith("Not told") for says in told), name


def test_no_option_has_much_more_room_on_the_short_sheet_than_another(sheet: Sheet, library: Library) -> None:
    """Waiting and no therapy have no hour to tell of; what there is to say of a therapy they are told as fully."""
    for said in ({}, {wish.id: 1 for wish in sheet.wishes}):
        told = by_option(short_page(filled(sheet, said), library), sheet)
        room = {name: sum(map(len, lines)) for name, lines in told.items()}
        assert max(room.values()) <= 2 * min(room.values()), room


def test_a_therapy_whose_benefit_has_no_label_is_told_what_rests_on_a_source(library: Library) -> None:
    told = {one.id: benefit(one.upsides) for one in library.of_kind(Therapy)}
    assert [one for one, says in told.items() if says == "Not told here."] == []
    assert all(says in one.upsides for one in library.of_kind(Therapy) if "*Benefit:*" not in one.upsides
               for says in (told[one.id],))  # fmt: skip


def test_it_says_what_it_is_about_how_sure_it_is_and_what_to_do_before_deciding(answering: Answering) -> None:
    out = answering(typed=("1", "d")).out
    headings = ("What is it about?", "What you said matters", "Before you decide", "How sure is this?")
    assert [out.count(f"\n{heading}\n") for heading in headings] == [1, 1, 1, 1]
    assert "we know of no list of questions that can tell" in out


@pytest.mark.parametrize("words", [(), ("--all",), ("--blank",), ("--blank", "--all")], ids=" ".join)
def test_it_says_how_old_it_is_who_keeps_it_up_and_when(words: tuple[str, ...], answering: Answering) -> None:
    out = answering(*words, typed=("1", "d")).out
    assert f"This is psychodyn {__version__}, published on {day(__released__)}" in out
    assert "The authors last read these texts against their sources on" in out
    assert "within two years, or before the next version if a guideline or main review changes." in out
    assert "No sponsor pays for it" in out


def test_how_many_got_better_and_worse_is_drawn_in_few_lines(sheet: Sheet, library: Library) -> None:
    sections = short_page(sheet, library).sections
    (drawn,) = (section for section in sections if any(isinstance(block, Hundreds) for block in section.blocks))
    lines = on_screen(sheet, library)
    at = lines.index(drawn.heading)
    assert "41 in 100, about two in five" in lines[at + 4]
    assert lines.index("", at + 4) - at <= 13


def test_words_of_research_that_stand_on_it_are_told_in_plain_words(answering: Answering) -> None:
    told = answering(typed=("1", "d")).out.partition("\nIn plain words. ")[2].partition("\n")[0]
    assert [word for word in ("trial: ", "usual care: ", "dummy pill: ") if word not in told] == []


def test_a_word_that_does_not_stand_on_it_is_not_told() -> None:
    sheet = Sheet((a_therapy(),), (), (a_wish(),), {"pace": 1})
    assert "dummy pill" not in plain.render(short_page(sheet, a_library(a_therapy())))


def test_the_first_sentence_is_whole_in_every_therapy_and_way(library: Library) -> None:
    options: tuple[Therapy | Way, ...] = (*library.of_kind(Therapy), *library.of_kind(Way))
    for text in (side for one in options for side in (one.upsides, one.downsides)):
        assert sentences(sentences_of(text)[0]) == sentences(text)[:1]


@pytest.mark.parametrize(("marked", "told"), [("challenge", True), ("proof", False)])
def test_a_wish_about_any_therapist_is_told_where_it_matters(
    marked: str, told: bool, sheet: Sheet, library: Library
) -> None:
    page = short_page(filled(sheet, {wish.id: 1 for wish in sheet.wishes}, (marked,)), library)
    assert ("You find gentle and blunt people in every school." in plain.render(page)) is told


def test_each_answer_has_its_line_and_the_questions_that_follow_from_it(answering: Answering) -> None:
    out = answering(typed=("", "", "1", "d")).out
    assert part(out, "What you said matters") == "Leading or following: Lead, explain and advise."
    assert part(out, "Questions to take along") == "- How much do you say yourself, and do you give advice?"
    assert "To any therapist" not in out


def test_it_says_how_to_see_the_rest(answering: Answering) -> None:
    out = answering(typed=("1", "d")).out
    assert "save the sheet, or psychodyn weigh psychodynamic cbt person-centred --blank --all." in out


def test_every_number_on_the_short_sheet_is_named_at_its_end(answering: Answering) -> None:
    told, _, named = answering(typed=("1",) * QUESTIONS).out.partition("\nSources in short\n")
    cited = {int(number) for found in re.findall(r"\[(\d+(?:, \d+)*)\]", told) for number in found.split(", ")}
    listed = [int(number) for number in re.findall(r"\[(\d+)\] ", named)]
    assert sorted(cited) == listed == list(range(1, len(listed) + 1))
    assert "whole: psychodyn weigh psychodynamic cbt person-centred --blank --all" in named


def test_it_is_short(sheet: Sheet, library: Library) -> None:
    """Whichever rows are answered and marked.

    Why 330 lines: what each option is, its aim, three rows in full, the week, four rows on both sides, each for six
    options with an empty line between long cells; and what makes it a sheet to decide by: what it is about, how many
    got better and worse, how sure it is, what to ask oneself, the sources by name. Another answer adds its own line,
    at most two for its question, and a row in short if it is one that nobody should choose without.
    """
    always, row = sum(wish.always for wish in sheet.wishes), 20
    differing = [wish.id for wish in sheet.wishes if wish.row]
    for most in combinations(differing, MOST_WISHES):
        alone = len(on_screen(filled(sheet, dict.fromkeys(most, 1), most), library))
        among_all = len(on_screen(filled(sheet, {wish.id: 1 for wish in sheet.wishes}, most), library))
        assert alone <= 330, most
        assert among_all <= alone + 3 * (len(sheet.wishes) - MOST_WISHES) + always * row, most
    assert len(on_screen(sheet, library)) <= 290  # nothing said: the week in full, three rows in short


def on_screen(sheet: Sheet, library: Library) -> list[str]:
    out = io.StringIO()
    terminal.render(short_page(sheet, library), out, 80, color=False)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_on_paper_it_is_whole(form: str, answering: Answering) -> None:
    assert "To any therapist" in answering("--format", form, typed=("1", "d")).out


def test_where_answers_come_by_a_pipe_it_is_short_unless_all_is_asked_for(answering: Answering) -> None:
    assert "To any therapist" not in answering(typed=("1", "d")).out
    assert "To any therapist" in answering("--all", typed=("1", "d")).out


@pytest.mark.usefixtures("at_a_keyboard")
def test_what_is_typed_for_a_file_is_whole(answering: Answering) -> None:
    """`psychodyn weigh > sheet.txt`: nobody can ask for the rest."""
    assert "To any therapist" in answering(typed=("d",)).out


# What is compared ----------------------------------------------------------------------------------


def test_the_reader_chooses_the_therapies_and_the_other_ways_are_always_there(run: Run) -> None:
    out = run("weigh", "ipt", "dbt", "--blank", "--all").out
    named = re.findall(r"^(.+)\nWhat people value: ", out, re.MULTILINE)
    assert named == [
        "Dialectical behaviour therapy (DBT)", "Interpersonal psychotherapy (IPT)", "No therapy now",
        "Other kinds of help", "Wait and look again",
    ]  # fmt: skip


def test_a_name_that_has_its_abbreviation_is_not_given_it_twice(run: Run) -> None:
    out = run("weigh", "emdr", "--blank", "--all").out
    assert "(EMDR)" in out
    assert "(EMDR) (EMDR)" not in out


def test_its_help_names_what_is_weighed_where_nothing_is_named(run: Run) -> None:
    told = run("weigh", "--help").out.partition("without it ")[2]
    assert [word for word in USUAL if word not in told.casefold()] == []


def test_an_unknown_therapy_is_offered_the_near_ones_before_anything_is_asked(answering: Answering) -> None:
    ran = answering("psychodinamic", typed=("1",))
    assert (ran.code, ran.out) == (3, "")
    assert "psychodyn weigh psychodynamic" in ran.err
    assert asked(ran.err) == []


@pytest.mark.parametrize("words", [("weigh", "--blank"), ("weigh",), ("tour",)], ids=" ".join)
def test_content_without_questions_or_steps_is_4(
    words: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PSYCHODYN_DATA", str(written(tmp_path / "data", a_therapy(id="psychodynamic"))))
    ran = run(*words)
    assert (ran.code, ran.out) == (4, "")
    assert "See: psychodyn check" in ran.err


# Honesty: what no answer can change ----------------------------------------------------------------


@pytest.fixture(scope="module")
def sheet(library: Library) -> Sheet:
    therapies = tuple(page for page in library.pages(USUAL) if isinstance(page, Therapy))
    wishes = tuple(sorted(library.of_kind(Wish), key=lambda wish: wish.number))
    return Sheet(therapies, library.of_kind(Way), wishes, {})


def filled(sheet: Sheet, said: dict[str, int], most: tuple[str, ...] = ()) -> Sheet:
    return Sheet(sheet.therapies, sheet.ways, sheet.wishes, said, most)


def by_option(page: Page, sheet: Sheet) -> dict[str, list[str]]:
    """Every line in which an option is told, under its whole name or its short form, without the numbers of sources."""
    told: dict[str, list[str]] = {called(option): [] for option in sheet.options}
    known = {short: whole for whole in told for short in (whole, *re.findall(r"\(([A-Z]+)\)$", whole))}
    for line in re.sub(r" \[[\d, ]+\]", "", plain.render(page)).splitlines():
        name, _, says = line.partition(": ")
        if name in known:
            told[known[name]].append(says)
    return told


PAGES = {"whole": (sheet_page, 0), "at a glance": (short_page, 4)}  # and how many lines only that page has of an option


@pytest.mark.parametrize(("page_of", "own"), PAGES.values(), ids=PAGES)
def test_filled_in_at_random_no_option_leads(
    page_of: Callable[[Sheet, Library], Page], own: int, sheet: Sheet, library: Library
) -> None:
    """An answer decides which rows are told. It changes no word of an option, and no option's place or share."""
    whole = by_option(sheet_page(filled(sheet, {wish.id: 1 for wish in sheet.wishes}), library), sheet)
    chance = random.Random(11)  # noqa: S311 - a worksheet is no secret
    for _ in range(100):
        wishes = chance.sample(sheet.wishes, chance.randint(0, len(sheet.wishes)))
        said = {wish.id: chance.randint(0, len(wish.choices)) for wish in wishes}
        told = by_option(page_of(filled(sheet, said, tuple(said)[:3]), library), sheet)
        assert list(told) == list(whole)
        assert len({len(lines) for lines in told.values()}) == 1
        assert all(len(_not_in(whole[name], lines)) == own for name, lines in told.items())


def _not_in(whole: list[str], lines: list[str]) -> set[str]:
    """The lines that are neither a line of the whole page nor the beginning of one."""
    return {line for line in lines if not any(one.startswith(line) for one in whole)}


@given(data=st.data())
@settings(max_examples=1000)
def test_which_rows_are_told_hangs_on_whether_one_answers_and_not_on_what(data: st.DataObject, sheet: Sheet) -> None:
    wishes = data.draw(st.lists(st.sampled_from(sheet.wishes), unique=True))
    one, other = ({wish.id: data.draw(st.integers(0, len(wish.choices))) for wish in wishes} for _ in range(2))
    assert filled(sheet, one).told == filled(sheet, other).told
    assert filled(sheet, one).options == filled(sheet, other).options


@given(data=st.data())
def test_which_rows_matter_hangs_on_no_choice(data: st.DataObject, sheet: Sheet) -> None:
    wishes = data.draw(st.lists(st.sampled_from(sheet.wishes), unique=True))
    most = tuple(wish.id for wish in wishes[: data.draw(st.integers(0, MOST_WISHES))])
    one, other = ({wish.id: data.draw(st.integers(1, len(wish.choices))) for wish in wishes} for _ in range(2))
    assert filled(sheet, one, most).foremost == filled(sheet, other, most).foremost


def test_options_that_swap_their_names_swap_their_places_and_nothing_else() -> None:
    def told(first: str, second: str) -> list[str]:
        slow = a_therapy(id="slow", name=first, cells={"pace": Cell(says="Slow.")}, upsides="Rest.", downsides="Rust.")
        quick = a_therapy(
            id="quick", name=second, cells={"pace": Cell(says="Quick.")}, upsides="Air.", downsides="Hum."
        )
        sheet = Sheet((slow, quick), (a_way(),), (a_wish(),), {"pace": 1})
        return plain.render(sheet_page(sheet, a_library(slow, quick))).splitlines()

    one, other = told("Arnica", "Zinnia"), told("Zinnia", "Arnica")
    swapped = [line.translate(str.maketrans("αω", "ωα")) for line in _with_letters(one)]
    assert sorted(swapped) == sorted(_with_letters(other))
    assert [line for line in other if line.endswith(("Slow.", "Quick."))] == ["Arnica: Quick.", "Zinnia: Slow."]


def _with_letters(lines: list[str]) -> list[str]:
    return [re.sub("[Zz]innia", "ω", re.sub("[Aa]rnica", "α", line)) for line in lines]


def test_no_option_is_told_at_much_more_length_than_another(sheet: Sheet) -> None:
    room = {called(one): len(one.upsides) + len(one.downsides) for one in sheet.options}
    assert max(room.values()) <= 2 * min(room.values()), room


@pytest.mark.parametrize(
    "word",
    ["recommend(?:ed)? (?:for|to) you", "suitable", "right for you", "ideal", "the best", r"\d ?% match", "your result",
     "winner", "you should", "diagnos(?:ed|is) is", "severity", "symptoms do you"],
)  # fmt: skip
def test_the_sheet_never_says(word: str, sheet: Sheet, library: Library) -> None:
    out = plain.render(sheet_page(filled(sheet, {wish.id: 1 for wish in sheet.wishes}), library))
    said = out.partition("\nSources\n")[0]  # titles of works are not ours
    assert re.search(word, said, re.IGNORECASE) is None


def test_nothing_is_counted_or_ranked(answering: Answering) -> None:
    told = json.loads(answering("--format", "json", typed=("1",) * QUESTIONS).out)
    assert set(told) == {"options", "wishes", "rows", "sides", "questions", "missing", "schema_version"}
    assert told["options"] == ["cbt", "not-now", "other-help", "person-centred", "psychodynamic", "wait"]


def test_what_is_asked_reads_easily(sheet: Sheet) -> None:
    """School grade 8 at most: the questions, the other ways, and what the sheet says around them."""
    texts = [passage.text for entry in (*sheet.wishes, *sheet.ways) for passage in passages(entry)]
    assert measure(texts).grade <= 8
    around = Sheet((a_therapy(),), (), tuple(wish for wish in sheet.wishes if not wish.row), {}, blank=True)
    found = measure(plain.render(sheet_page(around, a_library(a_therapy()))).split("\n"))
    assert found.grade <= 8


# As data -------------------------------------------------------------------------------------------


def test_as_json_stdout_is_the_answers_alone(answering: Answering) -> None:
    told: dict[str, Any] = json.loads(answering("--format", "json", typed=("1", "n", "", "d")).out)
    assert [(one["said"], one["choice"]) for one in told["wishes"][:3]] == [
        ("chosen", "With a plan for the hour"), ("not-sure", ""), ("skipped", ""),
    ]  # fmt: skip
    assert [row["dimension"] for row in told["rows"]] == ["session", "work", "length", "week", "access", "evidence"]
    assert all(set(row["cells"]) == set(told["options"]) for row in told["rows"])


def test_as_json_what_matters_most_is_marked(answering: Answering) -> None:
    told = json.loads(answering("--format", "json", typed=("1", "1", *[""] * (QUESTIONS - 2), "2")).out)
    assert [one["wish"] for one in told["wishes"] if one["matters_most"]] == ["tasks"]


# In a file -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"), [("sheet.md", "# A worksheet"), ("SHEET.MD", "# A worksheet"), ("sheet.txt", "A worksheet")]
)
def test_output_writes_the_sheet_and_says_so(name: str, begins: str, answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / name
    ran = answering("--output", str(file), typed=("1", "d"))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(f"Written: {file.absolute()}. It is the only copy, and nothing else was kept.\n")
    assert file.read_text("utf-8").startswith(begins)
    assert "With a plan for the hour" in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_of_text_fits_on_paper(answering: Answering, tmp_path: Path) -> None:
    answering("--output", str(tmp_path / "sheet.txt"), typed=("d",))
    lines = (tmp_path / "sheet.txt").read_text("utf-8").splitlines()
    assert max(len(line) for line in lines if "https://" not in line) <= 78


def test_what_is_there_is_left_as_it_is_and_nothing_is_asked_first(answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("mine")
    ran = answering("--output", str(file), typed=("1",))
    assert (ran.code, ran.out, file.read_text()) == (2, "", "mine")
    assert "is there already, and was left as it is. Name another file, or add --force." in ran.err
    assert asked(ran.err) == []


def test_force_writes_over_it(answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("zzz" * 100_000)
    assert answering("--output", str(file), "--force", typed=("d",)).code == 0
    assert "zzz" not in file.read_text("utf-8")


@pytest.mark.usefixtures("at_a_keyboard")
@pytest.mark.parametrize(("typed", "code"), [("y", 0), ("YES", 0), ("", 2), ("n", 2), ("q", 2)])
def test_at_a_keyboard_it_asks_first(typed: str, code: int, answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("mine")
    assert answering("--output", str(file), typed=(typed, "d")).code == code
    assert (file.read_text("utf-8") == "mine") is (code == 2)


@pytest.mark.usefixtures("at_a_keyboard")
def test_who_leaves_has_lost_nothing(answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("mine")
    answering("--output", str(file), typed=("y", "1", "q"))
    assert file.read_text() == "mine"


def test_a_file_that_comes_up_meanwhile_is_left_as_it_is(
    answering: Answering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sheet.md"
    monkeypatch.setattr("psychodyn_cli.tasks.weigh._hand_over", _after(lambda: file.write_text("mine")))
    assert answering("--output", str(file), typed=("d",)).code == 2
    assert file.read_text() == "mine"


def _after(first: Any) -> Any:
    from psychodyn_cli.tasks.weigh import _hand_over  # noqa: PLC0415 - the one that is replaced

    def hand_over(*told: Any) -> None:
        first()
        _hand_over(*told)

    return hand_over


def test_where_it_cannot_be_written_what_was_answered_is_shown(
    answering: Answering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("psychodyn_cli.tasks.weigh.write_file", full)
    ran = answering("--output", str(tmp_path / "sheet.md"), typed=("1", "d"))
    assert ran.code == 1  # no room, as everywhere
    assert "No space left on device" in ran.err
    assert "How an hour goes: With a plan for the hour." in ran.out


def test_nothing_is_kept(answering: Answering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(typed=("d",))  # the library is kept: what follows need not make it
    for place in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(place, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    answering(typed=("1",) * QUESTIONS)
    assert list(tmp_path.iterdir()) == []


# Whatever is typed ---------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    typed=st.lists(
        st.one_of(
            st.sampled_from(("1", "2", "3", "n", "b", "", "1 2", "0", "help")),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        ),
        max_size=30,
    )
)
def test_random_lines_never_break_it(typed: list[str], answering: Answering) -> None:
    ran = answering("cbt", "--plain", typed=tuple(typed))
    assert ran.code == 0
    assert ran.out.startswith("A worksheet") or "Left. Nothing was kept." in ran.err


# On a real terminal --------------------------------------------------------------------------------


OFFER = "save nothing: "


def a_terminal(folder: Path) -> "pexpect.spawn[str]":
    """`psychodyn weigh` in a folder that is also the home."""
    words = ["-m", "psychodyn_cli", "weigh"]
    home = {**os.environ, "HOME": str(folder)}
    return pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=20, cwd=folder, env=home, dimensions=(24, 80))


def test_from_the_first_question_to_a_file(tmp_path: Path) -> None:
    child = a_terminal(tmp_path)
    child.expect(r"\[1 of \d+\].*leave: ")
    child.send("1\r")
    child.expect(r"\[2 of \d+\].*leave: ")
    child.send("d\r")
    child.expect("With a plan for the hour")
    child.expect(OFFER)
    child.send("sheet.pdf\r")
    child.expect(r"Name the file so: sheet\.md")
    child.expect(OFFER)
    child.send("~/sheet.md\r")
    child.expect(r"Written:\s+(.*)\.\s+It\s+is\s+the\s+only\s+copy")
    assert isinstance(child.match, re.Match)
    assert "".join(child.match[1].split()) == f"{tmp_path}/sheet.md"
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "To any therapist" in (tmp_path / "sheet.md").read_text("utf-8")


def test_the_whole_sheet_can_be_read_before_it_is_saved_or_not(tmp_path: Path) -> None:
    child = a_terminal(tmp_path)
    child.expect(r"\[1 of \d+\].*leave: ")
    child.send("d\r")
    child.expect(OFFER)
    assert "To any therapist" not in str(child.before)
    child.send("all\r")
    child.expect("To any therapist")
    child.expect(OFFER)
    child.send("yes\r")
    child.expect("Under which name")
    child.expect(OFFER)
    child.send("no\r")
    child.expect("Nothing was kept")
    child.expect(pexpect.EOF)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("leave", "code"), [("q\r", 0), ("\x04", 0), ("\x03", 130)], ids=["q", "Ctrl-D", "Ctrl-C"])
@pytest.mark.parametrize("at", ["a question", "the end"])
def test_leaving(at: str, leave: str, code: int, tmp_path: Path) -> None:
    child = a_terminal(tmp_path)
    child.expect(r"\[1 of \d+\].*leave: ")
    if at == "the end":
        child.send("d\r")
        child.expect(OFFER)
    child.send(leave)
    child.expect("Nothing was kept")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert list(tmp_path.iterdir()) == []
