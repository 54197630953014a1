"""What remarks in the code say can be relied on: an exception has its reason, and a file that is named is there."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, TESTS = ROOT / "src" / "psychodyn_cli", ROOT / "tests"
FILES = tuple(path for top in ("src", "tests", "scripts", "benchmarks") for path in sorted((ROOT / top).rglob("*.py")))


class Remark(NamedTuple):
    """A comment or a docstring."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}"


def comments() -> Iterator[Remark]:
    for file in FILES:
        for token in tokenize.generate_tokens(io.StringIO(file.read_text("utf-8")).readline):
            if token.type == tokenize.COMMENT:
                yield Remark(file, token.start[0], token.string)


def docstrings() -> Iterator[Remark]:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node)):
                yield Remark(file, node.body[0].lineno, text)


COMMENTS, DOCSTRINGS = tuple(comments()), tuple(docstrings())


# Exceptions from the rules of style ----------------------------------------------------------------

EXCEPTION = re.compile("noqa", re.IGNORECASE)
WITH_ITS_REASON = re.compile(r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \w.*")  # perhaps "as above"


def unexplained(remarks: tuple[Remark, ...]) -> list[str]:
    return [str(one) for one in remarks if EXCEPTION.search(one.text) and not WITH_ITS_REASON.search(one.text)]


def test_an_exception_from_a_rule_names_the_rule_and_gives_its_reason() -> None:
    assert unexplained(COMMENTS) == []


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ("# noqa: S311 - no secret is made of it", True),
        ("# noqa: S311, PLC0415 - as above", True),
        ("# noqa: S311", False),
        ("# noqa: S311 -", False),
        ("# noqa", False),
        ("# noqa - no reason names its rule", False),
        ("# NOQA: S311", False),
        ("# no exception at all", True),
    ],
)
def test_what_counts_as_a_reason(said: str, *, enough: bool) -> None:
    assert (unexplained((Remark(FILES[0], 1, said),)) == []) is enough


# Files that are named ------------------------------------------------------------------------------

NAMED = re.compile(
    r"""(?<!["\w./-])(?<!--output\ )(?<!>\ )      # in quotes, or what a command writes: an example
    (?:(?:[\w.-]+/)*[\w-]+\.(?:py|md|yaml|json|svg|toml|txt)\b|(?:[\w.-]+/)+(?![\w*.]))""",
    re.VERBOSE,
)


def missing(remark: Remark) -> list[str]:
    """The files and folders that a remark names and that stand neither on top, in the package, the tests nor beside."""
    places = (ROOT, PACKAGE, TESTS, remark.file.parent)
    return [name for name in NAMED.findall(remark.text) if not any((place / name).exists() for place in places)]


def test_a_file_that_a_remark_names_is_there() -> None:
    assert [f"{one}: {name}" for one in (*COMMENTS, *DOCSTRINGS) for name in missing(one)] == []


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("as `reading/files.py` says, and conftest.py", []),
        ("lines of `data/support/`, see ARCHITECTURE.md", []),
        ("`docs/gone.md` holds it", ["docs/gone.md"]),
        ("from `data/nowhere/`.", ["data/nowhere/"]),
        ("see gone.py", ["gone.py"]),
        ("psychodyn export --output psychodyn.md", []),
        ('`golden("name.txt", text)`', []),
        ("one/two, and/or three; https://example.org/gone.json", []),
    ],
)
def test_what_counts_as_a_file_that_is_named(said: str, gone: list[str]) -> None:
    assert missing(Remark(FILES[0], 1, said)) == gone
