"""The lists: a row an entry, filtered by words, sorted, and what to type next."""

import json
import re
import shlex
from pathlib import Path

import pytest

from builders import a_technique, a_therapy, written
from conftest import Run, Told
from psychodyn_cli.commands.techniques import MOVES
from psychodyn_cli.entries import Question, Research
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Doors
from psychodyn_cli.pages.lists import LISTS, in_groups, list_page


def names(out: str) -> list[str]:
    return [one["name"] for one in json.loads(out)["entries"]]


def headings(out: str) -> list[str]:
    """Those of a page in Markdown."""
    return [line.removeprefix("## ") for line in out.splitlines() if line.startswith("## ")]


def test_techniques_show_name_sentence_and_research(run: Run) -> None:
    out = run("techniques").out
    assert "Free association (free-association)" in out
    assert "in a sentence: You say whatever comes to mind" in out
    assert "research: none found" in out


def test_the_six_that_people_meet_most_come_first_and_stand_nowhere_else(run: Run) -> None:
    found = names(run("techniques", "--format", "json").out)
    assert found[:6] == [
        "Free association", "Clarification", "Interpretation", "Transference work", "Content vs process",
        "Working through",
    ]  # fmt: skip
    assert len(found) == len(set(found)) == 34


def test_the_others_are_told_in_the_order_in_which_a_therapy_comes_to_them(run: Run) -> None:
    assert headings(run("techniques", "--format", "markdown").out) == [
        "To begin with", "Framing: the setting and its limits", "Listening: how the therapist listens",
        "Exploring: opens up what is there", "Supporting: steadies and holds", "Formulating: puts the whole into words",
        "Interpreting: looks for meaning", "Relating: works with the bond between you", "What next?",
    ]  # fmt: skip


def test_a_word_filters(run: Run) -> None:
    assert "Dream analysis" in names(run("techniques", "dream", "--format", "json").out)


def test_a_part_of_a_list_has_no_group_of_its_own_at_the_top(run: Run) -> None:
    assert headings(run("questions", "cost", "--format", "markdown").out)[0] != "Ten to begin with"
    out = run("techniques", "--kind", "relating", "--format", "markdown").out
    assert headings(out) == ["Relating: works with the bond between you", "What next?"]


def test_a_kind_filters(run: Run) -> None:
    found = json.loads(run("techniques", "--kind", "supporting", "--format", "json").out)["entries"]
    assert {one["move"] for one in found} == {"supporting"}


def test_sorted_by_name_kind_or_research(run: Run) -> None:
    by_name = names(run("techniques", "--sort", "name", "--format", "json").out)
    assert by_name == sorted(by_name, key=lambda name: name.casefold().removeprefix("the "))
    moves = [one["move"] for one in json.loads(run("techniques", "--sort", "kind", "--format", "json").out)["entries"]]
    assert moves == sorted(moves, key=MOVES.index)
    grades = [
        one["research"]["grade"]
        for one in json.loads(run("techniques", "--sort", "research", "--format", "json").out)["entries"]
    ]
    assert grades == sorted(grades, key=["meta-analysis", "trials", "small-studies", "none-found", "contested"].index)


def test_what_no_heading_tells_stands_in_the_rows(run: Run) -> None:
    by_name, by_research = run("techniques", "--sort", "name").out, run("techniques", "--sort", "research").out
    assert "kind of move: exploring\nresearch: none found" in by_name
    assert "No study of it alone\nCatharsis" not in by_research
    assert "kind of move: exploring" in by_research
    assert "Kinds of move. framing: the setting and its limits; " in by_name


def test_ten_questions_are_asked_most(run: Run) -> None:
    found = [one["id"] for one in json.loads(run("questions", "--format", "json").out)["entries"]]
    assert found[:10] == [
        "what-is-psychodynamic-therapy", "is-it-bad-enough", "does-it-work", "psychodynamic-or-cbt",
        "can-therapy-do-harm", "at-the-first-session", "how-long-does-it-take", "what-does-it-cost", "which-therapist",
        "worse-after-sessions",
    ]  # fmt: skip
    assert len(found) == len(set(found))


