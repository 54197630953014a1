"""Names as they sound: no case, accents, hyphens, plurals or differences between British and American spelling."""

import re
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")

# Both spellings are folded to one form. A pattern is compiled when its letters first occur: most names have none.
_FOLDS = (
    ("is", r"is(e|es|ed|er|ers|ing|ation|ations)\b", r"iz\1"),
    ("ys", r"ys(e|es|ed|ing)\b", r"yz\1"),
    ("our", r"(\w)our(s|al|ally|ed|ing|able|ful)?\b", r"\1or\2"),
    ("ence", r"ence\b", "ense"),
    ("centred", r"centred\b", "centered"),
    ("mum", r"\bmum", "mom"),
    ("oe", r"(?<!o)oe(?=d|s)", "e"),
    ("ae", r"ae(?=d|s|t)", "e"),
    ("ll", r"([aeiouy][a-z]*?[b-df-hj-np-tv-z][aeiou])ll(ed|ing|or|ors)\b", r"\1l\2"),  # counselling, but not telling
    ("programme", r"programme", "program"),
    ("judgement", r"judgement", "judgment"),
)
_DASH = "[\u2010-\u2015\u2212]"  # what word processors make of a hyphen
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![suiy])s\b|(?<=ss|sh)es\b")
_INITIALS = re.compile(r"\w(?: \w)+\Z")  # C.B.T.
_IES = re.compile(r"(?<=[a-z]{3})ies\b")


@lru_cache(maxsize=1 << 16)  # a library says the same few thousand words again and again
def spoken(name: str) -> str:
    """The key under which a name is kept and looked up.

    >>> spoken("Free-Associations"), spoken("DEFENCE"), spoken("Défense"), spoken("C.B.T.")
    ('free association', 'defense', 'defense', 'cbt')
    """
    bare = name.lower() if name.isascii() else _bare(name)
    words = _NOT_WORD.sub(" ", bare.replace("'", "")).strip()
    if words[1:2] == " " and _INITIALS.match(words):
        words = words.replace(" ", "")
    if "s" in words:
        words = _PLURAL.sub("", _IES.sub("y", words) if "ies" in words else words)
    for letters, pattern, to in _FOLDS:
        if letters in words:
            words = re.sub(pattern, to, words)
    return words.removeprefix("the ") or words


_ROOT = 5  # letters: "deny" is no word of "denial" yet, "project" is one of "projection"
_IN_EVERY_OTHER_NAME = "thera"


def gives_away(text: str, name: str) -> bool:
    """Whether a text says a name, or a word that grows from the same root as one of its long words.

    >>> gives_away("She projects it onto him.", "Projection"), gives_away("She sees it in him.", "Projection")
    (True, False)
    """
    said, told = spoken(text), spoken(name)
    roots = tuple({_root(word) for word in told.split() if len(word) >= _ROOT} - {_IN_EVERY_OTHER_NAME})
    return f" {told} " in f" {said} " or any(word.startswith(roots) for word in said.split())


def _root(word: str) -> str:
    bare = word.removesuffix("ing")
    return (bare if len(bare) >= _ROOT - 1 else word)[:_ROOT]


def _bare(name: str) -> str:
    """Letters without their accents."""
    import unicodedata  # noqa: PLC0415 - most names are ASCII and do without

    dashed = re.sub(_DASH, "-", unicodedata.normalize("NFKD", name.casefold()))
    return dashed.encode("ascii", "ignore").decode()
