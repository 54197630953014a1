"""Where things are on disk. Asking never creates anything."""

import os
import sys
from pathlib import Path
from typing import Literal

_HERE = Path(__file__).resolve().parent
_MARKER = "psychodyn-content"  # a file that says: this folder is ours


def bundled_data() -> Path | None:
    """The content that came with the program: inside the package, or the checkout's for an editable install."""
    for folder in (_HERE / "data", _HERE.parent.parent / "data"):
        if (folder / _MARKER).is_file():
            return folder
    return None


def template_of(kind: str) -> Path:
    """What a new entry of this kind is begun from."""
    return _HERE / "templates" / f"{kind}.yaml"


def data_folder() -> Path | None:
    """The content to read; `PSYCHODYN_DATA` names another folder, for authors and tests."""
    other = os.environ.get("PSYCHODYN_DATA")
    return Path(other) if other else bundled_data()


def cache_folder() -> Path | None:
    """Where the library may be kept between runs; None where there is no home to keep it in."""
    return _folder("cache", "XDG_CACHE_HOME", "~/.cache")


def state_folder() -> Path | None:
    """Where answers may be kept, if the reader agrees; None where there is no home."""
    return _folder("state", "XDG_STATE_HOME", "~/.local/state")


def progress_file() -> Path | None:
    folder = state_folder()
    return folder and folder / "progress.sqlite"


def _folder(kind: Literal["cache", "state"], variable: str, usual: str) -> Path | None:
    if sys.platform == "linux":  # what platformdirs would say, without the 3 ms that it takes to load
        given = os.environ.get(variable, "")
        folder = given if Path(given).is_absolute() else os.path.expanduser(usual)  # noqa: PTH111 - keeps "~" if homeless
        return Path(folder) / "psychodyn" if Path(folder).is_absolute() else None
    import platformdirs  # noqa: PLC0415 - see above

    try:
        asked = platformdirs.user_cache_path if kind == "cache" else platformdirs.user_state_path
        return asked("psychodyn", appauthor=False)
    except (RuntimeError, KeyError, OSError):
        return None
