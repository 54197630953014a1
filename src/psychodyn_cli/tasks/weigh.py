"""`psychodyn weigh`: a private worksheet for choosing. What is answered stays in memory.

Line in, lines out, as in `session`. Questions go to the screen, or to stderr where stdout is read by something else.
"""

import os
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import typer

from psychodyn_cli import answers
from psychodyn_cli.entries import Therapy, Way, Wish
from psychodyn_cli.errors import ContentError, UsageError
from psychodyn_cli.exits import NOTHING_FOUND
from psychodyn_cli.finding import Found, Missing, find_all
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import (
    asks,
    complain,
    in_file,
    leaves,
    pose,
    printable,
    quoted,
    show,
    shown_as,
    typed_by_hand,
    write_json,
)
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.notice import HELP
from psychodyn_cli.pages.weigh import (
    MOST_WISHES,
    NOT_SURE,
    Sheet,
    most_page,
    opening_page,
    paper_page,
    question_page,
    questions_of,
    sheet_page,
    short_page,
)
from psychodyn_cli.tasks.confirming import means_yes
from psychodyn_cli.tasks.explain import missing_as_data, offered
from psychodyn_cli.tasks.files import cannot, may_replace, write_file
from psychodyn_cli.tasks.hearing import hear
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.view import Format, View

USUAL = ("psychodynamic", "cbt", "person-centred")  # one of each family that people are offered most: no side gets two
MOST_THERAPIES = 4
SUFFIXES = (".md", ".txt")
SCREENS = {Format.TERMINAL, Format.PLAIN}


class Wanted(NamedTuple):
    """What the options of `weigh` said; `over`: the file may be written over."""

    blank: bool
    every: bool
    path: Path | None
    over: bool


def weigh(names: tuple[str, ...], wanted: Wanted, view: View) -> None:
    library = open_library(view)
    therapies = _named(names, library, view) if names else _usual(library)
    over = wanted.over or _may_write(wanted.path)
    wishes = tuple(sorted(library.of_kind(Wish), key=lambda wish: wish.number))
    if not wishes:
        raise ContentError("The content has no questions to weigh. See: psychodyn check")
    sheet = Sheet(therapies, library.of_kind(Way), wishes, {}, blank=wanted.blank)
    filled = sheet if wanted.blank else _Filling(sheet, view).fill()
    if filled is None:
        complain("Left. Nothing was kept. To fill in on paper: psychodyn weigh --blank")
    else:
        _hand_over(filled, wanted._replace(over=over), library, view)


# What is compared ----------------------------------------------------------------------------------


def _usual(library: Library) -> tuple[Therapy, ...]:
    return tuple(page for page in library.pages(USUAL) if isinstance(page, Therapy))


def _named(names: tuple[str, ...], library: Library, view: View) -> tuple[Therapy, ...]:
    found = find_all(library, names)
    missing = [one for one in found if isinstance(one, Missing)]
    for one in missing:
        near = tuple(entry for entry in one.suggestions if isinstance(entry, Therapy))
        complain(offered(Missing(one.query, near), "weigh"))
    if missing:
        if shown_as(view) is Format.JSON:
            write_json(answers.Worksheet((), (), (), missing=missing_as_data(found)))
        raise typer.Exit(NOTHING_FOUND)
    named = {one.entry.id: one.entry for one in found if isinstance(one, Found)}
    therapies = tuple(entry for entry in named.values() if isinstance(entry, Therapy))
    if len(therapies) < len(named):
        other = next(entry for entry in named.values() if not isinstance(entry, Therapy))
        raise UsageError(
            f"{other.name} is no therapy. Name therapies: psychodyn weigh cbt ipt. See: psychodyn therapies"
        )
    if len(therapies) > MOST_THERAPIES:
        raise UsageError(f"{len(therapies)} therapies are too many for one sheet. Name at most {MOST_THERAPIES}.")
    return therapies


# The questions -------------------------------------------------------------------------------------


class Go(Enum):
    """What can be typed in place of an answer."""

    ON = auto()
    BACK = auto()
    DONE = auto()
    LEAVE = auto()


GOING = {"": Go.ON, "s": Go.ON, "skip": Go.ON, "b": Go.BACK, "back": Go.BACK, "d": Go.DONE, "done": Go.DONE}
UNSURE = {"n", "not sure", "unsure"}
Answer: TypeAlias = int | tuple[int, ...]
Read: TypeAlias = Callable[[str], Answer | None]


class _Filling:
    """One sheet while it is filled in: forwards and back, and done at any time."""

    def __init__(self, sheet: Sheet, view: View) -> None:
        self.sheet, self.view = sheet, view

    def fill(self) -> Sheet | None:
        """The sheet as answered; None where the reader has left."""
        pose(opening_page(self.sheet), self.view)
        at = 0
        while at <= len(self.sheet.wishes):
            typed = self.ask_wish(at) if at < len(self.sheet.wishes) else self.ask_most()
            match typed:
                case Go.LEAVE:
                    return None
                case Go.DONE:
                    break
                case Go.BACK:
                    at = max(0, at - 1)
                case _:
                    at += 1
        return self.sheet

    def ask_wish(self, at: int) -> Go | Answer:
        wish, count = self.sheet.wishes[at], len(self.sheet.wishes)
        pose(question_page(wish, self.sheet), self.view)
        choices = len(wish.choices)
        typed = _heard(
            f"[{at + 1} of {count}] 1 to {choices}, n: not sure, Enter: skip, b: back, d: done, q: leave",
            lambda word: NOT_SURE if word in UNSURE else _number(word, choices),
            f"Type a number from 1 to {choices}, n for not sure, or Enter to skip.",
            self.view,
        )
        if isinstance(typed, int):
            self.sheet = _changed(self.sheet, {**self.sheet.said, wish.id: typed}, ())
        return typed

    def ask_most(self) -> Go | Answer:
        """Which wishes matter most; not asked where there are too few to choose among."""
        leaning = self.sheet.leaning
        if len(leaning) < 2:  # noqa: PLR2004 - one alone cannot matter more
            return Go.DONE
        pose(most_page(self.sheet), self.view)
        typed = _heard(
            f"Up to {MOST_WISHES} numbers, such as 1 {len(leaning)}, Enter: none, b: back, q: leave",
            lambda line: _numbers(line, len(leaning)),
            f"Type up to {MOST_WISHES} numbers from 1 to {len(leaning)}, or Enter for none.",
            self.view,
        )
        if isinstance(typed, tuple):
            most = tuple(leaning[number - 1].id for number in typed)
            self.sheet = _changed(self.sheet, self.sheet.said, most)
        return typed


