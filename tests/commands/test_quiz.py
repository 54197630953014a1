"""The quiz as it is played: line in, lines out."""

import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_defence, a_library, a_source, a_vignette, written
from conftest import Ran, Run, Told
from psychodyn_cli.entries import Defence, Neighbour
from psychodyn_cli.pages.quiz import question_page
from psychodyn_cli.quiz.making import cards_of
from psychodyn_cli.quiz.progress import open_progress
from psychodyn_cli.quiz.sitting import Sitting, offers_of
from psychodyn_cli.tasks.asking import Asking, chosen_by
from psychodyn_cli.tasks.keeping import Keeping, keeping_of
from psychodyn_cli.view import Format, View


def a_small_deck() -> tuple[Defence, Defence]:
    """Two that are told apart: four scenes, a pair from both sides, two meanings."""
    to, back = "Blinking is short. Squinting is long [@doe1999].", "Squinting is long. Blinking is short."
    one = a_defence(
        name="Blinking",
        short="You shut it out for a second.",
        meaning="It is over at once [@doe1999].",
        confusable=(Neighbour(entry="squinting", difference=to),),
        vignettes=(a_vignette(id="bill", scene="Ira sees the bill, and then does not."), a_vignette(id="call")),
    )
    other = a_defence(
        name="Squinting",
        short="You half see it all day.",
        confusable=(Neighbour(entry="blinking", difference=back),),
        vignettes=(a_vignette(id="stain"), a_vignette(id="lump")),
    )
    return one, other


@pytest.fixture
def deck(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small deck as the program's content, and no progress yet; where progress would be."""
    content = written(tmp_path / "data", *a_small_deck(), a_source(), dimensions=())
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return kept


BILL = ("quiz", "blinking", "--kind", "vignette", "--seed", "a", "--new", "1")


def answers_in(path: Path) -> list[tuple[str, bool]]:
    with closing(sqlite3.connect(path)) as database:
        return [
            (card, bool(right)) for card, right in database.execute("SELECT card, right FROM answers ORDER BY number")
        ]


# A question and its answer -------------------------------------------------------------------------


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("blinking", "Yes: Blinking"),
        ("Squinting", "No: Blinking"),
        ("", "It is: Blinking"),
        ("BLINKING", "Yes: Blinking"),
    ],
)
def test_right_and_wrong_answers_alike_are_told_why(typed: str, verdict: str, told: Told) -> None:
    out = told(*BILL, lines=(typed,)).out
    assert out.index("Which defence is this?") < out.index("1. ") < out.index(verdict)
    after = out[out.index(verdict) :]
    assert "It is not opened." in after
    assert "Why not squinting?\nBlinking is short. Squinting is long [1]." in after
    assert "[1] Doe, Jane (1999). On chairs." in after
    assert "Read more: psychodyn explain blinking" in after


@pytest.mark.usefixtures("deck")
def test_the_number_of_an_answer_chooses_it(told: Told) -> None:
    shown = told(*BILL, lines=()).out
    number = re.findall(r"^(\d)\. Blinking$", shown, re.MULTILINE)[0]
    assert "Yes: Blinking" in told(*BILL, lines=(number,)).out


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(
    "typed",
    ["0", "3", "99", "9" * 5000, "²", "yes please", "../x", "[/x]", "blinking and squinting"],
    ids=lambda typed: typed[:20],
)
def test_what_is_no_answer_is_asked_for_again(typed: str, told: Told) -> None:
    ran = told(*BILL, lines=(typed, "blinking"))
    assert "was not understood" in ran.err
    assert "Yes: Blinking" in ran.out


@pytest.mark.parametrize(("entry", "stands"), [("repression", True), ("projection", False)])
def test_the_way_to_help_stands_where_it_stands_on_the_page(entry: str, stands: bool, told: Told) -> None:
    assert ("psychodyn help-now" in told("explain", entry).out) == stands
    out = told("quiz", entry, "--kind", "vignette", "--no-keep", lines=("",)).out
    assert ("psychodyn help-now" in out) == stands


@pytest.mark.usefixtures("deck")
def test_a_missed_question_comes_back_and_a_guess_does(told: Told) -> None:
    missed = told(*BILL, lines=("squinting", "", "blinking", ""))
    assert missed.out.count("Which defence is this?") == 2
    guessed = told(*BILL, lines=("blinking", "g", "blinking", ""))
    assert guessed.out.count("Which defence is this?") == 2
    assert "0 known at once" in guessed.out


