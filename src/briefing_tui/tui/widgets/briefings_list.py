"""The briefings of a library with the number of records in each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing_tui.library.row_numbers import LAST_DOCUMENT
from briefing_tui.model.panes import PANES
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tui.archive.listing import LibraryListing
from briefing_tui.tui.cells import clip, pad, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of

_WINDOW = 60
"""Briefings whose facts are fetched together."""
_DATE_CELLS = 10
_COLUMNS = ("aid", "reactions", "events")
_WIDE_FROM = 76
"""Cells from which on publishers and the names of the columns have room."""


class BriefingsList(CursorList):
    """Lists the briefings with hits, newest first; those whose titles begin words with what is typed."""

    def __init__(self, listing: LibraryListing, looks: Looks) -> None:
        super().__init__(looks, id="briefings")
        self.listing = listing
        self._typed = ""
        self._found: Sequence[int] | None = None
        self._key: tuple[object, str] = (None, "")

    @property
    def documents(self) -> Sequence[int]:
        """The listed briefings as `day << 26 | number`."""
        key = (self.listing.answer, self._typed)
        if self._found is None or key != self._key:
            self._key = key
            self._found = self.listing.titled(self._typed)
        return self._found

    @property
    def number(self) -> int | None:
        """The selected briefing."""
        documents = self.documents
        return documents[self.cursor] & LAST_DOCUMENT if self.cursor < len(documents) else None

    def narrow(self, typed: str) -> None:
        """List only briefings whose titles have words that begin as those typed."""
        if typed != self._typed:
            self._typed = typed
            self.show_from(0)

    def show(self, number: int) -> None:
        """Select a briefing, if it is listed."""
        documents = self.documents
        self.select(next((row for row, one in enumerate(documents) if one & LAST_DOCUMENT == number), 0))

    def counted(self) -> str:
        """How many are listed."""
        return f"{len(self.documents):,} of {len(self.listing.answer.documents):,}"

    def row_count(self) -> int:
        """One row for each briefing."""
        return len(self.documents)

    def row_height(self, row: int) -> int:
        """One line."""
        del row
        return 1

    def empty_words(self) -> str:
        """Why there is nothing."""
        if not self.listing.answer.is_complete:
            return "Counting …"
        return "No title has words that begin so" if self._typed else "No briefing found"

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """The names of the columns."""
        plain = self.looks.plain
        names = "".join(f"  {name}" for name in _COLUMNS) if self.size.width >= _WIDE_FROM else "  a · r · e"
        return [(f" Briefings {len(self.documents):,} ", plain)], [(f"{names} ", plain)]

    def draw_row(self, row: int, line: int) -> Strip:
        """Date, title, publisher and counts."""
        del line
        documents = self.documents
        first = row // _WINDOW * _WINDOW
        numbers = [one & LAST_DOCUMENT for one in documents[first : first + _WINDOW]]
        facts = self.listing.facts_of(numbers)[numbers[row - first]]
        width, looks = self.size.width, self.looks
        base = self.base_of(row)
        faint = base if base is looks.cursor else looks.faint
        marker = "› " if row == self.cursor else "  "
        counts = [facts.counts[pane] for pane in PANES]
        if width >= _WIDE_FROM:
            right = "".join(f"  {count or '·'!s:>{len(name)}}" for count, name in zip(counts, _COLUMNS, strict=True))
        else:
            right = f"  {counts[0]} · {counts[1]} · {counts[2]}"
        date = pad(safe_line(facts.published or "undated"), _DATE_CELLS)
        room = max(0, width - 2 - _DATE_CELLS - 2 - width_cells(right) - 1)
        publisher = clip(safe_line(facts.publisher or ""), room // 3) if width >= _WIDE_FROM else ""
        title_room = room - (width_cells(publisher) + 2 if publisher else 0)
        runs: list[Run] = [(marker, base), (date, faint), ("  ", base), (pad(self.listing.title(facts), title_room), base)]
        if publisher:
            runs += [("  ", base), (publisher, faint)]
        return line_of([*runs, (f"{right} ", base)], width, base)
