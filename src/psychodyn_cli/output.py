"""The one module that prints. stdout carries the answer, stderr everything else."""

import codecs
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import UnsupportedOperation
from typing import IO, TYPE_CHECKING, assert_never

from msgspec import json

from psychodyn_cli.errors import UsageError
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.spelling_out import explained
from psychodyn_cli.view import FORMATS, Color, Format, View, usual_format

if TYPE_CHECKING:  # answers are built only for `--format json`
    from psychodyn_cli.answers import Answer

_LONGEST_QUOTED = 80  # characters
_SET_IN = r"\s*(?:(?:-|\d+\.|\[[ \d]+\]) )?"  # as far as what begins a line: spaces, the mark of an item in a list
_ELSE = {
    "–": "-",
    "—": "--",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "·": "-",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "±": "+/-",
    "−": "-",
    "→": "->",
    "•": "-",
    " ": " ",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
}


def shown_as(view: View) -> Format:
    return view.format or (Format.TERMINAL if _draws(sys.stdout) else Format.PLAIN)


shown: list[Page] = []  # the pages of this run, in their order: what the guide's numbers and its `b` lead to


def show(page: Page, answer: Callable[[], "Answer"], view: View) -> None:
    """Print a page, or for `json` the answer behind it."""
    shown.append(page)
    form = shown_as(view)
    if form is not Format.JSON:
        page = explained(page)
    match form:
        case Format.TERMINAL:
            _draw(page, view)
        case Format.PLAIN:
            from psychodyn_cli.formats import plain  # noqa: PLC0415 - one format a run

            tell(plain.render(page))
        case Format.MARKDOWN:
            from psychodyn_cli.formats import markdown  # noqa: PLC0415 - as above

            sys.stdout.write(markdown.render(page))
        case Format.HTML:
            from psychodyn_cli.formats import html  # noqa: PLC0415 - as above

            write_html(html.render(page))
        case Format.JSON:
            write_json(answer())
        case Format.BIBTEX | Format.CSL_JSON:
            raise UsageError(
                f"Only 'psychodyn sources' prints {view.format}. Choose terminal, plain, markdown, html or json."
            )
        case _ as never:
            assert_never(never)


def show_html(pages: Sequence[Page]) -> None:
    """Print pages as one HTML document: a second one behind the first would be none."""
    from psychodyn_cli.formats import html  # noqa: PLC0415 - one format a run

    write_html(html.several(tuple(map(explained, pages))))


def pose(page: Page, view: View) -> None:
    """Show what is asked: to whoever sits at the screen, else on stderr, so that stdout holds the answer alone."""
    from psychodyn_cli.formats import plain  # noqa: PLC0415 - one format a run

    form = shown_as(view) if asks() else None
    if form is Format.TERMINAL:
        _draw(page, view)
        write("")
    elif form is Format.PLAIN:
        tell(f"{plain.render(page)}\n")
    else:
        complain(plain.render(page))


def in_file(page: Page, suffix: str) -> str:
    """A page as a file holds it: Markdown for `.md`, else text in lines that fit on paper."""
    from psychodyn_cli.formats import markdown, plain  # noqa: PLC0415 - one format a run

    page = explained(page)
    return markdown.render(page) if suffix.lower() == ".md" else _wrapped(plain.render(page), plain.PAPER)


def write_json(answer: "Answer") -> None:
    """One object on stdout."""
    text = json.format(json.encode(answer), indent=2).decode()
    sys.stdout.write((text if _is_utf(sys.stdout) else re.sub(r"[^\x00-\x7f]", _as_escape, text)) + "\n")


def write_html(text: str) -> None:
    """One document on stdout; what the encoding lacks is named by its number, since the document says it is UTF-8."""
    sys.stdout.write(text if _is_utf(sys.stdout) else text.encode("ascii", "xmlcharrefreplace").decode())


def _is_utf(stream: IO[str]) -> bool:
    return _encoding(stream).lower().startswith("utf")