@pytest.mark.usefixtures("deck")
def test_the_end_says_what_was_known_and_what_to_read_again(told: Told) -> None:
    out = told(*BILL, lines=("squinting", "", "blinking", "")).out
    end = out[out.index("The end of this round") :]
    assert "1 question, 0 known at once." in end
    assert "Blinking: psychodyn explain blinking" in end
    assert "Nothing was kept." in end


@pytest.mark.usefixtures("deck")
def test_undo_takes_the_last_answer_back_wherever_it_is_typed(told: Told) -> None:
    for lines in (("squinting", "u", "blinking", ""), ("squinting", "", "u", "blinking", "")):
        ran = told(*BILL, lines=lines)
        assert "Taken back" in ran.err
        assert "1 question, 1 known at once." in ran.out
    assert "no answer to take back" in told(*BILL, lines=("u",)).err


@pytest.mark.usefixtures("deck")
def test_a_flag_is_told_at_the_end_and_can_be_taken_away(told: Told) -> None:
    assert re.search(r"Flagged: blinking/\w+\.", told(*BILL, lines=("f", "blinking", "")).out)
    assert "Flagged" not in told(*BILL, lines=("f", "blinking", "f", "")).out


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize("lines", [("?",), ("blinking", "?")], ids=["at a question", "after it"])
def test_a_question_mark_tells_what_can_be_typed(lines: tuple[str, ...], told: Told) -> None:
    assert "take the last answer back" in told(*BILL, lines=lines).out


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize("last", ["q", "quit", "exit", None])
@pytest.mark.parametrize("before", [(), ("blinking",)], ids=["at a question", "after it"])
def test_it_can_be_left_at_any_prompt(before: tuple[str, ...], last: str | None, told: Told) -> None:
    ran = told("quiz", "--kind", "vignette", lines=(*before, *([last] if last else ())))
    assert ran.code == 0
    assert "Again: psychodyn quiz" in ran.out + ran.err


# Which questions -----------------------------------------------------------------------------------


def ids(ran: Ran) -> list[str]:
    return [one["id"] for one in json.loads(ran.out)["questions"]]


@pytest.mark.usefixtures("deck")
def test_the_options_choose_what_is_asked(run: Run) -> None:
    def asked(*words: str) -> set[str]:
        return set(ids(run("quiz", *words, "--format", "json")))

    assert asked("--kind", "pair") == {"blinking/not-squinting", "squinting/not-blinking"}
    assert asked("--kind", "pair", "--kind", "meaning", "blinking") == {
        "blinking/not-squinting", "squinting/not-blinking", "blinking/meaning"
    }  # fmt: skip
    assert len(asked("--new", "3")) == 3
    assert asked("--new", "0") == set()


@pytest.mark.usefixtures("deck")
def test_the_same_seed_asks_the_same(run: Run) -> None:
    assert run("quiz", "--seed", "x", "--format", "json") == run("quiz", "--seed", "x", "--format", "json")
    assert len({tuple(ids(run("quiz", "--seed", seed, "--format", "json"))) for seed in "abcdef"}) > 1


@pytest.mark.usefixtures("deck")
def test_without_being_asked_it_asks_ten_and_from_every_kind() -> None:
    asked = subprocess.run(
        (sys.executable, "-m", "psychodyn_cli", "quiz", "--format", "json"), capture_output=True, check=True,
        env={name: value for name, value in os.environ.items() if name != "PSYCHODYN_DATA"},
    )  # fmt: skip
    kinds = [one["kind"] for one in json.loads(asked.stdout)["questions"]]
    assert len(kinds) == 10
    assert set(kinds) == {"vignette", "pair", "meaning", "moment", "evidence", "therapy"}


# On paper ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("deck")
def test_as_markdown_it_is_a_sheet_with_the_answers_at_the_end(run: Run) -> None:
    out = run(*BILL, "--format", "markdown").out
    answers = out.index("## The answers")
    assert out.index("## 1\\. Which defence is this?") < answers < out.index("It is not opened.")
    assert "**1\\. Blinking:** It is not opened. (psychodyn explain blinking)" in out[answers:]


