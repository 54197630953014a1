"""What commands have in common: the options that stand everywhere, and completion of ids."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from typer.core import TyperOption

from psychodyn_cli.errors import UsageError
from psychodyn_cli.view import FORMATS, Color, Format, View

NARROWEST = 20  # columns


def view_options() -> list[TyperOption]:
    """`--format`, `--plain`, `--width`, `--color` and `--pack`, the same on every command, and before it."""
    return [
        _option(
            "--format",
            "How to print it: terminal, plain, markdown, html or json.",
            _set_format,
            metavar="FORMAT",
        ),
        _option("--plain", "Words alone, for pipes and screen readers.", _set_plain, is_flag=True, default=False),
        _option("--width", f"Columns to fill, at least {NARROWEST}.", _set_width, metavar="COLUMNS"),
        _option("--color", "auto, always or never.", _set_color, metavar="WHEN"),
        _option(
            "--pack",
            "Also read this folder of your own entries; may be given again.",
            _set_packs,
            metavar="DIR",
            multiple=True,
        ),
    ]


def _option(name: str, told: str, callback: Callable[..., None], **more: Any) -> TyperOption:
    return TyperOption(param_decls=[name], help=told, callback=callback, expose_value=False, **more)


def view_of(context: typer.Context) -> View:
    return context.ensure_object(View)


def _set_format(context: typer.Context, _: object, value: str | None) -> None:
    if value:
        told = tuple(Format) if context.info_name == "sources" else FORMATS
        _print_as(context, Format(_choice(tuple(Format), "--format", value, told)))


def _set_plain(context: typer.Context, _: object, value: bool | None) -> None:
    if value:
        _print_as(context, Format.PLAIN)


def _print_as(context: typer.Context, wanted: Format) -> None:
    view = view_of(context)
    if view.asked_for not in {None, wanted}:
        raise UsageError("--plain and --format say two things. Leave one out.")
    view.format = view.asked_for = wanted


def _set_color(context: typer.Context, _: object, value: str | None) -> None:
    if value:
        view_of(context).color = Color(_choice(tuple(Color), "--color", value))


def _choice(choices: tuple[str, ...], option: str, value: str, told: tuple[str, ...] = ()) -> str:
    if value not in choices:
        raise UsageError(f"{option} cannot be '{value}'. Choose one of: {', '.join(told or choices)}.")
    return value


def _set_width(context: typer.Context, _: object, value: str | None) -> None:
    if value is None:
        return
    if not value.isdecimal() or not NARROWEST <= int(value) <= 1000:  # noqa: PLR2004 - no screen is wider
        raise UsageError(f"--width cannot be '{value}'. Give a number of columns from {NARROWEST} to 1000.")
    view_of(context).width = int(value)


def _set_packs(context: typer.Context, _: object, value: tuple[str, ...] | None) -> None:
    begun = context.info_name == "new"  # makes the folder
    view_of(context).packs += tuple(Path(folder) if begun else _pack(folder) for folder in value or ())


def _pack(folder: str) -> Path:
    try:
        there = Path(folder).is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise UsageError(
            f"--pack cannot be '{folder}': there is no such folder. Name one that holds techniques/, concepts/ …"
        )
    return Path(folder)


def complete_ids(incomplete: str) -> list[str]:
    """Ids of pages that begin so. Quiet where there is no library: a completion must not print into the line."""
    from psychodyn_cli.library.keeping import kept_ids

    try:
        return [entry_id for entry_id in kept_ids() or _read_ids() if entry_id.startswith(incomplete.lower())]
    except Exception:  # noqa: BLE001 - see above
        return []


def _read_ids() -> tuple[str, ...]:
    """The first Tab after an installation builds the library."""
    from psychodyn_cli.library.opening import open_library

    return open_library().ids()


def completion_of(words: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Completion of a closed list of words."""

    def completed(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete.lower())]

    return completed


def country_codes(incomplete: str) -> list[str]:
    """Completion of the countries that have help lines."""
    from psychodyn_cli.help_lines import LINES

    return sorted(code for code in LINES if len(code) == 2 and code.startswith(incomplete.lower()))  # noqa: PLR2004 - the directories are no country


CountryWords: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[COUNTRY]", help="The same as --country.", autocompletion=country_codes)
]
CountryOption: TypeAlias = Annotated[
    str, typer.Option(metavar="XX", help="Your country, as two letters or a name.", autocompletion=country_codes)
]
