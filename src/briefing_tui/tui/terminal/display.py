"""Frames to the terminal, no faster than it takes them."""

from __future__ import annotations

from collections.abc import Callable

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate

from briefing_tui.tui.profile import Profile
from briefing_tui.tui.terminal.composed import full_size, painted
from briefing_tui.tui.wire import Wire


class Display:
    """Takes what Textual composes. While the terminal has not taken one frame, no other is sent.

    What is composed meanwhile goes into the next one. The terminal that is meant is the near end of the line: what sshd and the
    network hold behind it is not known here.
    """

    def __init__(self, profile: Profile, *, send: Callable[[str], None], is_idle: Callable[[], bool]) -> None:
        """`send` hands text over to the terminal; `is_idle` tells whether it has taken all of it."""
        colours = ColorSystem.STANDARD if profile.has_colour else None
        self.wire = Wire(0, 0, charset=profile.repertoire, colours=colours, is_vt100=profile.is_vt100)
        self._send, self._is_idle = send, is_idle
        self._cursor, self._shows_cursor = (0, 0), False
        self._owes = False

    def draw(self, update: CompositorUpdate, cursor: tuple[int, int], *, shows_cursor: bool = False) -> None:
        """Show an update, with the terminal's cursor at this column and row, visible or not."""
        size = full_size(update)
        if size is not None and size != (self.wire.width, self.wire.height):
            self.wire.resize(*size)
        for x, y, runs in painted(update):
            self.wire.paint(x, y, runs)
        self.show(cursor, shows_cursor=shows_cursor)

    def show(self, cursor: tuple[int, int], *, shows_cursor: bool = False) -> None:
        """Show what has been painted on the wire."""
        self._cursor, self._shows_cursor = cursor, shows_cursor
        self._owes = True
        self.catch_up()

    def scroll(self, first: int, last: int, lines: int) -> None:
        """Move the rows from `first` to `last` up by so many lines, or down if negative; shown with the next update."""
        self.wire.scroll(first, last, lines)

    def repaint(self) -> None:
        """Send everything again: somebody else has written on the screen, or its size has changed."""
        self.wire.forget()
        self._owes = self.wire.height > 0
        self.catch_up()

    def forget(self) -> None:
        """Like `repaint`, but with the next update only."""
        self.wire.forget()

    def catch_up(self) -> None:
        """Send what has not been sent, unless the terminal is still busy: then this is called again when it is not."""
        if self._owes and self._is_idle():
            self._owes = False
            self._send(self.wire.frame(self._cursor, shows_cursor=self._shows_cursor))
