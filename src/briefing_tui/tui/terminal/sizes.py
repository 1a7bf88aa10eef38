"""How large the terminal is, and how large a screen can be drawn."""

from __future__ import annotations

import os
from typing import Final

LEAST_CELLS: Final = (8, 3)
"""Smallest screen drawn for; Textual fails below."""
MOST_CELLS: Final = (500, 200)
"""Largest; a terminal may claim anything."""
UNKNOWN_CELLS: Final = (80, 24)
"""Where a terminal does not say."""


def terminal_size(terminal: int) -> tuple[int, int]:
    """Columns and rows of the terminal with this file descriptor, within bounds. The environment has no say in it."""
    try:
        width, height = os.get_terminal_size(terminal)
    except OSError:
        width = height = 0
    return clamp_size(width or UNKNOWN_CELLS[0], height or UNKNOWN_CELLS[1])


def clamp_size(width: int, height: int) -> tuple[int, int]:
    """A size within what can be drawn."""
    return max(LEAST_CELLS[0], min(width, MOST_CELLS[0])), max(LEAST_CELLS[1], min(height, MOST_CELLS[1]))
