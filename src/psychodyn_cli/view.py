"""How the reader wants to see it. Light: completion loads it too."""

import os
from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    TERMINAL = "terminal"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    BIBTEX = "bibtex"  # of `sources` only, as the next
    CSL_JSON = "csl-json"


FORMATS = (Format.TERMINAL, Format.PLAIN, Format.MARKDOWN, Format.HTML, Format.JSON)  # what every command prints


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def usual_format() -> Format | None:
    """What `PSYCHODYN_FORMAT` asks for, where it names a format."""
    asked = os.environ.get("PSYCHODYN_FORMAT", "")
    return Format(asked) if asked in FORMATS else None


class View:
    """What the options said. Without a format: `terminal` on a terminal, `plain` elsewhere."""

    def __init__(self) -> None:
        self.format = usual_format()
        self.asked_for: Format | None = None  # by an option of this run
        self.width: int | None = None
        self.color = Color.AUTO
        self.packs: tuple[Path, ...] = ()
