"""What a query's hits have in common: fields, their values, and how many hits have each."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from briefing_tui.searching.searcher import Facets
from briefing_tui.tui.cells import clip, pad, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.safe_text import safe_line
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of

IsOn = Callable[[str, str], bool]
"""Whether a value of a field is a filter of the query already."""


class FacetsList(CursorList):
    """Lists values under the names of their fields; those that are filters are ticked."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="facets")
        self._rows: list[tuple[str, str, int]] = []
        self._facets: Facets | None = None
        self._is_on: IsOn = lambda field, value: False  # noqa: ARG005
        self._ticks: dict[int, bool] = {}

    @property
    def chosen(self) -> tuple[str, str] | None:
        """Field and value of the selected row."""
        return self._rows[self.cursor][:2] if self.cursor < len(self._rows) else None

    def wait(self) -> None:
        """The counts are on their way."""
        self._facets, self._rows = None, []
        self.show_from(0)

    def show(self, facets: Facets, is_on: IsOn) -> None:
        """List these; the selected value stays selected."""
        chosen = self.chosen
        self._facets, self._is_on = facets, is_on
        self._rows = [(field, value, count) for field, values in facets.counts.items() for value, count in values]
        self._ticks = {}
        self.select(next((row for row, one in enumerate(self._rows) if one[:2] == chosen), self.cursor))

    def row_count(self) -> int:
        """One row for each value."""
        return len(self._rows)

    def row_height(self, row: int) -> int:
        """One line."""
        del row
        return 1

    def lines_above(self, row: int) -> int:
        """The field's name, above its first value."""
        return int(row == 0 or self._rows[row - 1][0] != self._rows[row][0])

    def empty_words(self) -> str:
        """Why there is nothing."""
        return "Counting …" if self._facets is None else "Nothing to choose from"

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """How many hits were counted."""
        plain = self.looks.plain
        if self._facets is None:
            return [(" Facets ", plain)], []
        newest = "newest " if self._facets.is_partial else ""
        return [(f" Facets of {newest}{self._facets.of:,} hits ", plain)], [("space toggles · esc closes ", plain)]

    def draw_row(self, row: int, line: int) -> Strip:
        """A field's name, or a value with its count."""
        field, value, count = self._rows[row]
        width, looks = self.size.width, self.looks
        if line < 0:
            return line_of([(f" {field}", looks.strong)], width)
        if row not in self._ticks:
            self._ticks[row] = self._is_on(field, value)
        is_selected = row == self.cursor
        base = looks.cursor if is_selected else looks.strong if self._ticks[row] else looks.plain
        right = f"{count:>9,} "
        room = max(0, min(width, 60) - 8 - width_cells(right))
        words = pad(clip(safe_line(value), room), room)
        marker = ("› " if is_selected else "  ") + ("[x] " if self._ticks[row] else "[ ] ")
        return line_of([(marker, base), (words, base), (right, base)], width, base if is_selected else None)
