"""`psychodyn new`: a commented template of an entry, on the screen or in a pack."""

from datetime import UTC, datetime
from pathlib import Path

from psychodyn_cli import paths
from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import complain, quoted, write
from psychodyn_cli.reading import FOLDERS
from psychodyn_cli.reading.files import is_id
from psychodyn_cli.tasks.opening import open_library
from psychodyn_cli.tasks.schema import KINDS
from psychodyn_cli.view import View


def new(kind: str, entry_id: str, view: View) -> None:
    if kind not in KINDS:
        raise UsageError(f"There is no kind '{quoted(kind)}'. Kinds: {', '.join(KINDS)}.")
    if not is_id(entry_id, KINDS[kind]):
        raise UsageError(f"'{quoted(entry_id)}' is no id. Use small letters, figures and hyphens: my-idea.")
    if not view.packs:
        write(template(kind, "../schemas"))
        return
    if _taken(kind, entry_id):
        raise UsageError(f"psychodyn has its own '{entry_id}', which a pack cannot replace. Name another id.")
    pack = view.packs[0]
    path = pack / _folder(kind) / f"{entry_id}.yaml"
    _begin(path, template(kind, str((paths.bundled_data() or Path("..")) / "schemas")))
    complain(f"Begun: {quoted(str(path))}\nEdit it, then: psychodyn check --pack {quoted(str(pack))}")


def template(kind: str, schemas: str) -> str:
    """What a new entry of this kind may say, with a word on each field; the first line tells editors its schema."""
    text = paths.template_of(kind).read_text(encoding="utf-8")
    modeline = f"# yaml-language-server: $schema={schemas}/{kind}.json\n"
    return modeline + text.replace("{TODAY}", datetime.now(UTC).date().isoformat())


def _folder(kind: str) -> str:
    return next(folder for folder, held in FOLDERS.items() if held is KINDS[kind])


def _begin(path: Path, text: str) -> None:
    """Write a new file; what exists is left alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"'{quoted(str(path.parent))}' cannot be a folder: {error.strerror}.") from None
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"'{quoted(str(path))}' is there already. Name another id, or edit it.") from None
    except OSError as error:
        raise UsageError(f"Cannot write '{quoted(str(path))}': {error.strerror}.") from None


def _taken(kind: str, entry_id: str) -> bool:
    """The program has one of this id already, which a pack's would never replace."""
    ours = open_library(View())
    match kind:
        case "source":
            return ours.source(entry_id) is not None
        case "support":
            return ours.support(entry_id) is not None
        case _:
            return ours.page(entry_id) is not None
