"""The guide answers whatever is typed and stays open; `q` or the end of input leaves."""

import io
import os
import sys

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_library, a_technique
from conftest import Ran, Run
from psychodyn_cli.entries import AnyEntry
from psychodyn_cli.guide.home import DOORS
from psychodyn_cli.guide.loop import Guide
from psychodyn_cli.guide.walk import Walk, stop_at
from psychodyn_cli.pages.blocks import Links, Page, Section
from psychodyn_cli.view import Format, View


def typed(run: Run, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return run("guide", "--plain")


def test_a_newcomer_gets_from_the_menu_to_the_answers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, "3", "6", "evidence depression", "q")
    assert ran.code == 0
    assert "Psychodynamic and CBT" in ran.out
    assert "Depression" in ran.out


def test_a_number_follows_a_link_and_b_goes_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, "free association", "1", "b", "q")
    titles = [line for line in ran.out.splitlines() if line == "Free association"]
    assert len(titles) == 2


def test_what_a_command_shows_is_a_place_with_numbers_and_a_way_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, "techniques", "1", "b", "q")
    titles = [line for line in ran.out.splitlines() if line in {"Techniques", "Free association"}]
    assert titles == ["Techniques", "Free association", "Techniques"]


def test_after_a_conversation_there_are_no_numbers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "The last page has no numbers." in typed(run, monkeypatch, "tour", "q", "1", "q").err


@pytest.mark.parametrize(
    "line", ["zzzz qqqq", "99", "psychodyn", "explain", "compare", "--help", "'", '"', "\\", "../x", "[/x]"]
)
def test_it_stays_open_whatever_is_typed(line: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, line, "free association", "q")
    assert ran.code == 0
    assert "You say whatever comes to mind" in ran.out
    assert "Traceback" not in ran.err


def test_any_command_works_as_it_is_typed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, "psychodyn compare cbt --rows length", "techniques dream", "q")
    assert "How many sessions" in ran.out
    assert "Dream analysis" in ran.out


@pytest.mark.parametrize(
    "line", ["low mood", "I hate myself", "will it make me worse", "how is it not CBT", "can it do harm"]
)
def test_a_sentence_is_searched_and_no_page_opens_for_one_word_of_it(
    line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = typed(run, monkeypatch, line, "q").out.splitlines()
    assert "Search" in out
    assert not {"Will therapy", "Hate", "Affect"} & set(out)


def test_a_line_of_the_menu_opens_what_its_number_opens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, (said, _) in enumerate(DOORS[1:7], 2):
        assert typed(run, monkeypatch, said, "q").out == typed(run, monkeypatch, str(number), "q").out
    assert "Find a therapist" in typed(run, monkeypatch, "find a therapist", "q").out


def test_who_asks_for_a_difference_gets_both_pages_and_what_compares_them(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = typed(run, monkeypatch, "difference between splitting and repression", "b", "q")
    assert [line for line in ran.out.splitlines() if line in {"Splitting", "Repression"}] == [
        "Splitting",
        "Repression",
        "Splitting",
    ]
    assert "compare splitting repression" in ran.err


def test_words_of_danger_are_answered_with_the_way_to_help(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "help-now" in typed(run, monkeypatch, "I want to die", "q").err


@pytest.mark.parametrize(
    "line", ["I need help now", "i need help", "help me", "help me please", "emergency", "samaritans", "hotline", "999"]
)
def test_who_asks_for_help_is_shown_it(line: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Call your emergency number" in typed(run, monkeypatch, line, "q").out


@pytest.mark.parametrize("line", ["help-now", "i need help now", "i want to die"])
def test_a_country_typed_behind_it_is_a_country(line: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "116 123" in typed(run, monkeypatch, line, "uk", "q").out


def test_elsewhere_it_is_a_word_like_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "116 123" not in typed(run, monkeypatch, "help-now", "h", "uk", "q").out


@pytest.mark.parametrize("line", ["life is not worth living", "i'm a burden", "i wish i wasn't here", "im worthless"])
def test_a_page_with_one_word_of_despair_is_not_opened_in_place_of_help(
    line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran, nothing = typed(run, monkeypatch, line, "q"), typed(run, monkeypatch, "q")
    assert "psychodyn help-now" in ran.err
    assert ran.out == nothing.out


@pytest.mark.parametrize("last", ["q", "quit", "exit", ""])
def test_it_ends_calmly(last: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed(run, monkeypatch, *([last] if last else []))
    assert ran.code == 0
    assert "Nothing was kept" in ran.err


def test_interrupting_a_command_leads_back_to_the_guide() -> None:
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    guide = pexpect.spawn(
        sys.executable, ["-m", "psychodyn_cli"], encoding="utf-8", timeout=20, env=environment, dimensions=(1000, 80)
    )
    guide.expect("psychodyn: ")
    guide.send("weigh\r")
    guide.expect(r"\[1 of \d+\].*leave: ")
    guide.send("\x03")
    guide.expect("\nInterrupted.\r\npsychodyn: ")
    guide.send("q\r")
    guide.expect("Goodbye")
    guide.expect(pexpect.EOF)
    guide.close()
    assert guide.exitstatus == 0


def test_home_forgets_the_way() -> None:
    def page(title: str) -> Page:
        return Page(title, "", (), (Section("", (Links((("x", "X", "x"),)),)),), "", "")

    walk = Walk(stop_at(page("home")))
    walk.to(stop_at(page("one")))
    walk.to(stop_at(page("two")))
    assert walk.back().page.title == "one"
    assert walk.home().page.title == "home"
    assert walk.back().page.title == "home"
    assert walk.link(1) == "explain x"
    assert walk.link(2) is None


def a_guide(*entries: AnyEntry) -> Guide:
    view = View()
    view.format = Format.PLAIN
    return Guide(a_library(*entries), ("explain",), lambda _: None, view)


@pytest.mark.parametrize("ask", ["?", "help", "HELP"])
def test_who_asks_how_it_works_stays_where_they_are(ask: str, capsys: pytest.CaptureFixture[str]) -> None:
    guide = a_guide(a_technique(name="Silence", related=("humming",)), a_technique(name="Humming"))
    guide.answer("silence")
    guide.answer(ask)
    assert capsys.readouterr().out.splitlines().count("Help") == 1
    guide.answer("1")  # leads where it led before
    assert guide.walk.here.page.title == "Humming"
    guide.answer("b")
    assert guide.walk.here.page.title == "Silence"


@given(lines=st.lists(st.text(max_size=40), max_size=8))
def test_random_lines_never_end_it(lines: list[str]) -> None:
    guide = a_guide(a_technique(name="Silence"), a_technique(name="Humming"))
    for line in lines:
        if line.strip():
            guide.answer(line.strip())
