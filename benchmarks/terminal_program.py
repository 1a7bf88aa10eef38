"""A program on a pseudo-terminal of its own: what it sends, how soon, and what it takes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
EXPLORER = [sys.executable, "-m", "briefing_tui"]
FIRST_WORDS = b"4 Source text"
"""What the explorer paints with its first frame."""
LONGEST_START_SECONDS = 60.0
QUESTIONS = re.compile(rb"\x1b\[\?2026\$p|\x1b\[0?c|\x1b\[6n|\x1b\[5n")
ARROW = re.compile(r"\x1b\[[ABCD]")
SWITCHES = re.compile(rb"\x1b\[\?1([hl])")
ANSWERS = {b"p": b"\x1b[?2026;2$y", b"c": b"\x1b[?62;22c", b"6n": b"\x1b[1;1R", b"5n": b"\x1b[0n"}
"""What a modern terminal answers: synchronised output is known, VT220 with colour, where the cursor stands, all well."""


def terminal_environment(home: str, **more: str) -> dict[str, str]:
    """The environment of a program that is measured: nothing of the person who measures but where programs are found."""
    return {
        **{name: os.environ[name] for name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ},
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "HOME": home,
        **{f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CACHE", "STATE", "CONFIG", "DATA")},
        **more,
    }


class Program:
    """Runs until the end of the `with` block; answers what programs ask terminals."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (120, 40),
        quiet_seconds: float = 0.25,
        patience_seconds: float = 0.0,
    ) -> None:
        """A screen of `size` columns and rows that has said nothing for `quiet_seconds` has said all.

        For the first byte after a key `patience_seconds` are waited, if that is longer.
        """
        self.quiet_seconds = quiet_seconds
        self._patience_seconds = max(quiet_seconds, patience_seconds)
        self.start = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.execvpe(command[0], list(command), dict(environment))
            finally:
                os._exit(127)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.is_alive = True
        self.received = 0
        """Bytes since the start."""
        self._has_application_keys = False
        """Whether the program has asked for cursor keys as terminals send them to applications (DECCKM)."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program, as when its window is shut; twice does no harm."""
        if self.terminal < 0:
            return
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
        self.terminal, self.is_alive = -1, False

    def first_frame(self, words: bytes = FIRST_WORDS) -> float:
        """Milliseconds from the start of the process until `words` are painted."""
        seen = b""
        while words not in seen:
            if time.perf_counter() - self.start > LONGEST_START_SECONDS or not self.is_alive:
                raise SystemExit(f"no frame came, but: {seen[-2000:].decode(errors='replace')!r}")
            seen += self.read(1.0)
        return 1000 * (time.perf_counter() - self.start)

    def settle(self) -> tuple[float, int]:
        """Read until the program is quiet; the moment of the last byte, and how many came."""
        last, count = time.perf_counter(), 0
        while data := self.read(self.quiet_seconds if count else self._patience_seconds):
            last = time.perf_counter()
            count += len(data)
        return last, count

    def press(self, key: str) -> tuple[float, int]:
        """Milliseconds from a key to the last byte it brings, and the number of bytes."""
        begin = time.perf_counter()
        self.send(key)
        last, count = self.settle()
        return max(0.0, 1000 * (last - begin)) if count else 0.0, count

    def send(self, key: str) -> None:
        """Press a key and go on; an arrow is sent as the program has asked for it."""
        if self._has_application_keys and ARROW.fullmatch(key):
            key = f"\x1bO{key[-1]}"
        os.write(self.terminal, key.encode())

    def idle(self, seconds: float) -> int:
        """How many bytes come while nothing is pressed."""
        end, count = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0 and self.is_alive:
            count += len(self.read(left))
        return count

    def read(self, seconds: float) -> bytes:
        """What has been sent, as soon as there is anything; nothing after so many seconds, or when the program has ended."""
        if not self.is_alive or not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            data = b""
        self.is_alive = bool(data)
        self.received += len(data)
        for switch in SWITCHES.findall(data):
            self._has_application_keys = switch == b"h"
        for question in QUESTIONS.findall(data):
            os.write(self.terminal, next(answer for end, answer in ANSWERS.items() if question.endswith(end)))
        return data

    def memory(self) -> float:
        """Megabytes that are this process's alone."""
        sizes = memory_of(self.pid)
        return sizes["Private_Clean"] + sizes["Private_Dirty"]

    def resident(self) -> float:
        """Megabytes in memory at most, with what is shared with others."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024

    def processor_ms(self) -> float:
        """Milliseconds of processor time the process has taken by now."""
        return processor_ms_of(self.pid)


@dataclass(slots=True)
class Taken:
    """What keys of one kind brought: milliseconds to the last byte and bytes, one of each a key."""

    times: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def add(self, measured: tuple[float, int]) -> None:
        """One more key."""
        self.times.append(measured[0])
        self.sizes.append(measured[1])


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 90th of a hundred, and the worst."""
    in_order = sorted(values)
    return statistics.median(in_order), in_order[min(len(in_order) - 1, int(0.9 * len(in_order)))], in_order[-1]


def memory_of(pid: int) -> dict[str, float]:
    """Megabytes by the names of Linux's smaps_rollup, such as Pss."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines[1:]}


def processor_ms_of(pid: int) -> float:
    """Milliseconds of processor time a process has taken, all threads together (schedstat of Linux)."""
    return sum(int(one.read_text().split()[0]) for one in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e6
