"""Names as they sound: no case, accents, hyphens, plurals or differences between British and American spelling."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")

# British forms on the left are folded to one form; both spellings end in the same letters.
_FOLDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"is(e|es|ed|er|ers|ing|ation|ations)\b", r"iz\1"),
        (r"ys(e|es|ed|ing)\b", r"yz\1"),
        (r"(\w)our(s|al|ally|ed|ing|able|ful)?\b", r"\1or\2"),
        (r"ence\b", "ense"),
        (r"centred\b", "centered"),
        (r"\bmum", "mom"),
        (r"ae(?=d|s|t)|(?<!o)oe(?=d|s)", "e"),
        (r"ll(ed|ing|or|ors)\b", r"l\1"),
        (r"programme", "program"),
        (r"judgement", "judgment"),
    )
)
_DASH = re.compile("[\u2010-\u2015\u2212]")  # what word processors make of a hyphen
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![suiy])s\b|(?<=ss|sh)es\b")
_IES = re.compile(r"(?<=[a-z]{3})ies\b")


@lru_cache(maxsize=1 << 16)  # a library says the same few thousand words again and again
def spoken(name: str) -> str:
    """The key under which a name is kept and looked up.

    >>> spoken("Free-Associations"), spoken("DEFENCE"), spoken("Défense")
    ('free association', 'defense', 'defense')
    """
    dashed = _DASH.sub("-", unicodedata.normalize("NFKD", name.casefold()))
    bare = dashed.encode("ascii", "ignore").decode()
    words = _NOT_WORD.sub(" ", bare.replace("'", "")).strip()
    words = _PLURAL.sub("", _IES.sub("y", words))
    for pattern, to in _FOLDS:
        words = pattern.sub(to, words)
    return words.removeprefix("the ") or words
