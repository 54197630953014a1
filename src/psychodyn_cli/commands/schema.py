"""`psychodyn schema`: the JSON Schema of an entry's file, or of what `--format json` prints."""

from typing import Annotated

import typer

from psychodyn_cli.commands.shared import completion_of

KINDS = (
    "technique", "concept", "defence", "therapy", "question", "evidence", "session", "history", "tour",
    "wish", "way", "support", "source", "output",
)  # fmt: skip


def run(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="Which kind.", autocompletion=completion_of(KINDS))],
) -> None:
    """Print the JSON Schema of a kind of entry, or `output` for what --format json prints.

    \b
    psychodyn schema technique
    psychodyn schema output
    """
    from psychodyn_cli.tasks.schema import schema

    schema(kind)
