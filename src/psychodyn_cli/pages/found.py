"""What a search found: the entry, the line that it stands in, and the command that opens it."""

import re

from psychodyn_cli.library.shelf import Hit
from psychodyn_cli.pages.blocks import Caution, Hits, Page, Paragraph, Section, words
from psychodyn_cli.pages.notice import AGAIN
from psychodyn_cli.spelling import spoken

_WORD = r"[^\W_]+"


def found_page(query: str, hits: tuple[Hit, ...], instead: tuple[tuple[str, str], ...], help_line: str) -> Page:
    """`help_line` stands on top of whatever else was found, where the words call for it, and is the last word, too."""
    top = (Section("", (Caution(words(help_line)),)),) if help_line else ()
    found = " ".join((hit.name + " " + hit.line).lower() for hit in hits)
    read = ", ".join(f"“{_as_written(known, found)}” for “{_as_written(word, query)}”" for word, known in instead)
    note = (Section("", (Paragraph(words(f"Searched for {read}.")),), tone="quiet"),) if read else ()
    items = tuple((hit.id, hit.name, hit.kind, " ".join(hit.line.split())) for hit in hits)
    return Page(
        "Search",
        query,
        (),
        (*top, *note, Section("", (Hits(items),))),
        f"psychodyn search {query}",
        AGAIN if help_line else f"Open one: psychodyn explain {hits[0].id}" if hits else _NOTHING,
    )


_NOTHING = "See what there is: psychodyn techniques"


def _as_written(key: str, text: str) -> str:
    """The word of a text that is looked up by this key: transference, where the key is "transferense"."""
    return next((word for word in re.findall(_WORD, text) if spoken(word) == key), key)


def side_by_side(ids: tuple[str, ...]) -> str:
    """Where it is told how the pages that were opened differ."""
    return f"Side by side: psychodyn compare {' '.join(ids)}"
