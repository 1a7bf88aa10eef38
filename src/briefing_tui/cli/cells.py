"""Lines for people, measured in terminal cells. Expects text that went through `safe_text`.

The explorer has its own measures; these do without its libraries, so that a search starts at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import combining, east_asian_width

ELLIPSIS: Final = "…"
DEFAULT_WIDTH: Final = 100
"""Cells of a line where nobody knows better."""
LEAST_WIDTH: Final = 40
MOST_WIDTH: Final = 160


def output_width() -> int:
    """The cells of a line on standard output: the terminal's width, else COLUMNS, else 100."""
    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isascii() and columns.isdigit() and len(columns) < 6 else DEFAULT_WIDTH
    return max(LEAST_WIDTH, min(MOST_WIDTH, width or DEFAULT_WIDTH))


def output_has_colour() -> bool:
    """Whether standard output is a terminal that shows colours and its person wants them (NO_COLOR, no-color.org)."""
    return (
        sys.stdout is not None
        and sys.stdout.isatty()
        and os.environ.get("TERM", "dumb") not in ("", "dumb")
        and not os.environ.get("NO_COLOR")
    )


def width_cells(text: str) -> int:
    """How many cells a text covers: two for wide characters (Unicode Annex 11), none for marks on letters."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def clip(text: str, room: int) -> str:
    """`text` in at most `room` cells; what does not fit ends in an ellipsis."""
    if width_cells(text) <= room:
        return text
    taken = 0
    for place, letter in enumerate(text):
        taken += width_cells(letter)
        if taken > room - 1:
            return text[:place].rstrip() + ELLIPSIS
    return text


def pad(text: str, room: int, *, right: bool = False) -> str:
    """`text` in exactly `room` cells, to the left or to the right of them."""
    clipped = clip(text, room)
    blank = " " * (room - width_cells(clipped))
    return blank + clipped if right else clipped + blank


def wrapped(text: str, room: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """The words of `text` on lines of at most `room` cells, the first after `first`, the others after `rest`."""
    line, is_empty = first, True
    for word in text.split(" "):
        if not is_empty and width_cells(line) + 1 + width_cells(word) > room:
            yield line
            line, is_empty = rest, True
        line += word if is_empty else f" {word}"
        is_empty = False
    yield line


def table_lines(rows: Sequence[Sequence[str]], room: int, *, right: frozenset[int] = frozenset()) -> Iterator[str]:
    """Rows of cells in columns, two spaces between them; the columns of `right` to the right.

    When they do not fit, the first column gives way, then the last ones.
    """
    if not rows:
        return
    widths = [max(width_cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    while sum(widths) + 2 * (len(widths) - 1) > room:
        column = 0 if widths[0] > 16 else max(range(len(widths)), key=lambda place: widths[place])
        if widths[column] <= 8:
            break
        widths[column] -= 1
    for row in rows:
        cells = [pad(cell, widths[column], right=column in right) for column, cell in enumerate(row)]
        yield "  ".join(cells).rstrip()
