"""Keys: bytes from the terminal, read in a thread of their own, to Textual's events."""

from __future__ import annotations

import codecs
import os
import select
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.message import Message

TICK_SECONDS: Final = 0.1
"""How often a sequence that was begun is asked whether it will still be finished."""


class Keyboard:
    """Reads until it is stopped or the terminal is gone. Bytes that are no text and broken sequences are dropped."""

    def __init__(
        self, terminal: int, charset: str, *, on_message: Callable[[Message], None], on_lost: Callable[[], None]
    ) -> None:
        """The callbacks are called from the reading thread."""
        self._terminal, self._charset = terminal, charset
        self._on_message, self._on_lost = on_message, on_lost
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="terminal-input", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more; returns when no key will come any more."""
        self._is_over.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(1)

    def _run(self) -> None:
        decoder = codecs.getincrementaldecoder(self._charset)("ignore")
        parser = XTermParser()
        while not self._is_over.is_set():
            text = ""
            if select.select([self._terminal], [], [], TICK_SECONDS)[0]:
                try:
                    data = os.read(self._terminal, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._on_lost()
                    return
                text = decoder.decode(data)
            try:
                for message in parser.feed(text) if text else parser.tick():
                    self._on_message(message)
            except (ValueError, OverflowError, ParseError):
                parser = XTermParser()
        with suppress(EOFError, ParseError):
            for _ in parser.feed(""):
                pass
