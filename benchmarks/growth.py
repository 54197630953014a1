"""How cost grows with the library: 200 against 20,000 synthetic entries, and the first run.

python benchmarks/growth.py [RUNS]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import PSYCHODYN, measure

EXPLAIN = (*PSYCHODYN, "explain", "free-association", "--plain")
GROWTH_LIMIT, FIRST_RUN_LIMIT, CHECK_LIMIT = 1.15, 0.5, 2.0
ROOT = Path(__file__).resolve().parent.parent
BARE_PARSE = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def library_of(size: int, folder: Path) -> Path:
    """A content folder: the real content, and `size` techniques that are copies of one page under other names."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    page = (ROOT / "data" / "techniques" / "free-association.yaml").read_text(encoding="utf-8")
    body = _what_two_entries_may_share(page)
    for number in range(size):
        text = f"name: Synthetic technique {number}\n{body}"
        (data / "techniques" / f"synthetic-{number}.yaml").write_text(text, encoding="utf-8")
    return data


def _what_two_entries_may_share(page: str) -> str:
    """No names, and no neighbours, who would have to know the copy too."""
    body = page[page.index("move:") :]
    return body[: body.index("confusable:")] + body[body.index("ask:") :]


def main(runs: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        small, large = (library_of(size, Path(folder) / str(size)) for size in (200, 20_000))
        middle = library_of(1_000, Path(folder) / "1000")
        environments = {name: _env(data, Path(folder)) for name, data in (("200", small), ("20000", large))}
        return all([_growth(environments, runs), _first_run(Path(folder)), _check(middle)])


def _env(data: Path, folder: Path) -> dict[str, str]:
    return {"PSYCHODYN_DATA": str(data), "XDG_CACHE_HOME": str(folder / "cache" / data.parent.name)}


def _growth(environments: dict[str, dict[str, str]], runs: int) -> bool:
    for env in environments.values():
        measure({"warm": EXPLAIN}, 1, env)
    rounds = [{size: measure({size: EXPLAIN}, 1, env)[size] for size, env in environments.items()} for _ in range(runs)]
    seconds = {size: sorted(one[size].seconds for one in rounds)[runs // 2] for size in environments}
    memory = {size: sorted(one[size].memory for one in rounds)[runs // 2] for size in environments}
    told = _tell("explain, 20,000 entries to 200", seconds["20000"] / seconds["200"], GROWTH_LIMIT)
    return _tell("peak memory, 20,000 entries to 200", memory["20000"] / memory["200"], GROWTH_LIMIT) and told


def _first_run(folder: Path) -> bool:
    """Seconds of the first run, which reads every file of the real content and builds the library."""
    taken = []
    for number in range(5):
        env = {"XDG_CACHE_HOME": str(folder / f"cold-{number}")}
        taken.append(measure({"first": EXPLAIN}, 1, env)["first"].seconds)
    count = sum(1 for _ in (ROOT / "data").rglob("*.yaml"))
    return _tell(f"first run, {count} files, in seconds", sorted(taken)[2], FIRST_RUN_LIMIT)


def _check(data: Path) -> bool:
    parse = _seconds((sys.executable, "-c", BARE_PARSE, str(data)))
    check = _seconds((*PSYCHODYN, "check"), {"PSYCHODYN_DATA": str(data)})
    return _tell("check to the bare parse of the same files", check / parse, CHECK_LIMIT)


def _seconds(command: tuple[str, ...], env: dict[str, str] | None = None) -> float:
    whole = {**os.environ, **(env or {}), "PYTHONDONTWRITEBYTECODE": ""}
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=whole)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[2]


def _tell(name: str, value: float, limit: float) -> bool:
    print(f"{name}: {value:.2f} (at most {limit:.2f}){'' if value <= limit else '  TOO MUCH'}")
    return value <= limit


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 15) else 1)
