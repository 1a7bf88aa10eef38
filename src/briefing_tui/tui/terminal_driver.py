"""A terminal driver that survives what real terminals do: stray bytes, absurd sizes and sequences, a lost line."""

from __future__ import annotations

import codecs
import os
import re
import select
from contextlib import suppress
from functools import cache
from typing import Any, Final

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

LEAST_CELLS: Final = (8, 3)
"""Smallest window drawn for; Textual fails below."""
MOST_CELLS: Final = (1000, 400)
"""Largest; a terminal may claim anything."""
_BLANK_TAIL: Final = re.compile(r" {8,}(?=\n|\x1b\[\d+;\d+H)")
"""Plain spaces up to the end of a line or of a span: what is styled ends in a reset."""
HANGUP_CODE: Final = 129
"""Exit code when the terminal is gone, as after SIGHUP."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for POSIX terminals, with its input read more patiently and sizes kept within bounds."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._size is None:
            self._size = self._get_terminal_size()
        self._is_ecma_48 = not os.environ.get("TERM", "").startswith(("vt1", "vt5"))

    def run_input_thread(self) -> None:
        """Read keys until the app ends or the terminal is gone. Bytes that are no UTF-8 and broken sequences are dropped."""
        decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        parser = XTermParser()
        while not self.exit_event.is_set():
            text = ""
            if select.select([self.fileno], [], [], 0.1)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._loop.call_soon_threadsafe(self._app.exit, HANGUP_CODE)
                    return
                text = decoder.decode(data)
            try:
                for message in parser.feed(text) if text else parser.tick():
                    self.process_message(message)
            except (ValueError, OverflowError, ParseError):
                parser = XTermParser()
        with suppress(EOFError, ParseError):
            for _ in parser.feed(""):
                pass

    def write(self, data: str) -> None:
        """Send to the terminal; blanks as one sequence that erases them, where every terminal of our time knows it."""
        super().write(_BLANK_TAIL.sub(_erased, data) if self._is_ecma_48 else data)

    def scroll(self, first: int, last: int, lines: int) -> None:
        """Move the screen's rows from `first` to `last` up by this many lines, or down by as many if negative.

        A line feed at the bottom of a scrolling region moves it up; lines inserted at its top move it down (IL of ECMA-48,
        or RI on a VT100, which has no IL).
        """
        if lines > 0:
            edge, moves = last, "\n" * lines
        else:
            edge, moves = first, f"\x1b[{-lines}L" if self._is_ecma_48 else "\x1bM" * -lines
        super().write(f"\x1b[{first + 1};{last + 1}r\x1b[{edge + 1};1H{moves}\x1b[r")

    def process_message(self, message: Message) -> None:
        """Pass a message on; window sizes within bounds."""
        if isinstance(message, events.Resize):
            size = Size(*clamp_size(*message.size))
            message = events.Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamp_size(*super()._get_terminal_size())


def _erased(match: re.Match[str]) -> str:
    """ECH of ECMA-48."""
    return f"\x1b[{len(match[0])}X"


@cache
def hardened(driver: type[Driver]) -> type[Driver]:
    """`TerminalDriver` in the place of Textual's own for POSIX terminals; any other driver as it is."""
    return TerminalDriver if driver is LinuxDriver else driver


def clamp_size(width: int, height: int) -> tuple[int, int]:
    """A window size within what can be drawn."""
    return max(LEAST_CELLS[0], min(width, MOST_CELLS[0])), max(LEAST_CELLS[1], min(height, MOST_CELLS[1]))
