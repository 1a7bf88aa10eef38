"""Why a record says what it says: its fields, each beside the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing_tui.model import Record
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.why import Reason, reasons, why_title
from briefing_tui.tui.cells import clip, pad
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of

_FIELD_CELLS = 12
_TWO_LINES_BELOW = 100


class WhyPanel(CursorList):
    """Lists the reasons of one record; the selected one's evidence is marked in the text."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="why")
        self._title = ""
        self._reasons: list[Reason] = []

    def explain(self, record: Record, more: Sequence[Reason] = ()) -> None:
        """Show the reasons of this record from the top, and what else is known of it."""
        self._title = why_title(record)
        self._reasons = [*reasons(record), *more]
        self.show_from(0)

    @property
    def reason(self) -> Reason | None:
        """The selected reason."""
        return self._reasons[self.cursor] if self.cursor < len(self._reasons) else None

    def row_count(self) -> int:
        """One row for each reason."""
        return len(self._reasons)

    def row_height(self, row: int) -> int:
        """Where there is little width, the evidence stands under the value."""
        reason = self._reasons[row]
        return 2 if self.size.width < _TWO_LINES_BELOW and reason.evidence is not None and reason.value else 1

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """The record's own row."""
        plain = self.looks.plain
        return [(clip(f" Why: {self._title} ", self.size.width), plain)], [("esc closes ", plain)]

    def empty_words(self) -> str:
        """Not seen: every record has fields."""
        return ""

    def is_lit(self, row: int) -> bool:
        """Only where keys go here."""
        return self.is_active and row == self.cursor

    def draw_row(self, row: int, line: int) -> Strip:
        """A field, its value and its evidence."""
        reason = self._reasons[row]
        width = self.size.width
        base = self.base_of(row)
        marker = "› " if row == self.cursor and line == 0 else "  "
        quote = place = ""
        if reason.evidence is not None:
            quote = f"“{safe_line(reason.evidence.exact)}”"
            place = f"{reason.evidence.start}–{reason.evidence.end}  {safe_line(reason.evidence.rule)}"
        name = pad(reason.field, _FIELD_CELLS) + "  "
        room = max(0, width - 2 - len(name))
        field_run: Run = (name, base if base is self.looks.cursor else self.looks.faint)
        if self.row_height(row) == 2 and line == 0:
            return line_of([(marker, base), field_run, (clip(reason.value, room), base)], width, base)
        if self.row_height(row) == 2 or width < _TWO_LINES_BELOW:
            value = quote if reason.evidence is not None else reason.value
            head: Run = (" " * len(name), base) if line else field_run
            place_room = min(len(place), room // 2)
            value = clip(value, max(0, room - place_room - 2))
            return line_of([(marker, base), head, (value, base), ("  ", base), (clip(place, place_room), base)], width, base)
        columns = (room * 36 // 100, room * 36 // 100)
        return line_of(
            [
                (marker, base),
                field_run,
                (pad(reason.value, columns[0]) + "  ", base),
                (pad(quote, columns[1]) + "  ", base),
                (clip(place, max(0, room - sum(columns) - 4)), base),
            ],
            width,
            base,
        )
