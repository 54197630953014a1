"""The prose of an entry: which of its texts are read as sentences, at which depth, and where they stand."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from psychodyn_cli.entries import Entry
from psychodyn_cli.inline import cited, linked

Path: TypeAlias = tuple[str | int, ...]

# Fields whose strings are names, ids, figures or labels rather than sentences.
_NOT_PROSE = frozenset(
    {
        "id",
        "name",
        "reviewed",
        "aliases",
        "people_say",
        "related",
        "drawn",
        "lengths_of",
        "further",
        "entry",
        "other",
        "therapy",
        "shows",
        "who",
        "command",
        "move",
        "grade",
        "standing",
        "family",
        "theme",
        "about",
        "confidence",
        "dmrs",
        "dsm_iv",
        "vaillant",
        "dose",
        "row",
        "rows",
        "services",
        "registers",
        "titles_read_at",
        "author",
        "issued",
        "volume",
        "issue",
        "page",
        "publisher",
        "container_title",
        "DOI",
        "URL",
        "checked",
        "emergency",
    }
)
_PROSE_AFTER_ALL = frozenset({("research", "shows"), ("shows",)})  # but a list of ids in a turn
_TALK = frozenset({"says", "scene", "claim", "ask"})  # spoken or quoted: measured, but needs no source


class Passage(msgspec.Struct, frozen=True):
    """One text of an entry."""

    path: Path
    depth: Literal["default", "full"]
    talk: bool
    text: str


def passages(entry: Entry) -> Iterator[Passage]:
    """Every text of an entry that is read as sentences, in the order of its fields."""
    for path, text in _strings(entry, ()):
        depth: Literal["default", "full"] = "full" if path[0] == "full" else "default"
        yield Passage(path, depth, any(step in _TALK for step in path) and path[0] != "cells", text)


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field not in _NOT_PROSE or (*path, field) in _PROSE_AFTER_ALL:
                yield from _strings(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))


def citations(entry: Entry, texts: Iterable[Passage] | None = None) -> tuple[str, ...]:
    """The sources that an entry rests on, in the order in which it cites them, then those worth reading further."""
    texts = passages(entry) if texts is None else texts
    found = [source for passage in texts if "[@" in passage.text for source in cited(passage.text)]
    found += [row.source for row in getattr(entry, "rows", ())]
    basis = getattr(entry, "emphasis", None)
    found += cited(basis.basis) if basis else ()
    found += getattr(entry, "further", ())
    return tuple(dict.fromkeys(found))


def links(entry: Entry) -> tuple[str, ...]:
    """The entries that an entry's sentences link to, each once."""
    return tuple(
        dict.fromkeys(target for passage in passages(entry) if "[[" in passage.text for target in linked(passage.text))
    )
