"""Start-up of the main commands as ratios against a floor measured in the same run.

python benchmarks/startup.py [RUNS]
"""

import sys

from measuring import EMPTY, FLOOR, PSYCHODYN, measure

LIMITS = {
    "explain": 1.25,
    "techniques": 1.35,
    "compare": 1.40,
    "search": 1.35,
    "explain --plain": 0.95,
}
COMPLETION_LIMIT = 1.15


def main(runs: int) -> bool:
    drawn = ("--format", "terminal", "--color", "always", "--width", "80")
    commands = {
        "floor": FLOOR,
        "explain": (*PSYCHODYN, "explain", "free-association", *drawn),
        "techniques": (*PSYCHODYN, "techniques", *drawn),
        "compare": (*PSYCHODYN, "compare", "cbt", *drawn),
        "search": (*PSYCHODYN, "search", "my", "therapist", "is", "silent", *drawn),
        "explain --plain": (*PSYCHODYN, "explain", "free-association", "--plain"),
    }
    measure(commands, 2)  # compile, build the library, warm the disk
    taken = measure(commands, runs)
    good = [_tell(name, taken[name].seconds / taken["floor"].seconds, limit) for name, limit in LIMITS.items()]
    print(f"floor: {taken['floor'].seconds * 1000:.0f} ms")
    return all([*good, _completion(runs)])


def _completion(runs: int) -> bool:
    asked = {"COMP_WORDS": "psychodyn explain free", "COMP_CWORD": "2"}
    ours = measure({"completion": PSYCHODYN}, runs, {**asked, "_PSYCHODYN_COMPLETE": "complete_bash"})["completion"]
    floor = measure({"empty": EMPTY}, runs, {**asked, "_EMPTY_COMPLETE": "complete_bash"})["empty"]
    return _tell("completion", ours.seconds / floor.seconds, COMPLETION_LIMIT)


def _tell(name: str, ratio: float, limit: float) -> bool:
    print(f"{name}: {ratio:.2f} x the floor (at most {limit:.2f}){'' if ratio <= limit else '  TOO SLOW'}")
    return ratio <= limit


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 15) else 1)
