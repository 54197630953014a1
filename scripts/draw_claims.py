"""Draw claims to check against their sources.

python scripts/draw_claims.py [HOW MANY] [SEED]

A claim is a sentence of a page that ends in a source. The same seed draws the same claims from the same content, so
that anyone can look at what was checked, or draw others.
"""

import random
import sys
from collections.abc import Iterator
from itertools import pairwise

from psychodyn_cli.entries import AnyPage, Source
from psychodyn_cli.inline import cited, paragraphs
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.writing import address_of, as_line
from psychodyn_cli.prose import passages
from psychodyn_cli.reading.readability import sentences


def main(many: int, seed: int) -> None:
    library = open_library()
    found = [claim for page in library.pages(library.ids()) for claim in _claims(page)]
    print(f"{many} of {len(found)} sourced sentences, seed {seed}\n")
    drawn = random.Random(seed).sample(found, many)  # noqa: S311 - no secret; it only has to be the same again
    for number, (page_id, said, sources) in enumerate(drawn, 1):
        print(f"{number}. {page_id}: {said}")
        print("".join(f"   @{one.id} ({one.checked}) {_line(one)}\n" for one in _known(sources, library)))


def _claims(page: AnyPage) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Page, sentence and the sources that bear it."""
    for passage in passages(page):
        for paragraph in paragraphs(passage.text):
            pieces = paragraph.split("[@")
            for before, after in pairwise(pieces):
                told = sentences(before.rpartition("]")[2])
                if told:
                    yield page.id, " ".join(told[-1].split()), cited(f"[@{after.partition(']')[0]}]")


def _known(ids: tuple[str, ...], library: Library) -> Iterator[Source]:
    yield from (found for one in ids if (found := library.source(one)))


def _line(source: Source) -> str:
    return f"{as_line(source)} {address_of(source)}".rstrip()


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:3], *("50", "2026")[len(sys.argv[1:3]) :])))
