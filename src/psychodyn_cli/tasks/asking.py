"""The conversation of a quiz: a question, an answer, why; and what else can be typed at its prompts.

Line in, lines out: nothing is redrawn, and everything works through a pipe. `q` leaves at any prompt.
"""

from collections.abc import Sequence

from psychodyn_cli import answers
from psychodyn_cli.errors import Interrupted
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.output import asks, complain, leaves, quoted, show, write
from psychodyn_cli.pages.blocks import Page
from psychodyn_cli.pages.quiz import answer_page, ending_page, keys_page, question_page
from psychodyn_cli.quiz.cards import Card, Offer
from psychodyn_cli.quiz.sitting import Sitting, offers_of
from psychodyn_cli.spelling import spoken
from psychodyn_cli.tasks.confirming import means_yes
from psychodyn_cli.tasks.hearing import hear
from psychodyn_cli.tasks.keeping import Keeping
from psychodyn_cli.view import View

MAY_KEEP = (
    "Keep your answers on this computer, so that the quiz can bring back what you missed? Nothing else is kept. [y/N]"
)
UNDO, FLAG, GUESSED, HELP = {"u", "undo"}, {"f", "flag"}, {"g", "guessed"}, {"?", "h", "help"}


class Asking:
    """A sitting on the screen. Each answer is kept, if it may be, before anything else is said.

    Whoever has not said yet whether it may is asked once, behind the first answer.
    """

    def __init__(self, sitting: Sitting, library: Library, keeping: Keeping, seed: str, view: View) -> None:
        self.sitting, self.library, self.keeping, self.seed, self.view = sitting, library, keeping, seed, view
        self.flagged: dict[str, Card] = {}

    def start(self) -> None:
        try:
            while (card := self.sitting.next()) and self._ask(card):
                pass
        except KeyboardInterrupt:
            if asks():
                write("")  # the cursor still stands behind the question
            raise Interrupted(f"Interrupted. {self._kept()}") from None
        self._end()

    def _ask(self, card: Card) -> bool:
        """Ask one question; whether the quiz goes on."""
        number, of = self.sitting.place
        offers = offers_of(card, f"{self.seed} {len(self.sitting.behind)}")
        self._show(question_page(card, offers, (number, of), self.library))
        prompt = f"[{number} of {of}] A number, Enter: tell me, ?: more, q: leave"
        while not leaves(line := hear(prompt, self.view, lambda line: chosen_by(line, offers) is not None)):
            chosen = chosen_by(line or "", offers)
            if not line or chosen:
                self._answered(card, chosen)
                return self._agreed() and self._pause(card, right=chosen == card.right)
            if self._beside(line, card):
                return True
        return False

    def _agreed(self) -> bool:
        """Ask whether answers may be kept, where that is undecided; whether the quiz goes on."""
        if not self.keeping.is_undecided:
            return True
        said = hear(MAY_KEEP, self.view)
        self.keeping.decide(yes=means_yes(said))
        if self.keeping.progress:
            self._keep_what_was_said()
        return not leaves(said)

    def _keep_what_was_said(self) -> None:
        self.sitting.keep(lambda one: self.keeping.record(one.card.id, one.right))
        for card in self.flagged:
            self.keeping.flag(card)
        complain(f"{self._kept()} The file is for your account alone. See it, remove it: psychodyn privacy")

    def _pause(self, card: Card, *, right: bool) -> bool:
        keys = "Enter: next, g: I guessed, ?: more, q: leave" if right else "Enter: next, ?: more, q: leave"
        while line := hear(keys, self.view):
            if leaves(line):
                return False
            if right and line.casefold() in GUESSED:
                self._take_back()
                self._answer(card, right=False)
                complain("Counted as not known: it comes back.")
                return True
            if self._beside(line, card):
                return True
        return line is not None

    def _beside(self, line: str, card: Card) -> bool:
        """Whatever is typed beside an answer; whether another question is to be asked now."""
        word = line.casefold()
        if word in UNDO:
            back = self._take_back()
            complain("Taken back. Once more:" if back else "There is no answer to take back yet.")
            return back
        if word in FLAG:
            self._flag(card)
        elif word in HELP:
            self._show(keys_page())
        else:
            complain(f'"{quoted(line)}" was not understood. What you can type: ?')
        return False

    def _answered(self, card: Card, chosen: Offer | None) -> None:
        self._answer(card, right=chosen == card.right)
        self._show(answer_page(card, chosen, self.library))

    def _answer(self, card: Card, *, right: bool) -> None:
        self.sitting.answer(right, self.keeping.record(card.id, right))

    def _take_back(self) -> bool:
        last = self.sitting.undo()
        if last is None:
            return False
        if last.number is not None:
            self.keeping.take_back(last.number)
        return True

    def _flag(self, card: Card) -> None:
        kept = self.keeping.flag(card.id)
        marked = card.id not in self.flagged if kept is None else kept
        if marked:
            self.flagged[card.id] = card
        else:
            self.flagged.pop(card.id, None)
        complain(f"Flagged: {card.id}." if marked else f"No longer flagged: {card.id}.")

    def _end(self) -> None:
        firsts = self.sitting.first_answers()
        if not firsts:
            complain("Left. Again: psychodyn quiz")
            return
        following = "Where you are: psychodyn progress" if self.keeping.progress else "Again: psychodyn quiz"
        self._show(ending_page(firsts, self._told(), following, self.library))

    def _told(self) -> tuple[str, ...]:
        flagged = f"Flagged: {', '.join(self.flagged)}." if self.flagged else ""
        return tuple(filter(None, (self._kept(), flagged)))

    def _kept(self) -> str:
        kept = sum(one.number is not None for one in self.sitting.behind)
        if kept:
            return f"Your {'answer is' if kept == 1 else f'{kept} answers are'} kept."
        return (
            "No answer was kept, but what you flagged is."
            if self.keeping.progress and self.flagged
            else "Nothing was kept."
        )

    def _show(self, page: Page) -> None:
        if self.sitting.behind:
            write("")  # a gap between the pages of a conversation
        show(page, lambda: answers.Told(page.title, {}), self.view)


def chosen_by(line: str, offers: Sequence[Offer]) -> Offer | None:
    """The answer that a number or a name stands for."""
    if line.isdecimal():
        return offers[int(line) - 1] if 1 <= int(line) <= len(offers) else None
    named = (offer for offer in offers if spoken(line) in {spoken(offer.says), offer.id})
    return next(named, None) if spoken(line) else None
