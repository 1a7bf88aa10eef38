"""One of the three panes: the rows of a kind of record."""

from __future__ import annotations

import re

from rich.style import Style
from textual.strip import Strip

from briefing_tui.model import Record
from briefing_tui.model.panes import PANES, Pane
from briefing_tui.telling.rows import PANE_TITLES, RowText, row_text
from briefing_tui.tui.cells import pad, width_cells
from briefing_tui.tui.columns import (
    GAP,
    TABLE_FROM,
    fit_narrow_form,
    fit_table,
    fit_table_form,
    line_count,
    narrow_line,
    table_line,
)
from briefing_tui.tui.folding import fold
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.row_source import RowSource
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of, marked_runs

_GUTTER = 2
_KEPT_TEXTS = 4000
_KEPT_LINES = 600


class RecordList(CursorList):
    """Lists the records of one pane."""

    def __init__(self, pane: Pane, source: RowSource, looks: Looks) -> None:
        super().__init__(looks, id=pane)
        self.pane: Pane = pane
        self.marked: re.Pattern[str] | None = None
        """The words of the present search, which are marked in rows it found."""
        self.open_briefing = 0
        """The briefing whose text is shown: only its rows are shown as selected."""
        self.has_edge = False
        """Whether a line sets this pane off from the one to its right."""
        self.words_when_empty = ""
        self._source = source
        self._texts: dict[tuple[str, bool], RowText] = {}
        self._table: tuple[int, ...] = ()
        self._form = 0
        self._table_key = (0, 0)
        self._lines: dict[tuple[object, ...], Strip] = {}
        """Lines as they were drawn, by what they look like each; of rows that scroll by, most are not drawn twice."""
        self._lines_look: tuple[object, ...] = ()
        """What all of these have in common."""

    @property
    def source(self) -> RowSource:
        """The rows that are listed."""
        return self._source

    @source.setter
    def source(self, source: RowSource) -> None:
        if source is not self._source:
            self._source = source
            self._table_key = (0, 0)

    def forget_texts(self) -> None:
        """Some records may say something else than they did: write their rows anew."""
        self._texts.clear()
        self._lines.clear()
        self._table_key = (0, 0)
        self._appearance = None

    @property
    def record(self) -> Record | None:
        """The selected record."""
        return self.source.record(self.cursor) if self.cursor < len(self.source) else None

    @property
    def briefing(self) -> int | None:
        """The briefing of the selected record."""
        return self.source.briefing(self.cursor) if self.cursor < len(self.source) else None

    def enter(self, briefing: int, *, downwards: bool) -> bool:
        """Come from a briefing that this pane does not list: select the row after or before its place; whether there is one."""
        row = self.source.rows_of(briefing).start - (not downwards)
        if not 0 <= row < len(self.source):
            return False
        self.select(row)
        return True

    def row_count(self) -> int:
        """Rows of this pane."""
        return len(self.source)

    def row_height(self, row: int) -> int:
        """One line or two."""
        return line_count(self.pane, self._row_width, is_part=self.source.is_beneath(row))

    def lines_above(self, row: int) -> int:
        """The heading of a briefing stands above its first record."""
        return int(self.source.has_heading(row))

    def empty_words(self) -> str:
        """Why there is nothing."""
        return self.words_when_empty

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """Number and name of the pane with its count of records."""
        plain = self.looks.plain
        title = f" {PANES.index(self.pane) + 1} {PANE_TITLES[self.pane]} "
        return [(title, plain)], [(f"{self.source.counted()} ", plain)]

    def wanted_lines(self, width: int, most: int) -> int:
        """Lines this pane would need at this width to show its rows, title included; `most` if that is more."""
        lines, count = 1, self.row_count()
        if count >= most:
            return most
        for row in range(count):
            lines += line_count(self.pane, width, is_part=self.source.is_beneath(row)) + self.lines_above(row)
            if lines >= most:
                return most
        return lines

    def appearance(self) -> object:
        """The rows and where the cursor is. The number of hits tells of rows that have become some."""
        source = self._source
        rows = (source, len(source), source.counted(), self._gutter, self.marked, self.words_when_empty)
        place = (self.cursor, self.begin, self.open_briefing, self.is_active)
        return (*rows, *place, self.size, self.has_title, self.has_edge)

    def prepare(self) -> None:
        """Settle the columns, then the rows."""
        key = (min(self.row_count(), self.source.sample or self._rows_in_sight), self._row_width)
        if key != self._table_key:
            self._table_key = key
            sample = [self._text(row) for row in range(key[0])]
            room = max(0, self._row_width - self._gutter)
            self._table = fit_table(self.pane, sample, room)
            if self._is_table:
                self._form = fit_table_form(self.pane, sample, self._table)
            else:
                self._form = fit_narrow_form(self.pane, sample, room)
        look = (self._source, self.size.width, self.has_edge, self._gutter, self._table, self._form, self.marked)
        if look != self._lines_look or len(self._lines) > _KEPT_LINES:
            self._lines_look = look
            self._lines.clear()
        super().prepare()

    def draw_row(self, row: int, line: int) -> Strip:
        """A heading, or one line of a record."""
        key: tuple[object, ...] = (row, line)
        if line >= 0:  # what people decided of a record changes only with its texts
            is_selected = row == self.cursor and self._is_selected(row)
            key = (row, line, self._source.is_hit(row), is_selected, is_selected and self.is_active)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._write_row(row, line)
        return found

    def draw_beyond(self, line: int) -> Strip:
        """As every list, with the edge to the next pane."""
        if not self.has_edge:
            return super().draw_beyond(line)
        words = self.words_beyond(line)
        return line_of([(pad(f" {words}", self._row_width), self.looks.faint), ("│", self.looks.faint)], self.size.width)

    def is_lit(self, row: int) -> bool:
        """Only the rows of the open briefing are shown as selected, and reversed where keys go here."""
        return self.is_active and self._is_selected(row)

    def _write_row(self, row: int, line: int) -> Strip:
        looks, width = self.looks, self._row_width
        edge: list[Run] = [("│", looks.faint)] if self.has_edge else []
        if line < 0:
            return line_of([(pad(f"── {self.source.heading(row)} ", width), looks.faint), *edge], self.size.width)
        is_selected = self._is_selected(row)
        is_hit = self.source.is_hit(row)
        base = self.base_of(row)
        gutter = ("›" if is_selected else " ") + (self.source.mark(row) or " ") if line == 0 else ""
        runs: list[Run] = [(gutter.ljust(self._gutter), base)]
        for number, (column, cell) in enumerate(self._cells(self._text(row), line)):
            if number and self._is_table:
                runs.append((" " * GAP, base))
            runs += self._cell(cell, base if base is looks.cursor else looks.of_word(column, cell.strip()), is_hit=is_hit)
        return line_of([*_filled(runs, width, base), *edge], self.size.width, base)

    def _is_selected(self, row: int) -> bool:
        return row == self.cursor and self.source.briefing(row) == self.open_briefing

    @property
    def _row_width(self) -> int:
        return max(0, self.size.width - self.has_edge)

    @property
    def _rows_in_sight(self) -> int:
        return max(1, self.size.height // (1 if self._is_table else 2))

    @property
    def _gutter(self) -> int:
        return _GUTTER + self.source.has_letters

    @property
    def _is_table(self) -> bool:
        return self._row_width >= TABLE_FROM[self.pane]

    def _cells(self, text: RowText, line: int) -> list[tuple[str, str]]:
        if self._is_table:
            return table_line(self.pane, text, self._table, self._form)
        return narrow_line(self.pane, text, line, max(0, self._row_width - self._gutter), self._form)

    def _cell(self, cell: str, style: Style, *, is_hit: bool) -> list[Run]:
        if self.marked is None or not is_hit:
            return [(cell, style)]
        spans = [match.span() for match in self.marked.finditer(fold(cell)) if match.end() > match.start()]
        return marked_runs(cell, style, spans, self.looks.hit)

    def _text(self, row: int) -> RowText:
        record, is_beneath = self.source.record(row), self.source.is_beneath(row)
        found = self._texts.get((record.id, is_beneath))
        if found is None:
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.clear()
            found = self._texts[record.id, is_beneath] = row_text(record, is_beneath=is_beneath)
        return found


def _filled(runs: list[Run], width: int, fill: Style) -> list[Run]:
    room = width - sum(width_cells(text) for text, _ in runs)
    return [*runs, (" " * room, fill)] if room > 0 else runs
