"""The lists: a row an entry, filtered by words, sorted, and what to type next."""

import json
from pathlib import Path

import pytest

from builders import a_technique, a_therapy, written
from conftest import Run
from psychodyn_cli.entries import Research


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
        a_technique(name="Humming", short="A tune through the nose.", aliases=("nasal singing",), move="supporting"),
        a_technique(name="Echoing", short="Your words again.", people_say=("Why does she repeat me?",)),
        a_therapy(id="psychodynamic", name="Psychodynamic therapy"),
        a_therapy(id="alpha", name="Alpha therapy"),
    )
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["Echoing", "Humming", "Whistling"]),
        (("tune",), ["Humming", "Whistling"]),
        (("tune", "nose"), ["Humming"]),
        (("TUNES", "Nóse"), ["Humming"]),
        (("nasal",), ["Humming"]),
        (("repeat", "me"), ["Echoing"]),
        (("tune", "repeat"), []),
        (("--kind", "supporting"), ["Humming", "Whistling"]),
        (("--kind", "supporting", "nose"), ["Humming"]),
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
def test_psychodynamic_therapy_leads_although_its_name_does_not(run: Run) -> None:
    assert names(run("therapies", "--format", "json").out) == ["Psychodynamic therapy", "Alpha therapy"]


@pytest.mark.usefixtures("few")
def test_a_list_ends_in_what_to_type(run: Run) -> None:
    assert run("techniques").out.splitlines()[-1] == "Open one: psychodyn explain echoing"
    assert run("therapies").out.splitlines()[-1] == "Set some side by side: psychodyn compare alpha"
    assert run("therapies", "psychodynamic").out.splitlines()[-1] == "Open one: psychodyn explain psychodynamic"


@pytest.mark.usefixtures("few")
def test_what_a_pack_adds_says_where_it_is_from(run: Run, tmp_path: Path) -> None:
    pack = written(tmp_path / "choir", a_technique(name="Singing"))
    out = run("techniques", "--pack", str(pack)).out
    assert "Singing (from choir) (singing)" in out
    assert "Echoing (echoing)" in out
