"""Wrong answers that are plausible: what a page says it is confused with, then its own kind. None comes by chance."""

from collections.abc import Iterable, Iterator, Mapping

from psychodyn_cli.entries import AnyPage, Concept, Defence, Emphasis, Neighbour, Technique, Therapy
from psychodyn_cli.quiz.cards import Offer

OFFERED = 3  # wrong answers beside the right one
_TOLD_APART = 5  # steps on all scales of emphasis together; nearer therapies would say nearly the same
_SCALES = ("structure", "past", "directing", "homework", "relationship", "feeling", "person")


def offer_of(page: AnyPage, unlike: str = "") -> Offer:
    return Offer(page.id, page.name, unlike)


def confusable(page: AnyPage) -> tuple[Neighbour, ...]:
    return getattr(page, "confusable", ())


def wrong_for(
    page: Technique | Concept | Defence, pages: Mapping[str, AnyPage], *, same_kind: bool = False
) -> tuple[Offer, ...]:
    """Those that the page tells itself apart from, then of the same move or level, those that follow it by name."""
    ids = dict.fromkeys((*(one.entry for one in confusable(page)), *_of_its_group(page, pages)))
    others = (pages[other] for other in ids if other in pages and other != page.id)
    fitting = [other for other in others if isinstance(other, type(page)) or not same_kind]
    return tuple(offer_of(other, difference(page, other)) for other in fitting[:OFFERED])


def difference(page: AnyPage, other: AnyPage) -> str:
    """How to tell the two apart, in the words of either page; else what the other one is."""
    here = next((one.difference for one in confusable(page) if one.entry == other.id), "")
    there = next((one.difference for one in confusable(other) if one.entry == page.id), "")
    return here or there or other.short


def _of_its_group(page: Technique | Concept | Defence, pages: Mapping[str, AnyPage]) -> Iterator[str]:
    alike = sorted(other.id for other in pages.values() if type(other) is type(page) and _group(other) == _group(page))
    yield from _after(page.id, alike)
    yield from page.related


def _group(page: AnyPage) -> str:
    match page:
        case Technique():
            return page.move
        case Defence():
            return page.levels.dmrs
        case _:
            return page.id  # concepts have no groups


def _after(name: str, names: list[str]) -> Iterable[str]:
    """Round from a name on, so that the first of the alphabet are not everyone's wrong answers."""
    at = names.index(name) if name in names else 0
    return (*names[at + 1 :], *names[:at])


def therapies_unlike(therapy: Therapy, others: Iterable[Therapy]) -> tuple[Therapy, ...]:
    """The nearest therapies that still differ enough to be told apart, its own family first where equally near."""

    def far(other: Therapy) -> tuple[int, bool, str]:
        return _steps(therapy.emphasis, other.emphasis), other.family != therapy.family, other.id

    return tuple(sorted((one for one in others if far(one)[0] >= _TOLD_APART), key=far)[:OFFERED])


def _steps(one: Emphasis, other: Emphasis) -> int:
    return sum(abs(getattr(one, scale) - getattr(other, scale)) for scale in _SCALES)
