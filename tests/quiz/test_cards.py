"""What each entry can be asked about, what is offered beside the right answer, and what no question may say."""

from collections import Counter
from typing import get_args

import pytest

from builders import (
    a_concept,
    a_defence,
    a_library,
    a_moment,
    a_row,
    a_source,
    a_technique,
    a_therapy,
    a_vignette,
    an_emphasis,
    an_evidence,
)
from psychodyn_cli.entries import AnyEntry, Cell, Evidence, HeadToHead, Levels, Line, Moment, Neighbour, Therapy
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.forest import oriented
from psychodyn_cli.quiz.cards import Card, Kind
from psychodyn_cli.quiz.making import cards_of
from psychodyn_cli.spelling import gives_away

CLEAR = "Looking away stops at the eye. Denying goes on to the word."


def cards(*entries: AnyEntry) -> dict[str, Card]:
    return {card.id: card for card in cards_of(a_library(*entries))}


def offered(card: Card) -> list[str]:
    return [offer.id for offer in card.wrong]


def away(**changes: object) -> AnyEntry:
    return a_defence(**{"confusable": (Neighbour(entry="denying", difference=CLEAR),), **changes})


def denying(**changes: object) -> AnyEntry:
    back = Neighbour(entry="looking-away", difference="Denying is said aloud. Looking away is silent.")
    return a_defence(**{"name": "Denying", "short": "You say that it is not so.", "confusable": (back,), **changes})


# Vignettes -----------------------------------------------------------------------------------------


def test_a_vignette_asks_which_defence_it_is() -> None:
    card = cards(away(), denying())["looking-away/letter"]
    assert card.asks == "Which defence is this?"
    assert (card.scene, card.why) == ("A letter lies there for weeks.", "It is not opened.")
    assert card.right.id == "looking-away"
    assert card.read == "psychodyn explain looking-away"


def test_so_do_those_of_techniques_and_therapies() -> None:
    made = cards(
        a_technique(vignettes=(a_vignette(),)),
        a_technique(name="Echoing"),
        a_therapy(vignettes=(a_vignette(),)),
        a_therapy(name="Sitting", emphasis=an_emphasis(structure=4, homework=0, past=4)),
    )
    assert made["mirroring/the-letter"].asks == "Which technique is this?"
    assert made["walking-therapy/the-letter"].asks == "Which therapy is this?"


def test_a_wrong_answer_says_how_it_is_told_apart() -> None:
    (wrong,) = cards(away(), denying())["looking-away/letter"].wrong
    assert (wrong.id, wrong.unlike) == ("denying", CLEAR)


# Wrong answers -------------------------------------------------------------------------------------


def test_neighbours_come_first_then_the_same_level() -> None:
    low, high = (Levels(dmrs=level, dsm_iv="disavowal", vaillant="immature") for level in ("action", "high-adaptive"))
    made = cards(
        away(levels=low),
        denying(levels=high),
        a_defence(name="Kicking", levels=low),
        a_defence(name="Joking", levels=high),
    )
    assert offered(made["looking-away/letter"]) == ["denying", "kicking"]


def test_the_same_move_for_techniques_and_three_at_most() -> None:
    others = (a_technique(name=name) for name in ("Apple", "Nodding", "Oozing", "Piping"))
    made = cards(a_technique(), *others, a_technique(name="Planning", move="framing"))
    assert offered(made["mirroring/meaning"]) == ["nodding", "oozing", "piping"]


def test_a_concept_has_its_neighbours_and_what_it_is_related_to() -> None:
    made = cards(a_concept(related=("echo",)), a_concept(name="Echo"), a_concept(name="Far away"))
    assert offered(made["the-inner-stage/meaning"]) == ["echo"]


def test_a_question_with_one_answer_is_none() -> None:
    assert cards(a_technique()) == {}


def test_therapies_are_set_beside_those_nearest_that_differ_enough() -> None:
    made = cards(
        a_therapy(),
        a_therapy(name="Strolling", emphasis=an_emphasis(structure=3)),
        a_therapy(name="Running", emphasis=an_emphasis(structure=4, homework=4, directing=4)),
        a_therapy(name="Climbing", emphasis=an_emphasis(structure=4, homework=4, directing=4, past=4)),
    )
    assert offered(made["walking-therapy/row-time"]) == ["running", "climbing"]


# The other kinds -----------------------------------------------------------------------------------


def test_a_pair_is_asked_from_both_sides_without_its_names() -> None:
    made = cards(away(), denying())
    one, other = made["looking-away/not-denying"], made["denying/not-looking-away"]
    assert one.scene == "X stops at the eye. Y goes on to the word."
    assert (one.asks, one.right.id, offered(one)) == ("Which of the two is X?", "looking-away", ["denying"])
    assert other.scene == "X is said aloud. Y is silent."
    assert (other.right.id, other.read) == ("denying", "psychodyn compare denying looking-away")


def test_a_pair_that_is_told_without_names_is_asked_by_what_the_one_is() -> None:
    unnamed = (Neighbour(entry="denying", difference="This one is quiet."),)
    card = cards(away(confusable=unnamed), denying())["looking-away/not-denying"]
    assert (card.asks, card.scene) == ("Which of the two is this?", "You do not see what would hurt.")
    assert card.why == "This one is quiet."


@pytest.mark.parametrize("short", ["Looking away is what you do.", "You looked elsewhere."])
def test_what_gives_the_answer_away_is_not_asked(short: str) -> None:
    assert "looking-away/meaning" not in cards(away(short=short), denying())


