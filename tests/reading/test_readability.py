"""How hard a text is to read: counts against counts by hand, syllables against a pronouncing dictionary."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictionary import syllables_of
from psychodyn_cli.entries import Page
from psychodyn_cli.reading.readability import declared, measure, sentences, syllables, words
from psychodyn_cli.reading.rules import Content

BY_HAND = {  # text: sentences, words, syllables, grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    "The cat sat on the mat.": (1, 6, 6, -1.45),
    "You talk. They listen.": (2, 4, 5, -0.06),
    "The therapist waits for a moment, and then asks what came to mind.": (1, 13, 16, 4.00),
    "Some of us find it hard to talk about the past.\nOthers do not.": (2, 14, 16, 0.63),
    "Transference is a pattern of feeling from the past that is lived again in the present.": (1, 16, 22, 6.88),
}

SENTENCES = {
    "marks that end a sentence": ("Why? Not so! Yes.", ["Why", "Not so", "Yes"]),
    "a mark within quotes": ('"Why?" she asks. He waits.', ['"Why', "she asks", "He waits"]),
    "abbreviations": ("Ask Dr. Smith, e.g. today, vs. the rest.", ["Ask Dr. Smith, e.g. today, vs. the rest"]),
    "initials": ("So says D. W. Winnicott. He did.", ["So says D. W. Winnicott", "He did"]),
    "a person who ends a sentence": ("It is you and I. We talk.", ["It is you and I", "We talk"]),
    "No as an answer": ("No. It is not.", ["No", "It is not"]),
    "No before a number": ("It is No. 5 of them.", ["It is No. 5 of them"]),
    "a point within a figure": ("It rose by 0.5 points. Or not.", ["It rose by 0.5 points", "Or not"]),
    "paragraphs": ("One\nTwo", ["One", "Two"]),
    "sources": ("So it is [@a; @b]. It is [@c].", ["So it is", "It is"]),
    "a source after the end": ("So it is. [@a] It is.", ["So it is", "It is"]),
    "links": ("See [[working-through]] or [[silence|a pause]].", ["See working through or a pause"]),
    "no text": (" \n ", []),
}

WORDS = {
    "hyphens and apostrophes hold a word together": ("don't self-harm", ["don't", "self-harm"]),
    "letters of any accent": ("Grünbaum déjà", ["Grünbaum", "déjà"]),
    "figures": ("in 1913, 50 %", ["in", "1913,", "50"]),
    "marks alone": ("- … – *", []),
}

SYLLABLES = {
    "cat": 1, "the": 1, "made": 1, "walked": 1, "wanted": 2, "table": 2, "silence": 2, "listen": 2, "being": 2,
    "therapy": 3, "defences": 3, "memory": 3, "family": 3, "transference": 3, "analysis": 4, "psychodynamic": 5,
    "create": 2, "self-harm": 2, "don't": 1, "it’s": 1, "1913": 1, "I": 1, "a": 1, "CBT": 1,
}  # fmt: skip


def counts(*texts: str, names: tuple[str, ...] | None = None) -> tuple[int, int, int]:
    """Sentences, words and syllables; with the names of a page, as they are adjusted for it."""
    found = measure(texts, None if names is None else declared(names))
    return found.sentences, found.words, found.syllables


@pytest.mark.parametrize(("text", "by_hand"), BY_HAND.items())
def test_counts_are_those_made_by_hand(text: str, by_hand: tuple[int, int, int, float]) -> None:
    assert (*counts(text), round(measure([text]).grade, 2)) == by_hand


@pytest.mark.parametrize(("text", "found"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, found: list[str]) -> None:
    assert [" ".join(sentence.split()) for sentence in sentences(text)] == found


@pytest.mark.parametrize(("text", "found"), WORDS.values(), ids=WORDS)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_syllables_of_all_the_content_are_those_of_a_pronouncing_dictionary(content: Content) -> None:
    running = Counter(
        word
        for entry, texts in content.texts
        if isinstance(entry, Page)
        for text in texts
        for sentence in sentences(text.text)
        for word in words(sentence)
    )
    known = {word: (count, syllables_of(word)) for word, count in running.items() if syllables_of(word)}
    total = sum(count for count, _ in known.values())
    ours = sum(count * syllables(word) for word, (count, _) in known.items())
    theirs = sum(count * ways[0] for count, ways in known.values())
    exact = sum(count for word, (count, ways) in known.items() if syllables(word) in ways)

    assert total > 0.9 * running.total(), "the dictionary knows too few of the words to judge"
    assert abs(ours / theirs - 1) < 0.02
    assert exact / total > 0.95


def test_texts_are_pooled() -> None:
    assert counts("You talk.", "They listen") == counts("You talk. They listen.") == (2, 4, 5)


def test_no_text_has_no_grade() -> None:
    nothing = measure([])

    assert (nothing.words, nothing.mean_sentence, nothing.grade) == (0, 0.0, 0.0)


def test_names_that_a_page_is_about_count_as_one_easy_word() -> None:
    text = "Projective identification is old."

    assert counts(text) == (1, 4, 11)
    assert counts(text, names=("projective identification",)) == (1, 3, 3)


@pytest.mark.parametrize("name", ["psychodynamic", "Psychotherapists", "psychoanalysis"])
def test_the_subject_of_the_library_counts_as_one_easy_word(name: str) -> None:
    assert counts(f"{name} is old.", names=()) == (1, 3, 3)


def test_a_link_counts_as_one_easy_word_where_names_do() -> None:
    text = "See [[projective-identification]] and [[evenly-hovering-attention|this attention]]."

    assert counts(text) == (1, 6, 15)
    assert counts(text, names=()) == (1, 4, 4)


def test_a_name_within_a_word_is_no_name() -> None:
    assert counts("Actors act.", names=("act",)) == (1, 2, 3)


@given(st.lists(st.text(st.sampled_from("aeb.?! \n*"), max_size=30), max_size=4))
def test_a_pool_is_the_sum_of_its_sentences_and_their_words(texts: list[str]) -> None:
    found = measure(texts)

    assert found.syllables >= found.words
    assert found.sentences == sum(len(sentences(text)) for text in texts)
    assert found.words == sum(len(words(sentence)) for text in texts for sentence in sentences(text))


@given(st.text())
def test_any_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1
