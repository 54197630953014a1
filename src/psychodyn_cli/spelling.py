"""Names as they sound: no case, accents, hyphens, plurals or differences between British and American spelling."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^0-9a-z]+")

# British forms on the left are folded to one form; both spellings end in the same letters.
_FOLDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"is(e|es|ed|er|ers|ing|ation|ations)\b", r"iz\1"),
        (r"ys(e|es|ed|ing)\b", r"yz\1"),
        (r"(\w)our(s|al|ally|ed|ing|able|ful)?\b", r"\1or\2"),
        (r"ence\b", "ense"),
        (r"ences\b", "enses"),
        (r"centred\b", "centered"),
        (r"\bmum", "mom"),
        (r"ae(?=d|s|t)|oe(?=d|s)", "e"),
        (r"ll(ed|ing|or|ors)\b", r"l\1"),
        (r"programme", "program"),
        (r"judgement", "judgment"),
    )
)
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![suiy])s\b")
_IES = re.compile(r"(?<=[a-z]{3})ies\b")


def spoken(name: str) -> str:
    """The key under which a name is kept and looked up.

    >>> spoken("Free-Associations"), spoken("DEFENCE"), spoken("Défense")
    ('free association', 'defense', 'defense')
    """
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = _NOT_WORD.sub(" ", bare.replace("'", "")).strip()
    for pattern, to in _FOLDS:
        words = pattern.sub(to, words)
    words = _PLURAL.sub("", _IES.sub("y", words))
    return words.removeprefix("the ") or words
