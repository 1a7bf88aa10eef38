"""What keys cost on the line to the terminal: a plain Textual application, newsboat, less, VisiData, and the explorer.

    python benchmarks/wire.py LIBRARY [--size 120x40] [--downs 40] [--idle 60] [--only NAME …]
    python benchmarks/wire.py LIBRARY --ssh [--round-trip 300] [--kbit 64]
    python benchmarks/wire.py LIBRARY --sessions 1,10,50

All run on pseudo-terminals of one size over the same texts; programs that are not installed are left out, with a line. A key
ends with the last byte it brings, when 0.25 s have brought no more. `record_rich.py` makes a library such as the one that the
figures in README.md are of. With `--ssh` every program runs behind a real sshd on 127.0.0.1 and a slow line; with `--sessions`
so many people explore at once, each in a session of that sshd. Prints Markdown tables, asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from loopback_ssh import Server, SlowLine, is_there
from many_sessions import measure_sessions
from terminal_program import EXPLORER, FIRST_WORDS, Program, Taken, spread, terminal_environment
from wire_material import Material, rows_by_pane
from wire_walks import START, Amount, walk_explorer, walk_less, walk_newsboat, walk_stock, walk_visidata

BYTES_ALLOWED = {
    START: "≤ 12,000",
    "cursor down": "median ≤ 300",
    "tab": "≤ 500",
    "a page of the text": "≤ 5,500",
    "a search letter": "≤ 1,500",
    "idle": "0",
}
SLOW_LINE_MS_ALLOWED = {
    "cursor down": "≤ 600",
    "tab": "≤ 600",
    "a search letter": "≤ 600",
    "a page of the text": "≤ 1,200",
}
"""What the explorer may take over a slow line of 300 ms and 64 kbit/s."""
LOCAL = {"SSH_CONNECTION": ""}
REMOTE = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
"""What sshd sets; by it the explorer knows."""
ROWS = (
    START,
    "cursor down",
    "– within a briefing",
    "– to another briefing",
    "tab",
    "next briefing",
    "open a text",
    "a page of the text",
    "a search letter",
    "idle",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A program and how its keys are measured."""

    name: str
    command: Sequence[str] | None
    walk: Callable[[Program, Amount], dict[str, Taken]]
    first_words: bytes
    environment: dict[str, str]


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--size", default="120x40", help="columns x rows")
    parser.add_argument("--downs", type=int, help="rows that are walked down in each list (40; over ssh 12)")
    parser.add_argument("--idle", type=float, default=60, help="seconds without a key (60)")
    parser.add_argument("--only", nargs="+", default=(), help="words in the names of programs")
    parser.add_argument("--ssh", action="store_true", help="behind sshd and a slow line")
    parser.add_argument("--round-trip", type=float, default=300, help="milliseconds")
    parser.add_argument("--kbit", type=float, default=64, help="a second")
    parser.add_argument("--sessions", default="", help="numbers of sessions, such as 1,10,50")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # servers and folders go with it
    size = tuple(map(int, options.size.split("x")))
    if (options.ssh or options.sessions) and not is_there():
        raise SystemExit("this needs sshd, ssh and ssh-keygen")
    with tempfile.TemporaryDirectory() as folder:
        if options.sessions:
            measure_sessions(options.library.absolute(), folder, [int(count) for count in options.sessions.split(",")], size)
            return
        amount = Amount(options.downs or (12 if options.ssh else 40), 4 if options.ssh else 12, options.ssh, options.idle)
        cases = [case for case in cases_of(options.library.absolute(), Path(folder)) if wanted(case.name, options.only)]
        taken: dict[str, dict[str, Taken]] = {}
        for case in cases:
            print(f"{case.name} …", file=sys.stderr)
            taken[case.name] = through(case, folder, size, amount, options) if case.command else {}
        if options.ssh:
            head = f"ms from a key to its last byte over ssh, {options.round_trip:g} ms and {options.kbit:g} kbit/s"
            print_table(head, taken, milliseconds, SLOW_LINE_MS_ALLOWED)
        else:
            print_table("bytes: median / 90th of 100 / worst", taken, byte_counts, BYTES_ALLOWED)
            print_table("ms from a key to its last byte: median / worst", taken, milliseconds, {})
    print(f"\n{options.size}; {os.getloadavg()[0]:.1f} programs were running on {os.cpu_count()} cores at the end.")


