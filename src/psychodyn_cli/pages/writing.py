"""Prose for pages: inline syntax with its links named and its citations numbered."""

from collections.abc import Iterator

from psychodyn_cli.entries import Source
from psychodyn_cli.inline import Citation, Link, Span, Stress, Words, paragraphs, spans
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.blocks import Block, Cite, Paragraph, Piece, Prose, Reference, References, Section, See


class Writer:
    """Turns texts into prose and numbers the sources in the order in which they are first cited.

    Not `numbered`: citations are left out, with the space before them.
    """

    def __init__(self, library: Library, *, numbered: bool = True) -> None:
        self._library = library
        self._numbered = numbered
        self._numbers: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def prose(self, text: str) -> Prose:
        found = spans(text.replace("\n", " "))
        return tuple(self._piece(span) for span in (found if self._numbered else _uncited(found)))

    def paragraphs(self, text: str) -> tuple[Block, ...]:
        return tuple(Paragraph(self.prose(paragraph)) for paragraph in paragraphs(text))

    def section(self, heading: str, text: str) -> Section:
        return Section(heading, self.paragraphs(text))

    def references(self, further: tuple[str, ...] = ()) -> tuple[Section, ...]:
        """The works cited so far, then those worth reading further."""
        self._number(further)
        items = tuple(reference(number, source) for number, source in self._works())
        return (Section("Sources", (References(items),), tone="quiet"),) if items else ()

    def references_in_short(self, whole: str) -> tuple[Section, ...]:
        """The works cited so far, by author and year alone, and the command that gives them whole."""
        named = [(Cite((number,)), Words(f" {in_short(source)} · ")) for number, source in self._works()]
        told = (*(piece for pair in named for piece in pair), Words(f"whole: {whole}"))
        return (Section("Sources in short", (Paragraph(told),), tone="quiet"),) if named else ()

    def _works(self) -> Iterator[tuple[int, Source]]:
        found = ((number, self._library.source(source)) for source, number in self._numbers.items())
        return ((number, source) for number, source in found if source is not None)

    @property
    def cited(self) -> tuple[str, ...]:
        """The works cited so far, in the order of their numbers."""
        return tuple(self._numbers)

    def _piece(self, span: Words | Stress | Link | Citation) -> Piece:
        if isinstance(span, Link):
            return See(span.entry, span.text or self.name(span.entry), self._typed(span.entry))
        if isinstance(span, Citation):
            return Cite(tuple(sorted(self._number(span.sources))))
        return span

    def name(self, entry_id: str) -> str:
        """An entry's name as it stands inside a sentence; a question is quoted, and keeps its mark to itself."""
        if entry_id not in self._names:
            name = self._library.name_of(entry_id) or entry_id.replace("-", " ")
            self._names[entry_id] = f'"{name}"' if name.endswith("?") else in_sentence(name)
        return self._names[entry_id]

    def _typed(self, entry_id: str) -> str:
        """Names of terms can be typed as they stand; a question goes by its id."""
        return f"psychodyn explain {entry_id}" if self._library.kind_of(entry_id) == "question" else ""

    def _number(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources)


def _uncited(found: tuple[Span, ...]) -> Iterator[Span]:
    for span, following in zip(found, (*found[1:], None), strict=True):
        if isinstance(following, Citation) and isinstance(span, Words):
            yield Words(span.text.rstrip())
        elif not isinstance(span, Citation):
            yield span


def in_sentence(name: str) -> str:
    """A name without its capital, unless the capital is the name's own (CCRT, Freudian slip)."""
    head = name.split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
    proper = head[1:] != head[1:].lower() or head in {"Freudian", "Oedipus", "Gestalt", "Freud", "Jung"}
    return name if proper else name[:1].lower() + name[1:]


def reference(number: int, source: Source) -> Reference:
    """A source as one line, and the address where it can be looked up: its DOI or its publisher's page."""
    return Reference(number, source.id, as_line(source), address_of(source))


def address_of(source: Source) -> str:
    return f"https://doi.org/{source.DOI}" if source.DOI else source.URL


_UNDATED = {"seen": " (no date; read for this release)", "known": " (no date)"}


def as_line(source: Source) -> str:
    """Authors (year). Title. Container volume(issue), pages. What was not seen is left out."""
    who = _authors(source.author)
    year = f" ({source.issued})." if source.issued else f"{_UNDATED[source.checked]}."
    title = source.name if source.name.endswith(("?", "!", ".")) else f"{source.name}."
    head = f"{who}{year} " if who else ""
    where = _where(source)
    dated = "" if who else year.removesuffix(".")
    known = " [not re-read for this release]" if source.checked == "known" else ""
    return f"{head}{title}{dated}{where}{known}"


def in_short(source: Source) -> str:
    """Who and when: as much as finds the work in the whole list."""
    names = [author.partition(",")[0].partition(";")[0] for author in source.author]
    more = " et al" if len(names) > 2 or source.author[-1:] == ("et al.",) else ""  # noqa: PLR2004 - as reference lists do
    who = f"{names[0]}{more}" if more else " and ".join(names)
    return f"{who or source.name} {source.issued}".rstrip()


def _authors(authors: tuple[str, ...]) -> str:
    names = [author.rstrip(".") if author.endswith("al.") else author for author in authors]
    if len(names) > 3:  # noqa: PLR2004 - as reference lists do
        return f"{names[0]} et al"
    joined = "; ".join(names)
    return joined.removesuffix(".")


def _where(source: Source) -> str:
    volume = source.volume + (f"({source.issue})" if source.issue else "")
    parts = [f"{source.container_title} {volume}".strip(), source.page, source.publisher]
    found = ", ".join(part for part in parts if part)
    return f" {found}." if found else ""
