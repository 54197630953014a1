"""Copy the help lines of `data/support/` into the program: `python scripts/help_lines.py`.

`psychodyn help-now` must answer with the content folder gone and the cache damaged, so it reads this copy and
nothing else. A test fails when the copy is older than the content.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from pprint import pformat
from typing import TypeAlias

from psychodyn_cli.entries import Service, Support
from psychodyn_cli.reading import read

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "src" / "psychodyn_cli" / "help_lines.py"
HEAD = '''"""Help lines, copied from `data/support/` by `scripts/help_lines.py`. Do not edit here."""

# Country code -> name, emergency numbers, lines (name, phone, text, chat, hours, cost, scope, note, website, seen,
# sought).
'''


Lines: TypeAlias = dict[str, tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]]


def lines_of(countries: Iterable[Support]) -> Lines:
    """What the copy holds."""
    return {one.id: (one.name, one.emergency, tuple(map(_line, one.services))) for one in countries}


def reviewed(countries: Iterable[Support]) -> str:
    """Since when no country's lines have been left aside."""
    return min(one.reviewed for one in countries)


def copy_of(lines: Lines, day: str) -> str:
    kind = "dict[str, tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]]"
    return f'{HEAD}LINES: {kind} = {_literal(lines)}\nREVIEWED = "{day}"\n'


def _literal(value: object) -> str:
    return pformat(value, width=110, sort_dicts=True)


def _line(one: Service) -> tuple[str, ...]:
    note = " ".join(part for part in (one.note, one.not_for and f"Not for: {one.not_for}") if part)
    return (
        one.name,
        one.phone,
        one.text,
        one.chat,
        one.hours,
        one.cost,
        one.scope,
        note,
        one.website,
        one.seen or "",
        one.sought or "",
    )


def countries() -> list[Support]:
    return [entry for entry in read(ROOT / "data").entries if isinstance(entry, Support)]


if __name__ == "__main__":
    told = countries()
    COPY.write_text(copy_of(lines_of(told), reviewed(told)), encoding="utf-8")
    for tidy in (("check", "--fix", "--quiet"), ("format", "--quiet")):
        subprocess.run([sys.executable, "-m", "ruff", *tidy, str(COPY)], check=True)