def test_no_group_of_questions_has_more_than_a_dozen(library: Library) -> None:
    groups = in_groups(LISTS["questions"], library.of_kind(Question))
    assert all(len(group.entries) <= 12 for group in groups)


@pytest.mark.parametrize(
    ("list_name", "width", "head"),
    [
        ("questions", 80, "│ question, name to type     │ the answer in a sentence "),
        ("techniques", 80, "│ technique, name to type,   │ in a sentence "),
        ("sessions", 80, "│ session, name to type "),
        ("techniques", 120, "│ technique, name to "),
    ],
)
def test_a_head_names_all_that_stands_below_it(list_name: str, width: int, head: str, run: Run) -> None:
    assert head in run(list_name, "--format", "terminal", "--width", str(width)).out


def test_concepts_begin_with_ten_and_go_on_by_letter(run: Run) -> None:
    out = run("concepts", "--format", "markdown").out
    assert headings(out)[:4] == ["Start with these", "A", "B", "C"]
    assert out.index("\n## U\n") < out.index("**The uncanny**") < out.index("\n## V\n")


def test_sessions_go_from_a_first_hour_to_the_last(run: Run) -> None:
    found = names(run("sessions", "--format", "json").out)
    assert (found[0], found[-1]) == ("A first meeting", "An ending")


def test_evidence_is_told_by_problem_and_then_on_therapy_as_a_whole(run: Run) -> None:
    out = run("evidence", "--format", "markdown").out
    assert headings(out) == ["Start with these", "By problem", "About therapy as a whole", "What next?"]
    assert out.index("About therapy as a whole") < out.index("**Harm and cost**")


@pytest.mark.parametrize(("option", "value"), [("--kind", "loud"), ("--sort", "loud")])
def test_a_wrong_choice_is_told_the_right_ones(option: str, value: str, run: Run) -> None:
    ran = run("techniques", option, value)
    assert ran.code == 2
    assert "Choose one of:" in ran.err


