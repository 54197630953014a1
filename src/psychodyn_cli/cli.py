"""The app, and the one exit for what goes wrong.

Commands are loaded when they are called: `psychodyn explain` imports no other command, and completion of a command's
name imports none at all.
"""

import gc

gc.disable()  # imports make no rubbish worth 8 ms of looking for it; a run of a second ends before it matters

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption

from psychodyn_cli import __version__
from psychodyn_cli.errors import ContentError, Interrupted, UsageError
from psychodyn_cli.exits import CONTENT_BROKEN, INTERRUPTED, NOTHING_FOUND, UNEXPECTED, WRONG_USAGE

COMMANDS = {  # in the order of `--help`: the three that the program is for, then the rest
    "techniques": "List the techniques: what each is, what kind of move, how much research.",
    "explain": "Explain a technique, a concept, a defence, a therapy or a question.",
    "compare": "Set therapies side by side, psychodynamic therapy first.",
    "evidence": "Show what trials and reviews found for a condition, as a forest plot.",
    "tour": "What it is and how it works, in seven short steps, each with one thing to try.",
    "guide": "Walk through everything: a menu, numbered links, words to look up.",
    "therapies": "List the therapies that can be compared.",
    "concepts": "List the concepts: the ideas of the field.",
    "defences": "List the defences, by level.",
    "questions": "List the questions: what people really ask.",
    "sessions": "List the sessions: invented conversations with notes.",
    "session": "Show an invented conversation line by line, with notes on what is at work.",
    "quiz": "Be asked: which defence is this, which of two, what did the trials find?",
    "progress": "Show what you have learnt and what is due, if you let the quiz keep it.",
    "search": "Search everything: what is found, the line it stands in, and how to open it.",
    "weigh": "A private worksheet for choosing: what matters to you, beside what each option offers.",
    "timeline": "Draw the milestones from 1880 to today.",
    "sources": "List the works that the pages rest on; also as BibTeX and CSL-JSON.",
    "find-therapist": "Say where to look, what to ask, and what should make you careful.",
    "help-now": "What to do in danger, in crisis, or to talk to someone.",
    "export": "Write pages into one file: HTML, Markdown or JSON.",
    "privacy": "Show every byte that is kept on this computer, and remove it.",
    "about": "What this is and is not, who made it, how good it is.",
    "schema": "Print the JSON Schema of a kind of entry, or of what --format json prints.",
    "new": "Begin a page of your own from a commented template.",
    "check": "Check content: all problems at once, each with file, line and the way out.",
}
ALSO = {"defenses": "defences", "helpnow": "help-now"}
EXAMPLES = """An offline, private, sourced explainer of psychodynamic therapy.

\b
psychodyn techniques                 what such a therapist does
psychodyn explain free-association   one page on one thing
psychodyn compare cbt                beside cognitive behavioural therapy
"""


