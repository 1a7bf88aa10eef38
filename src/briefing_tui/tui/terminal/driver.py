"""The driver between Textual and a POSIX terminal."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
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
from briefing_tui.tui.terminal.foreground import come_to_foreground, is_in_foreground
from briefing_tui.tui.terminal.keyboard import Keyboard
from briefing_tui.tui.terminal.last_words import say_at_last, say_last_words
from briefing_tui.tui.terminal.line_settings import LineSettings
from briefing_tui.tui.terminal.outlet import Outlet
from briefing_tui.tui.terminal.signals import SignalWatch
from briefing_tui.tui.terminal.sizes import clamp_size, terminal_size

HANGUP_CODE: Final = 129
"""Exit code when the terminal is gone, as after SIGHUP."""
END_SECONDS: Final = 1.8
"""After so long the end comes, whatever still keeps it waiting."""
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
        self._watch: SignalWatch | None = None
        self.code: int | None = None
        """The exit code, as soon as the end has begun."""
        self.is_stuck = False
        """Whether the terminal had stopped to take anything when it was given back."""
        self.display: Display | None = None
        """Takes what Textual composes; None where that is not known, so that Textual has to send it itself."""
        if is_known_textual():
            self.display = Display(self.profile, send=self.write, is_idle=self._has_taken_all)

    @property
    def can_suspend(self) -> bool:
        """A shell can put the program into the background."""
        return not self.profile.is_kiosk and self._watch is not None and self._watch.can_stop

    def write(self, data: str) -> None:
        """Send text as it is."""
        if self._outlet is not None:
            self._outlet.write(data.encode(self.profile.charset, "replace"))

    def start_application_mode(self) -> None:
        """Take the terminal over, as soon as it is ours."""
        if not self._comes_to_foreground():
            return
        self._watch_signals()
        self._outlet = Outlet(self._screen, on_idle=self._on_idle, on_lost=self._on_lost)
        self._is_drawing, self.is_stuck = True, False
        self._take_over()
        self._keyboard = Keyboard(
            self._keys,
            self.profile.typed_charset,
            is_remote=self.profile.is_remote,
            on_message=self.process_message,
            on_lost=self._on_lost,
        )
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
        self._give_line_back()

    def close(self) -> None:
        """Wait until the last bytes have gone."""
        self.stop_application_mode()
        outlet, self._outlet = self._outlet, None
        if outlet is not None and not outlet.close():
            self.is_stuck = True
            say_last_words(self._screen, LEAVE.encode())

    def suspend(self) -> bool:
        """Give the terminal back and stop, with the whole job; take it over again when the shell brings the job to the front.

        False where there is no shell that could, and nobody stopped.
        """
        if self._watch is None:
            return False
        self.stop_application_mode()
        self.close()
        was_stopped = self._watch.stop_group()
        if self.code is None:
            self.start_application_mode()
        return was_stopped

    def end(self, code: int) -> int:
        """Begin the end, which may take no longer than `END_SECONDS`; from any thread. Returns the code it was begun with first."""
        if self.code is None:
            self.code = code
        if self._watch is not None:
            self._watch.end_within(END_SECONDS)
        return self.code

    def take_time(self) -> None:
        """The terminal has been given back: what is left to do may take as long as it takes."""
        if self._watch is not None:
            self._watch.take_time()

    def process_message(self, message: Message) -> None:
        """Pass a message on; window sizes within bounds."""
        if isinstance(message, events.Resize):
            size = Size(*clamp_size(*message.size))
            message = events.Resize(size, size, pixel_size=message.pixel_size)
        super().process_message(message)

    def _take_over(self) -> None:
        self._line.take_over()
        self.write(ENTER)
        if self.display is not None:
            self.display.forget()
        else:
            self._app.refresh(layout=True)
        self._tell_size()

    def _give_line_back(self) -> None:
        if is_in_foreground(self._keys):  # else its settings are those of somebody else
            self._line.give_back()

    def _tell_size(self) -> None:
        size = Size(*terminal_size(self._screen))
        self.process_message(events.Resize(size, size))
        if self.display is not None and size == (self.display.wire.width, self.display.wire.height):
            self.display.repaint()  # nothing is composed for a size that has not changed; the terminal may have lost some of it

    def _has_taken_all(self) -> bool:
        return self._is_drawing and self._outlet is not None and self._outlet.is_idle

    def _on_idle(self) -> None:
        if self.display is not None:
            self.call_soon(self.display.catch_up)

    def _on_lost(self) -> None:
        self._end_from_thread(HANGUP_CODE)

    def _watch_signals(self) -> None:
        if self._watch is None and threading.current_thread() is threading.main_thread():
            self._watch = SignalWatch(on_signal=self._on_signal, at_deadline=self._on_deadline)
            self._watch.start(ignored=[signal.SIGTSTP] if self.profile.is_kiosk else [])

    def _on_signal(self, number: int) -> None:
        """Called in the thread of the watch, as all that follows."""
        match number:
            case signal.SIGWINCH:
                self.call_soon(self._tell_size)
            case signal.SIGTSTP:
                self.call_soon(self._app.action_suspend_process)
            case signal.SIGCONT:
                self.call_soon(self._on_continued)
            case _:
                code_of_signal = getattr(self._app, "code_of_signal", (128).__add__)
                self._end_from_thread(code_of_signal(number))

    def _on_continued(self) -> None:
        """Somebody has stopped us without our doing: a shell may have used the terminal meanwhile."""
        if not self._is_drawing or self.code is not None:
            return
        if self._comes_to_foreground():
            self._take_over()

    def _comes_to_foreground(self) -> bool:
        """Whether the terminal is ours by now; ends the program where it never will be."""
        is_ours = come_to_foreground(self._keys, is_wanted=lambda: self.code is None)
        if not is_ours:
            self._on_lost()
        return is_ours

    def _end_from_thread(self, code: int) -> None:
        self.end(code)
        self.call_soon(self._app.exit, code)

    def _on_deadline(self) -> None:
        """The end has been waited for long enough: nothing but this thread may be able to do anything any more."""
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTTOU])
        if self._is_drawing or self._outlet is not None:
            self._give_line_back()
            say_last_words(self._screen, LEAVE.encode())
        failure = getattr(self._app, "failure", None)
        if failure is not None:
            say_at_last(2, f"{failure}\n".encode())
        os._exit(self.code or 0)

    def call_soon(self, what: Callable[..., object], *arguments: object) -> None:
        """Have the event loop call something, if it still runs; from any thread."""
        with suppress(RuntimeError):  # the event loop has closed already
            self._loop.call_soon_threadsafe(what, *arguments)


@cache
def hardened(driver: type[Driver]) -> type[Driver]:
    """`TerminalDriver` in the place of Textual's own for POSIX terminals; any other driver as it is."""
    return TerminalDriver if driver is LinuxDriver else driver
