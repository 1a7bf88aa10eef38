"""Many people at once, each with a session of one sshd on this machine: memory, a key in all of them together, what is left."""

from __future__ import annotations

import contextlib
import os
import select
import statistics
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from loopback_ssh import Server
from terminal_program import EXPLORER, FIRST_WORDS, Program, memory_of, processor_ms_of, spread, terminal_environment

KEYS = {"cursor down": ("\x1b[B",) * 12, "tab": ("\t",) * 6, "next briefing": ("]",) * 4, "cursor up": ("\x1b[A",) * 4}
"""Pressed in all sessions together, one after the other."""
QUIET_SECONDS = 0.6
IDLE_SECONDS = 10.0
LONGEST_END_SECONDS = 15.0


def measure_sessions(library: Path, folder: str, counts: Sequence[int], size: tuple[int, ...]) -> None:
    """Print a table with a row for each number of sessions."""
    heads = [
        "sessions",
        "first frame of all, s",
        "PSS each, MB",
        "worst",
        "with its sshd",
        *KEYS,
        "processor ms a key",
        "idle",
        "left",
    ]
    print(f"| {' | '.join(heads)} |")
    print(f"|{'---:|' * len(heads)}")
    for count in counts:
        print(row_of(library, folder, count, size), flush=True)
    print(
        "\nA key, median / worst: ms from pressing it in the first session to the last byte in each, ssh clients and servers included."
        " Idle: ms of processor a second, of all sessions. Allowed with 50: 45 MB, 150 ms, nothing left."
    )
    print(f"{os.getloadavg()[0]:.1f} programs were running on {os.cpu_count()} cores at the end.")


def row_of(library: Path, folder: str, count: int, size: tuple[int, ...]) -> str:
    """The figures of so many sessions."""
    command = [*EXPLORER, *kiosk_words(), str(library)]
    environment = terminal_environment(folder)
    with Server(command, environment) as server:
        with ExitStack() as stack:
            begin = time.perf_counter()
            programs = [stack.enter_context(Program(server.line(), environment, size=(size[0], size[1]))) for _ in range(count)]
            for program in programs:
                program.first_frame(FIRST_WORDS)
            started = time.perf_counter() - begin
            settle(programs, 2.0)
            ours = [pid for pid in descendants(server.process.pid) if "briefing_tui" in command_of(pid)]
            servers = [pid for pid in descendants(server.process.pid) if pid not in ours]
            memory = [memory_of(pid)["Pss"] for pid in ours]
            around = sum(memory_of(pid)["Pss"] for pid in servers) / count
            before = total_ms(ours)
            settle(programs, IDLE_SECONDS)
            idle = (total_ms(ours) - before) / IDLE_SECONDS
            before = total_ms(ours)
            taken = [[moment for key in keys for moment in press_in_all(programs, key)] for keys in KEYS.values()]
            cost = (total_ms(ours) - before) / count / sum(map(len, KEYS.values()))
            for program in programs:
                program.close()
        left = wait_for_end(ours)
    sizes = (f"{started:.1f}", f"{statistics.mean(memory):.1f}", f"{max(memory):.1f}", f"{statistics.mean(memory) + around:.1f}")
    keys = (f"{median:.0f} / {worst:.0f}" for median, _, worst in map(spread, taken))
    return f"| {' | '.join([str(count), *sizes, *keys, f'{cost:.1f}', f'{idle:.1f}', str(left or 'nothing')])} |"


def kiosk_words() -> list[str]:
    """How a public account opens a library."""
    return [*(["--even-if-unsafe"] if os.getuid() == 0 else []), "--kiosk"]


def press_in_all(programs: Sequence[Program], key: str) -> list[float]:
    """Milliseconds from pressing a key in all sessions to the last byte in each."""
    begin = time.perf_counter()
    for program in programs:
        program.send(key)
    last = settle(programs, QUIET_SECONDS)
    return [1000 * (moment - begin) for moment in last.values()]


def settle(programs: Sequence[Program], quiet_seconds: float) -> dict[int, float]:
    """Read from all until nothing comes; the moment of the last byte of each."""
    by_terminal = {program.terminal: program for program in programs}
    last: dict[int, float] = {}
    while ready := select.select(list(by_terminal), [], [], quiet_seconds)[0]:
        for terminal in ready:
            if by_terminal[terminal].read(0):
                last[terminal] = time.perf_counter()
            else:
                del by_terminal[terminal]
    return last


def wait_for_end(pids: Sequence[int]) -> int:
    """How many of these are still there a while after everybody has gone."""
    end = time.monotonic() + LONGEST_END_SECONDS
    while (left := sum(Path(f"/proc/{pid}").exists() for pid in pids)) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and theirs."""
    found: list[int] = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *descendants(int(child))]
    return found


def command_of(pid: int) -> str:
    """The command line of a process; empty when it is gone."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    return ""


def total_ms(pids: Sequence[int]) -> float:
    """Processor time of these together."""
    return sum(map(processor_ms_of, pids))
