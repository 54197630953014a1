"""The ways in which a run can end badly and know it. Light: every start loads them."""


class UsageError(Exception):
    """Something that the reader typed cannot be used; the message says what to type instead."""


class ContentError(Exception):
    """The content is so broken that there is nothing to show; the message says where and what to do."""


class Interrupted(Exception):
    """The reader pressed Ctrl-C; the message says what became of what they had done so far."""
