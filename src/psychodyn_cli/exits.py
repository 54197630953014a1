"""How a run ends. 0 is answered; click's own 2 is wrong usage."""

UNEXPECTED, WRONG_USAGE, NOTHING_FOUND, CONTENT_BROKEN, INTERRUPTED = 1, 2, 3, 4, 130
