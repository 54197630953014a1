"""The interactive line-by-line guide: line in, lines out, nothing redrawn, nothing remembered when it ends."""
