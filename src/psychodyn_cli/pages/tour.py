"""The tour: one step of it, and the whole as one text."""

from collections.abc import Iterator

from psychodyn_cli.entries import Step
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages import labels
from psychodyn_cli.pages.blocks import Block, Page, Pairs, Section, Steps, words
from psychodyn_cli.pages.entry import dated
from psychodyn_cli.pages.hundreds import marks
from psychodyn_cli.pages.writing import Writer

_IN_SHORT = (
    "In short: you talk freely with a therapist to see patterns that you do not fully see. It helps some people with "
    "some problems, about as much as other talking therapies; for others there is something better tested. You choose."
)
_WHOLE = "The whole, with its sources: psychodyn tour --all"


def step_page(step: Step, steps: tuple[Step, ...], library: Library, *, sources: bool) -> Page:
    """One screen: what the step says, and one thing to try."""
    writer = Writer(library, numbered=sources)
    at = steps.index(step) + 1
    following = f"Next: psychodyn tour {at + 1} · {_WHOLE}" if at < len(steps) else _WHOLE
    told = (Section("", (*_told(step, writer), _to_try(step))),)
    return Page(
        step.name,
        f"step {at} of {len(steps)}, last reviewed on {labels.day(step.reviewed)}",
        (),
        told + writer.references(),
        f"psychodyn tour {at}",
        following,
    )


def tour_page(steps: tuple[Step, ...], library: Library) -> Page:
    """All steps one after the other, every claim with its source."""
    writer = Writer(library)
    told = tuple(
        Section(f"{number}. {step.name}", (*_told(step, writer), _to_try(step))) for number, step in enumerate(steps, 1)
    )
    return Page(
        "The tour",
        f"what psychodynamic therapy is and how it works, in {len(steps)} steps",
        words(_IN_SHORT),
        (*told, *writer.references(), dated(*steps)),
        "psychodyn tour --all",
        "Step by step: psychodyn tour",
    )


def _told(step: Step, writer: Writer) -> Iterator[Block]:
    yield from writer.paragraphs(step.text)
    for counted in step.in_100:
        yield from marks(counted, writer)
    if step.do:
        yield Steps(tuple(map(writer.prose, step.do)))


def _to_try(step: Step) -> Block:
    return Pairs(((f"Try {step.command}", words(step.shows)),))
