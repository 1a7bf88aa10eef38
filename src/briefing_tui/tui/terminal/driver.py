"""The driver between Textual and a POSIX terminal."""

from __future__ import annotations

import signal
import sys
import threading
from functools import cache
from typing import Any, Final

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from briefing_tui.tui.profile import Profile
from briefing_tui.tui.terminal.composed import is_known_textual
from briefing_tui.tui.terminal.display import Display
from briefing_tui.tui.terminal.keyboard import Keyboard
from briefing_tui.tui.terminal.line_settings import LineSettings
from briefing_tui.tui.terminal.outlet import Outlet
from briefing_tui.tui.terminal.sizes import clamp_size, terminal_size

HANGUP_CODE: Final = 129
"""Exit code when the terminal is gone, as after SIGHUP."""
ENTER: Final = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
"""Alternate screen, no cursor, bracketed paste, no wrapping."""
LEAVE: Final = "\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l"
"""All of that undone. A terminal without an alternate screen is at least left clean."""


class TerminalDriver(Driver):
    """Sends what is drawn, takes keys and sizes, and leaves the terminal as it was found."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.profile: Profile = getattr(app, "profile", Profile())
        self._keys, self._screen = sys.__stdin__.fileno(), sys.__stdout__.fileno()  # type: ignore[union-attr]
        self._size = self._size or terminal_size(self._screen)
        self._line = LineSettings(self._keys)
        self._outlet: Outlet | None = None
        self._keyboard: Keyboard | None = None
        self._is_drawing = False
        self.display: Display | None = None
        """Takes what Textual composes; None where that is not known, so that Textual has to send it itself."""
        if is_known_textual():
            self.display = Display(self.profile, send=self.write, is_idle=self._has_taken_all)

    @property
    def can_suspend(self) -> bool:
        """A shell can put the program into the background."""
        return not self.profile.is_kiosk

    def write(self, data: str) -> None:
        """Send text as it is."""
        if self._outlet is not None:
            self._outlet.write(data.encode(self.profile.charset, "replace"))

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._outlet = Outlet(self._screen, on_idle=self._on_idle, on_lost=self._on_lost)
        self._line.take_over()
        self.write(ENTER)
        self._is_drawing = True
        if self.display is not None:
            self.display.forget()
        if threading.current_thread() is threading.main_thread():
            self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._tell_size()
        self._keyboard = Keyboard(self._keys, self.profile.charset, on_message=self.process_message, on_lost=self._on_lost)
        self._keyboard.start()

    def disable_input(self) -> None:
        """Take no more keys."""
        if self._keyboard is not None:
            self._keyboard.stop()
            self._keyboard = None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if not self._is_drawing:
            return
        self._is_drawing = False
        self.disable_input()
        self.write(LEAVE)
        self._line.give_back()

    def close(self) -> None:
        """Wait until the last bytes have gone."""
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None

    def process_message(self, message: Message) -> None:
        """Pass a message on; window sizes within bounds."""
        if isinstance(message, events.Resize):
            size = Size(*clamp_size(*message.size))
            message = events.Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    def _tell_size(self) -> None:
        size = Size(*terminal_size(self._screen))
        self.process_message(events.Resize(size, size))
        if self.display is not None and size == (self.display.wire.width, self.display.wire.height):
            self.display.repaint()  # nothing is composed for a size that has not changed; the terminal may have lost some of it

    def _has_taken_all(self) -> bool:
        return self._outlet is None or self._outlet.is_idle

    def _on_idle(self) -> None:
        if self.display is not None:
            self._loop.call_soon_threadsafe(self.display.catch_up)

    def _on_lost(self) -> None:
        self._loop.call_soon_threadsafe(self._app.exit, HANGUP_CODE)


@cache
def hardened(driver: type[Driver]) -> type[Driver]:
    """`TerminalDriver` in the place of Textual's own for POSIX terminals; any other driver as it is."""
    return TerminalDriver if driver is LinuxDriver else driver
