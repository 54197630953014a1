"""How well readers' words find pages, by three held-out sets that writers of pages and spelling rules do not read.

python benchmarks/search.py [--misses]
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from psychodyn_cli.finding import Found, find, search
from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Library

HELD_OUT = Path(__file__).resolve().parent / "held_out"


def held_out(name: str) -> list[dict[str, Any]]:
    """The cases of one set."""
    cases: list[dict[str, Any]] = yaml.safe_load((HELD_OUT / f"{name}.yaml").read_text(encoding="utf-8"))
    return cases


def offered(library: Library, words: str) -> list[str]:
    """The ids that `explain` would open or offer for these words, best first."""
    answer = find(library, words)
    return [answer.entry.id] if isinstance(answer, Found) else [page.id for page in answer.suggestions]


def found(library: Library, words: str) -> list[str]:
    """The ids that `search` would list for these words, best first."""
    return [hit.id for hit in search(library, words).hits]


def knows(library: Library, word: str) -> bool:
    """Whether `explain` opens a page for a headword, or offers first one whose name holds it."""
    answer = find(library, word)
    if isinstance(answer, Found):
        return True
    return any(word.lower() in page.name.lower() for page in answer.suggestions[:1])


def main(arguments: list[str]) -> None:
    """Print the share of each set that is found, and with --misses what is not."""
    library = open_library()
    everyday, misspelt, headwords = (held_out(name) for name in ("everyday", "misspelt", "headwords"))
    hits = {case["asks"]: found(library, case["asks"]) for case in everyday}
    scores = {
        "everyday, first": [case["asks"] for case in everyday if not {*hits[case["asks"]][:1]} & {*case["wants"]}],
        "everyday, first three": [
            case["asks"] for case in everyday if not {*hits[case["asks"]][:3]} & {*case["wants"]}
        ],
        "misspelt": [case["typed"] for case in misspelt if case["wants"] not in offered(library, case["typed"])[:1]],
        "headwords": [case["word"] for case in headwords if not knows(library, case["word"])],
    }
    sizes = {"misspelt": len(misspelt), "headwords": len(headwords)}
    for name, missed in scores.items():
        size = sizes.get(name, len(everyday))
        print(f"{name:<22} {size - len(missed)} of {size}")
        if "--misses" in arguments:
            print("".join(f"    {words}\n" for words in missed), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
