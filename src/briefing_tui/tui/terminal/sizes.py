"""How large the terminal is, and how large a screen can be drawn."""

from __future__ import annotations

import os
from typing import Final

LEAST_CELLS: Final = (20, 5)
"""Smallest screen on which anything can be explored; below, one line says so."""
MOST_CELLS: Final = (500, 200)
"""Largest; a terminal may claim anything."""
UNKNOWN_CELLS: Final = (80, 24)
"""Where a terminal does not say."""
_TOO_SMALL: Final = ("terminal too small: 20×5 at least", "terminal too small", "too small", "small", "…")


def terminal_size(terminal: int) -> tuple[int, int]:
    """Columns and rows of the terminal with this file descriptor, within bounds. The environment has no say in it."""
    return clamp_size(*(told_size(terminal) or UNKNOWN_CELLS))


def told_size(terminal: int) -> tuple[int, int] | None:
    """Columns and rows as the system knows them; None where it does not, as on a serial line."""
    try:
        width, height = os.get_terminal_size(terminal)
    except OSError:
        return None
    return (width or UNKNOWN_CELLS[0], height or UNKNOWN_CELLS[1]) if width or height else None


def clamp_size(width: int, height: int) -> tuple[int, int]:
    """A size within what can be drawn."""
    return max(1, min(width, MOST_CELLS[0])), max(1, min(height, MOST_CELLS[1]))


def is_too_small(width: int, height: int) -> bool:
    """Whether there is no room for any list with a line of keys."""
    return width < LEAST_CELLS[0] or height < LEAST_CELLS[1]


def words_of_too_small(width: int) -> str:
    """What is said then, in as many cells as there are."""
    return next((words for words in _TOO_SMALL if len(words) <= width), "")
