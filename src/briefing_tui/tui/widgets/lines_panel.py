"""Lines to read: help, problems."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class LinesPanel(LineCanvas):
    """A title and lines that scroll."""

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.looks = looks
        self._title = ""
        self._lines: list[list[Run]] = []

    def show(self, title: str, lines: list[list[Run]]) -> None:
        """Show these lines from the top. The texts are safe already."""
        self._title, self._lines = title, lines
        self.top = 0

    def scroll_lines(self, lines: int) -> None:
        """Move by this many lines."""
        self.top = self.top + lines
        self.prepare()

    def page_lines(self) -> int:
        """Lines of a page, with one of overlap."""
        return max(1, self.size.height - 2)

    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def prepare(self) -> None:
        """Never scroll beyond the end."""
        self.top = max(0, min(self.top, len(self._lines) - max(1, self.size.height - 1)))

    def draw_line(self, y: int) -> Strip:
        """The title, or a line."""
        width = self.size.width
        if y == 0:
            more = "j k scroll · " if len(self._lines) > self.size.height - 1 else ""
            right = f"{more}esc closes "
            left = f" {self._title} "
            gap = width - len(left) - len(right)
            style = self.looks.title_active
            return line_of([(left + " " * gap + right if gap > 0 else left, style)], width, style)
        number = self.top + y - 1
        return line_of(self._lines[number] if number < len(self._lines) else [], width)
