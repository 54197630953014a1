"""At every prompt words of danger get the way to help, and `help-now` its page; the conversation goes on behind it."""

import sys

import pexpect
import pytest

from conftest import Told
from psychodyn_cli.pages.help_now import asked_for

PROMPTS = {  # words -> the prompt that is asked again
    "quiz": "A number, Enter: tell me",
    "session a-client-who-leaves --step": "Enter: next line",
    "session a-client-who-leaves --guess": "Enter",
    "tour": "Enter: next, b: back",
    "weigh": "n: not sure",
}


@pytest.mark.parametrize("words", PROMPTS)
@pytest.mark.parametrize("typed", ["i want to die", "i can't go on", "no point anymore"])
@pytest.mark.usefixtures("kept")
def test_words_of_despair_get_the_way_to_help_at_once(words: str, typed: str, told: Told) -> None:
    ran = told(*words.split(), lines=(typed, "q"))
    after = ran.err[ran.err.index("do not have to carry this alone") :]
    assert "psychodyn help-now" in after
    assert PROMPTS[words] in after
    assert "not understood" not in ran.err
    assert ran.code == 0


@pytest.mark.parametrize("words", PROMPTS)
@pytest.mark.parametrize("typed", ["help-now", "help now", "psychodyn help-now", "i need help now", "emergency"])
@pytest.mark.usefixtures("kept")
def test_help_now_is_shown_and_the_conversation_goes_on(words: str, typed: str, told: Told) -> None:
    ran = told(*words.split(), lines=(typed, "q"))
    after = ran.err[ran.err.index("Call your emergency number") :]
    assert "findahelpline.com" in after
    assert PROMPTS[words] in after


def test_nothing_of_a_session_is_told_meanwhile(told: Told) -> None:
    quiet = told("session", "a-client-who-leaves", "--step", lines=("q",))
    assert told("session", "a-client-who-leaves", "--step", lines=("i want to die", "help-now", "q")).out == quiet.out


@pytest.mark.usefixtures("kept")
def test_a_country_may_follow(told: Told) -> None:
    assert "116 123" in told("quiz", lines=("help now uk", "q")).err


@pytest.mark.usefixtures("kept")
def test_who_is_asked_whether_answers_may_be_kept_is_heard_too(told: Told) -> None:
    words = ("quiz", "--kind", "vignette")
    assert "carry this alone" in told(*words, lines=("1", "i want to die", "q")).err


def test_the_prompt_for_a_country_and_that_for_a_file_name_hear_it() -> None:
    def program(*words: str) -> "pexpect.spawn[str]":
        return pexpect.spawn(
            sys.executable, ["-m", "psychodyn_cli", *words], encoding="utf-8", timeout=20, dimensions=(200, 100)
        )

    country = program("help-now")
    country.expect("Your country.*: ")
    for typed, answer in (("i can't go on", "do not have"), ("Atlantis", "No help lines"), ("uk", "116 123")):
        country.send(f"{typed}\r")
        country.expect(answer)
    country.expect(pexpect.EOF)
    sheet = program("weigh")
    sheet.expect("leave: ")
    sheet.send("d\r")
    sheet.expect("Save the whole sheet.*: ")
    sheet.send("i can't go on\r")
    sheet.expect("do not have")
    sheet.expect("Save the whole sheet.*: ")
    sheet.send("\r")
    sheet.expect("Nothing was kept")


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("help-now", ""), ("Help Now", ""), ("helpnow", ""), ("help-now gb", "gb"), ("help now --country=uk", "uk"),
        ("psychodyn help-now United Kingdom", "united kingdom"), ("help", None), ("help nowhere", None), ("", None),
    ],
)  # fmt: skip
def test_help_now_is_known_as_it_may_be_typed(typed: str, country: str | None) -> None:
    assert asked_for(typed) == country
