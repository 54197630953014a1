"""One page on anything in the library, in three depths."""

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias, assert_never

from psychodyn_cli.entries import (
    AnyPage,
    Concept,
    Defence,
    Depth,
    Error,
    Evidence,
    HeadToHead,
    InHundred,
    Milestone,
    Moment,
    Neighbour,
    Question,
    Research,
    Row,
    Session,
    Step,
    Support,
    Technique,
    Therapy,
    Way,
)
from psychodyn_cli.inline import paragraphs
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import (
    Block,
    Bullets,
    Caution,
    Dialogue,
    Links,
    Page,
    Pairs,
    Paragraph,
    Prose,
    Section,
    Steps,
    words,
)
from psychodyn_cli.pages.notice import HELP
from psychodyn_cli.pages.writing import Writer

HowMuch: TypeAlias = Literal["short", "default", "full"]
_Told: TypeAlias = Technique | Concept | Defence | Therapy | Question | Session | Milestone  # in sections of its own


def page_of(entry: AnyPage, library: Library, depth: HowMuch = "default") -> Page:
    """The page on one entry. `short` is its one sentence; `full` adds history, debates and figures."""
    writer = Writer(library)
    lead = writer.prose(entry.short)
    if depth == "short":
        return _bound(entry, lead, ())
    if isinstance(entry, Evidence):
        from psychodyn_cli.pages.forest import Choice, evidence_page  # noqa: PLC0415 - only pages with a plot pay for it

        every = depth == "full"
        command = f"psychodyn evidence {entry.id}{' --all' if every else ''}"
        return evidence_page(entry, Choice(every), library, command, table=False)
    body = (*help_section(entry), *_sections(entry, library, writer))
    if depth == "full":
        body += tuple(_in_full(entry, writer))
    body += tuple(figures_drawn(writer.cited, library))
    if isinstance(entry, Technique | Therapy | Question):
        body += (what_now(writer),)
    body += (*read_next(entry, library), *writer.references(entry.further), dated(entry))
    return _bound(entry, lead, body, depth)


def _bound(entry: AnyPage, lead: Prose, sections: tuple[Section, ...], depth: HowMuch = "short") -> Page:
    command = f"psychodyn explain {entry.id}"
    around = f"Look around: psychodyn {labels.list_command(entry)}"
    deeper = {
        "short": f"The whole page: {command}",
        "default": f"More: {command} --full" if _has_more(entry) else around,
        "full": around,
    }
    option = {"short": " --short", "default": "", "full": " --full"}
    return Page(entry.name, _kicker(entry), lead, sections, command + option[depth], deeper[depth])


def _kicker(entry: AnyPage) -> str:
    match entry:
        case Technique():
            return f"a technique: {labels.MOVES[entry.move]}"
        case Therapy():
            return f"a therapy: {labels.FAMILIES[entry.family]}"
        case Evidence():
            return "what trials and reviews found"
        case Milestone():
            return str(entry.year) if entry.until is None else f"{entry.year} to {entry.until}"
        case Session():
            return "an invented conversation, with notes"
        case _:
            return f"a {labels.kind_name(entry)}"


def dated(*told: AnyPage | Step | Support) -> Section:
    """When what is told was last reviewed, all of it, so that a reader can judge its age."""
    oldest = min(one.reviewed for one in told)
    return Section("", (Paragraph(words(f"Last reviewed: {labels.day(oldest)}.")),), tone="quiet")


def _has_more(entry: AnyPage) -> bool:
    full = getattr(entry, "full", None)
    return isinstance(full, Depth) and any((full.history, full.debates, full.research))


def help_section(entry: AnyPage) -> tuple[Section, ...]:
    return (Section("", (Caution(words(HELP)),)),) if entry.sensitive else ()


