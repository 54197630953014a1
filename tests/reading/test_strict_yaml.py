"""YAML read strictly: what is text stays text, and what is doubtful is refused with its line and the way out."""

import sys
from contextlib import suppress
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_milestone, a_technique, as_yaml
from psychodyn_cli.reading import strict_yaml
from psychodyn_cli.reading.strict_yaml import DEEPEST, LARGEST_FILE, Faulty, line_of, parse

STAYS_TEXT = {
    "a figure": ("a: 7", "7"),
    "a figure with a leading zero": ("a: 017", "017"),
    "a figure with a point": ("a: 3.10", "3.10"),
    "a time": ("a: 1:30", "1:30"),
    "a day": ("a: 2024-01-01", "2024-01-01"),
    "true and false": ("a: true", "true"),
    "a quoted no": ('a: "no"', "no"),
    "a phrase that begins with no": ("a: no one", "no one"),
    "a hash within a word": ("a: C#", "C#"),
    "square brackets in quotes": ('a: "[x] [/x]"', "[x] [/x]"),
    "an emoji": ("a: 😀", "😀"),
    "letters of any script": ("a: Grünbaum 自由", "Grünbaum 自由"),
    "a merge key's value": ("a: <<", "<<"),
    "a tag that would run code elsewhere": ("a: !!python/object/apply:os.system [x]", ["x"]),
    "Windows line ends": ("a: b\r\n", "b"),
}

REFUSED = {
    "a tab in the indentation": (b"a:\n\tb: c", 2, "a tab", "use spaces, never tabs"),
    "a tab in a text": (b"a: b\tc", 1, "a tab", "use spaces, never tabs"),
    "bytes that are not UTF-8": ("a: b\nc: é".encode("latin-1"), 2, "not UTF-8", "save the file as UTF-8"),
    "UTF-16": ("a: b".encode("utf-16"), 1, "not UTF-8", "save the file as UTF-8"),
    "half a letter at the end": (b"a: \xc3", 1, "not UTF-8", "save the file as UTF-8"),
    "a NUL": (b"a: b\x00", 1, "control character U+0000", "delete it"),
    "an escape": (b"a: b\nc: \x1b[31m", 2, "control character U+001B", "delete it"),
    "a byte order mark": ("\ufeffa: b".encode(), 1, "control character U+FEFF", "delete it"),
    "text that runs backwards": ("a: \u202eb".encode(), 1, "control character U+202E", "delete it"),
    "a letter without width": ("a: b\u200bc".encode(), 1, "control character U+200B", "delete it"),
    "a line end of another kind": ("a: b\u2028c".encode(), 1, "control character U+2028", "delete it"),
    "what is no character": ("a: b\uffff".encode(), 1, "control character U+FFFF", "delete it"),
    "an alias": (b"a: &x b\nc: *x", 1, "an alias (*name)", "write the text out instead"),
    "an alias bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]",
        1,
        "an alias (*name)",
        "write the text out instead",
    ),
    "an alias of nothing": (b"a: *x", 1, "not YAML: found undefined alias", "check indentation"),
    "an alias of what it stands in": (b"a: &x [*x]", 1, "an alias (*name)", "write the text out instead"),
    "an alias of a key": (b"&x a: *x", 1, "an alias (*name)", "write the text out instead"),
    "an alias for a key": (b"a: &x b\n*x : c", 1, "an alias (*name)", "write the text out instead"),
    "lists within lists": (b"a: " + b"[" * 100_000, 1, "nested too deeply", "write it flat"),
    "fields within fields": (b"a: " + b"{a: " * 50_000, 1, "nested too deeply", "write it flat"),
    "dashes after dashes": (b"- " * 100_000, 1, "nested too deeply", "write it flat"),
    "steps upon steps": (b"".join(b" " * step + b"a:\n" for step in range(500)), DEEPEST, "nested too deeply", "flat"),
    "a large file": (b"a: " + b"x" * LARGEST_FILE, 0, "file of 262,147 bytes", "keep it under 262,144 bytes"),
    "an empty file": (b"", 0, "empty file", "write an entry, or delete the file"),
    "a file of remarks": (b"# later\n", 0, "empty file", "write an entry, or delete the file"),
    "two documents": (b"a: b\n---\na: c", 2, "not YAML: expected a single document", "check indentation"),
    "a colon in a text": (b"a: b: c", 1, "mapping values are not allowed", 'put text with ": " in quotes'),
    "a quote without an end": (
        b'a: "b\nc: d',
        2,
        "not YAML: while scanning a quoted scalar",
        "check indentation, quotes",
    ),
    "a bracket without an end": (b"a: [b\nc: d", 2, "not YAML: while parsing a flow sequence", "brackets"),
    "a key that is a list": (b"? [a]\n: b", 1, "a key that is not a word", "write 'name: value'"),
}


