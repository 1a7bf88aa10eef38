"""The settings of the terminal's line (termios): taken over, and given back as they were."""

from __future__ import annotations

import termios
from typing import Any


class LineSettings:
    """Keys come one by one and unchanged, and what is sent is sent as it is."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._before: list[Any] | None = None

    def take_over(self) -> None:
        """Set what the explorer needs; a line that has no settings stays as it is.

        Done again without giving back in between, as after a stop from outside, it leaves alone what is given back in the end.
        """
        if self._before is None:
            try:
                self._before = termios.tcgetattr(self._terminal)
            except termios.error:
                return
        wanted = [*self._before[:6], list(self._before[6])]
        wanted[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP)
        wanted[0] &= ~(termios.BRKINT | termios.PARMRK | termios.INPCK | getattr(termios, "IUCLC", 0))
        wanted[1] &= ~termios.OPOST
        wanted[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        wanted[6][termios.VMIN] = 1
        wanted[6][termios.VTIME] = 0
        self._set(wanted)

    def give_back(self) -> None:
        """Set what was set before; keys that nobody has read are dropped."""
        before, self._before = self._before, None
        if before is None:
            return
        try:
            termios.tcflush(self._terminal, termios.TCIFLUSH)
        except termios.error:
            return
        self._set(before)

    def _set(self, settings: list[Any]) -> None:
        try:
            termios.tcsetattr(self._terminal, termios.TCSANOW, settings)
        except termios.error:
            return
