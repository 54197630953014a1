"""Why a value is not of a type: every fault, not only the first, each with the way out.

Slow and only used when `msgspec.convert` has already said no, so the validator cannot disagree with the program.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

import msgspec

from psychodyn_cli.prose import Path

Fault = tuple[Path, str, str]  # where, what, fix


def faults(wanted: Any, value: object, path: Path = ()) -> Iterator[Fault]:
    """What keeps `value` from being a `wanted`."""
    inner = _struct_in(wanted)
    if inner is not None and isinstance(value, dict):
        yield from _struct_faults(inner, value, path)
    elif isinstance(value, list) and (item := _item_of(wanted)) is not None:
        yield from _length_faults(wanted, value, path)
        for index, one in enumerate(value):
            yield from faults(item, one, (*path, index))
    elif isinstance(value, dict) and get_origin(_bare(wanted)) is dict:
        for key, one in value.items():
            yield from faults(get_args(_bare(wanted))[1], one, (*path, key))
    else:
        yield from _leaf_faults(wanted, value, path)


def _struct_faults(wanted: type[msgspec.Struct], value: dict[str, object], path: Path) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(wanted)}
    for key in value.keys() - fields.keys() - {"kind"}:
        yield (*path, key), f"unknown field '{key}'", _did_you_mean(key, fields.keys() - value.keys() or fields.keys())
    for name, field in fields.items():
        if name in value:
            yield from faults(field.type, value[name], (*path, name))
        elif field.required:
            yield path, f"field '{name}' is missing", f"add '{name}:'"


def _did_you_mean(key: str, known: Any) -> str:
    near = get_close_matches(key, sorted(known), 1, 0.6)
    return f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(sorted(known))}"


def _length_faults(wanted: Any, value: list[object], path: Path) -> Iterator[Fault]:
    for meta in get_args(wanted)[1:] if get_origin(wanted) is Annotated else ():
        if meta.min_length and len(value) < meta.min_length:
            yield path, f"{len(value)} given, at least {meta.min_length} needed", "add what is missing"
        if meta.max_length and len(value) > meta.max_length:
            yield path, f"{len(value)} given, at most {meta.max_length} allowed", "shorten the list"


def _leaf_faults(wanted: Any, value: object, path: Path) -> Iterator[Fault]:
    try:
        msgspec.convert(value, wanted, strict=False)
    except msgspec.ValidationError as error:
        what, _, _ = str(error).partition(" - at ")
        yield path, what.replace("`", "'"), _expected(wanted, value)


def _expected(wanted: Any, value: object) -> str:
    bare = _bare(wanted)
    choices = [choice for choice in get_args(bare) if isinstance(choice, str)]
    if choices:
        near = get_close_matches(str(value), choices, 1, 0.6)
        return f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(choices)}"
    pattern = next((meta.pattern for meta in get_args(wanted)[1:] if getattr(meta, "pattern", None)), None)
    if pattern:
        return f"write it to match {pattern}"
    return {str: "write a text", int: "write a whole number", bool: "write true or false"}.get(
        bare, "see: psychodyn schema"
    )


def _bare(wanted: Any) -> Any:
    """The type without its Annotated wrapping and without `| None`."""
    if get_origin(wanted) is Annotated:
        return _bare(get_args(wanted)[0])
    if get_origin(wanted) is UnionType:
        return _bare(next(part for part in get_args(wanted) if part is not type(None)))
    return wanted


def _struct_in(wanted: Any) -> type[msgspec.Struct] | None:
    bare = _bare(wanted)
    return bare if isinstance(bare, type) and issubclass(bare, msgspec.Struct) else None


def _item_of(wanted: Any) -> Any:
    bare = _bare(wanted)
    return get_args(bare)[0] if get_origin(bare) is tuple else None
