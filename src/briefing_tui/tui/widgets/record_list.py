"""One of the three panes: the rows of a kind of record."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from rich.style import Style
from textual.strip import Strip

from briefing_tui.model import Record
from briefing_tui.model.panes import PANES, Pane, is_part
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
from briefing_tui.tui.finding import Findings
from briefing_tui.tui.folding import fold
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.rows import EMPTY_WORDS, PANE_TITLES, RowText, briefing_heading, row_text
from briefing_tui.tui.shelf import Shelf
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of, marked_runs

_GUTTER = 2
_SAMPLE = 300
"""Rows that are measured to find the widths of the columns."""
_KEPT_TEXTS = 4000


class RecordList(CursorList):
    """Lists the records of one pane for all briefings on the shelf."""

    def __init__(self, pane: Pane, shelf: Shelf, looks: Looks) -> None:
        super().__init__(looks, id=pane)
        self.pane: Pane = pane
        self.shelf = shelf
        self.findings = Findings()
        """The current search, whose hits are marked."""
        self.open_briefing = 0
        """The briefing whose text is shown: only its rows are shown as selected."""
        self.has_edge = False
        """Whether a line sets this pane off from the one to its right."""
        self._texts: dict[int, RowText] = {}
        self._table: tuple[int, ...] = ()
        self._form = 0
        self._table_key = (0, 0)

    @property
    def record(self) -> Record | None:
        """The selected record."""
        rows = self.shelf.rows[self.pane]
        return rows[self.cursor].record if self.cursor < len(rows) else None

    @property
    def briefing(self) -> int | None:
        """The briefing of the selected record."""
        rows = self.shelf.rows[self.pane]
        return rows[self.cursor].briefing if self.cursor < len(rows) else None

    def enter(self, briefing: int, *, downwards: bool) -> bool:
        """Come from a briefing that this pane does not list: select the row after or before its place; whether there is one."""
        rows = self.shelf.rows[self.pane]
        row = bisect_left(rows, briefing, key=attrgetter("briefing")) - (not downwards)
        if not 0 <= row < len(rows):
            return False
        self.select(row)
        return True

    def show_from(self, row: int) -> None:
        """Select a briefing's first record and show the rows from its heading on."""
        self.select(row)
        self.top = self.line_of(row - 1)

    def row_count(self) -> int:
        """Rows of this pane, headings among them."""
        return len(self.shelf.rows[self.pane])

    def row_height(self, row: int) -> int:
        """A heading has one line, or none while there is only one briefing; a record one or two."""
        return self._height(row, self._row_width)

    def layout_key(self) -> object:
        """Headings appear with the second briefing."""
        return len(self.shelf.briefings) > 1

    def can_select(self, row: int) -> bool:
        """Records can be selected, headings not."""
        return self.shelf.rows[self.pane][row].record is not None

    def empty_words(self) -> str:
        """Why there is nothing."""
        if self.shelf.is_awaiting:
            return "Reading the text …"
        if self.shelf.is_cut_short:
            return "The records could not be read"
        words = EMPTY_WORDS[self.pane]
        return words.replace("this text", "these texts") if len(self.shelf.briefings) > 1 else words

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """Number and name of the pane with its count of records, and where the cursor is in a long list."""
        plain = self.looks.plain
        title = f" {PANES.index(self.pane) + 1} {PANE_TITLES[self.pane]} "
        count = f"{self.shelf.counts[self.pane]:,}"
        hits = len(self.findings.rows[self.pane])
        right = f"{hits:,} of {count} " if self.findings and hits else f"{count} "
        return [(title, plain)], [(right, plain)]

    def wanted_lines(self, width: int) -> int:
        """Lines this pane would need at this width to show its first rows, title included; never more than a screen."""
        return 1 + sum(self._height(row, width) for row in range(min(self.row_count(), 60)))

    def prepare(self) -> None:
        """Settle the columns, then the rows."""
        key = (min(self.row_count(), _SAMPLE), self._row_width)
        if key != self._table_key:
            self._table_key = key
            sample = [self._text(row) for row in range(key[0]) if self.can_select(row)]
            room = max(0, self._row_width - _GUTTER)
            self._table = fit_table(self.pane, sample, room)
            if self._is_table:
                self._form = fit_table_form(self.pane, sample, self._table)
            else:
                self._form = fit_narrow_form(self.pane, sample, room)
        super().prepare()

    def draw_row(self, row: int, line: int) -> Strip:
        """A heading, or one line of a record."""
        entry = self.shelf.rows[self.pane][row]
        looks, width = self.looks, self._row_width
        edge: list[Run] = [("│", looks.faint)] if self.has_edge else []
        if entry.record is None:
            heading = f"── {briefing_heading(self.shelf.briefings[entry.briefing])} "
            return line_of([(pad(heading, width), looks.faint), *edge], self.size.width)
        is_selected = row == self.cursor and entry.briefing == self.open_briefing
        is_hit = bool(self.findings) and self.findings.has_row(self.pane, row)
        base = looks.cursor if is_selected and self.is_active else looks.plain
        gutter = (("›" if is_selected else " ") + ("•" if is_hit else " ")) if line == 0 else "  "
        runs: list[Run] = [(gutter, base)]
        for number, (column, cell) in enumerate(self._cells(self._text(row), line)):
            if number and self._is_table:
                runs.append((" " * GAP, base))
            runs += self._cell(cell, base if base is looks.cursor else looks.of_word(column, cell.strip()), is_hit=is_hit)
        return line_of([*_filled(runs, width, base), *edge], self.size.width, base)

    def draw_line(self, y: int) -> Strip:
        """As every list, with the edge to the next pane."""
        if self.has_edge and y > 0 and self.top + y - 1 >= self.content_lines():
            words = self.empty_words() if y == 1 else ""
            return line_of([(pad(f" {words}", self._row_width), self.looks.faint), ("│", self.looks.faint)], self.size.width)
        return super().draw_line(y)

    @property
    def _row_width(self) -> int:
        return max(0, self.size.width - self.has_edge)

    @property
    def _is_table(self) -> bool:
        return self._row_width >= TABLE_FROM[self.pane]

    def _height(self, row: int, width: int) -> int:
        record = self.shelf.rows[self.pane][row].record
        if record is None:
            return 1 if len(self.shelf.briefings) > 1 else 0
        return line_count(self.pane, width, is_part=is_part(record))

    def _cells(self, text: RowText, line: int) -> list[tuple[str, str]]:
        if self._is_table:
            return table_line(self.pane, text, self._table, self._form)
        return narrow_line(self.pane, text, line, max(0, self._row_width - _GUTTER), self._form)

    def _cell(self, cell: str, style: Style, *, is_hit: bool) -> list[Run]:
        pattern = self.findings.in_row if is_hit else None
        if pattern is None:
            return [(cell, style)]
        spans = [match.span() for match in pattern.finditer(fold(cell)) if match.end() > match.start()]
        return marked_runs(cell, style, spans, self.looks.hit)

    def _text(self, row: int) -> RowText:
        found = self._texts.get(row)
        if found is None:
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.clear()
            record = self.shelf.rows[self.pane][row].record
            assert record is not None
            found = self._texts[row] = row_text(record)
        return found


def _filled(runs: list[Run], width: int, fill: Style) -> list[Run]:
    room = width - sum(width_cells(text) for text, _ in runs)
    return [*runs, (" " * room, fill)] if room > 0 else runs