def without_libyaml() -> ModuleType:
    """The reader as it is where PyYAML came without its C library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "yaml.cyaml", None)
        spec = find_spec(strict_yaml.__name__)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=[lambda: strict_yaml, without_libyaml], ids=["libyaml", "Python alone"])
def reader(request: pytest.FixtureRequest) -> ModuleType:
    """Both ways of parsing must agree."""
    found: ModuleType = request.param()
    return found


@pytest.mark.parametrize(("text", "value"), STAYS_TEXT.values(), ids=STAYS_TEXT)
def test_text_stays_text(reader: ModuleType, text: str, value: object) -> None:
    assert reader.parse(text.encode()) == ({"a": value}, [])


@pytest.mark.parametrize(("content", "line", "what", "fix"), REFUSED.values(), ids=REFUSED)
def test_is_refused(reader: ModuleType, content: bytes, line: int, what: str, fix: str) -> None:
    with pytest.raises(reader.Faulty) as refused:
        reader.parse(content)

    assert refused.value.line == line
    assert what in refused.value.what
    assert fix in refused.value.fix


def test_a_file_of_the_largest_size_is_read() -> None:
    value, faults = parse(b"a: " + b"x" * (LARGEST_FILE - 3))

    assert value == {"a": "x" * (LARGEST_FILE - 3)}
    assert not faults


def test_as_deep_as_allowed_is_read() -> None:
    value, faults = parse(b"[" * DEEPEST + b"]" * DEEPEST)

    assert str(value) == "[" * DEEPEST + "]" * DEEPEST
    assert not faults


@pytest.mark.parametrize("word", ["yes", "no", "No", "ON", "off", "y", "n", "null", "~"])
def test_an_unquoted_word_that_others_take_for_something_else_is_told_and_reading_goes_on(word: str) -> None:
    value, faults = parse(f"a: b\nc: {word}\nd: e".encode())

    assert value == {"a": "b", "c": word, "d": "e"}
    assert [(fault.line, fault.what) for fault in faults] == [(2, f"unquoted {word}")]
    assert f'write "{word}"' in faults[0].fix


def test_a_field_that_stands_twice_is_told_at_every_depth_with_its_second_line() -> None:
    _, faults = parse(b"a: 1\nb:\n  c: 2\n  c: 3\na: 4")

    assert [(fault.line, fault.what, fault.fix) for fault in faults] == [
        (4, "'c' stands twice", "keep one of the two"),
        (5, "'a' stands twice", "keep one of the two"),
    ]


PLACES = {
    "a field": (("b",), 2),
    "an item of a list": (("b", 1), 4),
    "a field of an item": (("b", 1, "d"), 5),
    "the file": ((), 1),
    "a field that is missing: where it would stand": (("b", 1, "x"), 4),
    "an item that is missing: its list": (("b", 2), 2),
    "a field of what has none: that": (("a", "x"), 1),
}


@pytest.mark.parametrize(("path", "line"), PLACES.values(), ids=PLACES)
def test_a_place_is_a_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(b"a: 1\nb:\n  - 2\n  - c: 3\n    d: 4\n", path) == line


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    _read_or_refused(content)


@given(st.text(st.sampled_from("ab:-[]{}&*?!|>'\"#%@`~,. \n\t\r"), max_size=60))
def test_any_punctuation_is_read_or_refused(text: str) -> None:
    _read_or_refused(text.encode())


@given(st.sampled_from([as_yaml(a_technique()), as_yaml(a_milestone())]), st.data())
def test_an_entry_cut_off_anywhere_is_read_or_refused(text: str, data: st.DataObject) -> None:
    _read_or_refused(text.encode()[: data.draw(st.integers(0, len(text)))])


def _read_or_refused(content: bytes) -> None:
    """Any other exception is the failure."""
    with suppress(Faulty):
        value, _ = parse(content)
        assert isinstance(value, str | list | dict)
