"""A page in the letters of a stream: what stands for a letter can be wider, so this comes before any line is broken."""

from typing import IO, Any

from msgspec import Struct

from psychodyn_cli.pages.blocks import Page


def spelt(page: Page, out: IO[str]) -> Page:
    """The page as `out` will say it: its encoding, and its own way with what that lacks."""
    encoding, errors = getattr(out, "encoding", None) or "utf-8", getattr(out, "errors", None) or "strict"
    if encoding.lower().startswith("utf"):
        return page
    told: Page = _spelt(page, encoding, errors)
    return told


def _spelt(value: Any, encoding: str, errors: str) -> Any:
    match value:
        case str():
            return value.encode(encoding, errors).decode(encoding)
        case tuple():
            return tuple(_spelt(one, encoding, errors) for one in value)
        case Struct():
            return type(value)(*(_spelt(getattr(value, name), encoding, errors) for name in value.__struct_fields__))
        case _:
            return value
