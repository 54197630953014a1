"""Registers and public services of a country, what titles mean, and questions for a first meeting."""

from collections.abc import Iterator

from psychodyn_cli.entries import Register, Support
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Boxes, Bullets, Page, Pairs, Paragraph, Section, words
from psychodyn_cli.pages.entry import dated
from psychodyn_cli.pages.help_now import when
from psychodyn_cli.pages.writing import Writer

QUESTIONS = (
    "What is your training, and which register are you on?",
    "How do you work, and what would a session be like?",
    "Have you worked with something like mine before?",
    "How often would we meet, for how long, and how would we know that it helps?",
    "What does it cost, and what if I miss a session?",
    "What stays between us, and when would you have to tell someone?",
    "Who could I turn to if I were unhappy with your work?",
)
STEPS = (
    "Ask your doctor what is free or paid for where you live. In many countries they can refer you.",
    "Choose a register below, and search it by place and by kind of therapy.",
    "Write to two or three people. Say in a line what brings you, and ask for price and waiting time: one may be full.",
    "Go to a first meeting, and take some of the questions below along.",
    "Sleep on it, since a first feeling can change. Then decide, or look at someone else.",
)
WARNINGS = (
    "Promises a cure, or says that only this therapy can help you.",
    "Will not say what training they have, or is on no register.",
    "Anything sexual or romantic, in words or in touch. That is never part of therapy.",
    "Asks for favours, loans or secrets, or wants to meet outside as a friend.",
    "Tells you to stop a medicine or to break off with people.",
    "Pushes you to remember things, or is sure of what happened to you.",
    "Cannot bear to be questioned, or makes every doubt your problem.",
)


def find_therapist_page(country: Support | None, known: tuple[Support, ...], writer: Writer) -> Page:
    """One country's registers, or without a country the way to name one; the questions and warnings always."""
    place = _country(country, writer) if country else _no_country(known)
    return Page(
        f"Find a therapist: {country.name}" if country else "Find a therapist",
        "where to look, what to ask, and what should make you careful",
        words(_IN_SHORT),
        (
            Section("Step by step", (Paragraph(words(_DONE)), Boxes(_numbered(STEPS)))),
            *place,
            Section("What to ask at a first meeting", (Paragraph(words(_ASK)), Boxes(QUESTIONS))),
            Section("What should make you careful", (Paragraph(words(_CAREFUL)), Boxes(WARNINGS))),
            Section("", (Paragraph(words(_RIGHT)),), tone="quiet"),
            Section("What we did not check", (Bullets(tuple(map(words, _unchecked(country, known)))),)),
            dated(*((country,) if country else known)),
        ),
        f"psychodyn find-therapist --country {country.id}" if country else "psychodyn find-therapist",
        "In danger or in a crisis: psychodyn help-now",
    )


_IN_SHORT = (
    "Begin with your doctor or a register: in many countries anyone may use the word therapist. Write to two or "
    "three, meet one, and choose after that."
)
_DONE = "Tick what you have done."
_ASK = "Tick two or three. Nobody asks them all."
_CAREFUL = (
    "Tick what a therapist says or does. Even one tick is a reason to ask about it, or to look at someone else. "
    "More on it: psychodyn explain therapist-crossed-a-line"
)
_RIGHT = (
    "You may ask all of this, you may think it over, and you may stop at any time. A first meeting is for you to "
    "look, too. A sheet to take along: psychodyn weigh --blank"
)


def _numbered(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"Step {number}: {step}" for number, step in enumerate(steps, 1))


def _unchecked(country: Support | None, known: tuple[Support, ...]) -> tuple[str, ...]:
    """What a reader might take for granted, and nobody has looked at."""
    day = labels.day(country.reviewed if country else min(one.reviewed for one in known))
    return (
        (
            "Whether a single therapist is any good, or right for you. A register looks at training and takes "
            "complaints; it can promise no more."
        ),
        "What you would pay or wait today. Where a wait stands above, it is of the day that it names.",
        (
            f"Whether each place still exists. We went through the list on {day}, and rang or visited nobody. "
            "What we read may be an older copy; where a page shows its day, we give it."
        ),
        "Whether a place is missing. If you know a better one, tell us: psychodyn about",
    )


def _country(country: Support, writer: Writer) -> tuple[Section, ...]:
    found = tuple(_places(country))
    none = Section("Where to look", (Paragraph(words("We have no register for this country that we could check.")),))
    return (*(found or (none,)), *_titles(country, writer))


def _places(country: Support) -> Iterator[Section]:
    """What costs little or nothing comes first, and mere lists last."""
    for kind, (heading, about) in _PLACES.items():
        listed = tuple((one.name, words(_told(one))) for one in country.registers if one.type == kind)
        if listed:
            yield Section(f"Where to look: {heading}", (*((Paragraph(words(about)),) if about else ()), Pairs(listed)))


_PLACES = {
    "public-service": ("the state and charities", ""),
    "register": ("registers", "A register looks at training, and most take complaints."),
    "directory": ("lists of therapists", "A list is no register. Look a name up in a register, too."),
}


def _titles(country: Support, writer: Writer) -> Iterator[Section]:
    """What the law and the professions make of titles, and where that was read."""
    if country.titles:
        read = (Paragraph(words("Read at:")), Bullets(tuple(map(words, country.titles_read_at))))
        yield Section("What the titles mean", (*writer.paragraphs(country.titles), *read))


def _told(one: Register) -> str:
    seen = f" (Page of {when(one.seen)}.)" if one.seen else ""
    work = " Its members work psychodynamically." if one.psychodynamic else ""
    address = f" {one.website}" if one.website else ""
    return f"{one.what}{work}{address}{seen}"


def _no_country(known: tuple[Support, ...]) -> tuple[Section, ...]:
    codes = ", ".join(f"{one.name} {one.id}" for one in known if one.registers)
    return (
        Section(
            "Where to look",
            (Paragraph(words(f"Name your country: psychodyn find-therapist --country gb. Here: {codes}.")),),
        ),
    )
