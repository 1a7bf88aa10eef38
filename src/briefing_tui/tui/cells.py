"""Text measured in terminal cells, never in characters. Expects text that went through `safe_text`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS: Final = "…"
_NOT_SURELY_ONE_CELL: Final = re.compile(
    "[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2421\ufffd]"
)


def is_one_cell_each(text: str) -> bool:
    """Whether every character is surely one cell wide; False only means that it has to be measured."""
    return text.isascii() or _NOT_SURELY_ONE_CELL.search(text) is None


def width_cells(text: str) -> int:
    """How many cells the text covers."""
    return len(text) if is_one_cell_each(text) else cell_len(text)


def fitting(text: str, start: int, end: int, room: int) -> int:
    """The offset up to which `text[start:end]` fits into `room` cells. Marks stay with their letter."""
    if end - start <= room and is_one_cell_each(text[start:end]):
        return end
    if is_one_cell_each(text[start : start + room + 1]):
        return min(end, start + room)
    position = start
    while position < end:
        room -= get_character_cell_size(text[position])
        if room < 0:
            break
        position += 1
    return position


def clip(text: str, room: int) -> str:
    """`text` in at most `room` cells; what does not fit ends in an ellipsis."""
    if room <= 0:
        return ""
    if width_cells(text) <= room:
        return text
    return text[: fitting(text, 0, len(text), room - 1)].rstrip() + ELLIPSIS


def pad(text: str, room: int) -> str:
    """`text` in exactly `room` cells."""
    text = clip(text, room)
    return text + " " * (room - width_cells(text))


def share_width(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths for columns that would like to be `natural` wide and still make sense at `least`, in `room` cells altogether.

    What is missing is taken evenly from the columns that have most to give; below the least widths the last columns go first.
    """
    widths = list(natural)
    floors = [min(wanted, floor) for wanted, floor in zip(natural, least, strict=True)]
    while sum(widths) > room:
        spare, column = max((widths[index] - floors[index], index) for index in range(len(widths)))
        if spare <= 0:
            break
        rivals = [widths[index] - floors[index] for index in range(len(widths)) if index != column]
        widths[column] -= max(1, min(sum(widths) - room, spare - max(rivals, default=0)))
    for column in reversed(range(len(widths))):
        excess = sum(widths) - room
        if excess <= 0:
            break
        widths[column] -= min(excess, widths[column])
    return widths
