"""What a course of sessions comes to, from the price of one: worked out, rounded and drawn."""

from collections.abc import Iterator

from psychodyn_cli.entries import Price
from psychodyn_cli.pages.blocks import Bars, Block, Paragraph, Section
from psychodyn_cli.pages.writing import Writer

_COURSES = (16, 40)  # sessions: a well-known short form, and once a week for about a year


def whole_sums(prices: tuple[Price, ...], writer: Writer) -> Section:
    """Each kind of money on an axis of its own: pounds and dollars are not the same length."""
    blocks = (block for price in prices for block in _blocks(price, writer))
    heading = "What 16 or 40 sessions come to (40: once a week for about a year)"
    return Section(heading, tuple(blocks))


def _blocks(price: Price, writer: Writer) -> Iterator[Block]:
    yield Paragraph(writer.prose(price.what))
    each = sorted({price.low, price.high})
    sums = tuple((f"{course} sessions at {one}", course * one) for course in _COURSES for one in each)
    told = tuple((label, _rounded(total), f"{_said(total)} {price.money}") for label, total in sums)
    yield Bars(told, max(total for _, total, _ in told))


def _said(total: int) -> str:
    rounded = _rounded(total)
    return f"{rounded:,}" if rounded == total else f"about {rounded:,}"


def _rounded(total: int) -> int:
    """To two figures: prices are no more exact than that.

    >>> _rounded(2288), _rounded(640), _rounded(5720)
    (2300, 640, 5700)
    """
    unit = int(10 ** max(0, len(str(total)) - 2))
    return (total + unit // 2) // unit * unit
