"""`python -m psychodyn_cli` is `psychodyn`."""

from psychodyn_cli.cli import main

main()
