"""Words → Found | Missing with suggestions. An exact name opens; a near one is offered and never opened."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from psychodyn_cli.entries import AnyPage
from psychodyn_cli.library.shelf import Hit, Library, Named
from psychodyn_cli.spelling import spoken

MOST_SUGGESTIONS = 5
MOST_WORDS = 24  # that are taken for a row of names
NEAR = 0.72  # how alike two names must be to be offered: "transferance" is 0.92 like "transference"
SAME_START = 0.03  # how much nearer a name is that begins with the same letter: few misspell that
SPELT_NEARLY = 0.88  # the same for a word whose stem the library knows
SPELT_ALIKE = 0.75  # how alike a misspelt search word must be to one that the library uses
SHORT, SHORT_ALIKE = 6, 0.85  # letters; words up to so many have too many others that are nearly alike
SHORTEST_GUESSED = 4  # letters; shorter words are like too many others
LONGEST_QUERY = 200  # characters that are looked at
# Patterns for what is no plain name: compiled when one is first asked for, which an exact name never does.
_HALVES = r"(?<=[\w )])/(?=[\w (])|[:;] "
_BRACKETS = r"[()]"
_ARTICLE = r"(?i)^\s*(?:the|a|an)\b"
_JOINING = frozenset({"and", "vs", "versus", "with", "or", "und"})
_WHAT_IS = r"(?i)^\W*(?:what(?:'s|s| is| are| was| does)|define|meaning of)\s+(?:the |an? )?(.+?)(?: mean)?\W*$"
_SET_APART = (
    r"(?i)^\W*(?:(?:what(?:'s|s| is| are)|tell me|explain) )?(?:the )?differences? between |^\W*compare "
    r"|\s(?:vs|versus)\b"
)
_ARTICLES = r"(?i)\b(?:the|an?)\s+"


class Found(Struct, frozen=True):
    entry: AnyPage


class Missing(Struct, frozen=True):
    """`suggestions` are offered, never opened: repression is one letter from regression."""

    query: str
    suggestions: tuple[AnyPage, ...]


def find(library: Library, query: str) -> Found | Missing:
    """The entry of this name, alias or id; else what is named nearly so, or spoken of in these words."""
    entries = _entries(library, query[:LONGEST_QUERY])
    if not entries and library.caught_up():  # a name added to a file in place is not in the kept library yet
        entries = _entries(library, query[:LONGEST_QUERY])
    if len(entries) == 1:
        return Found(entries[0])
    return Missing(query, entries or _suggestions(library, query, spoken(query[:LONGEST_QUERY])))


def _entries(library: Library, query: str) -> tuple[AnyPage, ...]:
    """The entry that is named so; more than one only where both halves of a "repression/denial" are names."""
    key = spoken(query)
    whole = (key, key.replace(" ", ""), *_inverted(query))  # psycho-dynamic, counter transference
    entry = _first_named(library, whole)
    if entry is not None:
        return (entry,)
    parts = [part for part in re.split(_HALVES, query)[:MOST_WORDS] if len(spoken(part)) > 1]  # no letter of a "c/o"
    halves = (_first_named(library, _bracketed(part)) for part in parts)
    return tuple({half.id: half for half in halves if half is not None}.values())


def _inverted(query: str) -> Iterator[str]:
    """The names in a headword as glossaries print it: "neurosis, transference", "frame, the", "association, a free"."""
    head, comma, tail = query.partition(",")
    if comma:
        yield spoken(f"{tail} {head}")
        yield spoken(f"{re.sub(_ARTICLE, '', tail)} {head}")


def _bracketed(query: str) -> tuple[str, ...]:
    """What a headword is called, and what stands in brackets behind it: "catharsis (Breuer)"."""
    return (spoken(query), *map(spoken, re.split(_BRACKETS, query)))


def _first_named(library: Library, ways: Iterable[str]) -> AnyPage | None:
    return next((found for way in ways if way and (found := _named(library, way))), None)


def find_all(library: Library, words: tuple[str, ...]) -> tuple[Found | Missing, ...]:
    """The entries of a row of names: `free association`, `catharsis silence`, `clarification and interpretation`."""
    line = " ".join(words)
    whole = find(library, line)
    apart = tuple(line.replace(",", " ").split())[:MOST_WORDS]
    if isinstance(whole, Found) or len(apart) < 2:  # noqa: PLR2004 - one word is one name
        return _halves(library, line) or (whole,)
    several = tuple(_several(library, apart))
    if any(isinstance(found, Missing) for found in several):
        several = _halves(library, line) or several
    return several if any(isinstance(found, Found) for found in several) else (whole,)


def _halves(library: Library, line: str) -> tuple[Found, ...]:
    """The pages of "repression/denial", where both are names."""
    entries = _entries(library, line[:LONGEST_QUERY])
    return tuple(map(Found, entries)) if len(entries) > 1 else ()


def find_asked(library: Library, words: tuple[str, ...]) -> tuple[Found | Missing, ...]:
    """As `find_all`, of whatever a reader asks: a sentence with a name in it is searched, not opened by one word.

    "What is transference?" and "the difference between projection and splitting" ask for what they name.
    """
    line = " ".join(words)
    found = find_all(library, words)
    if _all_found(found):
        return found
    if asked := re.match(_WHAT_IS, line[:LONGEST_QUERY]):
        named = find(library, asked[1])
        if isinstance(named, Found):
            return (named,)
    if sets_apart(line):
        named_apart = find_all(library, (re.sub(_ARTICLES, "", re.sub(_SET_APART, " ", line)),))
        if _all_found(named_apart):
            return named_apart
    if len(found) == 1 and len(line.split()) < 3:  # noqa: PLR2004 - one or two words are a name, misspelt
        return found
    near = found[0].suggestions if len(found) == 1 and isinstance(found[0], Missing) else ()
    hits = library.pages(tuple(_spoken_of(library, line)))
    suggestions = {page.id: page for page in (*hits, *near)}
    return (Missing(line, tuple(suggestions.values())[:MOST_SUGGESTIONS]),)


def sets_apart(line: str) -> bool:
    """Whether a line asks for the difference of what it names."""
    return re.search(_SET_APART, line[:LONGEST_QUERY]) is not None


def _all_found(found: tuple[Found | Missing, ...]) -> bool:
    return all(isinstance(one, Found) for one in found)


def _several(library: Library, words: tuple[str, ...]) -> Iterator[Found | Missing]:
    """The longest names first, from left to right; a word that is part of none is missing by itself."""
    rest = [bare for word in words if spoken(bare := word.strip(",;"))]
    while rest:
        for size in range(len(rest), 0, -1):  # with the joining words: `content vs process` is one name
            entry = _named(library, spoken(" ".join(rest[:size])))
            if entry is not None:
                yield Found(entry)
                break
        else:
            if rest[0].casefold().strip(".") not in _JOINING:
                yield find(library, rest[0])
        rest = rest[size:]


def _named(library: Library, key: str) -> AnyPage | None:
    """The entry that opens by this key; its own name before another's alias before what people say."""
    for name in library.named(key):
        page = library.page(name.entry_id)
        if page is not None and _opens(page, key):
            return page
        library.renewed()  # the name is not this page's any more
    return None


