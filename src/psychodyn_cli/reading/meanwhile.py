"""Work that another process does meanwhile, where the system can fork; elsewhere it is done when it is asked for."""

import os
import pickle
from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")


def meanwhile(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin the work, and return what waits for its result. The result has to be picklable; the work prints nothing.

    The forked process shares our memory as it is now, so nothing has to be sent to it.
    """
    if not hasattr(os, "fork"):
        return work
    from_child, to_parent = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, to_parent)
    os.close(to_parent)

    def result() -> _Made:
        with os.fdopen(from_child, "rb") as answer:
            told = answer.read()
        os.waitpid(child, 0)
        return pickle.loads(told) if told else work()  # noqa: S301 - our own process wrote it; none: it failed, so see why

    return result


def _answer(work: Callable[[], object], to_parent: int) -> None:
    """In the forked process: write the result and end, without our parent's tidying up."""
    try:
        with os.fdopen(to_parent, "wb") as answer:
            answer.write(pickle.dumps(work()))
    finally:
        os._exit(0)