def _sections(entry: _Told, library: Library, writer: Writer) -> tuple[Section, ...]:
    match entry:
        case Technique():
            return tuple(_technique(entry, writer))
        case Concept():
            return tuple(_concept(entry, library, writer))
        case Defence():
            return tuple(_defence(entry, writer))
        case Therapy():
            return tuple(_therapy(entry, library, writer))
        case Question():
            return tuple(_question(entry, library, writer))
        case Session():
            return tuple(_session(entry, writer))
        case Milestone():
            return (writer.section("What happened", entry.story),)
        case _:
            assert_never(entry)


def _technique(entry: Technique, writer: Writer) -> Iterator[Section]:
    yield writer.section("What is it for?", entry.aim)
    yield writer.section("What does the therapist do?", entry.therapist_does)
    yield writer.section("What may you notice?", entry.you_may_notice)
    yield _moment(entry.moment, writer)
    yield writer.section("Where does it come from?", entry.origin)
    yield _research(entry.research, writer)
    yield writer.section("Limits and cautions", entry.limits)
    yield from _errors(entry.errors, writer)
    yield from _neighbours(entry.confusable, writer)
    yield from _ask(entry.ask, writer)


def _concept(entry: Concept, library: Library, writer: Writer) -> Iterator[Section]:
    yield writer.section("What does it mean?", entry.meaning)
    yield writer.section("An everyday example (invented)", entry.example)
    if entry.drawn:
        from psychodyn_cli.pages.forest import drawn  # noqa: PLC0415 - only pages with a plot pay for it

        yield from drawn(entry.drawn, library, writer)
    if entry.in_therapy:
        yield writer.section("Where do you meet it in therapy?", entry.in_therapy)
    yield writer.section("Who said it, and when?", entry.origin)
    if entry.research:
        yield _research(entry.research, writer)
    if entry.limits:
        yield writer.section("Limits and cautions", entry.limits)
    yield from _errors(entry.errors, writer)
    yield from _neighbours(entry.confusable, writer)


def _defence(entry: Defence, writer: Writer) -> Iterator[Section]:
    yield writer.section("What does it mean?", entry.meaning)
    yield writer.section("An everyday example (invented)", entry.example)
    yield writer.section("What does it protect from?", entry.protects)
    yield writer.section("What does it cost?", entry.costs)
    yield Section("Where do the systems put it?", tuple(_levels(entry, writer)))
    if entry.research:
        yield _research(entry.research, writer)
    yield from _errors(entry.errors, writer)
    yield from _neighbours(entry.confusable, writer)


def _levels(entry: Defence, writer: Writer) -> Iterator[Block]:
    yield Pairs(
        (
            ("DMRS", words(labels.DMRS[entry.levels.dmrs])),
            ("DSM-IV", words(labels.DSM_IV[entry.levels.dsm_iv])),
            ("Vaillant", words(labels.VAILLANT[entry.levels.vaillant])),
        )
    )
    if entry.levels.note:
        yield from writer.paragraphs(entry.levels.note)


def _therapy(entry: Therapy, library: Library, writer: Writer) -> Iterator[Section]:
    yield from _cells(entry, (("idea", "The idea"), ("experience", "What it is like")), library, writer)
    yield writer.section("What people value", entry.upsides)
    yield writer.section("What people find hard", entry.downsides)
    practical = (("practicalities", "Practical things"), ("evidence-and-fit", "Research and fit"))
    yield from _cells(entry, practical, library, writer)
    yield from _errors(entry.errors, writer)
    yield from _head_to_head(entry, writer)
    yield from _ask(entry.ask, writer)


def _cells(entry: Therapy, blocks: tuple[tuple[str, str], ...], library: Library, writer: Writer) -> Iterator[Section]:
    dimensions = library.dimensions()
    for block, heading in blocks:
        rows = [row for row in dimensions if row.block == block and row.id in entry.cells]
        yield Section(heading, (Pairs(tuple((row.name, cell(entry, row.id, writer)) for row in rows)),))


