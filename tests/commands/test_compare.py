"""`compare` sets therapies side by side, row by row; two neighbours are told apart."""

import json

import pytest

from conftest import Run

TEN = ["cause", "time", "goal", "session", "work", "week", "length", "guideline", "evidence", "downside"]


def rows(out: str) -> list[str]:
    return [row["dimension"] for row in json.loads(out)["rows"]]


def test_ten_rows_by_default_in_the_order_of_someone_choosing(run: Run) -> None:
    assert rows(run("compare", "cbt", "--format", "json").out) == TEN


def test_what_travel_is_counted_is_said_where_the_week_is_told(run: Run) -> None:
    assert "Travel is counted as half an hour each way." in run("compare", "cbt").out
    assert "Travel" not in run("compare", "cbt", "--rows", "length").out


def test_all_rows_are_nineteen(run: Run) -> None:
    assert len(rows(run("compare", "cbt", "--all", "--format", "json").out)) == 19


def test_some_rows_by_name_also_by_everyday_name(run: Run) -> None:
    assert rows(run("compare", "cbt", "--rows", "length,homework", "--format", "json").out) == ["length", "work"]


def test_psychodynamic_comes_first_unless_it_is_left_out(run: Run) -> None:
    def subjects(*words: str) -> list[str]:
        found: list[str] = json.loads(run("compare", *words, "--format", "json").out)["subjects"]
        return found

    assert subjects("cbt", "dbt") == ["psychodynamic", "cbt", "dbt"]
    assert subjects("act", "ipt", "--only") == ["act", "ipt"]
    assert subjects("psychodynamic", "cbt") == ["psychodynamic", "cbt"]


def test_sources_trace_every_cell_that_has_one(run: Run) -> None:
    plain, traced = run("compare", "cbt").out, run("compare", "cbt", "--sources").out
    assert "[1] Gabbard 2017 · " in plain
    assert "whole: psychodyn compare cbt --sources" in plain
    assert "\nSources\n[1] Gabbard, G. O (2017). " in traced


def test_unclear_and_equal_are_said_and_no_winner_is_named(run: Run) -> None:
    out = run("compare", "cbt").out
    assert "About equal." in out
    assert "winner" not in out.lower()


def test_trials_of_one_against_the_other_are_told(run: Run) -> None:
    assert "When trials set one against the other" in run("compare", "cbt").out
    assert "Nothing is told here of trials of one against the other" in run("compare", "emdr", "ipt", "--only").out


def test_a_chart_draws_length_and_judged_emphasis_never_effect(run: Run) -> None:
    out = run("compare", "cbt", "--chart").out
    assert "CBT: 6 to 20 sessions" in out
    assert "not measured" in out
    assert "effect" not in out.lower()


def test_neighbours_are_told_apart_from_both_sides(run: Run) -> None:
    out = run("compare", "projection", "displacement").out
    assert "How to tell them apart" in out
    assert out.index("Projection:") < out.index("Displacement:")


def test_it_stacks_on_a_narrow_screen(run: Run) -> None:
    wide = run("compare", "cbt", "--format", "terminal", "--width", "80").out
    narrow = run("compare", "cbt", "--format", "terminal", "--width", "40").out
    assert "┬" in wide
    assert "┬" not in narrow


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("psychodynamic",), "It takes two"),
        (("cbt", "dbt", "act", "ipt", "emdr"), "at most"),
        (("cbt", "--rows", "colour"), "There is no row 'colour'"),
        (("cbt", "projection"), "two entries of one kind"),
    ],
    ids=["alone", "too many", "no such row", "two kinds"],
)
def test_what_cannot_be_compared_is_explained(words: tuple[str, ...], told: str, run: Run) -> None:
    ran = run("compare", *words)
    assert ran.code == 2
    assert told in ran.err


def test_an_unknown_name_is_offered_others(run: Run) -> None:
    ran = run("compare", "cognative behavioral")
    assert ran.code == 3
    assert "psychodyn compare cbt" in ran.err


def test_only_what_can_stand_beside_the_rest_is_offered(run: Run) -> None:
    ran = run("compare", "projection", "displacment")
    assert ran.code == 3
    assert "psychodyn compare projection displacement" in ran.err
    assert "signal-anxiety" not in run("compare", "cbt", "nonsense").err
