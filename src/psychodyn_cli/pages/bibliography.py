"""The bibliography, and one work with the pages that rest on it."""

from psychodyn_cli.entries import AnyPage, Source
from psychodyn_cli.pages.blocks import Links, Page, Pairs, Paragraph, References, Section, words
from psychodyn_cli.pages.writing import address_of, as_line, reference


def bibliography_page(sources: tuple[Source, ...]) -> Page:
    """All works, by id."""
    listed = tuple(reference(number, source) for number, source in enumerate(sources, 1))
    seen = sum(source.checked == "seen" for source in sources)
    return Page(
        "Sources",
        "what the pages rest on",
        words(f"{len(sources)} works. The text or the record of {seen} was read for this release."),
        (Section("", (References(listed),)),),
        "psychodyn sources",
        "For a reference manager: psychodyn sources --format bibtex",
    )


def source_page(source: Source, citing: tuple[AnyPage, ...]) -> Page:
    """One work: where to look it up, how far it was read, and which pages rest on it."""
    read = {
        "seen": "Its text or its record was read for this release, often the abstract and not the whole work.",
        "known": "It is a known work; it was not read again for this release.",
    }
    facts = (
        ("Id", source.id),
        ("Where", address_of(source) or "no address that we could vouch for"),
        ("Checked", read[source.checked] + (f" Note: {source.note}" if source.note else "")),
    )
    links = tuple((page.id, page.name, page.short) for page in citing)
    return Page(
        source.name,
        "a source",
        (),
        (
            Section(
                "", (Paragraph(words(as_line(source))), Pairs(tuple((label, words(text)) for label, text in facts)))
            ),
            *((Section("Pages that rest on it", (Links(links),)),) if links else ()),
        ),
        f"psychodyn sources {source.id}",
        f"For a reference manager: psychodyn sources {source.id} --format bibtex",
    )
