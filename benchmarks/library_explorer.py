"""The explorer over one file, over a library, and over a larger one: first frame, keys, memory.

Each runs the real program on a pseudo-terminal of 120×40 cells, by turns. A key's time ends with the last byte it brings:
after a search letter that is the whole count, not only the first rows. Prints a table, asserts nothing.

    python benchmarks/library_explorer.py LIBRARY [LARGER_LIBRARY …] [--runs 7]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from terminal_program import EXPLORER, ROOT, Program, terminal_environment

QUERIES = ("norway", "nuclear doctrine", "stance:oppose iran", "the")
MOVES = {"G": ("g", "G"), "k": ("G", "k"), "page up": ("G", "\x1b[5~"), "tab": ("", "\t"), "]": ("", "]")}
"""What is measured, after a key that is not."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("libraries", nargs="+", help="libraries, the smallest first")
    parser.add_argument("--runs", type=int, default=7, help="starts of each (default 7)")
    options = parser.parse_args()
    cases = {"one file": [str(ROOT / "seeds" / "example.txt")]}
    for path in options.libraries:
        cases[f"{Path(path).name}, {Path(path).stat().st_size / 1e6:,.0f} MB"] = ["--library", path]
    with tempfile.TemporaryDirectory() as home:
        frames: dict[str, list[float]] = {name: [] for name in cases}
        for run in range(options.runs + 1):
            for name, arguments in cases.items():
                with Program([*EXPLORER, *arguments], terminal_environment(home)) as program:
                    taken = program.first_frame()
                    if run:  # the first fills caches
                        frames[name].append(taken)
        one_file = statistics.median(frames["one file"])
        print(f"{'first painted frame, ms':36} {'median':>8} {'best':>8} {'worst':>8} {'× file':>8}")
        for name, times in frames.items():
            median = statistics.median(times)
            print(f"{name:36} {median:8.0f} {min(times):8.0f} {max(times):8.0f} {median / one_file:8.2f}")
        for name, arguments in cases.items():
            with Program([*EXPLORER, *arguments], terminal_environment(home)) as program:
                program.first_frame()
                program.settle()
                tell_keys(program, name)


def tell_keys(program: Program, name: str) -> None:
    """Press keys and type queries; print what each took."""
    print(f"\n{name:36} {'median':>8} {'worst':>8} {'bytes':>8}   ms to the last byte")
    for words, (before, key) in MOVES.items():
        taken = []
        for _ in range(5):
            if before:
                program.press(before)
            taken.append(program.press(key))
        tell(words, taken)
    program.press("g")
    for query in QUERIES:
        program.press("/")
        taken = [program.press(letter) for letter in query]
        tell(f"each letter of /{query}", taken)
        tell("  enter", [program.press("\r")])
        tell("  n", [program.press("n") for _ in range(5)])
        program.press("\x1b")
        program.press("\x1b")
    print(f"{'memory, MB':36} {program.memory():8.0f} private, {program.resident():.0f} at most, shared included")


def tell(words: str, taken: list[tuple[float, int]]) -> None:
    times, sizes = [one for one, _ in taken], [size for _, size in taken]
    print(f"{words:36} {statistics.median(times):8.1f} {max(times):8.1f} {statistics.median(sizes):8.0f}")


if __name__ == "__main__":
    main()