@pytest.mark.usefixtures("deck")
def test_as_json_a_question_has_its_answer_and_how_the_others_differ(run: Run) -> None:
    (one,) = json.loads(run(*BILL, "--format", "json").out)["questions"]
    assert one["right"] == "blinking"
    assert {choice["id"]: choice["unlike"] for choice in one["choices"]} == {
        "blinking": "", "squinting": "Blinking is short. Squinting is long [@doe1999]."
    }  # fmt: skip
    assert one["read"] == "psychodyn explain blinking"


# What is kept --------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [(), ("--no-keep",), ("--cram", "--keep")], ids=["in a pipe", "no", "cram"])
def test_nothing_is_on_disk_unless_it_may_be(words: tuple[str, ...], deck: Path, told: Told) -> None:
    ran = told(*BILL, *words, lines=("blinking", "f", ""))
    assert "Nothing was kept." in ran.out
    assert not deck.parent.exists()


def test_what_may_be_kept_is_on_disk_before_the_next_question(deck: Path, told: Told) -> None:
    ran = told(*BILL, "--keep", lines=("squinting", "", "blinking"))
    assert "Your 2 answers are kept." in ran.out
    assert [right for _, right in answers_in(deck)] == [False, True]


def test_once_it_may_be_kept_it_is_kept_until_it_may_not(deck: Path, told: Told) -> None:
    told(*BILL, "--keep", lines=("blinking",))
    told("quiz", "--new", "2", lines=("squinting", "q"))
    told("quiz", "--no-keep", lines=("squinting", "q"))
    assert len(answers_in(deck)) == 2


def test_what_was_taken_back_or_guessed_is_kept_so(deck: Path, told: Told) -> None:
    told(*BILL, "--keep", lines=("squinting", "u", "blinking", "g", "q"))
    assert [right for _, right in answers_in(deck)] == [False]


@pytest.mark.usefixtures("deck")
def test_what_is_known_is_not_asked_again_so_soon(told: Told) -> None:
    for _ in range(2):
        told(*BILL, "--keep", lines=("blinking", ""))
    ran = told("quiz", "blinking", "--kind", "vignette", lines=("blinking", "") * 3)
    assert ran.code == 0
    assert "Nothing is due. The next question comes on" in ran.out
    assert "Yes: Blinking" in told(*BILL, "--cram", lines=("blinking", "")).out


def test_what_was_missed_is_due_before_anything_new(deck: Path, told: Told) -> None:
    told(*BILL, "--keep", lines=("squinting", "q"))
    with closing(sqlite3.connect(deck)) as database:
        database.execute("UPDATE cards SET due = due - 3600000000")
        database.commit()
    (missed, _), *_ = answers_in(deck)
    told("quiz", "--seed", "z", lines=("", "q"))
    assert answers_in(deck)[1][0] == missed


def test_a_damaged_file_is_put_aside_with_a_word_and_the_quiz_goes_on(deck: Path, told: Told) -> None:
    deck.parent.mkdir(parents=True)
    deck.write_bytes(b"garbage" * 1000)
    ran = told(*BILL, lines=("blinking",))
    assert "was damaged" in ran.err
    assert "progress-damaged-1.sqlite" in ran.err
    assert "Your answer is kept." in ran.out


