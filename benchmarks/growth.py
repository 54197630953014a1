"""How cost grows with the library: 200 against 20,000 synthetic entries, and the first run.

python benchmarks/growth.py [RUNS]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import FLOOR, PSYCHODYN, measure

EXPLAIN = (*PSYCHODYN, "explain", "free-association", "--plain")
SEARCH = (*PSYCHODYN, "search", "my", "therapist", "is", "silent", "--format", "terminal", "--width", "80")
GROWTH_LIMIT, SEARCH_LIMIT, FIRST_RUN_LIMIT, CHECK_LIMIT = 1.15, 1.5, 0.5, 2.0
FIRST_RUN_FILES = 300
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
    """No names, no place at the head of a list, and no neighbours, who would have to know the copy too."""
    body = re.sub(r"^leads: .*\n", "", page[page.index("move:") :], flags=re.MULTILINE)
    return body[: body.index("confusable:")] + body[body.index("ask:") :]


def main(runs: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        small, large = (library_of(size, Path(folder) / str(size)) for size in (200, 20_000))
        middle = library_of(1_000, Path(folder) / "1000")
        environments = {name: _env(data, Path(folder)) for name, data in (("200", small), ("20000", large))}
        growth = _growth(environments, runs)
        return all([growth, _search(environments["20000"], runs), _first_run(Path(folder)), _check(middle)])


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


def _search(env: dict[str, str], runs: int) -> bool:
    measure({"warm": SEARCH}, 1, env)
    taken = measure({"floor": FLOOR, "search": SEARCH}, runs, env)
    ratio = taken["search"].seconds / taken["floor"].seconds
    return _tell("search among 20,000 entries, to the floor", ratio, SEARCH_LIMIT)


def _first_run(folder: Path) -> bool:
    """Seconds of the first run, which reads every file and builds the library: of 300 files, and of all."""
    files = sorted((ROOT / "data").rglob("*.yaml"))
    few = _some_of(files, FIRST_RUN_FILES, folder / "few")
    told = _tell(f"first run, {FIRST_RUN_FILES} files, in seconds", _cold(folder / "cold-few", few), FIRST_RUN_LIMIT)
    print(f"first run, all {len(files)} files, in seconds: {_cold(folder / 'cold-all', ROOT / 'data'):.2f}")
    return told


def _some_of(files: list[Path], many: int, folder: Path) -> Path:
    """A content folder of so many of the files, of every kind alike, with the page that is asked for."""
    page = ROOT / "data" / "techniques" / "free-association.yaml"
    for file in {page, *files[:: max(1, len(files) // many)][:many]}:
        target = folder / file.relative_to(ROOT / "data")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return folder


def _cold(cache: Path, data: Path) -> float:
    runs = [{"XDG_CACHE_HOME": f"{cache}-{number}", "PSYCHODYN_DATA": str(data)} for number in range(5)]
    return sorted(measure({"first": EXPLAIN}, 1, env)["first"].seconds for env in runs)[2]


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
