"""What a card is. Its id is `entry/name-of-the-card`, permanent, and says nothing of its wording."""

from typing import Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["vignette", "pair", "meaning", "moment", "evidence", "therapy"]


class Offer(Struct, frozen=True):
    """One of the answers that can be chosen. `unlike`: how it is told apart from the right one."""

    id: str
    says: str
    unlike: str = ""


class Card(Struct, frozen=True, kw_only=True):
    """A question, its right answer, and wrong ones with the nearest first. Texts keep the inline syntax of entries."""

    id: str
    kind: Kind
    touches: tuple[str, ...]  # the entries that it is about; the first is the one whose page explains it
    asks: str
    scene: str
    lines: tuple[tuple[str, str], ...] = ()  # who says what, where the scene goes on as a conversation
    right: Offer
    wrong: tuple[Offer, ...]
    why: str
    sources: tuple[str, ...] = ()  # beside those that the texts cite
    read: str  # the command that prints the page

    def is_sibling_of(self, other: "Card") -> bool:
        """One would give the other away."""
        return bool(set(self.touches) & set(other.touches))