def _opens(page: AnyPage, key: str) -> bool:
    return any(spoken(name) == key for name in (page.id, page.name, *page.aliases, *page.people_say))


def _suggestions(library: Library, query: str, key: str) -> tuple[AnyPage, ...]:
    ids = dict.fromkeys((*_near(library, query[:LONGEST_QUERY].casefold(), key), *_spoken_of(library, key)))
    return library.pages(tuple(ids)[:MOST_SUGGESTIONS])


def _near(library: Library, typed: str, key: str) -> Iterator[str]:
    scored = {(_likeness(typed, key, name), name.entry_id) for name in library.nearly_named(key)}
    yield from (
        entry_id for likeness, entry_id in sorted(scored, key=lambda one: (-one[0], one[1])) if likeness >= NEAR
    )


def _likeness(typed: str, key: str, name: Named) -> float:
    """How alike two names are, from 0 to 1, as they are written or as they sound; nearer, if they begin alike."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - 2 ms that only a miss should pay

    pairs = ((key, name.key), (typed, name.label.casefold()))
    likeness = max(SequenceMatcher(None, one, other, autojunk=False).ratio() for one, other in pairs)
    begun = 0.1 if len(key) > 2 and name.key.startswith(key) else 0.0  # noqa: PLR2004 - one or two letters begin anything
    return likeness + begun + (SAME_START if key[:1] == name.key[:1] else 0.0)


def _spoken_of(library: Library, key: str) -> Iterator[str]:
    yield from (hit.id for hit in search(library, key).hits)


class Search(Struct, frozen=True):
    """What was found; `instead` says which words were read as which, where the library has none so spelt."""

    hits: tuple[Hit, ...]
    instead: tuple[tuple[str, str], ...]


def search(library: Library, query: str, most: int = 10) -> Search:
    """Entries that speak of these words, best first."""
    found = _searched(library, query, most)
    if (found.instead or not found.hits) and library.caught_up():  # as in `find`
        found = _searched(library, query, most)
    return found


def says_nothing(query: str) -> bool:
    """There is no word to look for: none at all, or only such as stand in every sentence."""
    return not _asked(query)


def _asked(query: str) -> list[str]:
    return [word for word in spoken(query[:LONGEST_QUERY]).split() if word not in _EMPTY][:20]


def _searched(library: Library, query: str, most: int) -> Search:
    asked = _asked(query)
    read = [_known(library, word) for word in asked]
    instead = tuple((word, known) for word, known in zip(asked, read, strict=True) if word != known)
    hits = library.search(read, most) if read else ()
    named = _named_so(library, query, " ".join(read))
    return Search((*named, *(hit for hit in hits if hit.id not in {one.id for one in named}))[:most], instead)


def _named_so(library: Library, query: str, read: str) -> tuple[Hit, ...]:
    """Who types a name wants its page: it comes first, also where its words say too little to find it by."""
    what_is = re.match(_WHAT_IS, query[:LONGEST_QUERY])
    keys = dict.fromkeys((spoken(query[:LONGEST_QUERY]), spoken(what_is[1]) if what_is else "", spoken(read)))
    ids = dict.fromkeys(name.entry_id for key in keys if key for name in library.named(key))
    return tuple(Hit(card.id, library.kind_of(card.id), card.name, card.short) for card in library.cards(tuple(ids)))


def _known(library: Library, word: str) -> str:
    """The word, or the nearest one that the library uses, if it does not use this one."""
    if len(word) < SHORTEST_GUESSED or library.uses(word):
        return word
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only an unknown word should pay

    # A word whose stem is known ("sublimination" and "subliminal" share one) gives way only to a very near one.
    alike = SPELT_NEARLY if library.uses_stem_of(word) else SHORT_ALIKE if len(word) <= SHORT else SPELT_ALIKE
    sounding = {_sound(known): known for known in reversed(library.words_like(word))}
    near = get_close_matches(_sound(word), sounding, 1, alike)
    return sounding[near[0]] if near else word


def _sound(word: str) -> str:
    """As it sounds at its end: "resistence" is resistance, though it is written more like residence."""
    return word.replace("ance", "ense")


_EMPTY = frozenset(
    """a about again all always am an and any are as at be been being but by can cant could did do does doesnt dont
    even ever every for from get got had has have he her here him his how i if im in into is it its ive just keep
    keeps know like made make many me more much my never no not of off ok on one only or our out over really she
    should so some than that the their them then there these they thing things this to too up want was we were what
    when where which who why will with wont would you your""".split()  # noqa: SIM905 - prose
)
