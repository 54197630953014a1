"""A page that has nothing behind it is told as lines; what has data is never left out unseen."""

from typing import Any, get_args

import pytest

from psychodyn_cli.inline import Stress
from psychodyn_cli.pages.blocks import (
    Block,
    Bullets,
    Caution,
    Cite,
    Doors,
    Hundreds,
    Links,
    Pairs,
    Paragraph,
    Section,
    See,
    Steps,
    words,
)
from psychodyn_cli.pages.telling import told

PROSE = (*words("Ask "), Stress("why"), *words(" of "), See("silence", "silence"), Cite((1,)), *words("."))


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Paragraph(PROSE), ["Ask why of silence."]),
        (Caution(PROSE), ["Ask why of silence."]),
        (Bullets((PROSE, words("Or not."))), ["Ask why of silence.", "Or not."]),
        (Steps((PROSE, words("Or not."))), ["Ask why of silence.", "Or not."]),
        (Pairs((("One", PROSE), ("Two", words("Or not.")))), ["One: Ask why of silence.", "Two: Or not."]),
        (Hundreds((("Walkers", 41, "41 in 100"),)), ["Walkers: 41 in 100"]),
    ],
    ids=["a paragraph", "a caution", "bullets", "steps", "pairs", "people counted"],
)
def test_words_are_told_without_their_marks(block: Block, lines: list[str]) -> None:
    assert list(told(Section("", (block,)))) == lines


@pytest.mark.parametrize("block", [Doors((("Where?", "x"),)), Links((("x", "X", "x"),))], ids=["doors", "links"])
def test_what_has_data_behind_it_is_refused(block: Block) -> None:
    with pytest.raises(TypeError, match=type(block).__name__):
        list(told(Section("", (Paragraph(PROSE), block))))


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_is_told_or_refused(kind: Any) -> None:
    empty = kind(*((),) * len(kind.__struct_fields__))
    if kind in {Paragraph, Caution, Bullets, Steps, Pairs, Hundreds}:
        assert [line for line in told(Section("", (empty,))) if line] == []
    else:
        with pytest.raises(TypeError, match=kind.__name__):
            list(told(Section("", (empty,))))
