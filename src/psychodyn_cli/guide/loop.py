"""The guide's loop: a prompt, and whatever is typed is answered. It stays open whatever that is."""

import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial

from psychodyn_cli import answers, paths
from psychodyn_cli.danger import danger_in
from psychodyn_cli.errors import ContentError, Interrupted, UsageError
from psychodyn_cli.exits import INTERRUPTED
from psychodyn_cli.finding import Found, find, find_asked, search, sets_apart
from psychodyn_cli.guide.home import HOW, door, help_page, home
from psychodyn_cli.guide.pager import TypedOn, a_screenful_at_a_time
from psychodyn_cli.guide.walk import Stop, Walk, stop_at
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import ask, complain, leaves, quoted, show, shown
from psychodyn_cli.pages.entry import page_of
from psychodyn_cli.pages.found import found_page, side_by_side
from psychodyn_cli.pages.help_now import asked_for, country_called
from psychodyn_cli.pages.notice import notice
from psychodyn_cli.view import View

Run = Callable[[Sequence[str]], None]  # runs a command of the program, as it is typed
NO_WORD = {"yes", "no", "ok", "okay", "y", "n", "maybe"}
EMERGENCY = {"000", "110", "111", "112", "113", "119", "911", "988", "999", "116123"}
CONVERSATIONS = {"quiz", "weigh", "tour", "session", "privacy", "progress", "search"}  # commands that ask
_TO_TALK = (
    "For lines in your country type help-now and its name, such as: help-now uk. To search all the same, type search "
    "and the words."
)
BACK, HOME, ASK = {"b", "back"}, {"h", "home"}, {"?", "help"}
LONGEST_LINE = 400  # characters of input that are looked at


class Guide:
    """One walk through the library."""

    def __init__(self, library: Library, commands: Sequence[str], run: Run, view: View) -> None:
        self.library, self.commands, self.run, self.view = library, commands, run, view
        self.walk = Walk(home())
        self.numbered = True  # the page that was shown last has the numbers of the walk
        self.helped = False  # the page shown last was that of `help-now`, which asks for a country

    def start(self) -> None:
        typed = typed_on(lambda: self.show(self.walk.here))
        while not leaves(line := ask("psychodyn") if typed is None else typed):
            typed = typed_on(partial(self.answer, line[:LONGEST_LINE])) if line else None
        kept = paths.progress_file()
        but = " but your answers in the quiz" if kept and kept.exists() else ""
        complain(f"Goodbye. Nothing was kept{but}.")

    def answer(self, line: str) -> None:
        word, helped = line.casefold(), self.helped
        self.helped = False
        if word in BACK:
            self.show(self.walk.back())
        elif word in HOME:
            self.show(self.walk.home())
        elif word in ASK:
            self.show(stop_at(help_page()))  # the reader stays where they are: numbers lead where they led
        elif (country := asked_for(line)) is not None:
            self.help_now(country)
        elif word in NO_WORD:
            complain(f"Type a number, or what you would like to know. {HOW}")
        elif helped and country_called(line):
            self.help_now(line)
        elif line.replace(" ", "") in EMERGENCY and self.walk.link(int(line.replace(" ", ""))) is None:
            self.help_now("")
        elif line.isdecimal():
            self.follow(int(line))
        else:
            self.look_up(door(line) or line)

    def follow(self, number: int) -> None:
        link = self.walk.link(number)
        if not self.numbered:
            complain("The last page has no numbers. b: back to the one before, h: home.")
        elif link is None:
            complain(f"There is no {number} here. {HOW}")
        else:
            self.look_up(link)

    def help_now(self, country: str) -> None:
        self.run_command(["help-now", *([country] if country else [])])

    def look_up(self, line: str) -> None:
        """A command is run as it is; `explain` of one entry, or its name alone, becomes a stop of the walk."""
        typed = _words(line)
        if typed[:1] == ["psychodyn"]:
            typed = typed[1:]
        if typed[:1] == ["explain"] and len(typed) > 1 and not any(word.startswith("-") for word in typed):
            typed = typed[1:]
        if typed and typed[0] in self.commands and typed[0] != "guide":
            self.run_command(typed)
        elif typed:
            self.open(" ".join(typed))

    def run_command(self, typed: Sequence[str]) -> None:
        """As it is; its page comes a screenful at a time and is a stop, unless it asks questions of its own."""
        self.numbered, self.helped = False, typed[0] == "help-now"
        if typed[0] in CONVERSATIONS:
            run_and_stay(self.run, typed)
            return
        before = len(shown)
        try:
            with a_screenful_at_a_time():
                run_and_stay(self.run, typed)
        finally:  # also where the reader types on before its end
            for page in shown[before:]:
                self.walk.to(stop_at(page))
                self.numbered = True

    def open(self, query: str) -> None:
        said = notice(query)
        found = find_asked(self.library, (query,))
        entries = [one.entry for one in found if isinstance(one, Found)]
        if said and not isinstance(find(self.library, query), Found):
            self.help(query, said)
            return
        if len(entries) < len(found):
            self.offer(query)
            return
        if said and not any(entry.sensitive for entry in entries):
            complain(f"{said}\n")
        for entry in entries:
            self.show(self.walk.to(stop_at(page_of(entry, self.library))))
        if len(entries) > 1 and sets_apart(query):
            complain(side_by_side(tuple(entry.id for entry in entries)))

    def help(self, query: str, said: str) -> None:
        """Words that ask for a voice open the page of help lines; others get the way to it."""
        if danger_in(query) == "help":
            self.help_now("")
        else:
            complain(f"{said}\n{_TO_TALK}")
            self.helped = True

    def offer(self, query: str) -> None:
        """What is near in name or speaks of these words, by number."""
        looked = search(self.library, query)
        if looked.hits:
            self.show(self.walk.to(stop_at(found_page(quoted(query), looked.hits, looked.instead, ""))))
        else:
            complain(f'Nothing here speaks of "{quoted(query)}". Try other words, or h for the start.')

    def show(self, stop: Stop) -> None:
        self.numbered = True
        with a_screenful_at_a_time():
            show(stop.page, lambda: answers.Told(stop.page.title, {}), self.view)


def typed_on(answer: Callable[[], None]) -> str | None:
    """What was typed before the last screenful of an answer; None where all of it was shown."""
    try:
        answer()
    except TypedOn as instead:
        return "q" if instead.line is None else instead.line
    return None


def run_and_stay(run: Run, typed: Sequence[str]) -> None:
    """Run a command; what goes wrong in it is said, and ends nothing else."""
    try:
        run(typed)
    except (UsageError, ContentError, Interrupted) as error:
        complain(str(error))
    except SystemExit as ended:
        if ended.code == INTERRUPTED:  # the cursor still stands behind a question
            complain("\nInterrupted.")


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # an apostrophe, not a quote
        return line.split()


def complete_with(words: Sequence[str]) -> None:
    """Tab completes commands and ids; the history lives as long as the program."""
    if not sys.stdin.isatty():
        return
    try:
        import readline  # noqa: PLC0415 - only an interactive terminal needs it, and not every system has it
    except ImportError:
        return
    choices = sorted(set(words))

    def completed(begun: str, number: int) -> str | None:
        found = [word for word in choices if word.startswith(begun.lower())]
        return found[number] if number < len(found) else None

    readline.set_completer(completed)
    readline.set_completer_delims(" ")
    readline.parse_and_bind("tab: complete")
