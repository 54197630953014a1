"""The floor of completion: an empty Typer app."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    app(prog_name="empty")
