"""The cards of a library: what each entry can be asked about."""

from collections.abc import Iterator, Mapping
from itertools import chain

from psychodyn_cli.entries import AnyPage, Concept, Defence, Dimension, Evidence, Technique, Therapy, Vignette
from psychodyn_cli.inline import cited, paragraphs
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.quiz.cards import Card, Offer
from psychodyn_cli.quiz.findings import comparisons, results
from psychodyn_cli.quiz.masking import masked
from psychodyn_cli.quiz.neighbours import confusable, offer_of, therapies_unlike, wrong_for
from psychodyn_cli.spelling import gives_away

_TOLD_APART_BY = ("idea", "experience")  # the rows of `compare` by which therapies are told apart


def cards_of(library: Library) -> tuple[Card, ...]:
    """Every card, by entry. Where a text would name the answer, there is none."""
    told: tuple[Technique | Concept | Defence, ...] = (
        *library.of_kind(Technique),
        *library.of_kind(Concept),
        *library.of_kind(Defence),
    )
    therapies = library.of_kind(Therapy)
    pages: dict[str, AnyPage] = {page.id: page for page in (*told, *therapies)}
    made = (
        *(_about(page, pages) for page in told),
        *(_therapy(one, therapies, library.dimensions()) for one in therapies),
        *(comparisons(one, library) for one in therapies),
        *(results(one, library) for one in library.of_kind(Evidence)),
    )
    return tuple(card for card in chain.from_iterable(made) if card.wrong)


def _about(page: Technique | Concept | Defence, pages: Mapping[str, AnyPage]) -> Iterator[Card]:
    if not isinstance(page, Concept):
        wrong = wrong_for(page, pages, same_kind=True)
        yield from (_vignette(one, page, wrong) for one in page.vignettes)
    if not gives_away(page.short, page.name):
        yield _meaning(page, wrong_for(page, pages))
    if isinstance(page, Technique):
        yield from _moment(page, wrong_for(page, pages, same_kind=True))
    for neighbour in confusable(page):
        if neighbour.entry in pages:
            yield from _pair(page, pages[neighbour.entry], neighbour.difference)


def _vignette(one: Vignette, page: Technique | Defence | Therapy, wrong: tuple[Offer, ...]) -> Card:
    kind = "technique" if isinstance(page, Technique) else "defence" if isinstance(page, Defence) else "therapy"
    return Card(
        id=f"{page.id}/{one.id}",
        kind="therapy" if isinstance(page, Therapy) else "vignette",
        touches=(page.id,),
        asks=f"Which {kind} is this?",
        scene=one.scene,
        right=offer_of(page),
        wrong=wrong,
        why=one.why,
        read=f"psychodyn explain {page.id}",
    )


def _meaning(page: Technique | Concept | Defence, wrong: tuple[Offer, ...]) -> Card:
    return Card(
        id=f"{page.id}/meaning",
        kind="meaning",
        touches=(page.id,),
        asks="What is this called?",
        scene=page.short,
        right=offer_of(page),
        wrong=wrong,
        why=paragraphs(page.aim if isinstance(page, Technique) else page.meaning)[0],
        read=f"psychodyn explain {page.id}",
    )


def _moment(page: Technique, wrong: tuple[Offer, ...]) -> Iterator[Card]:
    lines = tuple((line.who, line.says) for line in page.moment.lines)
    if not gives_away(" ".join((page.moment.scene, *(says for _, says in lines))), page.name):
        yield Card(
            id=f"{page.id}/moment",
            kind="moment",
            touches=(page.id,),
            asks="Which technique is at work here?",
            scene=page.moment.scene,
            lines=lines,
            right=offer_of(page),
            wrong=wrong,
            why=f"{page.short} {paragraphs(page.therapist_does)[0]}",
            read=f"psychodyn explain {page.id}",
        )


def _pair(page: AnyPage, other: AnyPage, told: str) -> Iterator[Card]:
    """Two that are often confused: from what the one page says of both, or, where it does not name both, of itself."""
    hidden = masked(told, page, other)
    scene = hidden or page.short
    if not any(gives_away(scene, one.name) for one in (page, other)):
        yield Card(
            id=f"{page.id}/not-{other.id}",
            kind="pair",
            touches=(page.id, other.id),
            asks=f"Which of the two is {'X' if hidden else 'this'}?",
            scene=scene,
            right=offer_of(page),
            wrong=(offer_of(other),),
            why=told,
            read=f"psychodyn compare {page.id} {other.id}",
        )


def _therapy(therapy: Therapy, therapies: tuple[Therapy, ...], rows: tuple[Dimension, ...]) -> Iterator[Card]:
    unlike = therapies_unlike(therapy, therapies)
    shorts = tuple(offer_of(other, other.short) for other in unlike)
    yield from (_vignette(one, therapy, shorts) for one in therapy.vignettes)
    for row in rows:
        cell = therapy.cells.get(row.id)
        if row.block in _TOLD_APART_BY and cell and cell.standing == "stated" and not _names(cell.says, therapy):
            yield Card(
                id=f"{therapy.id}/row-{row.id}",
                kind="therapy",
                touches=(therapy.id,),
                asks="Which therapy answers so?",
                scene=f"{row.question}\n{cell.says}",
                right=offer_of(therapy),
                wrong=tuple(offer_of(other, _answer(other, row)) for other in unlike),
                why=therapy.short,
                sources=cited(cell.says),
                read=f"psychodyn explain {therapy.id}",
            )


def _answer(therapy: Therapy, row: Dimension) -> str:
    """What another therapy says on the same row."""
    return therapy.cells[row.id].says if row.id in therapy.cells else therapy.short


def _names(text: str, therapy: Therapy) -> bool:
    """Abbreviations count as they are written: ACT is a name, act is a word."""
    words = text.replace(",", " ").replace(".", " ").split()
    return gives_away(text, therapy.name) or any(
        alias in words for alias in therapy.aliases if alias.isupper() and " " not in alias
    )