def test_where_nothing_can_be_kept_the_quiz_goes_on_without(
    deck: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    ran = told(*BILL, "--keep", lines=("blinking",))
    assert "cannot be kept this time" in ran.err
    assert "Yes: Blinking" in ran.out
    assert not deck.exists()


def test_a_flag_alone_is_kept_too(deck: Path, told: Told) -> None:
    told(*BILL, "--keep", lines=("f", "q"))
    with closing(open_progress(deck)[0]) as progress:
        assert len(progress.flagged()) == 1


def test_a_disk_that_fills_up_meanwhile_does_not_end_it(deck: Path, told: Told) -> None:
    told(*BILL, "--keep", lines=("q",))
    with closing(sqlite3.connect(deck)) as database:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    ran = told(*BILL, lines=("blinking", "f", ""))
    assert "could not be kept: disk full" in ran.err
    assert "No answer was kept, but what you flagged is." in ran.out


def test_kill_loses_at_most_the_question_that_was_not_answered(deck: Path) -> None:
    command = (sys.executable, "-m", "psychodyn_cli", "quiz", "--keep", "--new", "6")
    for answered in (1, 2, 3):
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as quiz:
            assert quiz.stdin is not None
            assert quiz.stderr is not None
            quiz.stdin.write(b"\n\n" * answered)
            quiz.stdin.flush()
            asked = b""
            while asked.count(b"A number") <= answered:
                asked += os.read(quiz.stderr.fileno(), 4096)
            quiz.send_signal(signal.SIGKILL)
        assert len(answers_in(deck)) == answered
        progress, aside = open_progress(deck)
        assert aside is None
        progress.forget_all()
        progress.close()


# Anything that can be typed ------------------------------------------------------------------------

CARDS = cards_of(a_library(*a_small_deck(), a_source()))
LIBRARY = a_library(*a_small_deck(), a_source())
lines = st.lists(
    st.one_of(st.sampled_from(["", "1", "2", "u", "f", "g", "?", "blinking"]), st.text(max_size=9)), max_size=40
)


@given(typed=lines, seed=st.integers())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_every_answer_is_kept(typed: list[str], seed: int, kept: Path) -> None:
    progress, _ = open_progress(kept)
    progress.forget_all()
    view = View()
    view.format = Format.PLAIN
    asking = Asking(Sitting(CARDS), LIBRARY, Keeping(progress), str(seed), view)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO("".join(line.replace("\n", " ") + "\n" for line in typed)))
        patch.setattr(sys, "stdout", io.StringIO())
        patch.setattr(sys, "stderr", io.StringIO())
        asking.start()
    given_answers = [(one.card.id, one.right) for one in asking.sitting.behind]
    progress.close()
    assert answers_in(kept) == given_answers


