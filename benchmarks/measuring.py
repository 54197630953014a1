"""Whole processes, measured in turn so that a busy moment hits all of them alike."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PSYCHODYN = (str(Path(sys.executable).with_name("psychodyn")),)  # as installed beside this Python
FLOOR = (sys.executable, str(HERE / "floor.py"))
EMPTY = (sys.executable, str(HERE / "empty.py"))


class Taken(NamedTuple):
    """Medians of one command: seconds by the clock, and the most memory in KiB."""

    seconds: float
    memory: int


def measure(commands: Mapping[str, Sequence[str]], runs: int, env: Mapping[str, str] | None = None) -> dict[str, Taken]:
    """Run every command `runs` times, one after the other, and take medians."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, list[int]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            took, most = _once(command, env or {})
            seconds[name].append(took)
            memory[name].append(most)
    return {name: Taken(statistics.median(seconds[name]), int(statistics.median(memory[name]))) for name in commands}


def _once(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, int]:
    # Compiled modules are what an installed program has; without them every start would compile.
    whole = {**os.environ, **env, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=whole)
    _, _, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    process.returncode = 0
    return took, _peak(usage)


def _peak(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss // 1024 if sys.platform == "darwin" else usage.ru_maxrss
