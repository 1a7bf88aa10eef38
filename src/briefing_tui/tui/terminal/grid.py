"""A screen as cells: what stands in each, and how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import category

from rich.cells import get_character_cell_size

from briefing_tui.tui.terminal.pen import PLAIN, Pen

Cell = tuple[str, Pen]
"""A character with its combining marks, and its look. The second half of a wide one holds an empty string."""
Row = list[Cell]

BLANK: Final[Cell] = (" ", PLAIN)
MOST_MARKS: Final = 4
"""Combining marks that a cell takes."""
_SECOND_HALF: Final = ""


def blank_row(width: int) -> Row:
    """A row of nothing."""
    return [BLANK] * width


def cells_of(runs: Iterable[tuple[str, Pen]]) -> Row:
    """Text in its looks as cells. What has no width and is no mark is left out; what cannot be printed becomes "�"."""
    row: Row = []
    for text, pen in runs:
        on_blank = pen if pen.shows_on_blank else PLAIN
        if text.isascii() and text.isprintable():
            row += [(character, pen if character != " " else on_blank) for character in text]
            continue
        for character in text:
            _append(row, character, on_blank if character == " " else pen)
    return row


def width_of(cell: Cell, following: Sequence[Cell]) -> int:
    """Cells that a character covers, given what stands after its first."""
    return 2 if following and following[0][0] == _SECOND_HALF and cell[0] != _SECOND_HALF else 1


def _append(row: Row, character: str, pen: Pen) -> None:
    width = get_character_cell_size(character)
    if width == 0:
        _combine(row, character)
        return
    if not character.isprintable() and character != " ":
        row += [("\ufffd", pen)] + [BLANK] * (width - 1)
        return
    row.append((character, pen))
    if width == 2:
        row.append((_SECOND_HALF, pen))


def _combine(row: Row, mark: str) -> None:
    """Put a mark on the letter before it; without one there is nothing it could be seen on."""
    if not category(mark).startswith("M") or not row:
        return
    place = -2 if row[-1][0] == _SECOND_HALF and len(row) > 1 else -1
    letter, pen = row[place]
    if letter != " " and len(letter) <= MOST_MARKS:
        row[place] = (letter + mark, pen)
