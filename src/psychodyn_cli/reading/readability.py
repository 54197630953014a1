"""How hard a text is to read: words a sentence, syllables a word, Flesch-Kincaid grade.

The grade is Kincaid et al. (1975): 0.39 (words / sentences) + 11.8 (syllables / words) - 15.59, in US school years.
Names that a page is about, and words that link to their own page, count as one word of one syllable ("adjusted"):
a reader can open them, and "psychodynamic" alone would put any page out of reach. Both figures are published.
"""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9'’.,-]*")
_NO_END = ("e.g.", "i.e.", "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "St.", "cf.", "approx.", "vol.")
_END = re.compile(  # the full stop first: the engine then looks at nothing else on its way
    r"[.!?]+"
    + "".join(rf"(?<!\b{re.escape(word)})" for word in _NO_END)
    + r"(?<!\bNo\.(?=\s\d))(?<![\s(][A-HJ-Z]\.)[\"')\]]*(?=\s|$)|\n"
)
_CITATION = re.compile(r"\s?\[@[^\]]*\]")
_LINK = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]]*))?\]\]")
_SUBJECT = ("psychodynamic", "psychoanalytic", "psychoanalysis", "psychoanalyst", "psychotherapy", "psychotherapist")
_EASY = "it"  # stands for a declared term
_VOWELS = re.compile(r"[aeiouyà-ɏ]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[aeiouyl]le|[^td]ed|[^aeiouycgszx]es|(?<=[^aeiouy][^td])ed)$")
_SPLIT = re.compile(
    r"i[ao](?![nu])|io(?!n|u)|ia|eo|ua[lt]|u[ao]r?y|eing|ying|[^g]uou|oi[cn]g|is[mn]t?$|riet|iet|[dlr]ienc|creat"
)


class Measure(Struct, frozen=True):
    """What a pool of sentences measures. `grade` is in US school years."""

    sentences: int
    words: int
    syllables: int
    most_gaps: int = 0  # spaces in the sentence that has most: its words are at most one more

    @property
    def mean_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        if not self.words:
            return 0.0
        return 0.39 * self.mean_sentence + 11.8 * self.syllables / self.words - 15.59


def sentences(text: str) -> list[str]:
    """The sentences of a text as they are read aloud: without citations, links as their words."""
    return [piece for piece in _END.split(_aloud(text)) if _WORD.search(piece)]


def words(sentence: str) -> list[str]:
    """The words with the marks that stand to them; a dash between spaces is none."""
    return [token for token in sentence.split() if _WORD.search(token)]


def measure(texts: Iterable[str], terms: re.Pattern[str] | None = None) -> Measure:
    """The texts pooled; where `terms` match, one easy word stands instead, and so does every link.

    Counted in bytes, one a token, which is four times as fast as by pattern and gives what `sentences` gives.
    """
    text = "\n".join(texts).replace(" [@", "[@").replace("; @", ";@")  # a citation is taken off its word's token
    if "[[" in text:
        text = _LINK.sub(_link_aloud if terms is None else _EASY, text)
    bare = text.replace("\n", _FULL_STOP)
    tokens = (bare if terms is None else terms.sub(_EASY, bare)).split()
    codes = bytes(map(_CODES.__getitem__, tokens))
    heard = codes.translate(_HEARD)
    ends = b"\2".join(filter(None, codes.translate(_ENDED).translate(None, b"\3").split(b"\2")))
    lengths = list(map(len, ends.replace(b"\1\2", b"\1").replace(b"\2", b"\1").split(b"\1")))
    count = len(lengths) - (not lengths[-1])
    return Measure(count, len(heard) - heard.count(0), sum(heard), max(lengths))


def declared(names: tuple[str, ...]) -> re.Pattern[str]:
    """What matches the names that a page is about, and the subject of the whole library."""
    longest_first = sorted({*names, *_SUBJECT}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in longest_first) + r")s?\b", re.IGNORECASE)


def _aloud(text: str) -> str:
    return _LINK.sub(_link_aloud, _CITATION.sub("", text)) if "[" in text else text


def _link_aloud(link: re.Match[str]) -> str:
    return link[2] or link[1].replace("-", " ")


def syllables(word: str) -> int:
    """How many syllables an English word has, by rule; figures and single letters count as one.

    Over all the content the sum is within 2 % of a pronouncing dictionary's, and 95 of 100 running words are exact;
    `tests/reading/test_readability.py` counts again.
    """
    parts = re.split(r"[-’']", word.lower().strip(".,"))
    return max(1, sum(_one(part) for part in parts if len(part) > 1))


class _Counted(dict[str, int]):
    """A number for every token, found once: a language has few words, and a library repeats them."""

    def __init__(self, count: Callable[[str], int]) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, token: str) -> int:
        self[token] = number = self._count(token)
        return number


def _heard(token: str) -> int:
    """The syllables of a token, 63 at most; none, if it is no word."""
    return min(63, sum(map(syllables, _WORD.findall(token))))


def _ends(token: str) -> int:
    """1 where a sentence ends with this token, 2 for an end that stands alone, 3 for a mark that is neither."""
    if not _WORD.search(token):
        return 2 if token == _FULL_STOP.strip() or token.rstrip("\"')]").endswith((".", "!", "?")) else 3
    bare = token.rstrip("\"')]")
    held = bare.lstrip("(\"'") in _NO_END or re.fullmatch(r"\(?[A-HJ-Z]\.", bare) is not None
    return int(bare.endswith((".", "!", "?")) and not held)


_FULL_STOP = " ¶ "  # stands between paragraphs: it ends a sentence, unless one has just ended


def _code(token: str) -> int:
    """What is heard and what ends, in one byte: one look-up a token. Most tokens are a bare word."""
    if token.isalpha() and token.isascii():
        return _one(token.lower())
    bare = _CITATION.sub("", token)
    return _heard(bare) | _ends(bare) << 6


_CODES = _Counted(_code)
_HEARD = bytes(code & 63 for code in range(256))
_ENDED = bytes(code >> 6 for code in range(256))


def _one(word: str) -> int:
    if not word.isalpha():
        return 1
    groups = len(_VOWELS.findall(word)) + len(_SPLIT.findall(word))
    if _SILENT.search(word) and groups > 1:
        groups -= 1
    return max(1, groups)
