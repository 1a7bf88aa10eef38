"""The first line: which briefing is open, and how many there are."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.cells import clip, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, line_of


class HeaderLine(LineCanvas):
    """Title, publisher and date of the open briefing; "2 of 5" when there are several."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="header")
        self.looks = looks
        self.title = ""
        self.source = ""
        """Publisher and date; a long title is cut before they are."""
        self.right = ""

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        width = self.size.width
        right = f" {self.right} " if self.right and width_cells(self.right) + 12 < width else ""
        room = width - width_cells(right) - 1
        source = f" · {self.source}" if self.source and width_cells(self.source) + 3 <= room // 2 else ""
        left = clip(self.title, room - width_cells(source)) + source
        gap = " " * (room - width_cells(left))
        return line_of([(" ", self.looks.plain), (left, self.looks.strong), (gap + right, self.looks.plain)], width)
