"""What a query's hits have in common: fields, their values, and how many hits have each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.strip import Strip

from briefing_tui.model.safe_text import safe_line
from briefing_tui.searching.searcher import Facets
from briefing_tui.tui.cells import clip, pad, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of

MOST_VALUES: Final = 30
"""Values of a field that are listed."""
_ACTORS: Final = ("actor", "donor", "recipient", "target")
"""Fields whose values are codes of actors."""
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
        self._names: Mapping[str, str] = {}
        self._left_out: Mapping[str, int] = {}

    @property
    def chosen(self) -> tuple[str, str] | None:
        """Field and value of the selected row."""
        return self._rows[self.cursor][:2] if self.cursor < len(self._rows) else None

    def wait(self) -> None:
        """The counts are on their way."""
        self._facets, self._rows = None, []
        self.show_from(0)

    def show(self, facets: Facets, is_on: IsOn, names_of: Callable[[Sequence[str]], Mapping[str, str]]) -> None:
        """List these; the selected value stays selected. `names_of` tells what actors are called."""
        chosen = self.chosen
        self._facets, self._is_on = facets, is_on
        listed = {field: values[:MOST_VALUES] for field, values in facets.counts.items()}
        self._rows = [(field, value, count) for field, values in listed.items() for value, count in values]
        self._left_out = {field: len(facets.counts[field]) - len(values) for field, values in listed.items()}
        self._names = names_of(list({value for field in _ACTORS for value, _ in listed.get(field, ())}))
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
            left_out = self._left_out.get(field, 0)
            rest = f"  the {MOST_VALUES} most frequent; {left_out:,} more, as {field}:NAME" if left_out else ""
            return line_of([(f" {field}", looks.strong), (rest, looks.faint)], width)
        if row not in self._ticks:
            self._ticks[row] = self._is_on(field, value)
        base = self.base_of(row)
        is_covered = base is looks.cursor
        base = looks.strong if self._ticks[row] and not is_covered else base
        right = f"{count:>9,} "
        room = max(0, min(width, 60) - 8 - width_cells(right))
        named = self._names.get(value) if field in _ACTORS else None
        shown = safe_line(value).removeprefix("org:").removeprefix("group:") if field in _ACTORS else safe_line(value)
        words = pad(clip(f"{named} ({shown})" if named and named != shown else shown.replace("_", " "), room), room)
        marker = ("› " if self.is_lit(row) else "  ") + ("[x] " if self._ticks[row] else "[ ] ")
        return line_of([(marker, base), (words, base), (right, base)], width, base if is_covered else None)
