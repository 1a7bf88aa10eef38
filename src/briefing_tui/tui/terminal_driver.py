"""A terminal driver that survives what real terminals do: stray bytes, absurd sizes, a lost line."""

from __future__ import annotations

from functools import cache

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

LEAST_CELLS = (8, 3)
"""Smallest window drawn for; Textual fails below."""
MOST_CELLS = (1000, 400)
"""Largest; a terminal may claim anything."""


@cache
def hardened(driver: type[Driver]) -> type[Driver]:
    """`driver` with its window size kept within bounds, when it is the one for POSIX terminals."""
    if not issubclass(driver, LinuxDriver):
        return driver

    class TerminalDriver(driver):  # type: ignore[misc,valid-type]
        def _get_terminal_size(self) -> tuple[int, int]:
            width, height = super()._get_terminal_size()
            return clamp_size(width, height)

    return TerminalDriver


def clamp_size(width: int, height: int) -> tuple[int, int]:
    """A window size within what can be drawn."""
    return (
        max(LEAST_CELLS[0], min(width, MOST_CELLS[0])),
        max(LEAST_CELLS[1], min(height, MOST_CELLS[1])),
    )
