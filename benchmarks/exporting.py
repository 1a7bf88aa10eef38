"""What it takes to write a whole library out, and to add it up: seconds, records a second, and the most memory held.

Each runs as a process of its own, its output thrown away. Prints a table, asserts nothing.

    python benchmarks/exporting.py LIBRARY…
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from briefing_tui.library import open_library

VERBS = (
    ("export", "--format", "csv"),
    ("export", "--format", "jsonl"),
    ("export", "--format", "markdown"),
    ("export", "--format", "parquet"),
    ("search", "--jsonl", "kind:event"),
    ("totals",),
    ("timeline", "--by", "month"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("libraries", nargs="+", metavar="LIBRARY")
    for library in parser.parse_args().libraries:
        with open_library(Path(library)) as opened:
            documents, records = (
                opened.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("documents", "records")
            )
        print(f"{f'{documents:,} documents, {records:,} records':42} {'seconds':>8} {'records/s':>10} {'MB':>6}")
        for arguments in VERBS:
            seconds, megabytes = run([sys.executable, "-m", "briefing_tui", *arguments, "--library", library])
            rate = f"{records / seconds:10,.0f}" if arguments[0] != "search" else f"{'':10}"
            print(f"{' '.join(arguments):42} {seconds:8.1f} {rate} {megabytes:6.0f}")
        print()


def run(command: list[str]) -> tuple[float, float]:
    """Seconds a command took and the most memory it held, in MB (10⁶ bytes)."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.perf_counter() - start, used.ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    main()
