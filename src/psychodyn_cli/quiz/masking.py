"""Texts that must not name the answer."""

import re
from functools import lru_cache

from psychodyn_cli.entries import Page

_SHORTEST = 4  # letters of a name that is masked: shorter ones are words of the language, too
_SENTENCE_START = re.compile(r"(?:^|(?<=[.?!] ))[a-z]")


def masked(text: str, one: Page, other: Page) -> str | None:
    """The text with X for the one and Y for the other; None where it does not name both.

    >>> masked("Echoing has words. Whistling has none.", echoing, whistling)
    'X has words. Y has none.'
    """
    forms = {**dict.fromkeys(_forms(other), "Y"), **dict.fromkeys(_forms(one), "X")}
    found: set[str] = set()

    def mask(match: re.Match[str]) -> str:
        found.add(forms[match["name"].lower()])
        return forms[match["name"].lower()]

    hidden = _pattern(tuple(sorted(forms, key=len, reverse=True))).sub(mask, text)
    return _SENTENCE_START.sub(lambda match: match[0].upper(), hidden) if found == {"X", "Y"} else None


def _forms(page: Page) -> set[str]:
    names = {name.lower() for name in (page.name, *page.aliases) if len(name) >= _SHORTEST}
    return names | {name.replace("ization", "isation") for name in names}


@lru_cache(maxsize=512)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:an?|the) )?\b(?P<name>{'|'.join(map(re.escape, forms))})(?:e?s)?\b", re.IGNORECASE)
