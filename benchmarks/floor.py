"""The floor of start-up: a Typer app of one command that prints one Rich panel."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main() -> None:
    from rich.console import Console  # noqa: PLC0415 - as late as psychodyn does it
    from rich.panel import Panel  # noqa: PLC0415 - as above

    Console(force_terminal=True, width=80).print(Panel("One panel."))


if __name__ == "__main__":
    app()
