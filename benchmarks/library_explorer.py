"""The explorer over one file, over a library, and over a larger one: first frame, keys, memory.

Each runs the real program on a pseudo-terminal of 120×40 cells, by turns. A key's time ends with the last byte it brings:
after a search letter that is the whole count, not only the first rows. Prints a table, asserts nothing.

    python benchmarks/library_explorer.py LIBRARY [LARGER_LIBRARY …] [--runs 7]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
FIRST_WORDS = b"4 Source text"
"""Painted with the first frame."""
QUIET_SECONDS = 0.25
"""A screen that has said nothing for so long has said all."""
QUERIES = ("norway", "nuclear doctrine", "stance:oppose iran", "the")
MOVES = {"G": ("g", "G"), "k": ("G", "k"), "page up": ("G", "\x1b[5~"), "tab": ("", "\t"), "]": ("", "]")}
"""What is measured, after a key that is not."""


class Program:
    """The explorer on a terminal of its own."""

    def __init__(self, arguments: list[str], home: str) -> None:
        environment = {
            **{name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ},
            "TERM": "xterm-256color",
            "HOME": home,
            **{f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CACHE", "STATE", "CONFIG", "DATA")},
        }
        command = [sys.executable, "-m", "briefing_tui", *arguments]
        self.start = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], command, environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def first_frame(self) -> float:
        """Milliseconds from the start of the process until the first frame is painted."""
        seen = b""
        while FIRST_WORDS not in seen:
            if time.perf_counter() - self.start > 30:
                raise SystemExit(f"no frame came, but: {seen[-2000:].decode(errors='replace')!r}")
            seen += self._read(1.0)
        return 1000 * (time.perf_counter() - self.start)

    def settle(self) -> tuple[float, int]:
        """Read until the program is quiet; the moment of the last byte, and how many came."""
        last, count = time.perf_counter(), 0
        while data := self._read(QUIET_SECONDS):
            last = time.perf_counter()
            count += len(data)
        return last, count

    def press(self, key: str) -> tuple[float, int]:
        """Milliseconds from a key to the last byte it brings, and the number of bytes."""
        begin = time.perf_counter()
        os.write(self.terminal, key.encode())
        last, count = self.settle()
        return max(0.0, 1000 * (last - begin)) if count else 0.0, count

    def memory(self) -> float:
        """Megabytes that are this process's alone."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
        return (sizes["Private_Clean"] + sizes["Private_Dirty"]) / 1024

    def resident(self) -> float:
        """Megabytes in memory, with what is shared with others."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024

    def _read(self, seconds: float) -> bytes:
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return b""


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
                with Program(arguments, home) as program:
                    taken = program.first_frame()
                    if run:  # the first fills caches
                        frames[name].append(taken)
        one_file = statistics.median(frames["one file"])
        print(f"{'first painted frame, ms':36} {'median':>8} {'best':>8} {'worst':>8} {'× file':>8}")
        for name, times in frames.items():
            median = statistics.median(times)
            print(f"{name:36} {median:8.0f} {min(times):8.0f} {max(times):8.0f} {median / one_file:8.2f}")
        for name, arguments in cases.items():
            with Program(arguments, home) as program:
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