def cell(entry: Therapy | Way, row: str, writer: Writer, part: Callable[[str], str] = str) -> Prose:
    """One cell of `compare`, or a part of it, its standing in words first; a row that is not told is said to be so."""
    found = entry.cells.get(row)
    if found is None:
        return words("Not told here.")
    return (*words_or_nothing(labels.STANDINGS[found.standing]), *writer.prose(part(found.says)))


def words_or_nothing(text: str) -> Prose:
    return words(text) if text else ()


def _head_to_head(entry: Therapy, writer: Writer) -> Iterator[Section]:
    if entry.head_to_head:
        told = (
            block
            for pair in entry.head_to_head
            for block in set_beside(f"With {writer.name(pair.other)}", pair, writer)
        )
        yield Section("Compared directly", tuple(told))
        yield from counted_people(tuple(one for pair in entry.head_to_head for one in pair.in_100), writer)


def set_beside(label: str, pair: HeadToHead, writer: Writer) -> Iterator[Block]:
    """What trials of two therapies found: the whole in a paragraph, then a line for each problem."""
    whole, *problems = paragraphs(pair.says)
    yield Pairs(((label, (*words_or_nothing(labels.STANDINGS[pair.standing]), *writer.prose(whole))),))
    if problems:
        yield Bullets(tuple(map(writer.prose, problems)))


def counted_people(told: tuple[InHundred, ...], writer: Writer) -> Iterator[Section]:
    if told:
        from psychodyn_cli.pages import hundreds  # noqa: PLC0415 - only pages with such a picture pay for it

        yield from hundreds.drawn(told, writer)


def _question(entry: Question, library: Library, writer: Writer) -> Iterator[Section]:
    yield writer.section("The longer answer", entry.answer)
    if entry.lengths_of:
        from psychodyn_cli.pages.lengths import AXIS, lengths  # noqa: PLC0415 - only a page with such a picture pays for it

        found = tuple(one for one in library.pages(entry.lengths_of) if isinstance(one, Therapy))
        yield Section("Planned length, in sessions", (lengths(found), Paragraph(words(AXIS))))
    if entry.prices:
        from psychodyn_cli.pages.prices import whole_sums  # noqa: PLC0415 - as above

        yield whole_sums(entry.prices, writer)
    yield from counted_people(entry.in_100, writer)
    yield writer.section("The other side, and what nobody knows", entry.other_side)
    yield from _ask(entry.ask, writer)


def result(row: Row, writer: Writer) -> Prose:
    """One row of evidence as a sentence, with the sign as it was printed."""
    against = row.comparator if row.comparator_type == "none" else f"against {row.comparator}"
    told = f"{row.treatment}, {against}; {row.outcome}, {row.timepoint}: {figure(row)}{counted(row)}"
    reading = f" Reading: {labels.READINGS.get(row.reading, row.reading)}." if row.reading else ""
    return (*words(f"{told} "), *writer.prose(f"[@{row.source}]"), *words("." + reading))


def counted(row: Row) -> str:
    """How many studies and people stand behind a row, and whether they belong to it or to a whole review."""
    if row.k is None:
        return ""
    studies = f"; {row.k} {'study' if row.k == 1 else 'studies'}"
    if row.k_scope == "review":
        return f"{studies} in the whole review"
    return studies + (f", {row.n:,} people" if row.n else "")


def figure(row: Row) -> str:
    if row.rates:
        return ", ".join(f"{arm} {value:g}" for arm, value in row.rates.items())
    if row.estimate is None:
        return (
            f"{row.measure}, from {row.range[0]:g} to {row.range[1]:g}" if row.range else "no figure that we could read"
        )
    interval = (
        f" ({row.ci_level}% interval {row.ci_low:g} to {row.ci_high:g})"
        if row.ci_low is not None and row.ci_high is not None
        else ""
    )
    return f"{row.measure} {row.estimate:g}{interval}"