def test_nothing_found_is_exit_3_and_an_empty_list(run: Run) -> None:
    ran = run("techniques", "qqqzzz", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["entries"] == []


def test_nothing_found_in_a_list_leads_to_what_looks_through_whole_pages(run: Run) -> None:
    ran = run("sessions", "CBT")
    assert ran.code == 3
    assert "No name or sentence in this list" in ran.err
    assert "psychodyn search CBT" in ran.err


def test_a_work_that_is_not_there_is_answered_with_those_that_are_near(run: Run) -> None:
    ran = run("sources", "freud")
    assert ran.code == 3
    assert ran.err.startswith('No source "freud". Did you mean: freud')
    assert "freud1900" in run("sources", "frued1900").err
    assert "mean" not in run("sources", "zzqq").err


def test_psychodynamic_therapy_leads_the_therapies(run: Run) -> None:
    assert names(run("therapies", "--format", "json").out)[0] == "Psychodynamic therapy"


def test_defences_stand_by_level_and_name_the_system(run: Run) -> None:
    out = run("defences").out
    assert out.index("High-adaptive (7 of 7)") < out.index("Action (1 of 7)")
    assert "Defense Mechanism Rating Scales" in out
    assert run("defenses").out == out


def test_concepts_and_milestones_are_listed(run: Run) -> None:
    assert "Transference (transference)" in run("concepts").out
    assert "Studies on Hysteria" in run("timeline").out


@pytest.mark.parametrize(
    "list_name", ["techniques", "therapies", "concepts", "defences", "timeline", "evidence", "sources"]
)
def test_every_list_works_in_every_format(list_name: str, run: Run) -> None:
    for form in ("terminal", "plain", "markdown", "json"):
        ran = run(list_name, "--format", form)
        assert ran.code == 0
        assert ran.out


def steps(library: Library) -> list[str]:
    """Every command that the foot of a list says to type."""
    pages = [list_page(kind, in_groups(kind, library.of_kind(kind.type)), library, "") for kind in LISTS.values()]
    blocks = [block for page in pages for section in page.sections for block in section.blocks]
    return [command for block in blocks if isinstance(block, Doors) for _, command in block.items]


def test_a_list_ends_in_three_steps_each_of_which_works(library: Library, told: Told) -> None:
    commands = steps(library)
    assert len(commands) == 3 * len(LISTS)
    for command in sorted(set(commands)):
        assert told(*shlex.split(command)[1:], lines=("q",)).code == 0, command


@pytest.mark.parametrize("list_name", [*LISTS, "timeline", "find-therapist"])
def test_a_list_says_when_it_was_last_reviewed(list_name: str, run: Run) -> None:
    assert re.search(r"^Last reviewed: \d+ [A-Z][a-z]+ 20\d\d\.$", run(list_name).out, re.MULTILINE)


@pytest.mark.parametrize("list_name", [*LISTS, "timeline"])
def test_a_list_begins_with_one_sentence_to_know_first(list_name: str, run: Run) -> None:
    message = run(list_name).out.splitlines()[3]
    assert message.count(". ") == 0
    assert message.endswith(".")
    assert len(message.split()) <= 25


# On content of their own -----------------------------------------------------------------------------


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three techniques and two therapies, in place of the program's content."""
    content = written(
        tmp_path / "data",
        a_technique(
            name="Whistling",
            short="A tune without words.",
            move="supporting",
            research=Research(grade="trials", shows="It helps.", doubts="A little."),
        ),
        a_technique(
            name="Humming",
            short="A tune through the nose.",
            aliases=("nasal singing",),
            move="supporting",
            leads=1,
            reviewed="2026-01-30",
        ),
        a_technique(name="Echoing", short="Your words again.", people_say=("Why does she repeat me?",)),
        a_therapy(id="psychodynamic", name="Psychodynamic therapy", leads=1),
        a_therapy(id="alpha", name="Alpha therapy"),
    )
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["Humming", "Echoing", "Whistling"]),
        (("tune",), ["Humming", "Whistling"]),
        (("tune", "nose"), ["Humming"]),
        (("TUNES", "Nóse"), ["Humming"]),
        (("nasal",), ["Humming"]),
        (("repeat", "me"), ["Echoing"]),
        (("tune", "repeat"), []),
        (("--kind", "supporting"), ["Humming", "Whistling"]),
        (("--kind", "supporting", "nose"), ["Humming"]),
        (("--sort", "usual"), ["Humming", "Echoing", "Whistling"]),
        (("--sort", "name"), ["Echoing", "Humming", "Whistling"]),
        (("--sort", "kind"), ["Echoing", "Humming", "Whistling"]),
        (("--sort", "research"), ["Whistling", "Echoing", "Humming"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_a_list_holds_and_in_which_order(words: tuple[str, ...], found: list[str], run: Run) -> None:
    """Every word must be in a name, a phrase that people say, or the sentence."""
    assert names(run("techniques", *words, "--format", "json").out) == found


@pytest.mark.usefixtures("few")
def test_a_list_ends_in_what_to_do_and_its_date(run: Run) -> None:
    assert run("techniques").out.endswith(
        "\nWhat next?\n"
        "1. Open one that you have met (psychodyn explain humming)\n"
        "2. See some of them in a conversation that we invented (psychodyn session a-first-meeting)\n"
        "3. Take a sheet of questions to a first meeting, so that you forget none (psychodyn weigh --blank)\n"
        "\nLast reviewed: 30 January 2026.\n"
    )
    assert "side by side (psychodyn compare alpha)" in run("therapies").out
    assert "side by side (psychodyn compare cbt)" in run("therapies", "psychodynamic").out


@pytest.mark.usefixtures("few")
def test_what_a_pack_adds_says_where_it_is_from(run: Run, tmp_path: Path) -> None:
    pack = written(tmp_path / "choir", a_technique(name="Singing"))
    out = run("techniques", "--pack", str(pack)).out
    assert "Singing (from choir) (singing)" in out
    assert "Echoing (echoing)" in out
