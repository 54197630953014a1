"""`psychodyn check`: every problem of the content, with file, line and the way out."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from psychodyn_cli import answers, paths
from psychodyn_cli.errors import UsageError
from psychodyn_cli.exits import CONTENT_BROKEN
from psychodyn_cli.output import complain, printable, quoted, shown_as, write, write_json
from psychodyn_cli.problems import Problem
from psychodyn_cli.reading import FOLDERS, Reading, read
from psychodyn_cli.reading.rules import Content, faults_of
from psychodyn_cli.reading.summary import as_lines, summary
from psychodyn_cli.view import Format, View


def check(path: Path | None, told: bool, view: View) -> None:
    if view.asked_for in {Format.MARKDOWN, Format.HTML}:
        raise UsageError(f"check does not print {view.asked_for}. Choose plain or json.")
    folders, below = _folders(path, view.packs)
    readings = tuple(read(folder) for folder in folders)
    content = Content(readings)
    found = sorted(
        {
            *(problem for reading in readings for problem in reading.problems),
            *faults_of(content, datetime.now(UTC).date()),
        }
    )
    problems = [problem for problem in found if not below or f"{problem.place.file}/".startswith(f"{below}/")]
    numbers = summary(content) if told else None
    if shown_as(view) is Format.JSON:
        write_json(answers.Checked(tuple(map(_as_data, problems)), numbers))
    else:
        _tell(problems, readings, numbers)
    if problems:
        raise typer.Exit(CONTENT_BROKEN)


def _folders(path: Path | None, packs: tuple[Path, ...]) -> tuple[tuple[Path, ...], str]:
    """The folders to read (links may lead into the program's content), and below which path to report."""
    ours = paths.data_folder()
    base = (ours.resolve(),) if ours and ours.is_dir() else ()
    others = tuple(pack.resolve() for pack in packs)
    if path is None:
        return (*base, *others), ""
    if not _exists(path):
        raise UsageError(f"There is no '{quoted(str(path))}'. Name a content folder, or a file in one.")
    target = path.resolve()
    for folder in (*base, *others):
        if target == folder or folder in target.parents:
            return (*base, *others), str(target.relative_to(folder.parent))
    folder = _content_folder(target)
    return (*base, *others, folder), str(target.relative_to(folder.parent))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than a file's can be
        return False


def _content_folder(target: Path) -> Path:
    """A file lies in a kind's folder, which lies in the content folder."""
    kind = target.parent if target.is_file() else target
    folder = kind.parent if kind.name in FOLDERS else kind
    if not any((folder / name).is_dir() for name in FOLDERS):
        raise UsageError(f"'{quoted(str(target))}' holds no content: a content folder has {', '.join(FOLDERS)}.")
    return folder


def _tell(problems: list[Problem], readings: tuple[Reading, ...], numbers: answers.Summary | None) -> None:
    for problem in problems:
        write(printable(str(problem)))
    if numbers:
        write(as_lines(numbers))
    files = sum(len(reading.files) for reading in readings)
    told = f"{files} file{'' if files == 1 else 's'}"
    if problems:
        complain(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in {told}.")
    else:
        write(f"No problems in {told}.")


def _as_data(problem: Problem) -> answers.Found:
    return answers.Found(problem.place.file, problem.place.line, problem.code, problem.what, problem.fix)
