"""In plain words: short forms and words of the field that a page does not tell itself stand at its end."""

from collections.abc import Iterator

from msgspec import Struct

from psychodyn_cli.inline import Stress, Words
from psychodyn_cli.pages.blocks import Cite, Links, Listing, Page, Paragraph, References, Section, See, words
from psychodyn_cli.short_forms import FIELD_WORDS, SHORT_FORMS, found

_SOON = 300  # characters: what is spelled out later than that comes too late
_BETWEEN = ' ("“:,;'  # what may stand between a short form and its words
_NAMED = tuple(f"{are} called {a}" for are in ("is", "are") for a in ("", "a ", "an "))
_OPENED = ("(", "(a ", "(an ", "(the ")
_TOLD = (
    " (", ":", ", a ", ", an ", ", the part ", ", which ", " means ", " is a ", " is an ", " is the ", " is when ",
)  # fmt: skip


def explained(page: Page) -> Page:
    """The page, with what it nowhere tells told before its sources."""
    own, sources = _apart(page.sections)
    told = "\n".join(_lines((page.title, page.kicker, page.lead, own)))
    low = told.lower()
    shorts = [f"{short}: {SHORT_FORMS[short]}" for short in sorted(found(told)) if not _spells_out(told, low, short)]
    terms = [f"{', '.join(forms)}: {means}" for means, forms in _unexplained(low, _names(page)).items()]
    legends = (("Short forms.", shorts), ("In plain words.", terms))
    said = [f"{what} {'; '.join(items)}." for what, items in legends if items]
    if not said:
        return page
    legend = Section("", tuple(Paragraph(words(text)) for text in said), tone="quiet")
    return Page(page.title, page.kicker, page.lead, (*own, legend, *sources), page.command, page.next)


def _spells_out(told: str, low: str, short: str) -> bool:
    """Whether words and short form stand beside each other, at the latest soon after it: "… therapy (CBT)"."""
    whole = SHORT_FORMS[short].lower()
    bare = (at for at in _places(short, told) if _stands(short, at, told, joined=""))
    latest = next(bare, 0) + _SOON
    return any(at < latest and _beside(told, at, at + len(whole), short) for at in _places(whole, low))


def _beside(told: str, start: int, end: int, short: str) -> bool:
    behind = told[end : end + len(short) + 3].lstrip(_BETWEEN)
    return behind.startswith(short) or told[max(0, start - len(short) - 3) : start].rstrip(_BETWEEN).endswith(short)


def _unexplained(low: str, names: str) -> dict[str, list[str]]:
    """Meaning -> words of the field that stand alone, and name neither the page nor what it tells in a row."""
    alone: dict[str, list[str]] = {}
    for forms, means in FIELD_WORDS.items():
        lower = tuple(map(str.lower, forms))
        standing = [(at, at + len(form)) for form in lower for at in _places(form, low) if _stands(form, at, low)]
        told = any(form in names for form in lower) or any(_told_beside(low, *place) for place in standing)
        if standing and not told:
            alone.setdefault(means, []).append(forms[0])
    return alone


def _places(what: str, text: str) -> Iterator[int]:
    """Where it stands. No patterns: to compile one for each word takes longer than to write the page."""
    at = text.find(what)
    while at >= 0:
        yield at
        at = text.find(what, at + 1)


def _stands(form: str, at: int, text: str, joined: str = "-") -> bool:
    """By itself, not as a part of a word, nor of a short name to type, which is joined by hyphens."""
    around = text[max(0, at - 1) : at] + text[at + len(form) :][:1]
    return not any(mark.isalnum() or mark in joined for mark in around)


def _told_beside(low: str, start: int, end: int) -> bool:
    """In brackets behind its meaning, or with its meaning behind it."""
    before, behind = low[max(0, start - 14) : start], low[end : end + 24]
    return (
        before.endswith(_NAMED)
        or behind.lstrip('"”').startswith(_TOLD)
        or (before.endswith(_OPENED) and _in_a_word(behind, ")"))
        or _in_a_word(behind, "”:")
    )


def _in_a_word(behind: str, mark: str) -> bool:
    """Whether the mark follows, at once or after one more word."""
    word, found_mark, _ = behind.partition(mark)
    return bool(found_mark) and (not word or word.strip().isalpha())


def _names(page: Page) -> str:
    """What the page is about, and what it tells in a row each."""
    rows = [block for section in page.sections for block in section.blocks if isinstance(block, Links | Listing)]
    named = [item[1] for block in rows if isinstance(block, Links) for item in block.items]
    named += [row.name for block in rows if isinstance(block, Listing) for row in block.rows]
    return "\n".join(name for name in (page.title, *named) if not name.endswith("?")).lower()


def _lines(told: object) -> Iterator[str]:
    """What can be read, prose in one piece: no ids, and no figures."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Links):
        yield from _lines(tuple(item[1:] for item in told.items))
    elif isinstance(told, Listing):
        yield from _lines(tuple((row.name, row.short, row.notes) for row in told.rows))
    elif isinstance(told, tuple):
        if told and isinstance(told[0], Words | Stress | See | Cite):
            yield "".join("" if isinstance(piece, Cite) else piece.text for piece in told)
        else:
            for one in told:
                yield from _lines(one)
    elif isinstance(told, Struct):
        yield from _lines(tuple(getattr(told, field) for field in told.__struct_fields__))


def _apart(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """What a page says, and what follows from its list of sources on: titles of works are not spelt out."""
    at = (at for at, section in enumerate(sections) if isinstance(section.blocks[-1], References))
    end = next(at, len(sections))
    return sections[:end], sections[end:]
