"""Cards as the text that Anki imports (2.1.54 and later), with ids of our own: importing it again updates.

Every field is quoted, since Anki silently drops a line that starts with `#`. The stock note type alone is used; where
Anki speaks another language than English, the reader picks theirs in the dialog.
"""

from collections.abc import Iterable, Iterator

from psychodyn_cli.pages.quiz import Note

_HEAD = (
    "#separator:tab", "#html:false", "#guid column:1", "#tags column:4", "#notetype:Basic", "#deck:psychodyn",
)  # fmt: skip


def render(notes: Iterable[Note]) -> str:
    return "\n".join((*_HEAD, *_lines(notes))) + "\n"


def _lines(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        yield "\t".join(map(_quoted, (note.guid, note.front, note.back, " ".join(note.tags))))


def _quoted(field: str) -> str:
    doubled = field.replace('"', '""').replace("\t", " ")
    return f'"{doubled}"'
