"""A question of the quiz, what is said after its answer, the end of a sitting, and a sheet of questions on paper."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import (
    Block,
    Bullets,
    Cite,
    Dialogue,
    Offers,
    Page,
    Pairs,
    Paragraph,
    Prose,
    Reference,
    References,
    Section,
    words,
)
from psychodyn_cli.pages.entry import help_section
from psychodyn_cli.pages.writing import Writer, in_sentence
from psychodyn_cli.quiz.cards import Card, Offer
from psychodyn_cli.quiz.sitting import Answered

COMMAND = "psychodyn quiz"
CARD_KINDS = {
    "vignette": "an invented scene",
    "pair": "two that are often confused",
    "meaning": "what it is",
    "moment": "an invented moment",
    "evidence": "what trials found",
    "therapy": "telling therapies apart",
}


def keys_page() -> Page:
    """What `?` says."""
    return Page("What you can type", "at a question, and after it", (), (Section("", (Pairs(_KEYS),)),), COMMAND, "")


_KEYS = tuple(
    (keys, words(told))
    for keys, told in (
        ("a number, or a name", "your answer"),
        ("Enter", "at a question: tell me, which counts as not known; after it: the next"),
        ("g", "after a right answer: I guessed, so ask me again"),
        ("u", "take the last answer back"),
        ("f", "flag this question, or take the flag away"),
        ("q", "leave; Ctrl-C and Ctrl-D leave, too"),
    )
)


def question_page(card: Card, offers: Sequence[Offer], place: tuple[int, int], library: Library) -> Page:
    """The scene and the answers to choose from; nothing in it says which is right."""
    kicker = f"{place[0]} of {place[1]}: {CARD_KINDS[card.kind]}"
    lead, *more = _scene(card, library)
    return Page(card.asks, kicker, lead.prose, (*_goes_on(card, more, library), _offered(offers)), COMMAND, "")


def answer_page(card: Card, chosen: Offer | None, library: Library) -> Page:
    """Why, why not the other, where it comes from, and the page to read: after right and wrong answers alike."""
    writer = Writer(library)
    verdict = "It is" if chosen is None else "Yes" if chosen == card.right else "No"
    title = f"{verdict}: {card.right.says}"
    lead, *more = writer.paragraphs(card.why)
    entry = library.page(card.touches[0])
    body = (*_rest(more), *_why_not(card, chosen, writer), *(help_section(entry) if entry else ()))
    writer.prose("".join(f"[@{source}]" for source in card.sources))
    prose = lead.prose if isinstance(lead, Paragraph) else ()
    return Page(title, "", prose, (*body, *writer.references()), COMMAND, f"Read more: {card.read}")


def ending_page(firsts: Sequence[Answered], told: Sequence[str], following: str, library: Library) -> Page:
    """What was known at once, what was not and where to read about it, and what became of the answers."""
    missed = [one.card for one in firsts if not one.right]
    lead = f"{_counted(len(firsts))}, {len(firsts) - len(missed)} known at once."
    reads = {card.read: library.name_of(card.touches[0]) or card.right.says for card in missed}
    pairs = Pairs(tuple((name, words(read)) for read, name in reads.items()))
    again = (Section("To read again", (pairs,)),) if missed else ()
    quiet = Section("", (Bullets(tuple(map(words, told))),), tone="quiet")
    return Page("The end of this round", "", words(lead), (*again, quiet), COMMAND, following)


def sheet_page(asked: Sequence[tuple[Card, Sequence[Offer]]], library: Library) -> Page:
    """Questions to print, and their answers on the last page."""
    writer = Writer(library)
    questions = (_on_paper(number, card, offers, library) for number, (card, offers) in enumerate(asked, 1))
    answers = tuple(
        (f"{number}. {card.right.says}", _why_on_paper(card, writer)) for number, (card, _) in enumerate(asked, 1)
    )
    sections = (*questions, Section("The answers", (Pairs(answers),)), *writer.references())
    lead = words(f"{_counted(len(asked))}; the answers stand at the end.")
    return Page("Quiz", "scenes and moments are invented", lead, sections, COMMAND, f"On a terminal: {COMMAND}")


def _why_on_paper(card: Card, writer: Writer) -> Prose:
    cited = "".join(f" [@{source}]" for source in card.sources)
    return (*writer.prose(f"{' '.join(card.why.split())}{cited}"), *words(f" ({card.read})"))


def _counted(questions: int) -> str:
    return f"{questions} {'question' if questions == 1 else 'questions'}"


def _on_paper(number: int, card: Card, offers: Sequence[Offer], library: Library) -> Section:
    conversation = [block for section in _goes_on(card, [], library) for block in section.blocks]
    return Section(f"{number}. {card.asks}", (*_scene(card, library), *conversation, *_offered(offers).blocks))


def _scene(card: Card, library: Library) -> tuple[Paragraph, ...]:
    blocks = Writer(library, numbered=False).paragraphs(card.scene)
    return tuple(block for block in blocks if isinstance(block, Paragraph))


def _goes_on(card: Card, more: Sequence[Paragraph], library: Library) -> tuple[Section, ...]:
    writer = Writer(library, numbered=False)
    lines = tuple((labels.SPEAKERS[who], writer.prose(says)) for who, says in card.lines)
    blocks = (*more, *((Dialogue((), lines),) if lines else ()))
    return (Section("", blocks),) if blocks else ()


def _offered(offers: Sequence[Offer]) -> Section:
    return Section("", (Offers(tuple(offer.says for offer in offers)),))


def _rest(blocks: Sequence[object]) -> tuple[Section, ...]:
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    return (Section("", paragraphs),) if paragraphs else ()


def _why_not(card: Card, chosen: Offer | None, writer: Writer) -> Iterator[Section]:
    """The wrong answer that was chosen, else the nearest one."""
    other = chosen if chosen in card.wrong else card.wrong[0]
    if other and other.unlike:
        yield Section(f"Why not {in_sentence(other.says)}?", writer.paragraphs(other.unlike))


class Note(Struct, frozen=True):
    """A card on paper of two sides, under an id that never changes."""

    guid: str
    front: str
    back: str
    tags: tuple[str, ...]


def notes_of(cards: Iterable[Card], library: Library) -> Iterator[Note]:
    for card in cards:
        yield Note(f"psychodyn/{card.id}", _front(card, library), _back(card, library), ("psychodyn", card.kind))


def _front(card: Card, library: Library) -> str:
    """The question, and the answers in the order of their names."""
    told = [_as_text(block.prose) for block in _scene(card, library)]
    told += [f"{labels.SPEAKERS[who]}: {says}" for who, says in card.lines]
    offers = sorted((card.right, *card.wrong), key=lambda offer: offer.says)
    return "\n".join((*told, "", card.asks, *(f"- {offer.says}" for offer in offers)))


def _back(card: Card, library: Library) -> str:
    writer = Writer(library)
    told = [card.right.says, "", _as_text(writer.prose(card.why))]
    told += [
        f"Not {in_sentence(offer.says)}: {_as_text(writer.prose(offer.unlike))}" for offer in card.wrong if offer.unlike
    ]
    writer.prose("".join(f"[@{source}]" for source in card.sources))
    references = (item for section in writer.references() for block in section.blocks for item in _items(block))
    told += [f"[{item.number}] {item.text} {item.url}".rstrip() for item in references]
    return "\n".join((*told, f"{card.read} (CC BY 4.0)"))


def _items(block: Block) -> tuple[Reference, ...]:
    return block.items if isinstance(block, References) else ()


def _as_text(prose: Prose) -> str:
    return "".join(
        f"[{', '.join(map(str, piece.numbers))}]" if isinstance(piece, Cite) else piece.text for piece in prose
    )