def cases_of(library: Path, folder: Path) -> Iterable[Case]:
    """Every program there is, and those that are missing without a command."""
    material = Material(library, folder)
    order = rows_by_pane(library)
    stock = [sys.executable, str(Path(__file__).with_name("stock_textual.py")), str(library)]
    explorer = [*EXPLORER, "browse", "--library", str(library)]

    def walk(program: Program, amount: Amount) -> dict[str, Taken]:
        return walk_explorer(program, amount, order)

    yield Case("stock Textual", stock, walk_stock, b"StockExplorer", LOCAL)
    yield Case("newsboat", material.newsboat(), walk_newsboat, b"Briefings", LOCAL)
    yield Case("less", material.less(), walk_less, b"texts.txt", LOCAL)
    yield Case("VisiData", material.visidata(), walk_visidata, b"records", LOCAL)
    yield Case("ours, local", explorer, walk, FIRST_WORDS, LOCAL)
    yield Case("ours, remote", explorer, walk, FIRST_WORDS, REMOTE)


def wanted(name: str, only: Sequence[str]) -> bool:
    """Whether a program was asked for."""
    return not only or any(word in name for word in only)


def through(case: Case, home: str, size: tuple[int, ...], amount: Amount, options: argparse.Namespace) -> dict[str, Taken]:
    """Measure a program, on a terminal of this machine or at the end of a slow line."""
    assert case.command is not None
    columns, rows = size
    if not options.ssh:
        environment = terminal_environment(home, **case.environment)
        patience = 1.0 if case.walk is walk_stock else 0.0  # it fills its tables before it says anything
        with Program(case.command, environment, size=(columns, rows), patience_seconds=patience) as program:
            return measured(program, case, amount)
    environment = terminal_environment(home, **(LOCAL if case.environment == LOCAL else {}))
    quiet = 1.0 + options.round_trip / 500
    with (
        Server(case.command, environment) as server,
        SlowLine(server.port, round_trip_ms=options.round_trip, kbit=options.kbit) as line,
        Program(server.line(line.port), terminal_environment(home), size=(columns, rows), quiet_seconds=quiet) as program,
    ):
        return measured(program, case, amount)


def measured(program: Program, case: Case, amount: Amount) -> dict[str, Taken]:
    """What the start and the keys brought."""
    program.first_frame(case.first_words)
    last, _ = program.settle()
    start = Taken([1000 * (last - program.start)], [program.received])
    found = {START: start, **case.walk(program, amount)}
    if amount.idle:
        found["idle"] = Taken([0.0], [program.idle(amount.idle)])
    return found


def byte_counts(taken: Taken) -> str:
    """As "120 / 300 / 310", or one number."""
    if len(taken.sizes) == 1:
        return f"{taken.sizes[0]:,}"
    return " / ".join(f"{one:,.0f}" for one in spread(taken.sizes))


def milliseconds(taken: Taken) -> str:
    """As "3 / 8"."""
    median, _, worst = spread(taken.times)
    return f"{median:,.0f}" if len(taken.times) == 1 else f"{median:,.0f} / {worst:,.0f}"


def print_table(head: str, taken: dict[str, dict[str, Taken]], words: Callable[[Taken], str], allowed: dict[str, str]) -> None:
    """Measures downwards, programs across."""
    budget = ["ours may"] if allowed else []
    print(f"\n| {' | '.join([head, *taken, *budget])} |")
    print(f"|---|{'---:|' * (len(taken) + len(budget))}")
    for row in ROWS:
        if not any(row in found for found in taken.values()):
            continue
        cells = [words(found[row]) if row in found else "–" for found in taken.values()]
        print(f"| {' | '.join([row, *cells, *([allowed.get(row, '')] if allowed else [])])} |")
    for name in [name for name, found in taken.items() if not found]:
        print(f"\n{name} is not installed.")


if __name__ == "__main__":
    main()
