"""The small inline syntax of prose: `*stress*`, `[[id]]`, `[[id|words]]`, `[@source]`, `[@a; @b]`.

Everything else is plain text and prints as it stands: `[a]`, `:smile:` and lone asterisks mean nothing here.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct


class Words(Struct, frozen=True):
    text: str


class Stress(Struct, frozen=True):
    text: str


class Link(Struct, frozen=True):
    entry: str
    text: str  # empty: show the entry's name


class Citation(Struct, frozen=True):
    sources: tuple[str, ...]


Span: TypeAlias = Words | Stress | Link | Citation

_SYNTAX = re.compile(
    r"\[\[(?P<entry>[a-z0-9-]+)(?:\|(?P<words>[^\[\]|]+))?\]\]"
    r"|\[(?P<cite>@[A-Za-z0-9-]+(?:\s*;\s*@[A-Za-z0-9-]+)*)\]"
    r"|(?<![\w*])\*(?P<stress>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
)
# Compiled by `re` when they are first used, which a page does without.
_CITED = r"\[(@[A-Za-z0-9-]+(?:\s*;\s*@[A-Za-z0-9-]+)*)\]"
_LINKED = r"\[\[([a-z0-9-]+)(?:\|[^\[\]|]+)?\]\]"


def spans(text: str) -> tuple[Span, ...]:
    """The pieces of one paragraph, in order.

    >>> spans("Ask *why*.")
    (Words(text='Ask '), Stress(text='why'), Words(text='.'))
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    end = 0
    for match in _SYNTAX.finditer(text):
        if match.start() > end:
            yield Words(text[end : match.start()])
        yield _marked(match)
        end = match.end()
    if end < len(text):
        yield Words(text[end:])


def _marked(match: re.Match[str]) -> Span:
    if entry := match["entry"]:
        return Link(entry, match["words"] or "")
    if cite := match["cite"]:
        return Citation(tuple(source.strip().removeprefix("@") for source in cite.split(";")))
    return Stress(match["stress"])


def cited(text: str) -> tuple[str, ...]:
    """The ids of the sources that a text cites, in order, each once."""
    found = (match.split(";") for match in re.findall(_CITED, text))
    return tuple(dict.fromkeys(source.strip().removeprefix("@") for sources in found for source in sources))


def linked(text: str) -> tuple[str, ...]:
    """The ids of the entries that a text links to, in order, each once."""
    return tuple(dict.fromkeys(re.findall(_LINKED, text)))


def paragraphs(text: str) -> tuple[str, ...]:
    """A folded YAML scalar has one line break between paragraphs."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())