class _Commands(TyperGroup):
    """The commands by name; one is imported when it is asked for. The options of the view stand before it or behind."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0].startswith("-"):
            self.params += _view_options()
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        cmd_name = ALSO.get(cmd_name, cmd_name)
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"psychodyn_cli.commands.{cmd_name.replace('-', '_')}")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name, context_settings=_HELP)(module.run)
        command = typer.main.get_command(alone)
        command.params += _view_options()
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # names for "did you mean"
        return super().resolve_command(ctx, args)


def _view_options() -> list[TyperOption]:
    from psychodyn_cli.commands.shared import view_options  # noqa: PLC0415 - see the module's docstring

    return view_options()


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    cls=_Commands,
    help=EXAMPLES,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP,
)


@app.callback()
def start(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version and leave."),
) -> None:
    if version:
        from psychodyn_cli.output import write  # noqa: PLC0415 - no other run needs it

        write(f"psychodyn {__version__}")
    elif context.invoked_subcommand is None:
        from psychodyn_cli.commands.shared import view_of  # noqa: PLC0415 - only the bare command needs them
        from psychodyn_cli.output import asks  # noqa: PLC0415 - as above
        from psychodyn_cli.tasks.start import start as show_start  # noqa: PLC0415 - as above

        if asks():
            from psychodyn_cli.tasks.guide import guide  # noqa: PLC0415 - as above

            guide(tuple(COMMANDS), view_of(context))
        else:
            show_start(view_of(context))


def main() -> None:
    """Run, and turn whatever went wrong into one clear message and an exit code."""
    if "_PSYCHODYN_COMPLETE" in os.environ:  # Tab was pressed: nothing but ids is wanted, and soon
        app(prog_name="psychodyn")
    code = _ended()
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python's last flush must not complain
        if not isinstance(error, BrokenPipeError):  # `| head -1` has had enough, and that is fine
            sys.stderr.write(f"{_UNWRITTEN.format(error.strerror)}\n")
            code = UNEXPECTED
    sys.exit(code)


_UNWRITTEN = "The answer could not be written: {}. Make room there, or print it on the screen."


def _ended() -> int:
    """Run what was typed; the exit code that it ends with, after a message where one is due."""
    try:
        from psychodyn_cli.output import as_text, complain, prepare  # noqa: PLC0415 - completion does without

        prepare()
        sys.argv[1:] = as_text(sys.argv[1:])
    except KeyboardInterrupt:  # before there is anything to say it with
        return INTERRUPTED
    try:
        app(prog_name="psychodyn")
    except UsageError as error:
        complain(str(error))
        return _after_all(WRONG_USAGE)
    except ContentError as error:
        complain(str(error))
        return _after_all(CONTENT_BROKEN)
    except Interrupted as error:
        complain(str(error))
        return INTERRUPTED
    except SystemExit as ended:
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":  # Typer's way to say that the reader is gone, with code 1
            return 0
        if ended.code == INTERRUPTED:
            complain("Interrupted. Nothing was kept.")
        if ended.code == UNEXPECTED:  # what could be said has been
            return UNEXPECTED
        return _after_all(ended.code if isinstance(ended.code, int) else 0)
    except KeyboardInterrupt:
        complain("Interrupted. Nothing was kept.")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("PSYCHODYN_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename is None:  # a stream, not a file
            complain(_UNWRITTEN.format(error.strerror))
        else:
            complain(f"Something is wrong inside psychodyn ({type(error).__name__}), and it is not your fault.")
            complain("The way to help still works: psychodyn help-now. For a report: run it with PSYCHODYN_DEBUG=1.")
        return _after_all(UNEXPECTED)
    return 0


def _after_all(code: int) -> int:
    """Where a run came to nothing, words of danger still get the way to help, and `help-now` its numbers."""
    if code not in {UNEXPECTED, WRONG_USAGE, NOTHING_FOUND, CONTENT_BROKEN}:
        return code
    typed = sys.argv[1:]
    command = next((word for word in typed if word in COMMANDS), "")
    if command == "help-now":
        from psychodyn_cli.tasks.help_now import help_now  # noqa: PLC0415 - only where something is wrong
        from psychodyn_cli.view import View  # noqa: PLC0415 - as above

        help_now("", View())
    elif not (code == NOTHING_FOUND and command in {"explain", "search"}):  # these two have said it already
        from psychodyn_cli.output import complain, quoted  # noqa: PLC0415 - as above
        from psychodyn_cli.pages.notice import notice  # noqa: PLC0415 - as above

        if said := notice(" ".join(typed)):
            complain(said)
        elif typed and not command and not any(word.startswith("-") for word in typed):
            complain(f"To look for these words: psychodyn search {' '.join(map(quoted, typed))}")
        if not command and "help" in " ".join(typed).casefold().split():
            complain("In danger, in a crisis, or to talk to someone: psychodyn help-now")
            complain("How to use this program: psychodyn --help")
    return code
