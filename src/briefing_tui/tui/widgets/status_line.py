"""The line above the keys: what just happened, and the search as it is typed."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.cells import clip, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.safe_text import safe_line
from briefing_tui.tui.search_box import SearchBox
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class StatusLine(LineCanvas):
    """A message; or, while a search is typed, the query with its count of hits. The text cursor does not blink."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="status")
        self.looks = looks
        self.message = ""
        self.is_problem = False
        self.box: SearchBox | None = None
        """The search being typed."""
        self.count = ""
        """What it has found so far."""

    def say(self, message: str, *, problem: bool = False) -> None:
        """Show one line until the next one."""
        self.message, self.is_problem = safe_line(message), problem

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        width = self.size.width
        if self.box is None:
            style = self.looks.problem if self.is_problem else self.looks.plain
            return line_of([(" ", self.looks.plain), (self.message, style)], width)
        count = f"  {self.count} " if self.count else ""
        if width_cells(count) > width // 2:
            count = f"  {clip(self.count.partition(':')[0], max(0, width // 2 - 3))} "
        room = max(4, width - width_cells(count) - 2)
        before, under, after = self.box.visible(room)
        runs: list[Run] = [
            (" /", self.looks.strong),
            (before, self.looks.plain),
            (under or " ", self.looks.cursor),
            (after, self.looks.plain),
        ]
        gap = width - sum(width_cells(text) for text, _ in runs) - width_cells(count)
        return line_of([*runs, (" " * max(0, gap), self.looks.plain), (count, self.looks.plain)], width)
