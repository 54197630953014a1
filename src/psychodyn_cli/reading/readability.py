"""How hard a text is to read: words a sentence, syllables a word, Flesch-Kincaid grade.

The grade is Kincaid et al. (1975): 0.39 (words / sentences) + 11.8 (syllables / words) - 15.59, in US school years.
Names that a page is about, and words that link to their own page, count as one word of one syllable ("adjusted"):
a reader can open them, and "psychodynamic" alone would put any page out of reach. Both figures are published.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9'’.,-]*")
_END = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)|\n")
_NO_END = re.compile(r"(?<![\w-])(e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|St|No|approx|cf|p|pp|vol|[A-HJ-Z])\.(?=\s)")
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
    return [piece for piece in _END.split(_held(_aloud(text))) if piece and not piece.isspace()]


def words(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def measure(texts: Iterable[str], terms: re.Pattern[str] | None = None) -> Measure:
    """The texts pooled; where `terms` match, one easy word stands instead, and so does every link."""
    count = found = syllables_ = 0
    for text in texts:
        bare = _held(_aloud(text, easy=terms is not None))
        if terms is not None:
            bare = terms.sub(_EASY, bare)
        spoken = _WORD.findall(bare)
        found += len(spoken)
        syllables_ += sum(map(_SYLLABLES.__getitem__, spoken))
        count += sum(1 for piece in _END.split(bare) if piece and not piece.isspace())
    return Measure(count, found, syllables_)


def declared(names: tuple[str, ...]) -> re.Pattern[str]:
    """What matches the names that a page is about, and the subject of the whole library."""
    longest_first = sorted({*names, *_SUBJECT}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in longest_first) + r")s?\b", re.IGNORECASE)


def _aloud(text: str, *, easy: bool = False) -> str:
    if "[" in text:
        text = _CITATION.sub("", text)
        if "[[" in text:
            text = _LINK.sub(_EASY if easy else _link_aloud, text)
    return text


def _link_aloud(link: re.Match[str]) -> str:
    return link[2] or link[1].replace("-", " ")


def _held(text: str) -> str:
    """The text with the full stops of abbreviations taken out, so that they end no sentence."""
    return _NO_END.sub(r"\1", text)


def syllables(word: str) -> int:
    """How many syllables an English word has, by rule; figures and single letters count as one.

    Checked in the tests against a pronouncing dictionary.
    """
    parts = re.split(r"[-’']", word.lower().strip(".,"))
    return max(1, sum(_one(part) for part in parts if len(part) > 1))


class _Counted(dict[str, int]):
    """Every word counted once: a language has few words, and a library repeats them."""

    def __missing__(self, word: str) -> int:
        self[word] = count = syllables(word)
        return count


_SYLLABLES = _Counted()


def _one(word: str) -> int:
    if not word.isalpha():
        return 1
    groups = len(_VOWELS.findall(word)) + len(_SPLIT.findall(word))
    if _SILENT.search(word) and groups > 1:
        groups -= 1
    return max(1, groups)
