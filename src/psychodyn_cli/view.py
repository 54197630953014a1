"""How the reader wants to see it. Light: completion loads it too."""

from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    TERMINAL = "terminal"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSON = "json"
    BIBTEX = "bibtex"  # of `sources` only, as the next
    CSL_JSON = "csl-json"


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class View:
    """What the options said. Without a format: `terminal` on a terminal, `plain` elsewhere."""

    def __init__(self) -> None:
        self.format: Format | None = None
        self.width: int | None = None
        self.color = Color.AUTO
        self.packs: tuple[Path, ...] = ()
