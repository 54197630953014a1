"""Where every run begins: `psychodyn`, and `python -m psychodyn_cli`."""

import signal
from signal import SIG_DFL, SIGINT, default_int_handler


def main() -> None:
    """Load, and run. While it loads Ctrl-C ends it at once: there is nothing to say it with, and nothing to lose."""
    if signal.getsignal(SIGINT) is default_int_handler:  # and not where whoever started us wants it ignored
        signal.signal(SIGINT, SIG_DFL)
    from psychodyn_cli.cli import main as run  # noqa: PLC0415 - see above

    if signal.getsignal(SIGINT) == SIG_DFL:
        signal.signal(SIGINT, default_int_handler)
    run()


if __name__ == "__main__":
    main()
