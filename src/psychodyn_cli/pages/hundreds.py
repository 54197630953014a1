"""Shares of a hundred people: a picture in marks, the figure, and what it comes to in words."""

from collections.abc import Iterator

from psychodyn_cli.entries import InHundred, Share
from psychodyn_cli.pages.blocks import Block, Hundreds, Paragraph, Section
from psychodyn_cli.pages.writing import Writer

_EVERYDAY = {  # per cent -> in words
    2: "one in fifty",
    4: "one in twenty-five",
    5: "one in twenty",
    100 / 15: "one in fifteen",
    10: "one in ten",
    100 / 8: "one in eight",
    100 / 6: "one in six",
    20: "one in five",
    25: "one in four",
    100 / 3: "one in three",
    40: "two in five",
    50: "half",
    60: "three in five",
    200 / 3: "two in three",
    75: "three in four",
    80: "four in five",
    90: "nine in ten",
    95: "nineteen in twenty",
}


def drawn(told: tuple[InHundred, ...], writer: Writer) -> Iterator[Section]:
    """What was counted, as marks; nothing where nothing was."""
    if told:
        drawn_people = (block for one in told for block in marks(one, writer))
        yield Section("In 100 people (each mark is one of them)", tuple(drawn_people))


def marks(one: InHundred, writer: Writer) -> Iterator[Block]:
    """What was counted, and a mark for each of a hundred people."""
    yield Paragraph(writer.prose(one.what))
    yield Hundreds(tuple((group.who, group.count, _said(group)) for group in one.groups))


def _said(group: Share) -> str:
    told = f"{group.count} in 100"
    return f"{told}, {in_words(group.count)}" if 1 < group.count < 99 else told  # noqa: PLR2004 - these are plain enough


def in_words(count: int) -> str:
    """The nearest share that people speak of.

    >>> in_words(41), in_words(17), in_words(5)
    ('about two in five', 'about one in six', 'one in twenty')
    """
    nearest = min(_EVERYDAY, key=lambda share: abs(share - count))
    return _EVERYDAY[nearest] if nearest == count else f"about {_EVERYDAY[nearest]}"
