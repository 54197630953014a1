"""Every byte that is kept on this computer, and where."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from psychodyn_cli.pages.blocks import Block, Bullets, Page, Pairs, Paragraph, Section, words


class Kept(Struct, frozen=True):
    """A file of ours."""

    path: Path
    size: int
    what: str


def privacy_page(kept: Sequence[Kept], folders: Sequence[Path]) -> Page:
    total = f"{len(kept)} {'file' if len(kept) == 1 else 'files'}, {sum(one.size for one in kept):,} bytes."
    items = Pairs(tuple((str(one.path), words(f"{one.size:,} bytes. {one.what}")) for one in kept))
    body: Block = items if kept else Paragraph(words("No file."))
    looked = Bullets(tuple(words(str(folder)) for folder in folders))
    return Page(
        "Your privacy",
        "what psychodyn keeps on this computer",
        words(total),
        (
            Section("What is kept", (body,)),
            Section("What never is", (Bullets(tuple(map(words, _NEVER))),)),
            Section("Where it may keep something, and nowhere else", (looked,), tone="quiet"),
            Section("", (Paragraph(words(_SHELL)),), tone="quiet"),
        ),
        "psychodyn privacy",
        "Remove it all: psychodyn privacy wipe",
    )


_NEVER = (
    "What you read, search or type: none of it is written down.",
    "Anything on another computer: psychodyn never uses the network.",
    "Answers in the quiz, unless you said that they may be kept. It asks once, behind your first answer.",
)
_SHELL = (
    "Files that you had written with --output or > are yours, and stay. Your shell may remember what you type; in many "
    "shells a space before a command keeps it out."
)
