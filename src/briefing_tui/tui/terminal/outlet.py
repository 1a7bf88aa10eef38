"""What is sent to the terminal, by a thread of its own: a line that stands still must not stop the program."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Final

LAST_WORDS_SECONDS: Final = 1.0
"""How long the end waits for a terminal that takes nothing."""
PIECE: Final = 16_384
"""Bytes that are handed over at once."""


class Outlet:
    """Writes bytes in order. `is_idle` tells whether the terminal has taken all of them; `on_idle` is called when it has.

    Both callbacks are called from the writing thread.
    """

    def __init__(self, terminal: int, *, on_idle: Callable[[], None], on_lost: Callable[[], None]) -> None:
        """`terminal` is a file descriptor; `on_lost` is called once when nothing can be written to it any more."""
        self._terminal = terminal
        self._on_idle, self._on_lost = on_idle, on_lost
        self._waiting: list[bytes] = []
        self._change = threading.Condition()
        self._is_writing = False
        self._is_closed = False
        self.is_lost = False
        """Whether the terminal is gone; what is written then is dropped."""
        self._thread = threading.Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be taken by the terminal."""
        return not self._waiting and not self._is_writing

    def write(self, data: bytes) -> None:
        """Send bytes after all that were given before."""
        if not data or self.is_lost:
            return
        with self._change:
            self._waiting.append(data)
            self._change.notify_all()

    def close(self) -> None:
        """Wait until all has been taken, but not for a terminal that takes nothing."""
        with self._change:
            self._is_closed = True
            self._change.notify_all()
        self._thread.join(LAST_WORDS_SECONDS)

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._is_closed)
                if not self._waiting:
                    return
                data = b"".join(self._waiting)
                self._waiting.clear()
                self._is_writing = True
            try:
                self._write_all(data)
            except OSError:
                self.is_lost = True
                self._waiting.clear()
                self._on_lost()
                return
            finally:
                self._is_writing = False
            if self.is_idle and not self._is_closed:
                self._on_idle()

    def _write_all(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self._terminal, rest[:PIECE]) :]
            except BlockingIOError:  # somebody made the terminal non-blocking: wait as if it were not
                threading.Event().wait(0.01)
