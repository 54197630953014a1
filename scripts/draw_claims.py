"""Draw claims to check against their sources.

python scripts/draw_claims.py [HOW MANY] [SEED]

A claim is a sentence of a page that ends in a source. Claims are drawn in the order of a hash of the seed and of the
page and sentence. So the same seed draws the same claims; a page that is mended since changes its own place alone.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

from psychodyn_cli.entries import AnyPage, Source
from psychodyn_cli.inline import cited, paragraphs
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Library
from psychodyn_cli.pages.writing import address_of, as_line
from psychodyn_cli.prose import passages
from psychodyn_cli.reading.readability import sentences

_FRAGMENT = 3  # words; what stands between two sources is sometimes no claim


def main(many: int, seed: int) -> None:
    library = open_library()
    found = sorted(
        (claim for page in library.pages(library.ids()) for claim in _claims(page)),
        key=lambda claim: sha256(f"{seed} {claim[0]} {claim[1]}".encode()).digest(),
    )
    drawn = found[:many]
    print(f"{many} of {len(found)} sourced sentences, seed {seed}\n")
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
                if told and len(told[-1].split()) > _FRAGMENT:
                    yield page.id, " ".join(told[-1].split()), cited(f"[@{after.partition(']')[0]}]")


def _known(ids: tuple[str, ...], library: Library) -> Iterator[Source]:
    yield from (found for one in ids if (found := library.source(one)))


def _line(source: Source) -> str:
    return f"{as_line(source)} {address_of(source)}".rstrip()


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:3], *("50", "2026")[len(sys.argv[1:3]) :])))
