"""How far a long run is, on standard error, when a person watches and the data goes elsewhere."""

from __future__ import annotations

import os
import sys
import time
from typing import Final

_PAUSE_SECONDS: Final = 0.2


class Progress:
    """A counter on one line that is wiped before anything else is said. It draws nothing unless somebody can see it."""

    def __init__(self) -> None:
        self._shown = self._is_watched()
        self._count = 0
        self._width = 0
        self._last = time.monotonic()

    def step(self) -> None:
        """One more briefing is done."""
        self._count += 1
        if self._shown and time.monotonic() - self._last >= _PAUSE_SECONDS:
            self._last = time.monotonic()
            self._draw(f"{self._count:,} briefings")

    def wipe(self) -> None:
        """Leave the line empty, for a message or at the end."""
        if self._width:
            self._draw("")

    def _draw(self, words: str) -> None:
        blank = " " * (self._width - len(words))
        sys.stderr.write(f"\r{words}{blank}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._width = len(words)

    @staticmethod
    def _is_watched() -> bool:
        return (
            sys.stderr is not None
            and sys.stderr.isatty()
            and sys.stdout is not None
            and not sys.stdout.isatty()
            and os.environ.get("TERM", "dumb") != "dumb"
        )
