"""One of the three panes: the rows of a kind of record."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from briefing_tui.model import Record
from briefing_tui.tui.cells import clip, pad, share_width, width_cells
from briefing_tui.tui.finding import Findings
from briefing_tui.tui.folding import fold
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.rows import COLUMNS, EMPTY_WORDS, PANE_TITLES, PANES, Pane, RowText, briefing_heading, row_text
from briefing_tui.tui.shelf import Shelf
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of, marked_runs

_GUTTER = 2
_LEAST = {"aid": (12, 9, 9, 8), "reactions": (10, 8, 5, 12, 8), "events": (10, 8, 8, 6, 8)}
"""Cells below which a column makes no sense, in the order of `COLUMNS`."""
_TWO_LINES_BELOW = {"aid": 0, "reactions": 84, "events": 64}
"""Panes narrower than this show a record in two lines."""
_SPLIT = {"reactions": ((0, 1), (3, 4)), "events": ((0, 1, 4), (2, 3))}
"""Which columns stand on the first and which on the second of two lines."""
_SAMPLE = 400
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
        self._texts: dict[int, RowText] = {}
        self._widths: list[int] = []
        self._natural: tuple[int, list[int], list[int]] = (0, [], [])
        self._use_short = False

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

    def row_count(self) -> int:
        """Rows of this pane, headings among them."""
        return len(self.shelf.rows[self.pane])

    def row_height(self, row: int) -> int:
        """A heading has one line, or none while there is only one briefing; a record one or two."""
        if self.shelf.rows[self.pane][row].record is None:
            return 1 if len(self.shelf.briefings) > 1 else 0
        return 2 if self.size.width < _TWO_LINES_BELOW[self.pane] else 1

    def layout_key(self) -> object:
        """Headings appear with the second briefing."""
        return len(self.shelf.briefings) > 1

    def can_select(self, row: int) -> bool:
        """Records can be selected, headings not."""
        return self.shelf.rows[self.pane][row].record is not None

    def empty_words(self) -> str:
        """Why there is nothing."""
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

    def wanted_lines(self) -> int:
        """Lines this pane would need to show everything, title included."""
        return 1 + sum(self.row_height(row) for row in range(min(self.row_count(), 200)))

    def prepare(self) -> None:
        """Settle the columns, then the rows."""
        self._measure()
        super().prepare()

    def draw_row(self, row: int, line: int) -> Strip:
        """A heading, or one line of a record."""
        entry = self.shelf.rows[self.pane][row]
        width = self.size.width
        if entry.record is None:
            heading = f"── {briefing_heading(self.shelf.briefings[entry.briefing])} "
            return line_of([(pad(heading, width), self.looks.faint)], width)
        is_selected = row == self.cursor
        is_hit = bool(self.findings) and self.findings.has_row(self.pane, row)
        marker = ("›" if is_selected else " ") if line == 0 else " "
        marker += ("•" if is_hit else " ") if line == 0 else " "
        base = self.looks.cursor if is_selected and self.is_active else self.looks.plain
        runs: list[Run] = [(marker, base)]
        text = self._text(row)
        two = self.row_height(row) == 2
        for number, (column, cell, room) in enumerate(self._layout(text, line, two=two)):
            if number:
                runs.append(("  ", base))
            style = base if base is self.looks.cursor else self.looks.of_word(column, cell)
            if two and line == 1 and base is not self.looks.cursor and column != "modality":
                style = self.looks.plain
            runs += self._cell(cell, room, style, is_hit=is_hit)
        return line_of(runs, width, base)

    def _cell(self, cell: str, room: int, style: Style, *, is_hit: bool) -> list[Run]:
        shown = pad(cell, room)
        pattern = self.findings.in_row if is_hit else None
        if pattern is None:
            return [(shown, style)]
        spans = [match.span() for match in pattern.finditer(fold(shown)) if match.end() > match.start()]
        return marked_runs(shown, style, spans, self.looks.hit)

    def _layout(self, text: RowText, line: int, *, two: bool) -> list[tuple[str, str, int]]:
        """The column name, text and width of each cell on one line of a row."""
        names = COLUMNS[self.pane]
        cells = text.short if self._use_short else text.cells
        if not two:
            return [
                (names[index], self._indented(cells[index], text.indent if index == 0 else 0), width)
                for index, width in enumerate(self._widths)
                if width > 0
            ]
        room = self.size.width - _GUTTER
        columns = _SPLIT[self.pane][line]
        indent = "  " if line else ""
        shown = [(names[index], cells[index]) for index in columns]
        last = width_cells(shown[-1][1])
        first_room = max(0, room - last - 2)
        if len(shown) == 2:
            first = (shown[0][0], clip(indent + shown[0][1], first_room), first_room)
            return [first, (shown[1][0], shown[1][1], min(last, room))]
        date = width_cells(shown[0][1])
        middle = max(0, room - date - last - 4)
        return [(shown[0][0], shown[0][1], date), (shown[1][0], shown[1][1], middle), (shown[2][0], shown[2][1], last)]

    def _indented(self, cell: str, indent: int) -> str:
        return "  " * indent + cell

    def _text(self, row: int) -> RowText:
        found = self._texts.get(row)
        if found is None:
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.clear()
            record = self.shelf.rows[self.pane][row].record
            assert record is not None
            found = self._texts[row] = row_text(record)
        return found

    def _measure(self) -> None:
        """Find the widths of the columns from the first rows; long names give way to codes when they do not fit."""
        count = min(self.row_count(), _SAMPLE)
        if self._natural[0] != count:
            long, short = ([0] * len(COLUMNS[self.pane]) for _ in range(2))
            for row in range(count):
                if not self.can_select(row):
                    continue
                text = self._text(row)
                for index, (cell, brief) in enumerate(zip(text.cells, text.short, strict=True)):
                    extra = 2 * text.indent if index == 0 else 0
                    long[index] = max(long[index], width_cells(cell) + extra)
                    short[index] = max(short[index], width_cells(brief) + extra)
            self._natural = (count, long, short)
        _, long, short = self._natural
        room = self.size.width - _GUTTER
        least = _LEAST[self.pane]

        def spaced(widths: list[int]) -> int:
            return sum(widths) + 2 * max(0, sum(width > 0 for width in widths) - 1)

        self._use_short = spaced(long) > room
        natural = short if self._use_short else long
        columns = sum(width > 0 for width in natural)
        self._widths = share_width(natural, least, max(0, room - 2 * max(0, columns - 1)))
