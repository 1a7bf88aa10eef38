"""A list of rows with a title and a cursor, of any length."""

from __future__ import annotations

from typing import Final

from rich.style import Style
from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of

Spot = tuple[int, int]
"""A row and one of its lines."""
_LONGEST_CURSOR: Final = 16
"""Cells of a short cursor."""


class CursorList(LineCanvas):
    """Base of the lists: one title line, then rows of one or more lines, of which one is selected.

    What is in sight begins at a spot, a line of a row. No step looks at more rows than fit on the screen, so that half a
    million of them behave like fifty.
    """

    def __init__(self, looks: Looks, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.looks = looks
        self.cursor = 0
        """Index of the selected row."""
        self.begin: Spot = (0, 0)
        """The row and its line that stand under the title."""
        self.is_active = False
        """Whether keys go here."""
        self.has_title = True
        """Whether the first line is the title; small screens have the tab line instead."""
        self.most_lines: int | None = None
        """Lines of rows that are shown, where there is room for more: as long as the rows are only a first look."""
        self._visible: list[Spot] = []
        """What stands on each line under the title."""

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_height(self, row: int) -> int:
        """Lines of a row at the present width, at least 1, without those that stand above it."""
        raise NotImplementedError

    def lines_above(self, row: int) -> int:
        """Lines that belong to a row and stand above it, such as a heading."""
        del row
        return 0

    def draw_row(self, row: int, line: int) -> Strip:
        """Line `line` of a row; lines above it have negative numbers, -1 the nearest."""
        raise NotImplementedError

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """The title line: what stands left, and what stands right."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What stands where there are no rows."""
        raise NotImplementedError

    def is_lit(self, row: int) -> bool:
        """Whether the cursor is shown on a row."""
        return row == self.cursor

    def base_of(self, row: int) -> Style:
        """The style of what stands in a row: the cursor's, where that covers all of it."""
        return self.looks.cursor if self.is_lit(row) and not self.looks.is_sparing else self.looks.plain

    def select(self, row: int) -> bool:
        """Put the cursor on a row, or the nearest one there is; whether it moved."""
        row = max(0, min(row, self.row_count() - 1))
        moved = row != self.cursor
        self.cursor = row
        return moved

    def show_from(self, row: int) -> None:
        """Select a row and have what is shown begin with it."""
        self.select(row)
        self.begin = (self.cursor, 0)

    def move(self, rows: int) -> bool:
        """Move the cursor by this many rows; whether it moved."""
        return self.select(self.cursor + rows)

    def page_rows(self) -> int:
        """How many rows make a page."""
        height = self.row_height(self.cursor) if self.row_count() else 1
        return max(1, (self.size.height - self.has_title - 1) // height)

    def prepare(self) -> None:
        """Keep the cursor in sight, and the end of the rows at the end of the list."""
        self.select(self.cursor)
        count, room = self.row_count(), self._room
        if not count or room <= 0:
            self.begin = (0, 0)
            self._visible = []
            return
        begin = max(min(self.begin, (self.cursor, 0)), self._before(self.cursor, room))
        if begin != self.begin and self.looks.is_sparing:
            begin = self._before(self.cursor, max(self._height(self.cursor), room // 2))
        self.begin = min(begin, self._before(count - 1, room))
        self._visible = self._spots(room)

    def cursor_line(self) -> int:
        """The line of the widget on which the selected row begins; the first one under the title where it is not in sight."""
        begins = ((row, self.lines_above(row)) for row in (self.cursor,) if row < self.row_count())
        spot = next(begins, None)
        return self.has_title + (self._visible.index(spot) if spot in self._visible else 0)

    def draw_line(self, y: int) -> Strip:
        """The title, or a line of a visible row."""
        width = self.size.width
        if y == 0 and self.has_title:
            return self._draw_title(width)
        line = y - self.has_title
        if line < len(self._visible):
            row, of_row = self._visible[line]
            strip = self.draw_row(row, of_row - self.lines_above(row))
            is_short = self.looks.is_sparing and of_row == self.lines_above(row) and self.is_lit(row)
            return self._with_short_cursor(strip) if is_short else strip
        return self.draw_beyond(line)

    def draw_beyond(self, line: int) -> Strip:
        """A line below the last row: the first of an empty list says why it is empty, that of a first look that there is more."""
        words = self.words_beyond(line)
        return line_of([(" ", self.looks.plain), (words, self.looks.faint)] if words else [], self.size.width)

    def words_beyond(self, line: int) -> str:
        """What a line below the last row says."""
        if line == 0:
            return self.empty_words()
        is_more = line == self._room and bool(self._visible) and self._visible[-1][0] < self.row_count() - 1
        return "… the rest with enter" if is_more else ""

    @property
    def _room(self) -> int:
        lines = self.size.height - self.has_title
        return lines if self.most_lines is None else min(lines, self.most_lines)

    def _height(self, row: int) -> int:
        return self.lines_above(row) + self.row_height(row)

    def _before(self, row: int, room: int) -> Spot:
        """Where what is shown has to begin for the row's last line to stand on line `room`, or the beginning of all."""
        while room > 0:
            height = self._height(row)
            if height >= room:
                return row, height - room
            room -= height
            if row == 0:
                break
            row -= 1
        return 0, 0

    def _spots(self, room: int) -> list[Spot]:
        row, line = self.begin
        spots: list[Spot] = []
        while row < self.row_count() and len(spots) < room:
            spots += [(row, number) for number in range(line, self._height(row))]
            row, line = row + 1, 0
        return spots[:room]

    def _with_short_cursor(self, strip: Strip) -> Strip:
        """The cursor on the first words of a row: where two spaces stand, others begin."""
        words = strip.text
        end = words.find("  ", 2)
        cells = min(width_cells(words[:end] if end > 0 else words), _LONGEST_CURSOR)
        return Strip.join([strip.crop(0, cells).apply_style(self.looks.cursor), strip.crop(cells)])

    def _draw_title(self, width: int) -> Strip:
        style = self.looks.title_active if self.is_active else self.looks.title
        rest = self.looks.title if self.looks.is_sparing else style
        left, right = self.title_runs()
        left_cells = sum(width_cells(text) for text, _ in left)
        right_cells = sum(width_cells(text) for text, _ in right)
        if left_cells + right_cells + 1 > width:
            right, right_cells = [], 0
        gap = max(0, width - left_cells - right_cells)
        return line_of(
            [(text, style) for text, _ in left] + [(" " * gap, rest)] + [(text, rest) for text, _ in right], width, rest
        )
