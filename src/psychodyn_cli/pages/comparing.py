"""Therapies side by side, row by row; and two neighbours, how to tell them apart."""

from collections.abc import Iterator
from itertools import combinations

from psychodyn_cli.entries import AnyPage, Concept, Defence, Dimension, HeadToHead, InHundred, Technique, Therapy
from psychodyn_cli.inline import cited, paragraphs
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import (
    Block,
    ComparedRow,
    Comparison,
    Page,
    Pairs,
    Paragraph,
    Prose,
    Scale,
    Scales,
    Section,
    words,
)
from psychodyn_cli.pages.entry import cell, counted_people, figures_drawn, set_beside, what_now, words_or_nothing
from psychodyn_cli.pages.labels import short_name, whole_name
from psychodyn_cli.pages.lengths import lengths
from psychodyn_cli.pages.writing import Writer, in_sentence

_EMPHASES = (  # field, name, words at 0, words at 4
    ("structure", "Structure", "open talk", "set steps"),
    ("past", "Time", "future", "past"),
    ("directing", "Therapist", "follows", "teaches"),
    ("homework", "Tasks at home", "none", "daily"),
    ("relationship", "Talk about you two", "never", "main topic"),
    ("feeling", "Feeling in the hour", "not sought", "stirred up"),
    ("person", "Target", "symptom", "whole person"),
)
FAIR = (
    "These are usual pictures. Real therapists differ and borrow from each other, and how well the two of you work "
    "together counts in all of them. No row says which one is right for you."
)
TRAVEL = "Travel is counted as half an hour each way."  # in the row `week`


def comparison_page(
    therapies: tuple[Therapy, ...], rows: tuple[Dimension, ...], library: Library, *, sources: bool, command: str
) -> Page:
    """Therapies beside each other on the given rows, with what trials of one against the other found.

    Each claim has the number of its source; the works are named in short, or whole where `sources` are asked for.
    """
    writer = Writer(library)
    names = tuple(short_name(therapy) for therapy in therapies)
    compared = tuple(
        ComparedRow(row.name, row.question, tuple(cell(therapy, row.id, writer) for therapy in therapies))
        for row in rows
    )
    direct = _compared_directly(therapies, library, writer)
    told = (
        Section("In short", (Pairs((*map(_in_short, therapies), *_outcome(therapies, writer))),)),
        Section("", (Comparison(names, compared),)),
        *direct,
        what_now(writer),
        Section("", (Paragraph(words(_fair(rows))), Paragraph(words(_dated(therapies)))), tone="quiet"),
    )
    return Page(
        " and ".join(names) if len(names) == 2 else ", ".join(names),  # noqa: PLR2004 - a pair reads as a pair
        "side by side; no row says which is right for you",
        words("The figures in brackets are sources; they stand at the end."),
        told + (writer.references() if sources else writer.references_in_short(f"{_typed(therapies)} --sources")),
        command,
        _what_next(therapies, rows, library),
    )


def _in_short(therapy: Therapy) -> tuple[str, Prose]:
    """What it is in a sentence, under its whole name."""
    return whole_name(therapy), words(therapy.short)


def _outcome(therapies: tuple[Therapy, ...], writer: Writer) -> Iterator[tuple[str, Prose]]:
    """How two of them come out where trials set one against the other."""
    found = _head_to_head(*therapies) if len(therapies) == 2 else None  # noqa: PLR2004 - a pair
    if found:
        whole, *problems = paragraphs(found.says)
        told = (
            f"{whole.partition('. ')[0]}."
            if problems and found.standing != "unclear"
            else "More on this stands below the rows."
        )
        yield "How they come out", (*words_or_nothing(labels.STANDINGS[found.standing]), *writer.prose(told))


def _dated(therapies: tuple[Therapy, ...]) -> str:
    oldest = min(therapy.reviewed for therapy in therapies)
    return f"Last read against its sources: {labels.day(oldest)}."


