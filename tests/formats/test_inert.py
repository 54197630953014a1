"""Content and arguments are text: markup, codes and escapes in them mean nothing, in any format."""

import json
from pathlib import Path

import pytest

from builders import a_concept, a_technique, write, written
from conftest import Run
from psychodyn_cli.reading import read

FORMATS = ("terminal", "plain", "markdown", "json")
ODD = {
    "brackets": "[a] and [smith2010]",
    "a closing tag": "[/x] and [/]",
    "a style": "[bold red]loud[/bold red]",
    "a link of Rich": "[link=https://example.org]here[/link]",
    "an emoji code": ":tada: and :warning:",
    "a backslash": r"C:\[x] and \[y]",
    "figures and an address": "true 3.14 https://example.org",
    "HTML": "<script>no</script> &amp;",
    "a format of Python": "{0} %s {name!r} ${HOME}",
}
ESCAPES = {
    "a colour": "\x1b[31m",
    "a title of the window": "\x1b]0;owned\x07",
    "a bell": "\x07",
    "a C1 escape": "\x9b31m",
    "a carriage return": "safe\rdanger",
}
COMMANDS = (
    ("explain",), ("compare",), ("techniques",), ("concepts",), ("evidence",), ("search",), ("sources",), ("session",),
    ("schema",), ("check",), ("compare", "cbt", "--rows"), ("techniques", "--kind"), ("techniques", "--sort"),
    ("evidence", "depression", "--against"), ("help-now", "--country"), ("find-therapist", "--country"),
    ("about", "--format"), ("about", "--width"), ("about", "--color"), ("about", "--pack"), ("about",), (),
)  # fmt: skip


def inert(text: str) -> bool:
    return all(mark.isprintable() or mark == "\n" for mark in text)


def unmarked(text: str) -> str:
    """Without what a format adds: lines of boxes, line breaks, and the backslashes of Markdown."""
    return "".join(mark for mark in text if not mark.isspace() and mark not in "│╭╮╰╯─|\\")


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_words_in_content_print_as_themselves(
    odd: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written(
        tmp_path / "data",
        a_technique(
            id="oddly-named",
            name=f"Odd {odd}",
            short=f"Short {odd}.",
            aim=f"Aim {odd}.",
            ask=(f"Ask {odd}?",),
            related=("another-oddly-named",),
        ),
        a_concept(id="another-oddly-named", name=f"Other {odd}", short=f"Next {odd}.", meaning=f"Means {odd}."),
    )
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))
    for form in FORMATS[:3]:
        page = run("explain", "oddly-named", "--format", form, "--width", "60").out
        for told in (f"Odd {odd}", f"Short {odd}.", f"Aim {odd}.", f"Ask {odd}?", f"Next {odd}."):
            assert unmarked(told) in unmarked(page), form
        listed = run("concepts", "--format", form, "--width", "40").out
        assert unmarked(f"Next {odd}.") in unmarked(listed), form
    entry = json.loads(run("explain", "oddly-named", "--format", "json").out)["entries"][0]
    assert entry["aim"] == f"Aim {odd}."


@pytest.mark.parametrize("odd", [*ESCAPES.values(), "[/x] :tada: [b]{0} %s \\"], ids=[*ESCAPES, "markup"])
def test_odd_arguments_are_shown_and_nothing_else(odd: str, run: Run) -> None:
    """Whatever is made of it, no control character comes back, and no run ends in a fault of ours."""
    for command in COMMANDS:
        ran = run(*command, odd)
        assert ran.code in {0, 2, 3}, command
        assert inert(ran.out), command
        assert inert(ran.err), command


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_name_that_is_not_found_is_repeated_as_it_was_typed(odd: str, run: Run) -> None:
    assert f'"{odd} qqqzzz"' in run("explain", f"{odd} qqqzzz").err.replace("\\\\", "\\")


@pytest.mark.parametrize("form", FORMATS)
def test_a_search_repeats_its_words_without_their_escapes(form: str, run: Run) -> None:
    ran = run("search", "dream", "\x1b[31m[/x]", "--format", form)
    assert ran.code == 0
    assert inert(ran.out)


@pytest.mark.parametrize(
    "line",
    [r'name: "\e[31mRed"', r'name: "\x07"', r'name: "a\rb"', r'name: "\u202Eevil"', r'"\e[31m": x'],
    ids=["a colour", "a bell", "a carriage return", "text that runs backwards", "in a field's name"],
)
def test_an_escape_spelt_out_in_yaml_is_refused(
    line: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In double quotes YAML itself makes control characters of what a file only spells."""
    content = tmp_path / "data"
    write(content / "concepts" / "red.yaml", line + "\n")
    assert any(problem.code == "C003" and problem.place.line == 1 for problem in read(content).problems)
    monkeypatch.setenv("PSYCHODYN_DATA", str(content))
    for words in (("check",), ("explain", "red"), ("concepts",)):
        ran = run(*words)
        assert inert(ran.out)
        assert inert(ran.err)


def test_a_file_whose_name_holds_an_escape_is_named_without_it(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "data" / "concepts" / "red\x1b[31m.yaml", "name: Red\n")
    monkeypatch.setenv("PSYCHODYN_DATA", str(tmp_path / "data"))
    ran = run("check")
    assert ran.code == 4
    assert "red?[31m.yaml" in ran.out
    assert inert(ran.out)
