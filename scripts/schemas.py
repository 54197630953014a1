"""Write `data/schemas/`, which editors use to complete and check entries: `python scripts/schemas.py`."""

from pathlib import Path

from psychodyn_cli.tasks.schema import KINDS, OUTPUT, as_text, file_schema, output_schema

FOLDER = Path(__file__).resolve().parent.parent / "data" / "schemas"


def schemas() -> dict[str, str]:
    """File name -> what stands in it."""
    files = {f"{kind}.json": as_text(file_schema(type_)) + "\n" for kind, type_ in KINDS.items()}
    return {**files, f"{OUTPUT}.json": as_text(output_schema()) + "\n"}


if __name__ == "__main__":
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
