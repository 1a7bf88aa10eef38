"""The real program on a pseudo-terminal, measured and watched."""

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pexpect
from tests.terminal.conftest import Terminal
from tests.terminal.hostile.tracing import STRACE, Trace, read_trace, traced

MEASURED = Path(__file__).with_name("measured.py")
BRIEF_SECONDS = 0.03
LARGE_READ = 2**20
CRASHED = 70
"""Exit code of a fault of the program itself, here and of every signal above 128."""


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    sent: bytes
    seconds: float
    processor_seconds: float
    peak_mb: float
    trace: Trace | None
    """None where there is no strace."""

    @property
    def words(self) -> str:
        """What was sent, as text on one line."""
        return " ".join(self.sent.decode("utf-8", "replace").split())

    @property
    def has_crashed(self) -> bool:
        """A fault of the program, or a signal that ended it."""
        return b"Traceback" in self.sent or b"fault of this program" in self.sent or self.code == CRASHED or self.code > 130


class Household:
    """A home of its own for every run: settings, state, library, and a working folder in which nothing may appear."""

    def __init__(self, folder: Path, *, is_thorough: bool = False) -> None:
        """`is_thorough`: also run what takes long and has little new to say."""
        self.folder, self.is_thorough = folder, is_thorough
        self.home, self.desk = folder / "home", folder / "desk"
        self.home.mkdir(parents=True, exist_ok=True)
        self.desk.mkdir(exist_ok=True)
        self.library = self.home / "library.sqlite"
        self.cache = Path(os.environ.get("BRIEFING_TUI_TEST_CACHE", folder.parent / "cache"))
        self.own_folders = (self.home, self.cache)
        """Where the program may write."""

    def environment(self, **more: str) -> dict[str, str]:
        """That of a person at an ordinary terminal."""
        own = {f"BRIEFING_TUI_{name}": str(self.home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
        names = {
            "HOME": str(self.home),
            "BRIEFING_TUI_CACHE": str(self.cache),
            "BRIEFING_TUI_LIBRARY": str(self.library),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color", **own, **names, **more}

    def session(
        self, *arguments: str | Path, size: tuple[int, int] = (120, 40), watched: bool = True, **environment: str
    ) -> "Session":
        """Start the program."""
        return Session(self, [*map(str, arguments)], size, self.environment(**environment), watched=watched)

    def run(self, *arguments: str | Path, watched: bool = True, **environment: str) -> Ended:
        """Run the program to its end."""
        with self.session(*arguments, watched=watched, **environment) as session:
            session.is_looked_at = False
            return session.ended()


class Session(Terminal):
    """One run, as long as it lasts."""

    def __init__(
        self, household: Household, arguments: list[str], size: tuple[int, int], environment: Mapping[str, str], *, watched: bool
    ) -> None:
        self._scratch = Path(tempfile.mkdtemp(prefix="run", dir=household.folder))
        self._report, self._log = self._scratch / "report.json", self._scratch / "trace"
        command = [sys.executable, "-m", "briefing_tui", *arguments]
        if watched and STRACE is not None:
            command = traced(command, self._log)
        columns, rows = size
        wrapper = ["-IS", str(MEASURED), str(self._report), *command]
        child = pexpect.spawn(
            sys.executable, wrapper, dimensions=(rows, columns), env=dict(environment), cwd=str(household.desk), timeout=60
        )
        child.delaybeforesend = None
        self.is_looked_at = True
        """Whether the emulator is to draw what is sent; without, only the bytes are kept."""
        self._pieces: list[bytes] = []
        self._begun = time.monotonic()
        super().__init__(child, columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.child.isalive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()
        with contextlib.suppress(OSError):
            self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        shutil.rmtree(self._scratch, ignore_errors=True)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until something is so; a program that has ended will not bring it."""
        while not is_so():
            if not self.child.isalive() and not self.read(0):
                raise AssertionError(f"{what} never came; the last words:\n" + "\n".join(filter(None, self.lines())))
            super().wait_until(lambda: is_so() or not self.child.isalive(), what)

    def read(self, timeout: float) -> bytes:
        """Read what has come, and draw it."""
        if self.is_looked_at:
            return super().read(timeout)
        try:
            data: bytes = self.child.read_nonblocking(LARGE_READ, timeout=timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        self._pieces.append(data)
        return data

    def age(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._begun

    def press_briefly(self, keys: str | bytes) -> None:
        """Send keys and read what comes at once; more may come later."""
        self.child.send(keys)
        self.settle(BRIEF_SECONDS)

    def ended(self) -> Ended:
        """Wait for the end."""
        code = self.wait_for_end()
        self.sent += b"".join(self._pieces)
        told = json.loads(self._report.read_text("utf-8"))
        trace = read_trace(self._log) if self._log.exists() else None
        return Ended(code, self.sent, told["seconds"], told["processor_seconds"], told["peak_mb"], trace)