@pytest.mark.usefixtures("deck")
def test_bytes_that_mean_nothing_are_no_answer(tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    typed.write_bytes(bytes(range(256)) + b"\n\xff\xfe\n\x00\n1\n\n")
    with typed.open("rb") as stdin:
        ran = subprocess.run(
            (sys.executable, "-m", "psychodyn_cli", *BILL), stdin=stdin, capture_output=True, check=False
        )
    assert ran.returncode == 0
    assert b"was not understood" in ran.stderr
    assert b"The end of this round" in ran.stdout


def test_an_answer_is_chosen_by_number_name_or_id() -> None:
    offers = offers_of(CARDS[0], "a")
    for number, offer in enumerate(offers, 1):
        assert {chosen_by(typed, offers) for typed in (str(number), offer.says, offer.id)} == {offer}
    assert [chosen_by(typed, offers) for typed in ("", "0", "9", "?", "x")] == [None] * 5


def test_nothing_in_a_question_says_which_answer_is_right() -> None:
    for card in CARDS:
        page = question_page(card, offers_of(card, "a"), (1, 2), LIBRARY)
        assert card.right.says not in str(page.lead)
        assert card.why not in str(page)


# On a terminal -------------------------------------------------------------------------------------


def a_terminal(*words: str) -> "pexpect.spawn[str]":
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    return pexpect.spawn(sys.executable, ["-m", "psychodyn_cli", *words], encoding="utf-8", timeout=20, env=environment)


def ended(child: "pexpect.spawn[str]") -> tuple[int | None, str]:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, str(child.before)


QUESTION, PAUSE, MAY_KEEP = r"\[\d of \d\].*q: leave: ", "Enter: next.*q: leave: ", r"Keep your answers on .*\[y/N\]: "
ANY_PROMPT = r"(q: leave|\[y/N\]): "


def answer_until_asked(child: "pexpect.spawn[str]", *lines: str) -> None:
    """Type these at the first question; the last is an answer, behind which it asks whether to keep it."""
    for line in lines:
        child.expect(QUESTION)
        child.sendline(line)
    child.expect(MAY_KEEP)


def test_play_comes_first_and_a_reader_is_asked_once_behind_the_first_answer(deck: Path) -> None:
    child = a_terminal("quiz", "--plain")
    child.expect(QUESTION)
    assert "on this computer" not in str(child.before)
    assert not deck.parent.exists()
    child.sendline("")
    child.expect(MAY_KEEP)
    assert "It is: " in str(child.before)
    child.sendline("")
    child.expect(PAUSE)
    child.sendline("")
    child.expect(QUESTION)
    child.sendline("")
    child.expect(PAUSE)
    assert "on this computer" not in str(child.before)


def test_yes_keeps_the_answer_just_given_and_what_was_flagged(deck: Path) -> None:
    child = a_terminal(*BILL)
    answer_until_asked(child, "f", "blinking")
    child.sendline("y")
    child.expect("Your answer is kept")
    child.expect(PAUSE)
    child.kill(signal.SIGINT)
    assert ended(child) == (130, "\r\nInterrupted. Your answer is kept.\r\n")
    assert [right for _, right in answers_in(deck)] == [True]
    with closing(open_progress(deck)[0]) as progress:
        assert len(progress.flagged()) == 1


def test_a_yes_is_not_asked_for_again(deck: Path) -> None:
    open_progress(deck)[0].close()
    child = a_terminal(*BILL)
    child.expect(QUESTION)
    child.sendline("blinking")
    assert child.expect([PAUSE, MAY_KEEP]) == 0


def test_what_was_kept_by_a_yes_can_be_taken_back_or_have_been_a_guess(deck: Path) -> None:
    child = a_terminal(*BILL)
    answer_until_asked(child, "blinking")
    child.sendline("yes")
    child.expect(PAUSE)
    child.sendline("g")
    child.expect(QUESTION)
    assert [right for _, right in answers_in(deck)] == [False]
    child.sendline("u")
    child.expect(QUESTION)
    assert answers_in(deck) == []


def test_kill_behind_a_yes_loses_at_most_the_question_that_was_not_answered(deck: Path) -> None:
    child = a_terminal("quiz", "--new", "3")
    answer_until_asked(child, "")
    child.sendline("y")
    for answered in (1, 2):
        child.expect(PAUSE)
        assert len(answers_in(deck)) == answered
        child.sendline("")
        child.expect(QUESTION)
        child.sendline("")
    child.expect(PAUSE)
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    assert len(answers_in(deck)) == 3


@pytest.mark.parametrize("no", ["", "n", "what?"])
def test_anything_else_keeps_nothing(no: str, deck: Path) -> None:
    child = a_terminal(*BILL)
    answer_until_asked(child, "blinking")
    child.sendline(no)
    child.expect(PAUSE)
    child.sendline("q")
    code, said = ended(child)
    assert code == 0
    assert "Nothing was kept." in said
    assert not deck.parent.exists()


def test_who_leaves_before_an_answer_is_not_asked(deck: Path) -> None:
    child = a_terminal(*BILL)
    child.expect(QUESTION)
    child.sendline("q")
    assert "on this computer" not in ended(child)[1]
    assert not deck.parent.exists()


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(("key", "code"), [("q\n", 0), ("\x04", 0), ("\x03", 130)], ids=["q", "Ctrl-D", "Ctrl-C"])
def test_every_prompt_can_be_left(key: str, code: int) -> None:
    for typed in ((), ("1",), ("1", "n")):
        child = a_terminal(*BILL)
        for line in typed:
            child.expect(ANY_PROMPT)
            child.sendline(line)
        child.expect(ANY_PROMPT)
        child.send(key)
        exit_code, said = ended(child)
        assert exit_code == code, (typed, said)
        assert "Nothing was kept" in said or "Again" in said


@pytest.mark.usefixtures("deck")
def test_the_guide_asks_once_and_stays_open() -> None:
    child = a_terminal("guide")
    child.expect("psychodyn: ")
    child.sendline("quiz")
    answer_until_asked(child, "1")
    child.sendline("n")
    child.expect(PAUSE)
    child.send("\x03")
    child.expect("Interrupted. Nothing was kept.*psychodyn: ")
    child.sendline("quiz blinking")
    child.expect(QUESTION)
    child.sendline("1")
    assert child.expect([PAUSE, MAY_KEEP]) == 0
    child.sendline("q")
    child.expect("psychodyn: ")
    child.sendline("q")
    assert ended(child)[0] == 0


@pytest.mark.parametrize(("columns", "encoding"), [("40", "ascii"), ("20", "utf-8"), ("140", "latin-1")])
@pytest.mark.usefixtures("deck")
def test_it_fits_narrow_screens_and_small_alphabets(columns: str, encoding: str) -> None:
    environment = {**os.environ, "COLUMNS": columns, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    words = (sys.executable, "-m", "psychodyn_cli", "quiz", "--format", "terminal", "--color", "never")
    ran = subprocess.run(words, input=b"1\n\n" * 12, capture_output=True, check=True, env=environment)
    lines = ran.stdout.decode(encoding).splitlines()
    assert max(map(len, lines)) <= int(columns)


def test_a_home_that_is_nowhere_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "")
    assert keeping_of(keep=False).progress is None
