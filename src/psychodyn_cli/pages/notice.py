"""The way to help, in the words of a notice: on the pages that need one, and for whoever types words of danger."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psychodyn_cli.danger import Kind

HELP = (
    "If you are in danger, or think about ending your life, you do not have to carry this alone. You can get help now: "
    "type psychodyn help-now, or call your country's emergency number."
)
HURT = (
    "If someone hurts you or frightens you, it is not your fault, and you can get help now. In danger, call your "
    "country's emergency number. For lines that you can call: type psychodyn help-now."
)
AGAIN = "You can get help now: psychodyn help-now"  # once more in one line, below what has scrolled the notice away
_NOTICES: "dict[Kind, str]" = {"": "", "dying": HELP, "hurt": HURT, "help": HELP}


def notice(typed: str) -> str:
    """What is said to these words before anything else; nothing where they call for nothing."""
    from psychodyn_cli.danger import danger_in  # noqa: PLC0415 - a page says the notice without asking

    return _NOTICES[danger_in(typed)]
