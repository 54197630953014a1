"""Names as they sound: which ways of writing a name are one, and which names must stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionary import every_word
from psychodyn_cli.spelling import spoken

ONE_NAME = {
    "case": ("Free Association", "FREE ASSOCIATION", "free association"),
    "hyphens and underscores": ("free association", "free-association", "free_association", "free  association"),
    "hyphens as word processors make them": ("free-association", "free‑association", "free–association"),
    "a hard space": ("free association", "free\u00a0association"),
    "accents": ("défense", "defense", "de\u0301fense"),
    "ligatures and sharp s": ("e\ufb03cacy", "efficacy"),
    "full width letters": ("ＣＢＴ", "CBT"),
    "apostrophes": ("don't talk", "don’t talk", "dont talk"),
    "punctuation around": (" silence ", "'silence'", "silence.", "“silence”", "silence?"),
    "the article": ("the fundamental rule", "fundamental rule"),
    "plural": ("defence", "defences"),
    "plural in -ies": ("boundary", "boundaries"),
    "plural in -sses": ("process", "processes"),
    "plural in -shes": ("wish", "wishes"),
    "plural of a word that is spelt in two ways": ("counselling", "counsellings", "counselings"),
    "-ence, -ense": ("defence", "defense", "defences", "defenses"),
    "-ise, -ize": ("idealise", "idealize", "idealises", "idealizes"),
    "-isation, -ization": ("intellectualisation", "intellectualization"),
    "-ising, -ized": ("mentalising", "mentalizing"),
    "-yse, -yze": ("analyse", "analyze"),
    "-our, -or": ("humour", "humor"),
    "-oural, -oral": ("cognitive behavioural", "cognitive behavioral", "cognitive-behavioral"),
    "-centred, -centered": ("person-centred", "person-centered", "person centered"),
    "-lled, -led": ("travelled", "traveled"),
    "-lling, -ling": ("counselling", "counseling"),
    "-llor, -lor": ("counsellor", "counselor"),
    "ae, e": ("paediatric", "pediatric"),
    "oe, e": ("Oedipus complex", "oedipus-complex", "Edipus complex"),
    "programme, program": ("programme", "program", "programmes"),
    "judgement, judgment": ("judgement", "judgment"),
    "mum, mom": ("mum", "mom", "mums"),
}

TWO_NAMES = {
    "one letter apart": ("repression", "regression"),
    "one vowel apart": ("affect", "effect"),
    "a prefix apart": ("transference", "countertransference"),
    "sound alike": ("introjection", "interjection"),
    "a defence and its opposite": ("idealization", "devaluation"),
    "a thing and who does it": ("psychoanalysis", "psychoanalyst"),
    "one thing and a kind of it": ("identification", "projective identification"),
    "conscious or not": ("preconscious", "unconscious"),
    "a name and a part of it": ("working through", "working"),
    "abbreviations": ("CBT", "DBT"),
    "words in another order": ("self object", "object self"),
}


@pytest.mark.parametrize("ways", ONE_NAME.values(), ids=ONE_NAME)
def test_every_way_of_writing_a_name_is_one_name(ways: tuple[str, ...]) -> None:
    assert len({spoken(way) for way in ways}) == 1


@pytest.mark.parametrize(("one", "other"), TWO_NAMES.values(), ids=TWO_NAMES)
def test_names_that_are_only_alike_stay_apart(one: str, other: str) -> None:
    assert spoken(one) != spoken(other)


@pytest.mark.parametrize("word", ["catharsis", "process", "focus", "crisis", "gas", "is"])
def test_an_s_at_the_end_is_not_always_a_plural(word: str) -> None:
    assert spoken(word) == word


@pytest.mark.parametrize("name", ["", " ", "---", "…", "自由联想", "\x00", "\x1b["])
def test_what_has_no_letter_to_look_up_is_nothing(name: str) -> None:
    assert spoken(name) == ""


def test_the_article_alone_is_a_name() -> None:
    assert spoken("the") == "the"


@given(
    st.lists(st.deferred(lambda: st.sampled_from(every_word())), max_size=4),
    st.sampled_from([" ", "-", "_", "’s "]),
)
def test_a_folded_name_is_folded_already(words: list[str], between: str) -> None:
    once = spoken(between.join(words))

    assert spoken(once) == once


@given(st.text())
def test_any_text_becomes_small_letters_figures_and_single_spaces(text: str) -> None:
    key = spoken(text)

    assert key.isascii()
    assert key == key.lower()
    assert key == " ".join(key.split())
    assert all(mark.isalnum() or mark == " " for mark in key)
