"""Words → an entry, or what is near: an exact name opens, a near one is offered, and nothing is guessed."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_concept, a_defence, a_library, a_question, a_reading, a_technique, a_therapy
from psychodyn_cli.finding import Found, Missing, find, find_all, find_asked, search, sets_apart
from psychodyn_cli.library.building import build
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.problems import Place, Problem

LIBRARY = a_library(
    a_technique(name="Free association", aliases=("the fundamental rule",), people_say=("say whatever comes to mind",)),
    a_technique(name="Clarification and interpretation"),
    a_technique(name="Interpretation"),
    a_technique(name="Silence"),
    a_technique(name="Content vs process"),
    a_technique(name="Working through", people_say=("why do we talk about this again",), aim="A zebra comes back."),
    a_concept(name="Catharsis", aliases=("Katharsis",)),
    a_concept(name="Défense mécanisme", id="mechanism"),
    a_defence(name="Repression"),
    a_defence(name="Regression"),
    a_defence(name="Idealization", aliases=("Idealisation",)),
    a_therapy(name="Cognitive behavioural therapy", id="cbt", aliases=("CBT",)),
    a_therapy(name="Person-centred therapy", id="person-centred", aliases=("client-centred therapy", "PCT")),
)

OPENS = {
    "its name": ("Free association", "free-association"),
    "its id": ("free-association", "free-association"),
    "small letters": ("free association", "free-association"),
    "capitals": ("FREE ASSOCIATION", "free-association"),
    "underscores": ("free_association", "free-association"),
    "spaces around and between": ("  free   association ", "free-association"),
    "plural": ("free associations", "free-association"),
    "an alias": ("fundamental rule", "free-association"),
    "an alias with its article": ("The Fundamental Rule", "free-association"),
    "what people say": ("say whatever comes to mind", "free-association"),
    "what people say, as a question": ("Why do we talk about this again?", "working-through"),
    "an abbreviation": ("cbt", "cbt"),
    "an abbreviation in capitals": ("PCT", "person-centred"),
    "accents left out": ("defense mecanisme", "mechanism"),
    "accents put in": ("Cathársis", "catharsis"),
    "British spelling": ("idealisation", "idealization"),
    "American spelling": ("person-centered therapy", "person-centred"),
    "American spelling of a long name": ("cognitive behavioral therapy", "cbt"),
    "another language's spelling": ("katharsis", "catharsis"),
    "quotes": ('"silence"', "silence"),
    "a name that has a joining word in it": ("content vs process", "content-vs-process"),
    "a name written apart": ("re-gression", "regression"),
    "an abbreviation with full stops": ("C.B.T.", "cbt"),
    "an abbreviation spelt out": ("c b t", "cbt"),
    "a glossary's headword, inverted": ("Association, free", "free-association"),
    "with a small article behind": ("association, a free", "free-association"),
    "with its article behind": ("rule, the fundamental", "free-association"),
    "two names of one thing": ("silence / quiet", "silence"),
    "a name and what it belongs to": ("catharsis (Breuer)", "catharsis"),
}

OFFERED = {
    "two names, slashed": ("catharsis/silence", "silence"),
    "two names, after a colon": ("catharsis: silence", "catharsis"),
    "a letter too many": ("free asssociation", "free-association"),
    "a letter left out": ("catharss", "catharsis"),
    "two letters swapped": ("slience", "silence"),
    "another letter": ("represion", "repression"),
    "the beginning": ("cathar", "catharsis"),
    "the first half": ("regre", "regression"),
    "a typo in an alias": ("the fundmental rule", "free-association"),
    "a typo in what people say": ("say whatever comes in mind", "free-association"),
    "one word of several": ("interpretations of silence", "interpretation"),
    "a word that only a page uses": ("zebra", "working-through"),
}

NOTHING = {
    "an empty string": "",
    "spaces": "   ",
    "marks": "?!…",
    "Rich's markup": "[x]",
    "Rich's closing tag": "[/x]",
    "an emoji code": ":smile:",
    "an emoji": "🙂",
    "an escape sequence": "\x1b[31m",
    "a path": "../../etc/passwd",
    "NUL": "\x00",
    "a percent sign": "%",
    "a search operator": 'NEAR( " * ^ :',
    "a search column": "names:zzyzx",
    "a quote that would end a string": "' OR 1=1 --",
    "another script": "自由联想",
    "half a letter": "\ud800",
    "10,000 characters": "x" * 10_000,
    "10,000 words": "word " * 10_000,
    "10,000 marks": "[" * 10_000,
}


def opened(query: str) -> str | None:
    found = find(LIBRARY, query)
    return found.entry.id if isinstance(found, Found) else None


def offered(query: str) -> list[str]:
    found = find(LIBRARY, query)
    return [] if isinstance(found, Found) else [entry.id for entry in found.suggestions]


@pytest.mark.parametrize(("query", "entry"), OPENS.values(), ids=OPENS)
def test_opens(query: str, entry: str) -> None:
    assert opened(query) == entry


@pytest.mark.parametrize(("query", "entry"), OFFERED.values(), ids=OFFERED)
def test_is_offered_and_not_opened(query: str, entry: str) -> None:
    assert opened(query) is None
    assert entry in offered(query)


def test_two_letters_begin_too_many_names_to_offer_any() -> None:
    assert offered("re") == []


def test_the_nearest_name_is_offered_first() -> None:
    assert offered("represion")[:2] == ["repression", "regression"]
    assert offered("regresion")[:2] == ["regression", "repression"]


def test_a_page_is_offered_once_and_no_more_than_five_are() -> None:
    library = a_library(*(a_concept(id=f"scene-{number}", aliases=(f"stage {number}",)) for number in range(9)))
    found = find(library, "scene stage")

    assert isinstance(found, Missing)
    assert len(found.suggestions) == len(set(found.suggestions)) == 5


def test_an_own_name_opens_before_the_alias_of_another() -> None:
    library = a_library(a_concept(id="a-stage", aliases=("Echo",)), a_concept(id="echo"))

    assert find(library, "echo") == Found(a_concept(id="echo"))


@pytest.mark.parametrize("query", NOTHING.values(), ids=NOTHING)
def test_opens_nothing_and_says_so_soon(query: str) -> None:
    started = perf_counter()
    found = (find(LIBRARY, query), *find_all(LIBRARY, tuple(query.split(" "))))

    assert all(isinstance(one, Missing) for one in found)
    assert found[0] == Missing(query, found[0].suggestions)  # type: ignore[union-attr]
    assert perf_counter() - started < 0.5


@given(st.text())
def test_any_text_opens_an_entry_or_is_missing(query: str) -> None:
    assert find_all(LIBRARY, (query,))
    assert search(LIBRARY, query).hits is not None


# Several names in a row ------------------------------------------------------------------------------

ROWS = {
    "one name of two words": ("free association", ["free-association"]),
    "two names": ("catharsis silence", ["catharsis", "silence"]),
    "three names, one of two words": ("silence free association cbt", ["silence", "free-association", "cbt"]),
    "joined by and": ("catharsis and silence", ["catharsis", "silence"]),
    "joined by vs": ("repression vs regression", ["repression", "regression"]),
    "joined by a comma": ("catharsis, silence", ["catharsis", "silence"]),
    "joined by a lone comma": ("catharsis , silence", ["catharsis", "silence"]),
    "joined by a sign": ("catharsis & silence", ["catharsis", "silence"]),
    "one name with and": ("clarification and interpretation", ["clarification-and-interpretation"]),
    "a name with and, then another": (
        "clarification and interpretation silence",
        ["clarification-and-interpretation", "silence"],
    ),
    "a name with vs, then another": ("content vs process and silence", ["content-vs-process", "silence"]),
    "parted by a slash": ("catharsis/silence", ["catharsis", "silence"]),
    "parted by a slash and spaces": ("free association / silence", ["free-association", "silence"]),
    "parted by a colon": ("catharsis: free association", ["catharsis", "free-association"]),
    "parted by a semicolon": ("repression; regression", ["repression", "regression"]),
    "a name and its other name": ("catharsis/katharsis", ["catharsis"]),
    "a name and no name": ("free association; working", ["free-association"]),
    "a letter with a slash": ("c/o silence", ["?c/o", "silence"]),
    "a name and a typo": ("silence catharss", ["silence", "?catharss"]),
    "a typo and a name": ("catharss silence", ["?catharss", "silence"]),
    "no name at all": ("nothing of this", ["?nothing of this"]),
    "a joining word alone": ("and", ["?and"]),
}


@pytest.mark.parametrize(("typed", "found"), ROWS.values(), ids=ROWS)
def test_a_row_of_names(typed: str, found: list[str]) -> None:
    several = find_all(LIBRARY, tuple(typed.split(" ")))

    assert [one.entry.id if isinstance(one, Found) else f"?{one.query}" for one in several] == found


ASKED = {
    "a row of names": ("catharsis and silence", ["catharsis", "silence"]),
    "a name with and": ("clarification and interpretation", ["clarification-and-interpretation"]),
    "what is": ("What is catharsis?", ["catharsis"]),
    "what is a": ("what's a silence", ["silence"]),
    "what does it mean": ("what does free association mean?", ["free-association"]),
    "the difference between two": ("What is the difference between silence and cbt?", ["silence", "cbt"]),
    "with articles": ("difference between a catharsis and a silence", ["catharsis", "silence"]),
    "one vs the other": ("repression vs. regression", ["repression", "regression"]),
    "compare": ("compare CBT, silence", ["cbt", "silence"]),
    "a name with vs": ("content vs process", ["content-vs-process"]),
    "one typo": ("catharss", ["?catharss"]),
}  # fmt: skip
SENTENCES = (
    "is silence a bad sign",
    "I hate regression",
    "silence catharss",
    "what is silence to you",
    "compare cbt to it",
)


@pytest.mark.parametrize(("typed", "found"), ASKED.values(), ids=ASKED)
def test_what_a_reader_asks_for(typed: str, found: list[str]) -> None:
    asked = find_asked(LIBRARY, tuple(typed.split(" ")))

    assert [one.entry.id if isinstance(one, Found) else f"?{one.query}" for one in asked] == found


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_name_in_a_sentence_is_offered_and_not_opened(typed: str) -> None:
    (asked,) = find_asked(LIBRARY, (typed,))
    hits = [hit.id for hit in search(LIBRARY, typed).hits]

    assert isinstance(asked, Missing)
    assert [page.id for page in asked.suggestions][: len(hits)] == hits[:5] != []


def test_only_some_lines_ask_for_a_difference() -> None:
    assert sets_apart("repression vs regression")
    assert sets_apart("Difference between repression and regression")
    assert not sets_apart("repression and regression")


def test_a_headword_of_a_file_that_is_new_is_looked_for_again() -> None:
    older = a_reading(problems=(Problem(Place("data/concepts/a.yaml", 3), "C004", "not YAML", "write YAML"),))
    newer = a_reading(a_concept(name="Free association"))
    library = Library(build((older,), "older"), lambda: build((newer,), "newer"))
    assert isinstance(find(library, "association, free"), Found)


# Search ----------------------------------------------------------------------------------------------


def test_entries_with_all_words_come_before_those_with_some() -> None:
    library = a_library(
        a_concept(id="some", meaning="A zebra, a zebra, a zebra."),
        a_concept(id="all", meaning="A zebra and a lion."),
        a_concept(id="none"),
    )

    assert [hit.id for hit in search(library, "the zebra and the lion").hits] == ["all", "some"]


def test_a_name_with_some_of_the_words_comes_before_a_text_with_all() -> None:
    library = a_library(a_concept(id="text", meaning="A zebra and a lion."), a_concept(id="zebra"))

    assert [hit.id for hit in search(library, "the zebra and the lion").hits] == ["zebra", "text"]


@pytest.mark.parametrize("word", ["defence", "transference", "colours", "analysed"])
def test_a_word_of_a_name_is_found_there_however_it_is_spelt_when_folded(word: str) -> None:
    library = a_library(
        a_concept(id="text", meaning=f"{word} {word} {word}."), a_concept(id="named", name=f"On {word}")
    )

    assert [hit.id for hit in search(library, word).hits] == ["named", "text"]


def test_a_misspelt_word_is_read_as_the_nearest_that_the_library_uses_and_that_is_said() -> None:
    found = search(LIBRARY, "catharss")

    assert found.instead == (("catharss", "catharsis"),)
    assert found.hits[0].id == "catharsis"


def test_a_word_that_the_library_uses_is_never_read_as_another() -> None:
    assert search(LIBRARY, "Repression regressions").instead == ()


def test_a_word_whose_stem_is_used_gives_way_only_to_one_very_much_like_it() -> None:
    library = a_library(a_concept(name="Subliminal"))

    assert search(library, "sublimination").instead == ()
    assert [hit.id for hit in search(library, "sublimination").hits] == ["subliminal"]
    assert search(library, "subliminall").instead == (("subliminall", "subliminal"),)


def test_a_short_word_is_read_as_no_other() -> None:
    assert search(LIBRARY, "cbd").instead == ()


def test_a_word_like_no_other_finds_nothing() -> None:
    assert search(LIBRARY, "xylophone") == search(LIBRARY, "") == search(LIBRARY, "the of and")


def test_a_page_that_answers_comes_before_a_page_on_a_term_that_fits_the_words_better() -> None:
    asked = a_question(id="why-so-quiet", name="Why so quiet?", people_say=("he says nothing at all to me",))
    term = a_concept(id="muteness", people_say=("he says nothing",))
    library = a_library(asked, term)
    assert [hit.id for hit in search(library, "he says nothing now").hits] == ["why-so-quiet", "muteness"]


def test_whose_name_is_typed_comes_first_whoever_else_speaks_of_it() -> None:
    asked = (a_question(id=f"silent-{n}", name=f"Muteness, muteness {n}?", people_say=("muteness",)) for n in range(70))
    library = a_library(*asked, a_concept(id="muteness", aliases=("the mute state",)))
    for typed in ("muteness", "mute state", "Muteness?", "what is muteness", "muteniss"):
        assert search(library, typed).hits[0].id == "muteness"
        assert len(search(library, typed).hits) == 10


def test_a_name_of_nothing_but_small_words_is_found() -> None:
    hits = search(a_library(a_concept(name="Not me", short="What is kept out.")), "not-me").hits
    assert [(hit.id, hit.kind, hit.line) for hit in hits] == [("not-me", "concept", "What is kept out.")]


def test_a_misspelt_ending_is_heard() -> None:
    library = a_library(a_concept(name="Resistance"), a_concept(name="Residence"))
    assert [hit.id for hit in search(library, "resistence").hits] == ["resistance"]