def test_a_moment_asks_which_technique_is_at_work() -> None:
    made = cards(a_technique(moment=a_moment("Hm.", "Hm?", "Hm.")), a_technique(name="Echoing"))
    assert made["mirroring/moment"].lines[0] == ("client", "Hm.")


def test_a_moment_in_which_the_name_falls_is_not_asked() -> None:
    lines = tuple(Line(who="therapist", says=says) for says in ("A mirror!", "Yes.", "No."))
    made = cards(a_technique(moment=Moment(scene="A room.", lines=lines)), a_technique(name="Echoing"))
    assert "mirroring/moment" not in made


def test_a_therapy_is_asked_by_how_it_answers_a_question_of_compare() -> None:
    far = an_emphasis(structure=4, homework=0, past=4)
    made = cards(a_therapy(cells={"time": Cell(says="Now.")}), a_therapy(name="Sitting", emphasis=far))
    card = made["walking-therapy/row-time"]
    assert card.scene == "When do we look at?\nNow."
    assert card.wrong[0].unlike == "Past or present, on foot."


@pytest.mark.parametrize(
    "cell", [Cell(says="Mostly walks."), Cell(says="As WT says."), Cell(says="Now.", standing="unclear")]
)
def test_a_row_that_names_the_therapy_or_is_not_settled_is_not_asked(cell: Cell) -> None:
    far = an_emphasis(structure=4, homework=0, past=4)
    made = cards(a_therapy(aliases=("WT",), cells={"time": cell}), a_therapy(name="Sitting", emphasis=far))
    assert "walking-therapy/row-time" not in made


# What trials found ---------------------------------------------------------------------------------


def test_two_therapies_that_trials_set_against_each_other() -> None:
    against = HeadToHead(other="sitting", standing="unclear", says="One trial, too small [@doe1999].")
    made = cards(a_therapy(head_to_head=(against,)), a_therapy(name="Sitting"), a_source())
    card = made["walking-therapy/with-sitting"]
    assert (card.right.id, card.why) == ("unclear", "One trial, too small [@doe1999].")
    assert sorted(offered(card)) == ["about-equal", "differs-by-problem", "not-studied"]


def a_result(**changes: object) -> Card | None:
    usual = {
        "estimate": 0.4,
        "direction": "higher-favours-psychodynamic",
        "reading": "favours psychodynamic",
        "note": "Mind the rain.",
    }
    row = a_row(**{**usual, **changes})
    return cards(an_evidence(rows=(row,)), a_source()).get("stage-fright/stage-fright-1")


def test_a_published_result_is_asked_with_its_figure_and_source_in_the_answer() -> None:
    card = a_result()
    assert card is not None
    assert card.right.says == "The one named first was ahead"
    assert card.why == "d 0.4 [@doe1999]. Above 0 favours walking therapy. Mind the rain."
    assert "0.4" not in card.scene


@pytest.mark.parametrize(
    "changes",
    [
        {"direction": "not-stated"},
        {"direction": "not-applicable"},
        {"comparator": "waiting; running"},
        {"reading": "favours psychodynamic, calculation disputed"},
    ],
)
def test_a_result_without_a_stated_direction_two_sides_or_a_plain_reading_is_not_asked(changes: dict[str, str]) -> None:
    assert a_result(**changes) is None


# The real content ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(library: Library) -> tuple[Card, ...]:
    return cards_of(library)


def test_every_kind_is_there_and_no_id_stands_twice(real: tuple[Card, ...]) -> None:
    assert {card.kind for card in real} == set(get_args(Kind))
    assert len({card.id for card in real}) == len(real)


def test_every_defence_has_two_vignettes_and_every_pair_both_sides(real: tuple[Card, ...], library: Library) -> None:
    asked = Counter(card.touches[0] for card in real if card.kind == "vignette")
    assert [entry for entry in library.ids("defence") if asked[entry] < 2] == []
    pairs = [card.touches for card in real if card.kind == "pair"]
    assert {frozenset(pair) for pair in pairs if (pair[1], pair[0]) in pairs} >= {
        frozenset(("projection", "displacement")), frozenset(("repression", "suppression"))
    }  # fmt: skip


def test_no_question_gives_its_answer_away(real: tuple[Card, ...]) -> None:
    told = [card for card in real if card.kind not in {"evidence", "therapy"}]
    wrong = [
        card.id
        for card in told
        if gives_away(" ".join((card.scene, *(says for _, says in card.lines))), card.right.says)
    ]
    assert wrong == []


def test_what_a_result_is_said_to_show_agrees_with_the_plot(library: Library) -> None:
    """An answer rests on the reading that authors wrote down; the plot on the figures."""
    sides = {"favours psychodynamic": 1, "favours comparator": -1}
    for row in (row for evidence in library.of_kind(Evidence) for row in evidence.rows):
        if row.reading in sides and row.direction.endswith("favours-psychodynamic") and row.estimate is not None:
            estimate, _, _ = oriented(row)
            null = 1 if row.axis == "log" else 0
            assert estimate is not None
            assert (estimate - null) * sides[row.reading] > 0, row.id


def test_every_page_to_read_is_there(real: tuple[Card, ...], library: Library) -> None:
    for card in real:
        _, command, *names = card.read.removesuffix(" --all").split()
        assert command in {"explain", "compare", "evidence"}, card.id
        assert len(library.pages(tuple(names))) == len(names), card.id


def test_therapies_are_told_apart_by_many_questions(real: tuple[Card, ...], library: Library) -> None:
    told = Counter(card.touches[0] for card in real if card.kind == "therapy")
    assert [one.id for one in library.of_kind(Therapy) if told[one.id] < 3] == []
