"""Where things are on disk. Asking never creates anything."""

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_MARKER = "psychodyn-content"  # a file that says: this folder is ours


def bundled_data() -> Path | None:
    """The content that came with the program: inside the package, or the checkout's for an editable install."""
    for folder in (_HERE / "data", _HERE.parent.parent / "data"):
        if (folder / _MARKER).is_file():
            return folder
    return None


def data_folder() -> Path | None:
    """The content to read; `PSYCHODYN_DATA` names another folder, for authors and tests."""
    other = os.environ.get("PSYCHODYN_DATA")
    return Path(other) if other else bundled_data()


def cache_folder() -> Path | None:
    """Where the library may be kept between runs; None where there is no home to keep it in."""
    if sys.platform == "linux":  # what platformdirs would say, without the 3 ms that it takes to load
        given = os.environ.get("XDG_CACHE_HOME", "")
        folder = given if Path(given).is_absolute() else os.path.expanduser("~/.cache")  # noqa: PTH111 - keeps "~" if homeless
        return Path(folder) / "psychodyn" if Path(folder).is_absolute() else None
    from platformdirs import user_cache_path  # noqa: PLC0415 - see above

    try:
        return user_cache_path("psychodyn", appauthor=False)
    except (RuntimeError, KeyError, OSError):
        return None
