"""A chart is read back as it was meant: bars stand at their number of sessions, marks at their level."""

import io
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychodyn_cli.formats import plain, terminal
from psychodyn_cli.pages.blocks import Block, Hundreds, Lengths, Page, Scale, Scales, Section, Span
from psychodyn_cli.pages.hundreds import in_words

LONGEST = 1000  # sessions: the right end of the axis
UTF, ASCII = "utf-8", "ascii"
sessions = st.integers(1, 2 * LONGEST)
subjects = st.from_regex(r"[A-Z][a-z]{0,11}", fullmatch=True)
encodings = st.sampled_from((UTF, ASCII))


def a_span(low: int, high: int, *, open_ended: bool = False, subject: str = "Walking") -> Span:
    return Span(subject, low, high, open_ended, f"{low} to {high} sessions")


def a_page(*blocks: Block) -> Page:
    return Page("", "", (), (Section("", blocks),), "", "")


def drawn(block: Block, width: int = 80, encoding: str = UTF) -> list[str]:
    """The lines of a block on a screen, without the frame of the page's title."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding=encoding, errors="strict", newline="\n")
    terminal.render(a_page(block), out, width, color=False)
    out.flush()
    lines = written.getvalue().decode(encoding).splitlines()
    return [line.rstrip() for line in lines[next(at for at, line in enumerate(lines) if not line) + 1 :]]


def axis(lines: list[str]) -> tuple[int, int]:
    """Where 1 and where 1000 sessions stand, read off the line of figures."""
    (figures,) = (line for line in lines if line.split() == ["1", "10", "100", "1000"])
    return figures.index("1"), len(figures) - 1


def column(number: int, ends: tuple[int, int]) -> int:
    """Where a number of sessions belongs: equal steps of tenfold."""
    first, last = ends
    return first + round(math.log10(min(number, LONGEST)) / math.log10(LONGEST) * (last - first))


def marks(line: str, letters: str, start: int) -> list[int]:
    return [at for at, letter in enumerate(line) if letter in letters and at >= start]


# Lengths -------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(subjects, sessions, sessions), min_size=1, max_size=4), st.integers(48, 120), encodings)
def test_a_bar_begins_and_ends_at_its_numbers(told: list[tuple[str, int, int]], width: int, encoding: str) -> None:
    spans = tuple(a_span(*sorted((one, other)), subject=subject) for subject, one, other in told)
    lines = drawn(Lengths(spans), width, encoding)
    ends = axis(lines)
    for span, line in zip(spans, lines[::2], strict=False):
        found = marks(line, "●" if encoding == UTF else "o", ends[0])
        assert line.startswith(span.subject)
        assert sorted({column(span.low, ends), column(span.high, ends)}) == found


@given(sessions, st.integers(48, 120), encodings)
def test_what_can_go_on_runs_to_the_end_and_has_an_arrow(low: int, width: int, encoding: str) -> None:
    lines = drawn(Lengths((a_span(low, low, open_ended=True),)), width, encoding)
    ends = axis(lines)
    dot, arrow = ("●", "▶") if encoding == UTF else ("o", ">")
    start = column(low, ends)
    assert lines[0][start] == dot
    assert lines[0].endswith(arrow)
    assert " " not in lines[0][start:]
    assert len(lines[0]) - 1 == max(ends[1], start + 1)


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_figures_of_the_axis_stand_where_such_bars_begin(number: int) -> None:
    lines = drawn(Lengths((a_span(number, number),)))
    figures = lines[-1]
    (start,) = (found.start() for found in re.finditer(rf"\b{number}\b", figures))
    assert lines[0].index("●") == start


@pytest.mark.parametrize("width", [20, 30])
def test_without_room_for_an_axis_the_numbers_are_told(width: int) -> None:
    lines = drawn(Lengths((a_span(8, 16),)), width)
    assert " ".join(" ".join(lines).split()) == "Walking 8 to 16 sessions"


def test_twice_as_many_are_equally_far_wherever_they_begin() -> None:
    """So 8 and 16 differ as 100 and 200 do."""
    lines = drawn(Lengths((a_span(8, 16), a_span(100, 200))))
    short, long = (marks(line, "●", 0) for line in (lines[0], lines[2]))
    assert abs((short[1] - short[0]) - (long[1] - long[0])) <= 1


# Scales --------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(subjects, st.integers(0, 4)), min_size=1, max_size=5), encodings)
def test_a_mark_stands_at_its_level(told: list[tuple[str, int]], encoding: str) -> None:
    lines = drawn(Scales((Scale("Pace", "slow", "quick", tuple(told)),), "Judged."), encoding=encoding)
    dot, step = ("●", "·") if encoding == UTF else ("o", ".")
    assert lines[0] == "Pace  from slow (0) to quick (4)"
    for (subject, level), line in zip(told, lines[1:], strict=False):
        strip, figure, name = line.split(maxsplit=2)
        assert re.sub(f"[^{dot}{re.escape(step)}]", "", strip) == step * level + dot + step * (4 - level)
        assert (int(figure), name) == (level, subject)


def test_every_subject_has_one_scale_in_words_too() -> None:
    said = plain.render(a_page(Scales((Scale("Pace", "slow", "quick", (("A", 1), ("B", 4))),), "Judged.")))
    assert "Pace, from slow (0) to quick (4): A 1 of 4, B 4 of 4" in said


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param(a_span(8, 16), "8 to 16 sessions", id="a range"),
        pytest.param(a_span(8, 16, open_ended=True), "8 to 16 sessions, and it can go on", id="it can go on"),
        pytest.param(Span("A", 40, 40, True, "40 or more sessions"), "40 or more sessions", id="or more"),
    ],
)
def test_a_length_in_words(span: Span, words: str) -> None:
    assert plain.render(a_page(Lengths((span,)))).rstrip().endswith(f"{span.subject}: {words}")
    assert words in " ".join(drawn(Lengths((span,))))


# People --------------------------------------------------------------------------------------------


@given(st.integers(0, 100), st.integers(30, 120), encodings)
def test_of_a_hundred_marks_as_many_are_full_as_people_were_counted(count: int, width: int, encoding: str) -> None:
    full, other = ("●", "·") if encoding == UTF else ("o", ".")
    who, *rows = drawn(Hundreds((("Walkers", count, "some"),)), width, encoding)
    assert who == "Walkers  some"
    assert "".join(rows) == full * count + other * (100 - count)
    assert len({len(row) for row in rows}) == 1


@given(st.integers(2, 98))
def test_a_share_in_words_is_the_nearest_that_people_speak_of(count: int) -> None:
    numbers = {word: n for n, word in enumerate(["zero", "one", "two", "three", "four", "five"])}
    numbers |= {"nine": 9, "ten": 10, "eight": 8, "six": 6, "fifteen": 15, "nineteen": 19, "twenty": 20}
    numbers |= {"twenty-five": 25, "fifty": 50}
    said = in_words(count).removeprefix("about ")
    top, _, below = said.partition(" in ")
    told = 50 if said == "half" else 100 * numbers[top] / numbers[below]
    assert abs(told - count) <= 5
    assert ("about" in in_words(count)) == (told != count)


def test_ascii_says_it_with_ascii_alone() -> None:
    both = (Lengths((a_span(8, 16), a_span(5, 5, open_ended=True))), Scales((Scale("P", "a", "b", (("A", 2),)),), ""))
    assert all("\n".join(drawn(block, encoding=ASCII)).isascii() for block in both)
