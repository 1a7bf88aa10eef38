"""Lines to read under a title: the source text, help, problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of

ScrollRows = Callable[[int, int, int], bool]
"""Moves the screen's rows from the first to the last of them up by a number of lines; whether it could."""


_WORTH_SCROLLING = 2
"""Rows that must come to their place; one alone is sent as quickly."""


class ScrolledLines(LineCanvas):
    """Base of what is read: one title line, then lines that scroll and have no cursor."""

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.looks = looks
        self._lines_wished = 0
        """Lines to move by as soon as there is a window to move in."""
        self.scroll_rows: ScrollRows | None = None
        """Has the terminal move rows, where it can."""

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

    def moved_by_terminal(self, moved: int, lines: Sequence[Strip]) -> None:
        """Have the terminal move the rows under the title, where that brings some of them to their place."""
        height, region = self.size.height, self.region
        if self.scroll_rows is None or region.width != self.app.size.width or not self.is_on_screen:
            return
        blank = line_of([], region.width)
        after = {y: self._on_screen.get(y + moved) if 1 <= y + moved < height else blank for y in range(1, height)}
        in_place = sum(strip == lines[y] for y, strip in after.items() if 1 <= y + moved < height)
        if in_place < _WORTH_SCROLLING or not self.scroll_rows(region.y + 1, region.bottom - 1, moved):
            return
        self._on_screen = {y: strip for y, strip in {**after, 0: self._on_screen.get(0)}.items() if strip is not None}
        self._styles_cache.clear()  # Textual's memory of the rows as they were

    def title_run(self, left: str, right: str, *, is_active: bool) -> list[Run]:
        """The title line: words at its two ends, those at the right only where there is room."""
        style = self.looks.title_active if is_active else self.looks.title
        rest = self.looks.title if self.looks.is_sparing else style
        gap = self.size.width - width_cells(left) - width_cells(right)
        return [(left, style), (" " * gap + right if gap >= 0 else " " * (gap + width_cells(right)), rest)]
