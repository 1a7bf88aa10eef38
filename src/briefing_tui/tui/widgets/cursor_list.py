"""A list of rows with a title and a cursor, of any length."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class CursorList(LineCanvas):
    """Base of the lists: one title line, then rows of one or more lines, of which one is selected.

    Row `i` covers the content lines `starts[i]` to `starts[i + 1]`; only visible rows are ever drawn.
    """

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.looks = looks
        self.cursor = 0
        """Index of the selected row."""
        self.is_active = False
        """Whether keys go here."""
        self.has_title = True
        """Whether the first line is the title; small screens have the tab line instead."""
        self._starts: list[int] = [0]
        self._laid_out: tuple[int, int, object] = (-1, -1, None)

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_height(self, row: int) -> int:
        """Lines of a row at the present width; 0 hides it."""
        raise NotImplementedError

    def layout_key(self) -> object:
        """What the heights of rows depend on besides the width."""
        return None

    def can_select(self, row: int) -> bool:
        """Whether the cursor may rest on this row."""
        raise NotImplementedError

    def draw_row(self, row: int, line: int) -> Strip:
        """Line `line` of a row."""
        raise NotImplementedError

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """The title line: what stands left, and what stands right."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What stands where there are no rows."""
        raise NotImplementedError

    def select(self, row: int) -> bool:
        """Put the cursor on a row, or the nearest one that can be selected; whether it moved."""
        count = self.row_count()
        row = max(0, min(row, count - 1))
        after = next((index for index in range(row, count) if self.can_select(index)), None)
        if after is None:
            after = next((index for index in range(row, -1, -1) if self.can_select(index)), None)
        if after is None or after == self.cursor:
            return False
        self.cursor = after
        return True

    def settle_cursor(self) -> None:
        """Put the cursor on a row that can be selected, if there is any."""
        count = self.row_count()
        self.cursor = max(0, min(self.cursor, count - 1))
        if count and not self.can_select(self.cursor):
            self.select(self.cursor)

    def move(self, rows: int) -> bool:
        """Move the cursor by this many rows, not counting those that cannot be selected; whether it moved."""
        step = 1 if rows > 0 else -1
        best = index = self.cursor
        for _ in range(abs(rows)):
            index += step
            while 0 <= index < self.row_count() and not self.can_select(index):
                index += step
            if not 0 <= index < self.row_count():
                break
            best = index
        moved = best != self.cursor
        self.cursor = best
        return moved

    def page_rows(self) -> int:
        """How many rows make a page."""
        height = max(1, self.row_height(self.cursor) if self.row_count() else 1)
        return max(1, (self.size.height - self.has_title - 1) // height)

    def content_lines(self) -> int:
        """Lines of all rows together."""
        return self._starts[-1]

    def line_of(self, row: int) -> int:
        """The first content line of a row, as the rows were laid out last."""
        return self._starts[max(0, min(row, len(self._starts) - 1))]

    def prepare(self) -> None:
        """Lay the rows out and keep the cursor in sight."""
        count = self.row_count()
        self.settle_cursor()
        key = (count, self.size.width, self.layout_key())
        if key != self._laid_out:
            self._laid_out = key
            self._starts = [0, *accumulate(map(self.row_height, range(count)))]
        room = self.size.height - self.has_title
        if not count or room <= 0:
            self.top = 0
            return
        first, last = self._starts[self.cursor], self._starts[self.cursor + 1]
        if self.cursor and not self.can_select(self.cursor - 1):
            first = self._starts[self.cursor - 1]
        top = min(self.top, first)
        if last > top + room:
            top = last - room
        self.top = max(0, min(top, self._starts[-1] - room))

    def draw_line(self, y: int) -> Strip:
        """The title, or a line of a visible row."""
        width = self.size.width
        if y == 0 and self.has_title:
            return self._draw_title(width)
        line = self.top + y - self.has_title
        if line >= self._starts[-1]:
            if y == self.has_title:
                return line_of([(" ", self.looks.plain), (self.empty_words(), self.looks.faint)], width)
            return line_of([], width)
        row = bisect_right(self._starts, line) - 1
        return self.draw_row(row, line - self._starts[row])

    def _draw_title(self, width: int) -> Strip:
        style = self.looks.title_active if self.is_active else self.looks.title
        left, right = self.title_runs()
        left_cells = sum(width_cells(text) for text, _ in left)
        right_cells = sum(width_cells(text) for text, _ in right)
        if left_cells + right_cells + 1 > width:
            right, right_cells = [], 0
        gap = max(0, width - left_cells - right_cells)
        return line_of(
            [(text, style) for text, _ in left] + [(" " * gap, style)] + [(text, style) for text, _ in right], width, style
        )
