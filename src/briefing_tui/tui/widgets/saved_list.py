"""The saved searches of a library."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing_tui.library.saved import SavedSearch
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tui.cells import pad, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of


class SavedList(CursorList):
    """Lists names and queries."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="saved")
        self.is_kiosk = False
        """Whether nobody here may save any."""
        self._searches: Sequence[SavedSearch] = ()

    def show(self, searches: Sequence[SavedSearch]) -> None:
        """List these."""
        self._searches = searches
        self.select(self.cursor)

    @property
    def chosen(self) -> SavedSearch | None:
        """The selected search."""
        return self._searches[self.cursor] if self.cursor < len(self._searches) else None

    def row_count(self) -> int:
        """One row for each search."""
        return len(self._searches)

    def row_height(self, row: int) -> int:
        """One line."""
        del row
        return 1

    def empty_words(self) -> str:
        """How to make one."""
        if self.is_kiosk:
            return "No searches are saved in this library"
        return "No searches are saved yet: “briefing-tui save NAME QUERY” saves one"

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """How many there are."""
        plain = self.looks.plain
        return [(f" Saved searches {len(self._searches):,} ", plain)], [("enter opens · esc closes ", plain)]

    def draw_row(self, row: int, line: int) -> Strip:
        """Name and query."""
        del line
        names = [safe_line(one.name) for one in self._searches]
        room = min(max(map(width_cells, names), default=0), max(8, self.size.width // 3))
        base = self.base_of(row)
        marker = "› " if row == self.cursor else "  "
        words = safe_line(self._searches[row].query) or "everything"
        return line_of([(marker, base), (pad(names[row], room), base), ("  ", base), (words, base)], self.size.width, base)
