"""Entries → one SQLite file: look up, list, search. The only place that imports sqlite3 for content.

`opening` opens the library, `shelf` is the open library, `building` makes one of what was read, `keeping` knows the
copy that is kept between runs. Nothing is imported here: completion needs `keeping` alone.
"""
