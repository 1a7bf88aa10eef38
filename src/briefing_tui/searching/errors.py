"""The error of queries, and the line that points at its place."""

from __future__ import annotations

from typing import Final
from unicodedata import category, east_asian_width

from briefing_tui.model.safe_text import safe_cells

LONGEST_LINE: Final = 100
"""Cells of a query that are shown around the place at fault."""


class QueryError(Exception):
    """A query cannot be understood. `start` to `end` (code points, half-open) is the part at fault; `hint` tells what to write."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message, start, end, hint)
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint

    def __str__(self) -> str:
        """One line: what is wrong, and what to do."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


def point_at(text: str, start: int, end: int, *, room: int = LONGEST_LINE) -> tuple[str, str]:
    """The query and, beneath it, carets under `text[start:end]`; both lines are harmless to a terminal and fit into `room` cells.

    >>> for line in point_at("norway stanse:oppose", 7, 13): print(line)
    norway stanse:oppose
           ^^^^^^
    """
    room = max(room, 8)
    first, last = _window(safe_cells(text), start, room - 2)
    shown = safe_cells(text[first:last])
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    carets = max(1, _cells(shown[start - first : max(start, end) - first]))
    return before + shown + after, " " * (_cells(before) + _cells(shown[: start - first])) + "^" * carets


def render_error(error: QueryError, text: str, *, room: int = LONGEST_LINE) -> str:
    """The two lines of `point_at` for an error of the query `text`."""
    return "\n".join(point_at(text, error.start, error.end, room=room))


def _window(text: str, start: int, room: int) -> tuple[int, int]:
    """The part of `text` to show: all of it, or what fits around `start`."""
    if _cells(text) <= room:
        return 0, len(text)
    first = start
    taken = 0
    while first > 0 and taken + _cells(text[first - 1]) <= room // 2:
        first -= 1
        taken += _cells(text[first])
    last = start
    while last < len(text) and taken + _cells(text[last]) <= room:
        taken += _cells(text[last])
        last += 1
    while first > 0 and taken + _cells(text[first - 1]) <= room:
        first -= 1
        taken += _cells(text[first])
    return first, max(last, min(start, len(text)))


def _cells(text: str) -> int:
    """Terminal cells of harmless text: wide and fullwidth characters take two (Unicode Annex 11), marks on letters none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(character) in {"Mn", "Me"} else 2 if east_asian_width(character) in "WF" else 1 for character in text
    )
