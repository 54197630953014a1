"""Counts and reading grades of the content, for `check --summary`."""

from collections import Counter
from statistics import median

from psychodyn_cli.answers import Grades, Summary
from psychodyn_cli.entries import Entry, Page
from psychodyn_cli.prose import Passage
from psychodyn_cli.reading.rules import SMALLEST_POOL, Content, page_measure


def summary(content: Content) -> Summary:
    """How many entries of each kind, how the sources were checked, and how hard the pages read."""
    kinds = Counter(str(type(entry).__struct_config__.tag) for entry in content.entries)
    checked = Counter(source.checked for source in content.sources.values())
    return Summary(
        dict(sorted(kinds.items())),
        {"seen": checked["seen"], "known": checked["known"]},
        {depth: _grades(content, depth) for depth in ("default", "full")},
    )


def _grades(content: Content, depth: str) -> Grades:
    pages = [(entry, texts) for entry, texts in content.texts if isinstance(entry, Page)]
    adjusted = sorted(filter(None, (_grade(entry, texts, depth, adjusted=True) for entry, texts in pages)))
    raw = sorted(filter(None, (_grade(entry, texts, depth, adjusted=False) for entry, texts in pages)))
    if not adjusted:
        return Grades(0)
    return Grades(
        len(adjusted), round(median(adjusted), 1), round(adjusted[-1], 1), round(median(raw), 1), round(raw[-1], 1)
    )


def _grade(entry: Entry, texts: tuple[Passage, ...], depth: str, *, adjusted: bool) -> float | None:
    found = page_measure(entry, texts, depth, adjusted=adjusted)
    return found.grade if found.words >= SMALLEST_POOL else None


def as_lines(numbers: Summary) -> str:
    lines = [f"{kind}: {count}" for kind, count in numbers.entries.items()]
    seen, known = numbers.sources["seen"], numbers.sources["known"]
    lines.append(f"sources whose text or record was read: {seen}; from general knowledge: {known}")
    lines += [
        f"reading grade of {found.pages} {depth} pages: median {found.adjusted_median}, highest "
        f"{found.adjusted_highest} (counting every name in full: {found.raw_median}, {found.raw_highest})"
        for depth, found in numbers.grades.items()
        if found.pages
    ]
    return "\n".join(lines)
