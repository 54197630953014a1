"""Short forms in words: what a page does not spell out itself stands at its end, whatever the page is."""

import re

from msgspec import json

from psychodyn_cli.pages.blocks import Page, Paragraph, References, Section, words
from psychodyn_cli.short_forms import SHORT_FORMS, found


def explained(page: Page) -> Page:
    """The page, with the short forms in it that it nowhere spells out told before its sources."""
    own, sources = _apart(page.sections)
    told = json.encode((page.title, page.kicker, page.lead, own)).decode()
    unexplained = [short for short in sorted(found(told)) if not _spells_out(told, short)]
    if not unexplained:
        return page
    spelt = "; ".join(f"{short}: {SHORT_FORMS[short]}" for short in unexplained)
    legend = Section("", (Paragraph(words(f"Short forms. {spelt}.")),), tone="quiet")
    return Page(page.title, page.kicker, page.lead, (*own, legend, *sources), page.command, page.next)


def _spells_out(told: str, short: str) -> bool:
    """Whether the words and the short form stand beside each other: "cognitive behavioural therapy (CBT)"."""
    whole = re.escape(SHORT_FORMS[short])
    return re.search(rf"{whole}\W{{1,3}}{short}\b|\b{short}\W{{1,3}}{whole}", told, re.IGNORECASE) is not None


def _apart(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """What a page says, and what follows from its list of sources on: titles of works are not spelt out."""
    at = (at for at, section in enumerate(sections) if isinstance(section.blocks[-1], References))
    end = next(at, len(sections))
    return sections[:end], sections[end:]
