"""The lists: a row an entry, filtered by words, sorted, and what to type next."""

import json

import pytest

from conftest import Run


def names(out: str) -> list[str]:
    return [one["name"] for one in json.loads(out)["entries"]]


def test_techniques_show_name_sentence_kind_and_research(run: Run) -> None:
    out = run("techniques").out
    assert "Free association (free-association)" in out
    assert "in a sentence: You say whatever comes to mind" in out
    assert "kind of move: exploring" in out
    assert "research: none found" in out
    assert out.splitlines()[-1].startswith("Open one: psychodyn explain ")


def test_a_word_filters(run: Run) -> None:
    assert names(run("techniques", "dream", "--format", "json").out)[0] == "Dream analysis"


def test_a_kind_filters(run: Run) -> None:
    found = json.loads(run("techniques", "--kind", "supporting", "--format", "json").out)["entries"]
    assert {one["move"] for one in found} == {"supporting"}


def test_sorted_by_name_kind_or_research(run: Run) -> None:
    by_name = names(run("techniques", "--format", "json").out)
    assert by_name == sorted(by_name, key=str.casefold)
    grades = [
        one["research"]["grade"]
        for one in json.loads(run("techniques", "--sort", "research", "--format", "json").out)["entries"]
    ]
    assert grades == sorted(grades, key=["meta-analysis", "trials", "small-studies", "none-found", "contested"].index)


@pytest.mark.parametrize(("option", "value"), [("--kind", "loud"), ("--sort", "loud")])
def test_a_wrong_choice_is_told_the_right_ones(option: str, value: str, run: Run) -> None:
    ran = run("techniques", option, value)
    assert ran.code == 2
    assert "Choose one of:" in ran.err


def test_nothing_found_is_exit_3_and_an_empty_list(run: Run) -> None:
    ran = run("techniques", "qqqzzz", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["entries"] == []


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