def _changed(sheet: Sheet, said: dict[str, int], most: tuple[str, ...]) -> Sheet:
    return Sheet(sheet.therapies, sheet.ways, sheet.wishes, said, most)


def _heard(prompt: str, read: Read, unclear: str, view: View) -> Go | Answer:
    """What the reader answers. Where nobody can type more, the rest is skipped."""
    while True:
        line = hear(prompt, view)
        if line is None:
            return Go.LEAVE if typed_by_hand() else Go.DONE
        if leaves(line):
            return Go.LEAVE
        word = line.casefold()
        if word in GOING:
            return GOING[word]
        answer = read(word)
        if answer is not None:
            return answer
        complain(HELP if word == "help" else unclear)


def _number(word: str, most: int) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 and 1 <= int(word) <= most else None  # noqa: PLR2004 - as in tour


def _numbers(line: str, most: int) -> tuple[int, ...] | None:
    read = [_number(word, most) for word in line.replace(",", " ").split()]
    numbers = tuple(dict.fromkeys(number for number in read if number is not None))
    return numbers if None not in read and 1 <= len(numbers) <= MOST_WISHES else None


# The sheet -----------------------------------------------------------------------------------------


def _hand_over(sheet: Sheet, wanted: Wanted, library: Library, view: View) -> None:
    whole = paper_page(sheet) if sheet.blank and not wanted.every else sheet_page(sheet, library)
    if wanted.path:
        try:
            _save(whole, wanted.path, wanted.over)
        except (UsageError, OSError):
            show(whole, lambda: _data(sheet), view)  # what was answered is not lost with the file
            raise
        return
    at_once = sheet.blank or wanted.every or _on_paper(view)
    show(whole if at_once else short_page(sheet, library), lambda: _data(sheet), view)
    if not sheet.blank and asks() and shown_as(view) in SCREENS:
        _offer_to_save(sheet, whole, view)


def _on_paper(view: View) -> bool:
    """As data, for a page, or typed at a keyboard into a file or a pager: nobody can ask for the rest of it.

    Whoever pipes the answers in can add --all.
    """
    return shown_as(view) not in SCREENS or (typed_by_hand() and not asks())


_OFFER = "Save the whole sheet? Type a file name, for example my-sheet.md, or all to read it here. Enter: save nothing"


def _offer_to_save(sheet: Sheet, page: Page, view: View) -> None:
    while (line := hear(_OFFER, view, _names_a_file)) and not leaves(line) and line.casefold() not in {"n", "no"}:
        if line.casefold() == "all":
            show(page, lambda: _data(sheet), view)
        elif _saved(line, page):
            return
    complain("Nothing was kept.")


def _names_a_file(line: str) -> bool:
    return Path(line).suffix.lower() in SUFFIXES


def _saved(line: str, page: Page) -> bool:
    """Whether the file that the reader named has been written."""
    if means_yes(line):
        complain("Under which name? For example: my-sheet.md")
        return False
    path = Path(os.path.expanduser(printable(line)))  # noqa: PTH111 - keeps what no home is known for
    try:
        _save(page, path, _may_write(path))
    except (UsageError, OSError) as error:
        complain(str(error if isinstance(error, UsageError) else cannot(path, error)))
        return False
    return True


def _may_write(path: Path | None) -> bool:
    """True where there is a file and the reader agrees to lose it. Raises UsageError where nothing can be written."""
    if path is None:
        return False
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"The sheet is written as .md or .txt. Name the file so: {quoted(path.stem or 'sheet')}.md")
    return may_replace(path, force=False)


def _save(page: Page, path: Path, over: bool) -> None:
    write_file(in_file(page, path.suffix), path, over=over, private=True)
    complain(f"Written: {printable(str(path.absolute()))}. It is the only copy, and nothing else was kept.")


def _data(sheet: Sheet) -> answers.Worksheet:
    options = sheet.options
    return answers.Worksheet(
        tuple(option.id for option in options),
        tuple(_wished(wish, sheet) for wish in sheet.wishes),
        tuple(answers.Compared(row, {one.id: one.cells.get(row) for one in options}) for row in _rows(sheet)),
        {option.id: answers.Sides(option.upsides, option.downsides) for option in options},
        dict(questions_of(sheet)),
    )


def _rows(sheet: Sheet) -> tuple[str, ...]:
    return tuple(wish.row for wish in sheet.told if wish.row)


def _wished(wish: Wish, sheet: Sheet) -> answers.Wished:
    number = sheet.said.get(wish.id)
    said: Literal["chosen", "not-sure", "skipped"] = (
        "skipped" if number is None else "not-sure" if number == NOT_SURE else "chosen"
    )
    chosen = wish.choices[number - 1] if number else ""
    return answers.Wished(wish.id, wish.question, wish.choices, wish.row, said, chosen, wish.id in sheet.most)