def _session(entry: Session, writer: Writer) -> Iterator[Section]:
    yield writer.section("The scene", entry.scene)
    for number, turn in enumerate(entry.turns, 1):
        line = Dialogue((), ((f"{number:2} {labels.SPEAKERS[turn.who]}", writer.prose(turn.says)),))
        notes = [writer.prose(turn.note)] if turn.note else []
        notes += (
            [writer.prose("At work: " + ", ".join(f"[[{shown}]]" for shown in turn.shows) + ".")] if turn.shows else []
        )
        notes += [writer.prose("Elsewhere: " + turn.elsewhere)] if turn.elsewhere else []
        yield Section("", (line, *((Bullets(tuple(notes)),) if notes else ())))
    if entry.readings:
        pairs = tuple(
            (f"Line {one.turn}: {writer.name(one.therapy)}", writer.prose(one.says)) for one in entry.readings
        )
        yield Section("How different schools would read it", (Pairs(pairs),))
    yield writer.section("Afterwards", entry.afterwards)


def _moment(moment: Moment, writer: Writer) -> Section:
    lines = tuple((labels.SPEAKERS[line.who], writer.prose(line.says)) for line in moment.lines)
    return Section("A moment (invented)", (Dialogue(writer.prose(moment.scene), lines),))


def _research(research: Research, writer: Writer) -> Section:
    return Section(
        "What does research say?",
        (
            Pairs((("How much there is", words(labels.GRADES_TOLD[research.grade])),)),
            *writer.paragraphs(research.shows),
            *writer.paragraphs("*On the other hand:* " + research.doubts),
        ),
    )


def _errors(errors: tuple[Error, ...], writer: Writer) -> Iterator[Section]:
    if errors:
        told = tuple(
            (*words("“"), *writer.prose(error.claim), *words("” "), *writer.prose(error.answer)) for error in errors
        )
        yield Section("What do people get wrong?", (Bullets(told),))


def _neighbours(neighbours: tuple[Neighbour, ...], writer: Writer) -> Iterator[Section]:
    if neighbours:
        pairs = tuple((writer.name(one.entry), writer.prose(one.difference)) for one in neighbours)
        yield Section(
            "Often confused with", (Pairs(tuple((name[:1].upper() + name[1:], told) for name, told in pairs)),)
        )


def _ask(questions: tuple[str, ...], writer: Writer) -> Iterator[Section]:
    if questions:
        heading = "A question to ask a therapist" if len(questions) == 1 else "Questions to ask a therapist"
        yield Section(heading, (Bullets(tuple(writer.prose(question) for question in questions)),))


def what_now(writer: Writer) -> Section:
    """What a reader who weighs therapy can do next, and why."""
    return Section("What you can do now", (Steps(tuple(map(writer.prose, _NOW))),))


_NOW = (
    (
        "Mark what matters most to you, on paper or with psychodyn weigh. People who get the kind of therapy that they "
        "prefer more often stay, and do a little better [@swift2018]."
    ),
    (
        "Pick two or three questions for a first meeting, so that you forget none and can compare the answers. A sheet "
        "to take along: psychodyn weigh --blank"
    ),
    "Look for someone who is on a register, so that training and complaints are looked after: psychodyn find-therapist",
)


def _in_full(entry: AnyPage, writer: Writer) -> Iterator[Section]:
    full = getattr(entry, "full", None)
    if not isinstance(full, Depth):
        return
    for heading, text in (("History", full.history), ("Debates", full.debates), ("Research in detail", full.research)):
        if text:
            yield writer.section(heading, text)


_MOST_PLOTS = 4


def figures_drawn(sources: tuple[str, ...], library: Library) -> Iterator[Section]:
    """Where results of these works are drawn."""
    found = library.drawn_from(sources)[:_MOST_PLOTS]
    if found:
        told = tuple((one.name, words(f"psychodyn evidence {one.id}")) for one in found)
        yield Section("See the figures drawn", (Pairs(told),))


def read_next(entry: AnyPage, library: Library) -> Iterator[Section]:
    items = tuple((card.id, card.name, card.short) for card in library.cards(entry.related))
    if items:
        yield Section("Read next", (Links(items),))
