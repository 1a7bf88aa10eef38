"""The real program on a real pseudo-terminal."""

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Sequences that pyte does not know and would print."""
LIMIT_SECONDS = 60
"""However loaded the machine, what has not come by then never comes."""
QUIET_SECONDS = 0.3
"""A screen that has said nothing for so long has finished painting."""


class Terminal:
    """A program, the bytes it has sent, and what a terminal makes of them."""

    def __init__(self, child: pexpect.spawn, columns: int, rows: int) -> None:
        self.child = child
        self.sent = b""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.settings_before = termios.tcgetattr(child.child_fd)

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    def line_of(self, words: str) -> int:
        """The line of the screen that shows these words."""
        return next(number for number, line in enumerate(self.lines()) if words in line)

    def wait_for(self, words: str) -> None:
        """Read until the screen shows these words."""
        self.wait_until(lambda: words in "\n".join(self.lines()), repr(words))

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until something is so; on a loaded machine a quiet program may not have begun to answer."""
        end = time.monotonic() + LIMIT_SECONDS
        while not is_so():
            assert time.monotonic() < end, f"{what} never came:\n" + "\n".join(self.lines())
            self.read(0.1)

    def settle(self, quiet_seconds: float = QUIET_SECONDS) -> int:
        """Read until the program is quiet; how many bytes came."""
        before = len(self.sent)
        while self.read(quiet_seconds):
            pass
        return len(self.sent) - before

    def read(self, timeout: float) -> bytes:
        try:
            data = self.child.read_nonblocking(65536, timeout=timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        self.sent += data
        self._stream.feed(PRIVATE.sub(b"", data))
        return data

    def press(self, keys: str | bytes) -> int:
        """Send keys and wait until the program is quiet; how many bytes it answered."""
        self.child.send(keys)
        return self.settle()

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self.settle()

    def hang_up(self) -> int:
        """Take the terminal away, as a dropped connection does; the wait status of the program when it has ended."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        _, status = os.waitpid(self.child.pid, 0)
        self.child.terminated = self.child.ptyproc.terminated = True
        return status

    def wait_for_end(self) -> int:
        """The exit code of the program, which is expected to end by itself."""
        end = time.monotonic() + LIMIT_SECONDS
        while self.child.isalive():
            assert time.monotonic() < end, "the program never ended:\n" + "\n".join(self.lines())
            self.read(0.1)
        while self.read(0):
            pass
        return self.child.exitstatus if self.child.exitstatus is not None else 128 + self.child.signalstatus


StartProgram = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[StartProgram]:
    """Starts `briefing-tui` with a home of its own."""
    children: list[pexpect.spawn] = []

    def started(*arguments: str | Path, size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
        columns, rows = size
        home = {name: str(tmp_path / name.lower()) for name in ("BRIEFING_TUI_CONFIG", "BRIEFING_TUI_STATE")}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "briefing_tui", *map(str, arguments)],
            dimensions=(rows, columns),
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                "BRIEFING_TUI_CACHE": os.environ.get("BRIEFING_TUI_TEST_CACHE", str(tmp_path.parent / "cache")),
                **home,
                **environment,
            },
        )
        child.delaybeforesend = None
        children.append(child)
        return Terminal(child, columns, rows)

    yield started
    for child in children:
        if child.isalive():
            child.kill(signal.SIGKILL)
        child.close(force=True)
