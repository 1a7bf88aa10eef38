"""What is sent to the terminal, by a thread of its own: a line that stands still must not stop the program."""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable
from typing import Final

from briefing_tui.tui.terminal.last_words import open_again

LAST_WORDS_SECONDS: Final = 1.0
"""How long the end waits for a terminal that takes nothing."""
PIECE: Final = 16_384
"""Bytes that are handed over at once."""
_LOOK_UP_MILLISECONDS: Final = 200
"""How often it is asked whether a terminal that takes nothing is still waited for."""


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
        self._has_given_up = False
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

    def close(self) -> bool:
        """Wait until all has been taken, but not for a terminal that takes nothing: then the rest is dropped, and False returned."""
        with self._change:
            self._is_closed = True
            self._change.notify_all()
        self._thread.join(LAST_WORDS_SECONDS)
        self._has_given_up = self._thread.is_alive()
        if self._has_given_up:
            self._thread.join(2 * _LOOK_UP_MILLISECONDS / 1000)
        return not self._has_given_up

    def _run(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTTOU])  # the last words may be said from the background
        own = open_again(self._terminal)
        terminal = self._terminal if own is None else own
        ready = select.poll()
        ready.register(terminal, select.POLLOUT)
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._is_closed)
                if not self._waiting:
                    break
                data = b"".join(self._waiting)
                self._waiting.clear()
                self._is_writing = True
            try:
                self._write_all(terminal, ready, data)
            except OSError:
                self.is_lost = True
                self._waiting.clear()
                self._on_lost()
                break
            finally:
                self._is_writing = False
            if self.is_idle and not self._is_closed:
                self._on_idle()
        if own is not None:
            os.close(own)

    def _write_all(self, terminal: int, ready: select.poll, data: bytes) -> None:
        rest = memoryview(data)
        while rest and not self._has_given_up:
            if ready.poll(_LOOK_UP_MILLISECONDS):
                try:
                    rest = rest[os.write(terminal, rest[:PIECE]) :]
                except BlockingIOError:  # somebody else is writing, or made the terminal non-blocking
                    threading.Event().wait(0.01)
