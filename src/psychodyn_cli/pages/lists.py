"""Lists of entries: one row each, and what to type next."""

from psychodyn_cli.entries import AnyPage, Technique, Therapy
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Listed, Listing, Page, Paragraph, Section, words


def techniques_page(techniques: tuple[Technique, ...], library: Library, command: str) -> Page:
    """The table of techniques: what each is, what kind of move it is, how much research stands behind it."""
    rows = tuple(
        Listed(one.id, _labelled(one, library), one.short, (one.move, labels.GRADES[one.research.grade]))
        for one in techniques
    )
    example = techniques[0].id if techniques else "free-association"
    return Page(
        "Techniques",
        "what a psychodynamic therapist does, and asks of you",
        words(_count(len(rows), "technique", "techniques")),
        (
            Section("", (Listing(("technique", "in a sentence", "kind of move", "research"), rows),)),
            _legend(techniques),
        ),
        command,
        f"Open one: psychodyn explain {example}",
    )


def _legend(techniques: tuple[Technique, ...]) -> Section:
    moves = dict.fromkeys(one.move for one in techniques)
    told = "; ".join(f"{move}: {labels.MOVES[move]}" for move in moves)
    research = (
        "Research means what stands behind the technique by itself, not behind a whole therapy. "
        "“None found”: we looked and found no study of it alone."
    )
    return Section(
        "", (Paragraph(words(f"Kinds of move. {told}." if told else "")), Paragraph(words(research))), tone="quiet"
    )


def therapies_page(therapies: tuple[Therapy, ...], library: Library, command: str) -> Page:
    """The table of therapies: family and planned length."""
    rows = tuple(
        Listed(one.id, _labelled(one, library), one.short, (labels.FAMILIES[one.family], planned(one)))
        for one in therapies
    )
    return Page(
        "Therapies",
        "kinds of talking therapy, told on the same rows",
        words(_count(len(rows), "therapy", "therapies")),
        (Section("", (Listing(("therapy", "in a sentence", "family", "planned sessions"), rows),)),),
        command,
        "Set some side by side: psychodyn compare "
        + " ".join(one.id for one in therapies if one.id != "psychodynamic")[:20].rsplit(" ", 1)[0]
        if len(therapies) > 1
        else "Look at all: psychodyn therapies",
    )


def planned(therapy: Therapy) -> str:
    dose = therapy.dose
    if dose.max_sessions is None:
        return f"{dose.min_sessions} or more"
    return f"{dose.min_sessions} to {dose.max_sessions}" + (" or more" if dose.open_ended else "")


def _labelled(entry: AnyPage, library: Library) -> str:
    pack = library.pack_of(entry.id)
    return f"{entry.name} (from {pack})" if pack else entry.name


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}."
