"""In plain words: short forms and words of the field that a page does not tell itself stand at its end."""

import re
from collections.abc import Iterator

from msgspec import Struct

from psychodyn_cli.inline import Stress, Words
from psychodyn_cli.pages.blocks import Cite, Links, Listing, Page, Paragraph, References, Section, See, words
from psychodyn_cli.short_forms import FIELD_WORDS, SHORT_FORMS, found

_SOON = 300  # characters: what is spelled out later than that comes too late


def explained(page: Page) -> Page:
    """The page, with what it nowhere tells told before its sources."""
    own, sources = _apart(page.sections)
    told = "\n".join(_lines((page.title, page.kicker, page.lead, own)))
    shorts = [f"{short}: {SHORT_FORMS[short]}" for short in sorted(found(told)) if not _spells_out(told, short)]
    terms = [f"{', '.join(forms)}: {means}" for means, forms in _unexplained(told, _names(page)).items()]
    legends = (("Short forms.", shorts), ("In plain words.", terms))
    said = [f"{what} {'; '.join(items)}." for what, items in legends if items]
    if not said:
        return page
    legend = Section("", tuple(Paragraph(words(text)) for text in said), tone="quiet")
    return Page(page.title, page.kicker, page.lead, (*own, legend, *sources), page.command, page.next)


def _spells_out(told: str, short: str) -> bool:
    """Whether words and short form stand beside each other, at the latest soon after it: "… therapy (CBT)"."""
    whole = re.escape(SHORT_FORMS[short])
    beside = re.search(rf"(?i:{whole})[^\w\n]{{1,3}}{short}\b|\b{short}[^\w\n]{{1,3}}(?i:{whole})", told)
    first = re.search(rf"\b{short}\b", told)
    return beside is not None and first is not None and beside.start() < first.start() + _SOON


def _unexplained(told: str, names: str) -> dict[str, list[str]]:
    """Meaning -> words of the field that stand alone, and name neither the page nor what it tells in a row."""
    low = told.lower()
    alone: dict[str, list[str]] = {}
    for forms, means in FIELD_WORDS.items():
        lower = [form.lower() for form in forms]
        standing = any(form in low and _stands(form, low) for form in lower)
        if standing and not any(form in names or _told_beside(form, low) for form in lower):
            alone.setdefault(means, []).append(forms[0])
    return alone


def _stands(form: str, low: str) -> bool:
    """As a word by itself, not as a part of one or of a short name to type."""
    return re.search(rf"(?<![\w-]){form}(?![\w-])", low) is not None


def _told_beside(form: str, low: str) -> bool:
    """In brackets behind its meaning, or with its meaning behind it."""
    before = rf"\((?:an? |the )?{form}(?: \w+)?\)|(?:is|are) called (?:an? )?{form}"
    behind = rf"(?<![\w-]){form}(?: \w+[\"”]:|[\"”]?(?: \(|:|, (?:an?|the part|which) | means | is (?:an?|the|when) ))"
    return re.search(f"{before}|{behind}", low) is not None


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
