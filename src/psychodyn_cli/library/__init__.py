"""Entries → one SQLite file: look up, list, search. The only place that imports sqlite3 for content."""

from psychodyn_cli.library.opening import open_library
from psychodyn_cli.library.shelf import Hit, Library, Named

__all__ = ["Hit", "Library", "Named", "open_library"]