def _encoding(stream: IO[str]) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _as_escape(letter: re.Match[str]) -> str:
    units = letter[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def write(text: str) -> None:
    """Lines on stdout, as they are."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def tell(text: str) -> None:
    """Sentences on stdout; on a terminal no word of them is broken at its edge."""
    write(_fitting(text, sys.stdout))


def complain(text: str) -> None:
    """Plain lines on stderr; where even they cannot be written, nobody is there to read them."""
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.write(_fitting(printable(text), sys.stderr) + "\n")
        sys.stderr.flush()


def quoted(typed: str) -> str:
    """What a reader typed, said again: on one line, no longer than that, without control characters."""
    line = " ".join(printable(typed).split())
    return line if len(line) <= _LONGEST_QUOTED else f"{line[:_LONGEST_QUOTED]}..."


def _fitting(text: str, stream: IO[str], spare: int = 0) -> str:
    """Lines that fit on a terminal; elsewhere they stay whole, for whoever looks for them."""
    return _wrapped(_spelt(text, stream), _columns_of(stream) - spare) if _is_terminal(stream) else text


def _spelt(text: str, stream: IO[str]) -> str:
    """In the letters that the stream has: what stands for one can be wider than it."""
    return text if _is_utf(stream) else text.encode(_encoding(stream), "psychodyn").decode(_encoding(stream))


def _wrapped(text: str, width: int) -> str:
    """No word is broken at the edge, and a line goes on as far in as it began."""
    from textwrap import fill  # noqa: PLC0415 - 2 ms that only a terminal or a file pays

    def wrapped(line: str) -> str:
        begun = re.match(_SET_IN, line)
        below = " " * begun.end() if begun else ""
        return fill(line, width, subsequent_indent=below, break_long_words=False, break_on_hyphens=False)

    return "\n".join(map(wrapped, text.split("\n")))


def as_text(typed: list[str]) -> list[str]:
    """What was typed, as text, whatever the terminal and Python thought its encoding was: UTF-8, else Latin-1."""
    return [word if word.isascii() else _decoded(os.fsencode(word)) for word in typed]


def _decoded(typed: bytes) -> str:
    try:
        return typed.decode()
    except UnicodeDecodeError:
        return typed.decode("latin-1")


def printable(text: str) -> str:
    """Without control characters: a file's name can hold some."""
    return "".join(mark if mark.isprintable() or mark == "\n" else "?" for mark in text)


def as_words(view: View) -> list[str]:
    """The options that say this view again."""
    words = [f"--format={view.format}"] if view.format else []
    words += [f"--width={view.width}"] if view.width else []
    return [*words, f"--color={view.color}", *(f"--pack={pack}" for pack in view.packs)]


_LONGEST_ANSWER = 400  # characters; what is longer is no number and no name


def ask(question: str) -> str | None:
    """A line from the reader; None when there is no more input. The question itself goes to stderr."""
    sys.stdout.flush()
    if _is_terminal(sys.stdin) and _is_terminal(sys.stdout):
        *above, last = _fitting(f"{question}:", sys.stdout, spare=1).split("\n")
        sys.stdout.writelines(f"{line}\n" for line in above)
        try:
            return input(f"{last} ").strip()[:_LONGEST_ANSWER]  # with line editing, where readline has been loaded
        except EOFError:
            sys.stdout.write("\n")  # the cursor still stands behind the question
            return None
    sys.stderr.write(f"{question}:\n")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip()[:_LONGEST_ANSWER] if line else None


def screen() -> IO[str]:
    """What is printed on."""
    return sys.stdout


def leaves(answer: str | None) -> bool:
    """The reader has had enough: `q`, or no more input."""
    return answer is None or answer.casefold() in {"q", "quit", "exit", "leave", ":q"}


def asks() -> bool:
    """A person is there to answer: both ends are terminals."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def typed_by_hand() -> bool:
    """Whatever is answered comes from a keyboard, wherever stdout goes."""
    return _is_terminal(sys.stdin)


def prepare() -> None:
    """Make every stream able to say everything: what an encoding lacks is said with what it has."""
    codecs.register_error("psychodyn", _in_other_letters)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called us: `psychodyn about >&-`
            setattr(sys, name, _nowhere("r" if name == "stdin" else "w"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="psychodyn")
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(UnsupportedOperation):  # it has been read from, and then it is as we want it
            sys.stdin.reconfigure(errors="replace")  # bytes that mean nothing are no reason to stop
    asked = os.environ.get("PSYCHODYN_FORMAT")
    if asked and usual_format() is None:
        complain(
            f"PSYCHODYN_FORMAT is '{asked}', which is no format, and is left aside. Formats: {', '.join(FORMATS)}."
        )


def is_closed() -> bool:
    """Nobody reads stdout: it was closed by whoever called us."""
    return getattr(sys.stdout, "name", "") == os.devnull


def _nowhere(mode: str) -> IO[str]:
    return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123 - lives as long as the run


def _in_other_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


def _in_ascii(letter: str) -> str:
    import unicodedata  # noqa: PLC0415 - only where the encoding lacks a letter

    if letter in _ELSE:
        return _ELSE[letter]
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return bare or ("" if unicodedata.combining(letter) else "?")


def _draw(page: Page, view: View) -> None:
    from psychodyn_cli.formats import terminal  # noqa: PLC0415 - rich costs 30 ms that other formats should not pay

    terminal.render(page, sys.stdout, _width(view), color=_coloured(view.color))


def _width(view: View) -> int:
    return view.width or _columns_of(sys.stdout)


def _columns_of(stream: IO[str]) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(20, int(columns))
    try:
        return max(20, os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return 80


def _coloured(wanted: Color) -> bool:
    """The flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if wanted is not Color.AUTO:
        return wanted is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or _draws(sys.stdout)


def _draws(stream: IO[str]) -> bool:
    return _is_terminal(stream) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: IO[str]) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False
