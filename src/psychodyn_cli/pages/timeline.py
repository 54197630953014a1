"""Dated milestones from 1880 to today."""

from itertools import groupby

from psychodyn_cli.entries import Milestone
from psychodyn_cli.pages.blocks import Moments, Page, Section, words
from psychodyn_cli.pages.entry import dated


def timeline_page(milestones: tuple[Milestone, ...]) -> Page:
    """Milestones in the order of their years, a section a generation."""
    sections = tuple(
        Section(
            f"{score} to {score + 19}", (Moments(tuple((_years(one), one.name, one.short, one.id) for one in found)),)
        )
        for score, found in groupby(milestones, lambda one: one.year // 20 * 20)
    )
    span = f", {milestones[0].year} to {milestones[-1].year}" if milestones else ""
    return Page(
        "Timeline",
        f"{len(milestones)} milestones{span}: how psychodynamic therapy came about",
        words(_MESSAGE),
        (*sections, *((dated(*milestones),) if milestones else ())),
        "psychodyn timeline",
        f"Open one: psychodyn explain {milestones[0].id}" if milestones else "",
    )


_MESSAGE = (
    "Psychodynamic therapy began around 1880 with a doctor who let someone talk; much of it has since been changed, "
    "argued over and tested."
)


def _years(one: Milestone) -> str:
    return str(one.year) if one.until is None else f"{one.year} to {one.until}"
