"""Being sure before something is dropped."""

from psychodyn_cli.errors import UsageError
from psychodyn_cli.output import asks
from psychodyn_cli.tasks.hearing import hear


def confirmed(question: str, command: str) -> bool:
    """The reader says yes; where nobody can be asked, the command must say it."""
    if not asks():
        raise UsageError(f"This cannot be taken back, and nobody is here to ask. To mean it: {command}")
    return means_yes(hear(question))


def means_yes(answer: str | None) -> bool:
    return (answer or "").casefold() in {"y", "yes"}
