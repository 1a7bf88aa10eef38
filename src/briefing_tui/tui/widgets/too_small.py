"""What stands in the place of everything in a window without room for it."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.looks import Looks
from briefing_tui.tui.terminal.sizes import words_of_too_small
from briefing_tui.tui.widgets.line_canvas import LineCanvas, line_of


class TooSmall(LineCanvas):
    """One line, cut to what the window holds. Everything else is back as it was when the window has grown."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="too-small")
        self.looks = looks
        self.display = False

    def draw_line(self, y: int) -> Strip:
        """The first line says it, the others are empty."""
        words = words_of_too_small(self.size.width) if y == 0 else ""
        return line_of([(words, self.looks.plain)], self.size.width)
