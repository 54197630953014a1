"""The house as ARCHITECTURE.md draws it: who may import whom, which door leads to which library, and who may print."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

import psychodyn_cli
from psychodyn_cli import entries
from psychodyn_cli.commands.schema import KINDS
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.paths import template_of
from psychodyn_cli.reading import FOLDERS
from psychodyn_cli.tasks import schema

ROOT = Path(psychodyn_cli.__file__).parent
FILES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))
}

LAYERS = (  # each imports from those above it, never from those below and never from its own
    {"entries", "problems", "errors", "exits", "paths", "view", "inline", "spelling", "short_forms", "help_lines"},
    {"prose", "answers", "danger", "figures"},
    {"reading"},
    {"library"},
    {"finding"},
    {"quiz"},
    {"pages"},
    {"formats"},
    {"output"},
    {"guide"},
    {"tasks"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
UPWARDS = {  # file -> what it imports from below all the same, when it is called: the guide runs commands
    "commands/guide.py": "cli",
    "tasks/guide.py": "cli",
}
DOORS = {  # outside library -> the files and folders that may import it
    "msgspec": ("",),
    "yaml": ("reading/strict_yaml.py",),
    "sqlite3": ("library/", "quiz/progress.py"),
    "fsrs": ("quiz/schedule.py",),
    "rich": ("formats/terminal.py",),
    "typer": ("commands/", "tasks/", "cli.py"),  # tasks leave with an exit code, and ask a question
    "platformdirs": ("paths.py",),
    "readline": ("guide/loop.py",),
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "socketserver", "asyncio", "webbrowser", "xmlrpc"}
PRINTS = {  # file -> why it may touch stdout or stderr
    "output.py": "it is the one module that prints",
    "cli.py": "it points stdout at nothing once nobody reads it any more",
    "tasks/help_now.py": "the numbers must be said even where printing fails",
}


class Import(NamedTuple):
    """`what` as it is written after `import` or `from`; `late`: within a function."""

    file: str
    line: int
    what: str
    late: bool


def imports() -> Iterator[Import]:
    for file, tree in FILES.items():
        at_once = {id(node) for node in _run_at_import(tree)}
        for node in ast.walk(tree):
            late = id(node) not in at_once
            if isinstance(node, ast.Import):
                yield from (Import(file, node.lineno, name.name, late) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module == "psychodyn_cli":
                yield from (Import(file, node.lineno, f"psychodyn_cli.{name.name}", late) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield Import(file, node.lineno, "." * node.level + (node.module or ""), late)


def _run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            yield node
            yield from _run_at_import(node)


IMPORTS = tuple(imports())
OURS = tuple(one for one in IMPORTS if one.what.startswith("psychodyn_cli.") and not one.what.endswith("__"))


def unit(file: str) -> str:
    """The file or folder on top that a file belongs to."""
    return file.partition("/")[0].removesuffix(".py")


def layer(name: str) -> int:
    return next(number for number, units in enumerate(LAYERS) if name in units)


# Who imports whom ------------------------------------------------------------------------------------


def test_every_file_and_folder_has_its_place_in_the_layers() -> None:
    assert {unit(file) for file in FILES} - {"__init__"} == set().union(*LAYERS)


def test_imports_go_upwards_only() -> None:
    wrong = [
        f"{one.file}:{one.line} imports {one.what}"
        for one in OURS
        if (wanted := one.what.split(".")[1]) != unit(one.file)
        and layer(wanted) >= layer(unit(one.file))
        and not (one.late and UPWARDS.get(one.file) == wanted)
    ]

    assert wrong == []


def test_the_exceptions_are_needed() -> None:
    assert {(one.file, one.what.split(".")[1]) for one in OURS} >= set(UPWARDS.items())


def test_entries_import_nothing_of_ours() -> None:
    assert [one for one in OURS if one.file == "entries.py"] == []
    assert {one.what for one in IMPORTS if one.file == "entries.py"} == {"typing", "msgspec"}


def test_imports_are_written_in_full() -> None:
    assert [one for one in IMPORTS if one.what.startswith(".")] == []


def test_nothing_of_ours_is_imported_in_a_circle() -> None:
    needs: dict[str, set[str]] = {}
    for one in OURS:
        if not one.late:
            needs.setdefault(_module(one.file), set()).add(one.what)
    while needs:
        free = [module for module, wanted in needs.items() if not wanted & needs.keys()]
        assert free, f"a circle among {sorted(needs)}"
        for module in free:
            del needs[module]


def _module(file: str) -> str:
    return "psychodyn_cli." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


# Doors -----------------------------------------------------------------------------------------------


def test_an_outside_library_is_imported_behind_its_door_only() -> None:
    wrong = [
        f"{one.file}:{one.line} imports {one.what}"
        for one in IMPORTS
        if (library := one.what.partition(".")[0]) not in {"psychodyn_cli", *sys.stdlib_module_names}
        or library in DOORS
        if not one.file.startswith(DOORS.get(library, ()))
    ]

    assert wrong == []


@pytest.mark.parametrize("library", DOORS)
def test_a_door_is_used(library: str) -> None:
    assert any(one.what.partition(".")[0] == library for one in IMPORTS)


def test_nothing_that_reaches_the_network_is_imported() -> None:
    assert [one for one in IMPORTS if one.what.partition(".")[0] in NETWORK] == []


# Who prints, and who asks the clock ------------------------------------------------------------------


def printing() -> Iterator[tuple[str, int, str]]:
    words = ("print(", "sys.stdout", "sys.stderr", "sys.__stdout__", "typer.echo", "typer.secho", "os.write(")
    for file, tree in FILES.items():
        for node in ast.walk(tree):
            said = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Call) else ""
            yield from ((file, node.lineno, word) for word in words if said.startswith(word))  # type: ignore[attr-defined]


PRINTING = tuple(printing())


def test_one_module_prints() -> None:
    wrong = [f"{file}:{line} uses {what}" for file, line, what in PRINTING if file not in PRINTS]

    assert wrong == []


@pytest.mark.parametrize("file", PRINTS)
def test_who_may_print_does(file: str) -> None:
    assert any(file == one for one, _, _ in PRINTING)


CLOCK = ("datetime.now", "date.today", "time.time", "datetime.today", "random.")


def test_only_tasks_ask_what_day_it_is() -> None:
    asking = {
        file
        for file, tree in FILES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith(CLOCK)
    }

    assert {unit(file) for file in asking} <= {"tasks"}


# What a run loads ------------------------------------------------------------------------------------

LOADED = """
import sys
from psychodyn_cli.cli import main
sys.argv = ["psychodyn", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(sys.modules))
"""
NEVER = {"yaml", "fsrs", "pydantic", "hypothesis", *NETWORK} - {"urllib"}
RUNS = {
    "explain in plain": (("explain", "free-association", "--plain"), {"rich", *NEVER}),
    "explain in a terminal": (("explain", "free-association", "--format", "terminal"), {"rich.markdown", *NEVER}),
    "explain as JSON": (("explain", "free-association", "--format", "json"), {"rich", *NEVER}),
    "techniques": (("techniques", "--format", "terminal"), NEVER),
    "compare": (("compare", "cbt", "--format", "terminal"), NEVER),
    "a quiz that keeps nothing": (("quiz", "--no-keep"), {"rich", *NEVER}),
    "privacy": (("privacy",), {"rich", "sqlite3", *NEVER}),
    "the tour": (("tour", "--all", "--plain"), {"rich", *NEVER}),
    "the worksheet": (("weigh", "--blank", "--plain"), {"rich", *NEVER}),
    "the start page": ((), {"rich", *NEVER}),
    "the version": (("--version",), {"rich", "sqlite3", *NEVER}),
}


@pytest.mark.parametrize(("words", "unwanted"), RUNS.values(), ids=RUNS)
def test_a_run_loads_no_more_than_it_needs(library: Library, words: tuple[str, ...], unwanted: set[str]) -> None:
    assert library.page("free-association") is not None  # the library is kept: no run has to read the content
    command = [sys.executable, "-c", LOADED, *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    loaded = set(ran.stderr.split())

    assert "psychodyn_cli.cli" in loaded
    assert unwanted & loaded == set()


def test_every_kind_of_page_is_in_every_table() -> None:
    pages = set(get_args(entries.AnyPage))
    assert set(labels.KINDS) == pages
    assert {kind for kind in FOLDERS.values() if kind in pages} == pages
    assert set(KINDS) == {*schema.KINDS, schema.OUTPUT}
    assert {path.stem for path in template_of("").parent.glob("*.yaml")} == set(schema.KINDS)
