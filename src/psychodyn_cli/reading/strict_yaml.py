"""YAML read strictly: every scalar is text until a type says otherwise, and nothing is expanded or guessed.

Refused, each with its line: bad UTF-8, control characters, files over 256 KiB, tabs, duplicate keys, aliases
(which also rules out alias bombs), and unquoted words that other YAML readers take for false, true or null.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import yaml
from yaml.constructor import BaseConstructor
from yaml.resolver import BaseResolver

from psychodyn_cli.problems import Place, Problem
from psychodyn_cli.prose import Path

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # its stub does not export it
except ImportError:  # PyYAML without libyaml: the same results, some twenty times slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)
            yaml.composer.Composer.__init__(self)


DEEPEST = 50  # values within values; an entry has six
LARGEST_FILE = 256 * 1024  # bytes; a whole page of 34 sections is about 20 KiB
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n", "null", "~"})
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_SPELT_OUT = re.compile(rf"{_CONTROL.pattern}|\r")  # what "\e" and its like become in double quotes

Value: TypeAlias = "str | list[Value] | dict[str, Value]"


class _Loader(_Parser, BaseConstructor, BaseResolver):
    """libyaml's parser without any implicit type: `no`, `1:30` and `2024-01-01` stay what was typed."""

    def __init__(self, stream: str) -> None:
        _Parser.__init__(self, stream)
        BaseConstructor.__init__(self)
        BaseResolver.__init__(self)
        self._depth = 0

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 - yaml's signature
        """Every node is what it looks like; no tag is ever asked for."""
        return ""

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        """Called on the way into every node: composing is recursive in C, and a deep file would end the process."""
        self._depth += 1
        if self._depth > DEEPEST and parent is not None:
            raise _too_deep(parent.start_mark.line + 1)

    def ascend_resolver(self) -> None:
        self._depth -= 1


@dataclass(frozen=True, slots=True)
class Faulty(Exception):
    """What is wrong at a line, before any type is known."""

    line: int
    code: str
    what: str
    fix: str

    def in_file(self, file: str) -> Problem:
        return Problem(Place(file, self.line), self.code, self.what, self.fix)


def parse(content: bytes) -> tuple[Value, list[Faulty]]:
    """The value of a YAML document and what is wrong with it on the way.

    Raises Faulty where there is no value to speak of.
    """
    node = _compose(_decoded(content))
    faults: list[Faulty] = []
    return _value(node, set() if b"&" in content else None, faults), faults


def line_of(content: bytes, path: Path) -> int:
    """The line (from 1) at which the value under `path` begins, or the nearest line above it that exists."""
    node = _composed(content)
    line = 1
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        key, node = found
        line = key.start_mark.line + 1
    return line


@lru_cache(maxsize=256)
def _composed(content: bytes) -> yaml.Node:
    """Kept, because a file with one problem often has ten."""
    return _compose(_decoded(content))


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise Faulty(0, "C001", f"file of {len(content):,} bytes", f"keep it under {LARGEST_FILE:,} bytes")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Faulty(line, "C002", "not UTF-8", "save the file as UTF-8") from None
    if found := _CONTROL.search(text):
        line = text[: found.start()].count("\n") + 1
        if found[0] == "\t":
            raise Faulty(line, "C003", "a tab", "use spaces, never tabs")
        raise Faulty(line, "C003", f"control character U+{ord(found[0]):04X}", "delete it")
    return text


def _compose(text: str) -> yaml.Node:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error) from None
    finally:
        loader.dispose()
    if node is None:
        raise Faulty(0, "C005", "empty file", "write an entry, or delete the file")
    return node


def _unreadable(error: yaml.MarkedYAMLError) -> Faulty:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    what = " ".join(str(part) for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in what:  # libyaml from 0.2.6 gives up by itself, before the resolver is asked
        return _too_deep(line)
    return Faulty(line, "C004", f"not YAML: {what}", _way_out(what))


def _too_deep(line: int) -> Faulty:
    return Faulty(line, "C004", "nested too deeply", "write it flat")


def _way_out(what: str) -> str:
    if "mapping values are not allowed" in what:
        return 'put text with ": " in quotes, or in a block that starts with >-'
    return "check indentation, quotes and brackets on this line and the one above"


def _value(node: yaml.Node, seen: set[int] | None, faults: list[Faulty]) -> Value:
    _only_here(node, seen)
    if isinstance(node, yaml.ScalarNode):
        return _text(node, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen, faults) for item in node.value]
    return _mapping(node, seen, faults)


def _only_here(node: yaml.Node, seen: set[int] | None) -> None:
    """An alias is the very node that it points to. `seen` is None where no anchor can be: there is no `&`."""
    if seen is None:
        return
    if id(node) in seen:
        raise Faulty(node.start_mark.line + 1, "C006", "an alias (*name)", "write the text out instead")
    seen.add(id(node))


def _text(node: yaml.ScalarNode, faults: list[Faulty]) -> str:
    text: str = node.value
    _only_letters(node, faults)
    if not node.style and text.lower() in _AMBIGUOUS:
        word = text or "nothing"
        faults.append(
            Faulty(
                node.start_mark.line + 1,
                "C007",
                f"unquoted {word}",
                f'write "{text}" if it is text, else true or false',
            )
        )
    return text


def _only_letters(node: yaml.ScalarNode, faults: list[Faulty]) -> None:
    """In double quotes YAML makes control characters of what the file only spells, so they are looked for again."""
    if node.style == '"' and (found := _SPELT_OUT.search(node.value)):
        what = f"control character U+{ord(found[0]):04X}, spelt out"
        faults.append(Faulty(node.start_mark.line + 1, "C003", what, "delete it"))


def _mapping(node: yaml.Node, seen: set[int] | None, faults: list[Faulty]) -> Value:
    result: dict[str, Value] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Faulty(key.start_mark.line + 1, "C004", "a key that is not a word", "write 'name: value'")
        _only_here(key, seen)
        _only_letters(key, faults)
        if key.value in result:
            faults.append(Faulty(key.start_mark.line + 1, "C008", f"'{key.value}' stands twice", "keep one of the two"))
        result[key.value] = _value(item, seen, faults)
    return result


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, item) for key, item in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
