"""What the explorer lists, however much that is and wherever it comes from."""

from __future__ import annotations

from typing import Protocol

from briefing_tui.model import Briefing, Record
from briefing_tui.model.panes import Pane


class RowSource(Protocol):
    """The rows of one pane: one for each record. Those of one briefing stand together.

    A row's number is its place in the list. Rows may come behind those that are there; when others take their place, that is
    another source. Whoever lists them asks only for the rows in sight and a few around them.
    """

    @property
    def has_letters(self) -> bool:
        """Whether marks may be letters, which need a space behind them."""
        ...

    @property
    def sample(self) -> int:
        """How many of the first rows are looked at to find the widths of columns; 0: as many as there are lines."""
        ...

    def __len__(self) -> int:
        """How many rows there are by now."""
        ...

    def record(self, row: int) -> Record:
        """The record of a row."""
        ...

    def briefing(self, row: int) -> int:
        """The number of the briefing a row's record was read from."""
        ...

    def rows_of(self, briefing: int) -> range:
        """The rows of a briefing; an empty range, where they would stand, if it has none here."""
        ...

    def heading(self, row: int) -> str:
        """The line above a row that is the first of its briefing, safe for a terminal; empty above others."""
        ...

    def has_heading(self, row: int) -> bool:
        """Whether there is a line above the row."""
        ...

    def is_beneath(self, row: int) -> bool:
        """Whether what the record is part of, a package, stands above it."""
        ...

    def is_hit(self, row: int) -> bool:
        """Whether a search found this row, so that the words it looked for are marked."""
        ...

    def mark(self, row: int) -> str:
        """One letter or sign in front of the row: that a search found it, or what people decided of it; or nothing."""
        ...

    def counted(self) -> str:
        """The number of rows in words for the pane's title: "5", or "2 of 5" when a search found two of them."""
        ...


class Listing(Protocol):
    """All that is explored: rows for each pane, and the briefings they come from, each known by a number."""

    def rows(self, pane: Pane) -> RowSource:
        """What a pane lists."""
        ...

    def counted(self, pane: Pane) -> str:
        """The number of records of a pane in words, with "+" when more are still to come."""
        ...

    def briefing(self, number: int) -> Briefing:
        """A briefing with its text."""
        ...

    def neighbour(self, number: int, step: int) -> int | None:
        """The briefing before (-1) or after (+1) another one; None at the end."""
        ...

    def place_words(self, number: int) -> str:
        """Where a briefing stands among the others: "2 of 5"; empty when it is the only one."""
        ...

    def number_of(self, sha256: str) -> int | None:
        """The briefing whose text has this digest, if it is there by now."""
        ...

    def row_of(self, pane: Pane, number: int, record: str) -> int | None:
        """Where a pane lists the record of a briefing that has this id, if it does by now."""
        ...

    def empty_words(self, pane: Pane) -> str:
        """What stands in a pane without rows."""
        ...
