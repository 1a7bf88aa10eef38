"""Lines to read: help, problems."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import Run, line_of
from briefing_tui.tui.widgets.scrolled_lines import ScrolledLines


class LinesPanel(ScrolledLines):
    """A title and lines that scroll."""

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(looks, id=id)
        self._title = ""
        self._lines: list[list[Run]] = []

    def show(self, title: str, lines: list[list[Run]]) -> None:
        """Show these lines from the top. The texts are safe already."""
        self._title, self._lines = title, lines
        self.top = 0

    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def prepare(self) -> None:
        """Never scroll beyond the end."""
        self.settle_top()

    def draw_line(self, y: int) -> Strip:
        """The title, or a line."""
        width = self.size.width
        if y == 0:
            more = "j k scroll · " if len(self._lines) > self.size.height - 1 else ""
            return line_of(self.title_run(f" {self._title} ", f"{more}esc closes ", is_active=True), width)
        number = self.top + y - 1
        return line_of(self._lines[number] if number < len(self._lines) else [], width)
