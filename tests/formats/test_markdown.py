"""Markdown says what was meant: our words stay words, our stress is stress, and nothing else means anything."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from psychodyn_cli.formats import markdown
from psychodyn_cli.inline import Stress, Words, spans
from psychodyn_cli.pages.blocks import (
    Bars,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Caution,
    Cite,
    ComparedRow,
    Comparison,
    Dialogue,
    Doors,
    Forest,
    Hits,
    Hundreds,
    Lengths,
    Links,
    Listed,
    Listing,
    Moments,
    Offers,
    Page,
    Pairs,
    Paragraph,
    Prose,
    Reference,
    References,
    Result,
    Scale,
    Scales,
    Section,
    See,
    Span,
    Steps,
    words,
)

PARSER = MarkdownIt("commonmark").enable("table")
MEANT_OTHERWISE = {
    "brackets": "[a] [x](y) ![z](w) [/x] [1]: no",
    "asterisks": "5 * 3, **bold**, *a* and a*b*c",
    "underscores": "_no_ __no__ snake_case",
    "backticks": "`code` and ```fence",
    "HTML": "<b>no</b> <!-- no --> <https://example.org>",
    "an entity": "&amp; &copy; &#65; A&B",
    "a heading": "# No heading",
    "a quotation": "> nobody said so",
    "a dash": "- no list",
    "a plus": "+ no list",
    "a number": "1. no list",
    "a number in brackets": "2) no list",
    "a year": "1913. That was the year.",
    "a rule": "---",
    "a rule of asterisks": "* * *",
    "an underline": "===",
    "a fence": "~~~",
    "a pipe": "either | or |---|",
    "a backslash": r"C:\new \* \\",
    "an emoji code": ":smile:",
    "struck out": "~~no~~",
}
# Whatever a content file may hold: control characters are refused there, and every line break becomes a space.
a_text = (
    st.text(
        st.one_of(
            st.sampled_from("*_`[]()<>#+-=.!|~&;:\\/0123456789 aZ\"'"),
            st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")),
        ),
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
)


def a_page(*blocks: Block, title: str = "A title", kicker: str = "", lead: Prose = (), heading: str = "") -> Page:
    return Page(title, kicker, lead, (Section(heading, blocks),), "psychodyn", "")


def parsed(page: Page) -> list[Token]:
    return PARSER.parse(markdown.render(page))


def kinds(page: Page) -> list[str]:
    """What the blocks of a page are to a reader of Markdown, without the title."""
    return [token.type for token in parsed(page)][3:]


def said(page: Page) -> list[str]:
    """The text of each piece of a page, as it is shown when the Markdown has been read."""
    return ["".join(_shown(token)) for token in parsed(page) if token.type == "inline"]


def _shown(token: Token) -> list[str]:
    return [child.content for child in token.children or ()]


def _packed(text: str) -> str:
    """How white space is laid out makes no difference."""
    return " ".join(re.sub(r"\s+", " ", text).split())


@pytest.mark.parametrize("text", MEANT_OTHERWISE.values(), ids=MEANT_OTHERWISE)
def test_what_would_mean_something_is_text(text: str) -> None:
    page = a_page(Paragraph(words(text)))
    assert kinds(page) == ["paragraph_open", "inline", "paragraph_close"]
    assert said(page)[1:] == [text]


@given(a_text)
@example("1. one")
@example("&lt;")
@example("#")
@example("a\\")
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    page = a_page(Paragraph(words(text)))
    assert kinds(page) == ["paragraph_open", "inline", "paragraph_close"]
    assert _packed(said(page)[1]) == _packed(text)


@given(a_text)
@example("# a #")
@example("1. one")
@example("a #")
def test_so_is_any_title_and_any_heading(text: str) -> None:
    page = a_page(Paragraph(words("x")), title=text, kicker=f"a {text} a", heading=text)
    assert _packed(said(page)[0]) == _packed(text)
    assert _packed(said(page)[1]) == _packed(f"a {text} a")
    assert _packed(said(page)[2]) == _packed(text)


@given(a_text, a_text)
@example("|", "\\|")
def test_so_is_any_text_in_a_list_and_in_a_table(one: str, two: str) -> None:
    table = Comparison((one, two), (ComparedRow("row", "", (words(one), words(two))),))
    page = a_page(Bullets((words(one), words(two))), Pairs(((f"{one}.", words(two)),)), table)
    assert [_packed(text) for text in said(page)[1:]] == [
        _packed(text) for text in (one, two, f"{one}.: {two}", "", one, two, "row", one, two)
    ]


@given(a_text)
def test_so_is_any_text_of_a_conversation(text: str) -> None:
    page = a_page(Dialogue(words(text), (("Therapist", words(text)), ("Client", words(f"{text} x")))))
    assert [_packed(piece) for piece in said(page)[1:]] == [
        _packed(piece) for piece in (text, f"Therapist: {text}", f"Client: {text} x")
    ]
    assert set(kinds(page)) == {
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"
    }  # fmt: skip


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param((Words("Ask "), Stress("why"), Words(".")), id="between words"),
        pytest.param((Stress("Why"), Words(" not?")), id="at the start"),
        pytest.param((Words("(“"), Stress("so-called"), Words("”)")), id="in quotation marks"),
        pytest.param((Words("1913: "), Stress("“free” association"), Words("!")), id="with quotation marks inside"),
    ],
)
def test_stress_is_stress(prose: Prose) -> None:
    (_, body) = (token for token in parsed(a_page(Paragraph(prose))) if token.type == "inline")
    assert [child.type for child in body.children or ()].count("em_open") == 1
    assert "".join(_shown(body)) == "".join(piece.text for piece in prose if not isinstance(piece, Cite))


@given(st.text(st.sampled_from("**ab .,“”()-:"), max_size=24).map(str.strip).filter(bool))
def test_what_is_stressed_here_is_stressed_there_and_nothing_else(text: str) -> None:
    prose = tuple(span for span in spans(text) if isinstance(span, Words | Stress))
    (_, body) = (token for token in parsed(a_page(Paragraph(prose))) if token.type == "inline")
    stressed = [piece.text for piece in prose if isinstance(piece, Stress)]
    assert [child.type for child in body.children or ()].count("em_open") == len(stressed)
    assert _packed("".join(_shown(body))) == _packed("".join(piece.text for piece in prose))


def test_a_citation_is_no_link_and_a_link_is_its_words() -> None:
    page = a_page(Paragraph((Words("So "), See("silence", "silence"), Words(" works "), Cite((1, 2)), Words("."))))
    assert said(page)[1] == "So silence works [1, 2]."


A_RESULT = Result("Doe 1999", words("about"), "0.2", 0.2, 0.1, 0.3, None, "a with b", "d 0.2", "For it.")
ONE_OF_EACH: dict[type[Block], Block] = {
    type(block): block
    for block in (
        Paragraph(words("One.")),
        Bullets((words("One."), words("Two."))),
        Pairs((("Label", words("One.")),)),
        Dialogue(words("A room."), (("Client", words("No.")),)),
        Caution(words("Careful.")),
        Listing(("name", "in a sentence", "kind"), (Listed("a", "A", "One.", ("x",)),)),
        Comparison(("A", "B"), (ComparedRow("Pace", "How fast?", (words("Slow."), words("Quick."))),)),
        Lengths((Span("A", 8, 16, False, "8 to 16 sessions"),)),
        Scales((Scale("Pace", "slow", "quick", (("A", 3),)),), "Judged."),
        Hits((("a", "A", "technique", "One."),)),
        Moments((("1900", "A", "One.", "a"),)),
        Forest(
            (Result("Doe 1999", words("about"), "0.2", 0.2, 0.1, 0.3, None, "a with b", "d 0.2", "For it."),),
            False,
            "l",
            "r",
        ),
        Doors((("What now?", "psychodyn"),)),
        Offers(("A", "B")),
        Bars((("Today", 1, "1"), ("Tomorrow", 0, "0")), 1),
        Boxes(("One", "Two")),
        Steps((words("One."), words("Two."))),
        Hundreds((("Walkers", 41, "41 in 100"),)),
        Blanks(("My name:",)),
        Links((("a", "A", "One."),)),
        References((Reference(1, "doe1999", "Doe (1999).", "https://example.org/a_b"),)),
    )
}
KINDS = {
    Paragraph: "paragraph_open",
    Bullets: "bullet_list_open",
    Pairs: "bullet_list_open",
    Dialogue: "blockquote_open",
    Caution: "blockquote_open",
    Listing: "table_open",
    Comparison: "table_open",
    Lengths: "bullet_list_open",
    Scales: "bullet_list_open",
    Hits: "ordered_list_open",
    Moments: "bullet_list_open",
    Forest: "table_open",
    Doors: "ordered_list_open",
    Offers: "ordered_list_open",
    Bars: "bullet_list_open",
    Boxes: "bullet_list_open",
    Steps: "ordered_list_open",
    Hundreds: "bullet_list_open",
    Blanks: "bullet_list_open",
    Links: "ordered_list_open",
    References: "ordered_list_open",
}


def test_every_block_is_tried() -> None:
    assert set(ONE_OF_EACH) == set(KINDS) == set(Block.__args__)


@pytest.mark.parametrize("block", ONE_OF_EACH.values(), ids=lambda block: type(block).__name__)
def test_a_block_is_what_it_looks_like(block: Block) -> None:
    """And what follows it is not taken for a part of it."""
    found = kinds(a_page(block, Paragraph(words("After."))))
    assert found[0] == KINDS[type(block)]
    assert found[-3:] == ["paragraph_open", "inline", "paragraph_close"]
    assert "heading_open" not in found
    assert found.count(KINDS[type(block)]) == (2 if isinstance(block, Paragraph) else 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.1002/(SICI)1097-4679(199810)54:6<805::AID-JCLP11>3.0.CO;2-A",
        "https://example.org/a_b*c[d]",
        "https://example.org/?a=1&amp=2",
    ],
    ids=["a DOI with angle brackets", "what would be stress", "an ampersand"],
)
def test_an_address_is_a_link_to_where_it_says(url: str) -> None:
    page = a_page(References((Reference(1, "doe1999", "Doe (1999).", url),)))
    links = [
        str(child.attrs["href"])
        for token in parsed(page)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert [link.replace("%3C", "<").replace("%3E", ">").replace("%5B", "[").replace("%5D", "]") for link in links] == [
        url
    ]


def test_a_letter_with_an_accent_is_left_alone() -> None:
    assert markdown.escaped(unicodedata.normalize("NFC", "Défense")) == "Défense"
