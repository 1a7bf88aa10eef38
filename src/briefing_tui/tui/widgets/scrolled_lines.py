"""Lines to read under a title: the source text, help, problems."""

from __future__ import annotations

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run


class ScrolledLines(LineCanvas):
    """Base of what is read: one title line, then lines that scroll and have no cursor."""

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.looks = looks
        self._lines_wished = 0
        """Lines to move by as soon as there is a window to move in."""

    def line_count(self) -> int:
        """How many lines there are at the present width."""
        raise NotImplementedError

    def scroll_lines(self, lines: int) -> None:
        """Move by this many lines, never beyond the ends."""
        self._lines_wished += lines
        if self.size:
            self.settle_top()

    def page_lines(self) -> int:
        """Lines of a page, with one of overlap."""
        return max(1, self.size.height - 2)

    def settle_top(self) -> None:
        """Move as far as was wished, and keep within the lines."""
        room = max(1, self.size.height - 1)
        self.top = max(0, min(self.top + self._lines_wished, self.line_count() - room))
        self._lines_wished = 0

    def title_run(self, left: str, right: str, *, is_active: bool) -> list[Run]:
        """The title line: words at its two ends, those at the right only where there is room."""
        style = self.looks.title_active if is_active else self.looks.title
        gap = self.size.width - width_cells(left) - width_cells(right)
        return [(left + " " * gap + right if gap >= 0 else left.ljust(self.size.width), style)]
