"""`psychodyn schema`: the JSON Schema of an entry's file, or of what `--format json` prints."""

from typing import Any

import msgspec

from psychodyn_cli import answers
from psychodyn_cli.entries import AnyEntry
from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import quoted, write
from psychodyn_cli.reading import FOLDERS

KINDS: dict[str, type[AnyEntry]] = {str(kind.__struct_config__.tag): kind for kind in FOLDERS.values()}
OUTPUT = "output"


def schema(kind: str) -> None:
    if kind == OUTPUT:
        write(as_text(output_schema()))
    elif kind in KINDS:
        write(as_text(file_schema(KINDS[kind])))
    else:
        raise UsageError(f"There is no kind '{quoted(kind)}'. Kinds: {', '.join((*KINDS, OUTPUT))}.")


def file_schema(kind: type[AnyEntry]) -> dict[str, Any]:
    """What an entry's YAML file may hold: the type without what folder and file name say already."""
    whole = msgspec.json.schema(kind)
    entry = whole["$defs"][kind.__name__]
    for said_elsewhere in ("id", "kind"):
        entry["properties"].pop(said_elsewhere)
        if said_elsewhere in entry["required"]:
            entry["required"].remove(said_elsewhere)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole}


def output_schema() -> dict[str, Any]:
    """What any command prints as JSON."""
    shapes = (
        answers.Entries,
        answers.Comparison,
        answers.Search,
        answers.Results,
        answers.Checked,
        answers.Worksheet,
        answers.Told,
        answers.Help,
        answers.Quiz,
        answers.Progress,
        answers.Kept,
    )
    refs, definitions = msgspec.json.schema_components(shapes, ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": list(refs), "$defs": definitions}


def as_text(found: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=2).decode()