def _compared_directly(therapies: tuple[Therapy, ...], library: Library, writer: Writer) -> Iterator[Section]:
    told: list[Block] = []
    sources: list[str] = []
    counted: list[InHundred] = []
    for one, other in combinations(therapies, 2):
        label = f"{short_name(one)} and {in_sentence(short_name(other))}"
        found = _head_to_head(one, other)
        if found is None:
            told.append(
                Pairs(((label, words("Nothing is told here of trials of one against the other; there may be some.")),))
            )
        else:
            told += set_beside(label, found, writer)
            sources += cited(found.says)
            counted += found.in_100
    if told:
        yield Section("When trials set one against the other", tuple(told))
    yield from counted_people(tuple(counted), writer)
    yield from figures_drawn(tuple(sources), library)


def _head_to_head(one: Therapy, other: Therapy) -> HeadToHead | None:
    """Each pair is told once, on either side."""
    both = ((one, other.id), (other, one.id))
    return next((pair for holder, wanted in both for pair in holder.head_to_head if pair.other == wanted), None)


def _fair(rows: tuple[Dimension, ...]) -> str:
    return f"{FAIR} {TRAVEL}" if any(row.id == "week" for row in rows) else FAIR


def _typed(therapies: tuple[Therapy, ...]) -> str:
    """What gives this comparison; psychodynamic therapy comes without being named."""
    ids = " ".join(therapy.id for therapy in therapies if therapy.id != "psychodynamic") or "psychodynamic"
    return f"psychodyn compare {ids}"


def _what_next(therapies: tuple[Therapy, ...], rows: tuple[Dimension, ...], library: Library) -> str:
    more = len(rows) < len(library.dimensions())
    parts = [f"All {len(library.dimensions())} rows: {_typed(therapies)} --all"] if more else []
    return " · ".join((*parts, f"One at a time: psychodyn explain {therapies[-1].id}"))


def chart_page(therapies: tuple[Therapy, ...], command: str) -> Page:
    """Planned length from numbers, and emphases as judged; never effectiveness."""
    scales = tuple(
        Scale(name, low, high, tuple((short_name(one), getattr(one.emphasis, field)) for one in therapies))
        for field, name, low, high in _EMPHASES
    )
    judged = (
        "Judged by the authors of this page from how each therapy is described, not measured. No end is the good end."
    )
    return Page(
        "Length and emphasis",
        ", ".join(short_name(therapy) for therapy in therapies),
        (),
        (
            Section("Planned length, in sessions (from numbers)", (lengths(therapies),)),
            Section("Typical emphasis, from 0 to 4 (a judgement)", (Scales(scales, judged),)),
        ),
        command,
        f"In words: {_typed(therapies)}",
    )


def apart_page(one: AnyPage, other: AnyPage, library: Library, command: str) -> Page:
    """Two concepts, defences or techniques: how to tell them apart, from both sides."""
    writer = Writer(library)
    rows = [ComparedRow("In short", "What is it?", (writer.prose(one.short), writer.prose(other.short)))]
    rows += [
        ComparedRow(name, question, (writer.prose(getattr(one, field)), writer.prose(getattr(other, field))))
        for field, name, question in _rows_to_tell_apart(one, other)
    ]
    blocks: tuple[Block, ...] = (Comparison((one.name, other.name), tuple(rows)),)
    told = [
        (holder.name, writer.prose(neighbour.difference))
        for holder, wanted in ((one, other.id), (other, one.id))
        for neighbour in getattr(holder, "confusable", ())
        if neighbour.entry == wanted
    ]
    apart = (Section("How to tell them apart", (Pairs(tuple(told)),)),) if told else ()
    return Page(
        f"{one.name} and {in_sentence(other.name)}",
        "how to tell them apart",
        (),
        (*apart, Section("", blocks), *writer.references()),
        command,
        f"Open one: psychodyn explain {one.id}",
    )


def _rows_to_tell_apart(one: AnyPage, other: AnyPage) -> tuple[tuple[str, str, str], ...]:
    both = (one, other)
    if all(isinstance(entry, Defence) for entry in both):
        return (
            ("example", "Example", "An invented example"),
            ("protects", "Protects", "What does it protect from?"),
            ("costs", "Costs", "What does it cost?"),
        )
    if all(isinstance(entry, Technique) for entry in both):
        return (("aim", "Aim", "What is it for?"), ("therapist_does", "Therapist", "What does the therapist do?"))
    if all(isinstance(entry, Concept) for entry in both):
        return (("meaning", "Meaning", "What does it mean?"), ("example", "Example", "An invented example"))
    return ()
