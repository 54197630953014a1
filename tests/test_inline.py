"""The small inline syntax of prose: what means something, and that all else is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychodyn_cli.inline import Citation, Link, Span, Stress, Words, cited, linked, paragraphs, spans

MEANS_SOMETHING = {
    "stress": ("*why*", Stress("why")),
    "stress on several words": ("*not at all*", Stress("not at all")),
    "stress on one letter": ("*I*", Stress("I")),
    "a link": ("[[working-through]]", Link("working-through", "")),
    "a link with words of its own": ("[[working-through|again]]", Link("working-through", "again")),
    "a citation": ("[@freud1913]", Citation(("freud1913",))),
    "a citation with capitals and hyphens": ("[@nice-CG159]", Citation(("nice-CG159",))),
    "several sources": ("[@freud1913; @ipaND]", Citation(("freud1913", "ipaND"))),
    "several sources without spaces": ("[@a;@b;@c]", Citation(("a", "b", "c"))),
}

MEANS_NOTHING = {
    "square brackets": "[a] [1] [] [smith2010] [/x]",
    "an emoji code": ":smile:",
    "an asterisk alone": "5 * 3 * 2",
    "asterisks within a word": "a*b*c",
    "asterisks around a space": "* a *",
    "two asterisks": "**bold**",
    "underscores and backticks": "_no_ `code`",
    "HTML": "<b>no</b> &amp;",
    "a link to something that is no id": "[[Working Through]]",
    "a link without an end": "[[working-through",
    "an empty link": "[[]]",
    "a link with empty words": "[[a|]]",
    "a citation without an at sign": "[freud1913]",
    "a citation with a space": "[@freud 1913]",
    "an address": "me@example.org",
    "a backslash": r"\*",
    "an escape sequence": "\x1b[31m",
}


@pytest.mark.parametrize(("text", "span"), MEANS_SOMETHING.values(), ids=MEANS_SOMETHING)
def test_means_something(text: str, span: Span) -> None:
    assert spans(text) == (span,)


@pytest.mark.parametrize("text", MEANS_NOTHING.values(), ids=MEANS_NOTHING)
def test_is_text_and_nothing_else(text: str) -> None:
    assert spans(text) == (Words(text),)


def test_pieces_keep_their_order_and_the_spaces_between_them() -> None:
    assert spans("See *how* [[silence]] works [@a].") == (
        Words("See "),
        Stress("how"),
        Words(" "),
        Link("silence", ""),
        Words(" works "),
        Citation(("a",)),
        Words("."),
    )


def test_a_text_without_words_has_no_pieces() -> None:
    assert spans("") == ()


def test_sources_and_links_are_listed_in_order_and_once() -> None:
    text = "[[b]] [@y; @x] [[a|words]] [@x] [[b|again]]"

    assert cited(text) == ("y", "x")
    assert linked(text) == ("b", "a")


def test_each_line_is_a_paragraph_and_empty_ones_are_none() -> None:
    assert paragraphs("One.\n\n  Two. \n \nThree.") == ("One.", "Two.", "Three.")


@given(st.text(st.sampled_from("[]*|@; -aB1\n"), max_size=40))
def test_nothing_is_lost_and_nothing_is_made_up(text: str) -> None:
    assert _packed("".join(map(_typed, spans(text)))) == _packed(text)


@given(st.text().filter(lambda text: "*" not in text and "[" not in text and text))
def test_text_without_asterisks_and_brackets_is_one_piece(text: str) -> None:
    assert spans(text) == (Words(text),)


def _typed(span: Span) -> str:
    match span:
        case Words(text):
            return text
        case Stress(text):
            return f"*{text}*"
        case Link(entry, text):
            return f"[[{entry}|{text}]]" if text else f"[[{entry}]]"
        case Citation(sources):
            return f"[{'; '.join(f'@{source}' for source in sources)}]"


def _packed(text: str) -> str:
    """Without white space: between two sources it may be written in any way."""
    return "".join(text.split())
