"""Draw the screenshots in `docs/` from real output: `python scripts/screens.py`.

An SVG of our own, with system fonts, a title and the whole text as description; nothing is fetched when it is shown.
"""

import re
import subprocess
import sys
from html import escape
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
SCREENS = {
    "techniques": ("techniques",),
    "explain": ("explain", "free-association"),
    "compare": ("compare", "cbt"),
    "chart": ("compare", "cbt", "dbt", "--chart"),
}
COLUMNS, LINES = 80, 44
CELL, LINE, EDGE = 8.4, 18, 16  # pixels of one column, one line, the margin
COLOURS = {"35": "#a0559a", "33": "#9a6b00"}
_ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


def screen(words: tuple[str, ...]) -> str:
    """What the command prints on a terminal, its first lines."""
    command = (sys.executable, "-m", "psychodyn_cli", *words, "--format", "terminal", "--color", "always")
    done = subprocess.run((*command, "--width", str(COLUMNS)), capture_output=True, text=True, check=True)
    return "\n".join(done.stdout.splitlines()[:LINES])


def as_svg(words: tuple[str, ...], text: str) -> str:
    lines = text.split("\n")
    width, height = COLUMNS * CELL + 2 * EDGE, (len(lines) + 2) * LINE + 2 * EDGE
    title = f"psychodyn {' '.join(words)}"
    body = "\n".join(_line(line, number + 2) for number, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'aria-labelledby="t d" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14">\n'
        f'<title id="t">{escape(title)}</title>\n<desc id="d">{escape(_ESCAPE.sub("", text))}</desc>\n'
        f'<rect width="100%" height="100%" rx="8" fill="#fdfaf5"/>\n'
        f'<text x="{EDGE}" y="{EDGE + LINE}" fill="#777" xml:space="preserve">$ {escape(title)}</text>\n'
        f"{body}\n</svg>\n"
    )


def _line(line: str, number: int) -> str:
    spans, column, style = [], 0, ""
    for index, piece in enumerate(_ESCAPE.split(line)):
        if index % 2:
            style = _style(piece, style)
        elif piece:
            spans.append(f'<tspan x="{EDGE + column * CELL:.1f}" {style}>{escape(piece)}</tspan>')
            column += len(piece)
    return f'<text y="{EDGE + (number + 0.5) * LINE:.0f}" fill="#222" xml:space="preserve">{"".join(spans)}</text>'


def _style(codes: str, style: str) -> str:
    if codes in {"", "0"}:
        return ""
    told = {
        "1": 'font-weight="bold"',
        "2": 'fill-opacity="0.65"',
        "3": 'font-style="italic"',
        "4": 'text-decoration="underline"',
    }
    new = [told.get(code) or (f'fill="{COLOURS[code]}"' if code in COLOURS else "") for code in codes.split(";")]
    return " ".join(filter(None, [style, *new]))


if __name__ == "__main__":
    for name, words in SCREENS.items():
        (DOCS / f"{name}.svg").write_text(as_svg(words, screen(words)), encoding="utf-8")
