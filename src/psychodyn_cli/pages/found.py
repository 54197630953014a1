"""What a search found: the entry, the line that it stands in, and the command that opens it."""

from psychodyn_cli.library.shelf import Hit
from psychodyn_cli.pages.blocks import Caution, Hits, Page, Paragraph, Section, words
from psychodyn_cli.pages.notice import AGAIN


def found_page(query: str, hits: tuple[Hit, ...], instead: tuple[tuple[str, str], ...], help_line: str) -> Page:
    """`help_line` stands on top of whatever else was found, where the words call for it, and is the last word, too."""
    top = (Section("", (Caution(words(help_line)),)),) if help_line else ()
    read = ", ".join(f"“{known}” for “{word}”" for word, known in instead)
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
