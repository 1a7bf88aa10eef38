"""Time from starting the program to its first painted frame with content, beside Textual's "hello world".

All run by turns through a pseudo-terminal of 120×40 cells, so that they meet the same machine. The explorer paints the
source text first and the records as soon as they are read; both are measured, with the compiled lexicon in its cache (what
a person meets every day) and with an empty cache folder (the very first start). With a library also the processor time of the
verbs that ask it, from the start of their process to its end. Prints tables, asserts nothing.

    python benchmarks/startup.py [--runs 15] [--library FILE]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = b"Humanitarian Concerns"
"""A heading of the bundled briefing that is in sight at the start."""
RECORD = b"embassy closed"
"""Words that stand in a row, never in the text."""
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Hello, World!")

Hello().run()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="runs of each program (default 15)")
    parser.add_argument("--library", metavar="FILE", help="a library to ask, such as one of 25,000 documents")
    options = parser.parse_args()
    measure_first_frames(options.runs)
    measure_verbs(options.runs, options.library)


def measure_first_frames(runs: int) -> None:
    explorer = [sys.executable, "-m", "briefing_tui", str(ROOT / "seeds" / "example.txt")]
    with tempfile.TemporaryDirectory() as warm:
        programs = {
            "Textual hello world": ([sys.executable, "-c", HELLO], b"Hello, World!", warm),
            "explorer, text, warm cache": (explorer, TEXT, warm),
            "explorer, records, warm cache": (explorer, RECORD, warm),
            "explorer, text, cold cache": (explorer, TEXT, None),
            "explorer, records, cold cache": (explorer, RECORD, None),
        }
        for command, needle, home in programs.values():
            first_frame(command, needle, home)
        times: dict[str, list[float]] = {name: [] for name in programs}
        sizes: dict[str, list[int]] = {name: [] for name in programs}
        for _ in range(runs):
            for name, (command, needle, home) in programs.items():
                seconds, size = first_frame(command, needle, home)
                times[name].append(seconds)
                sizes[name].append(size)
    hello = statistics.median(times["Textual hello world"])
    print(f"{'first frame with content, 120×40':34} {'median ms':>10} {'best':>7} {'worst':>7} {'× hello':>8} {'bytes':>8}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(
            f"{name:34} {median * 1000:10.0f} {min(taken) * 1000:7.0f} {max(taken) * 1000:7.0f} {median / hello:8.2f}"
            f" {statistics.median(sizes[name]):8.0f}"
        )


VERBS = (
    ("--version",),
    ("--help",),
    ("search", "--help"),
    ("search", "patriot"),
    ("search", 'actor:norway after:2022-01-01 "security assistance"'),
    ("search", "--count", "ukraine"),
    ("search", "--facets", "ukraine"),
    ("search", "--jsonl", "--limit", "50", "ukraine"),
    ("search", "ukrane"),
    ("show", "#12"),
    ("totals", "recipient:ukraine"),
)


def measure_verbs(runs: int, library: str | None) -> None:
    empty = [python_cpu() for _ in range(runs)]
    print(f"\n{'processor time, start to exit':66} {'median ms':>10} {'best':>7}")
    print(f"{'an empty Python program':66} {statistics.median(empty) * 1000:10.0f} {min(empty) * 1000:7.0f}")
    for arguments in VERBS:
        asks = not arguments[-1].startswith("--")
        if asks and library is None:
            continue
        where = ["--library", library] if asks and library else []
        times = [cpu([sys.executable, "-m", "briefing_tui", *arguments, *where]) for _ in range(runs)]
        print(f"{' '.join(arguments):66} {statistics.median(times) * 1000:10.0f} {min(times) * 1000:7.0f}")


def python_cpu() -> float:
    return cpu([sys.executable, "-c", "pass"])


def cpu(command: list[str]) -> float:
    """Seconds of user and system time that a process took, its own start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def first_frame(command: list[str], needle: bytes, home: str | None) -> tuple[float, int]:
    """Seconds until `needle` has been painted and the bytes sent by then. `home` holds the caches; None makes an empty one."""
    with tempfile.TemporaryDirectory() as empty:
        folder = home or empty
        environment = {
            **{name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ},
            "TERM": "xterm-256color",
            "HOME": folder,
            "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_STATE_HOME": f"{folder}/state",
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_DATA_HOME": f"{folder}/data",
        }
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], command, environment)
        try:
            return _wait_for(needle, terminal, start)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(terminal)


def _wait_for(needle: bytes, terminal: int, start: float) -> tuple[float, int]:
    seen = b""
    while time.perf_counter() - start < 30:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        if needle in seen:
            return time.perf_counter() - start, len(seen)
    tail = seen[-2000:].decode(errors="replace")
    raise SystemExit(f"{needle!r} was never painted; the end of what was: {tail!r}")


if __name__ == "__main__":
    main()
