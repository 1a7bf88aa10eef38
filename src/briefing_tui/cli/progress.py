"""How far a long run is, on standard error, when a person watches."""

from __future__ import annotations

import os
import sys
import time
from typing import Final

_PAUSE_SECONDS: Final = 0.2


class ProgressLine:
    """One line that is drawn over again, and wiped before anything else is said. It draws nothing unless somebody can see it."""

    def __init__(self, *, beside_output: bool = False) -> None:
        """`beside_output`: whether it may be drawn while standard output is on the same terminal."""
        self._is_shown = is_watched() and (beside_output or not _output_is_watched())
        self._width = 0
        self._last = time.monotonic() - _PAUSE_SECONDS

    @property
    def is_due(self) -> bool:
        """Whether it is time to draw again."""
        return self._is_shown and time.monotonic() - self._last >= _PAUSE_SECONDS

    def draw(self, words: str) -> None:
        """Show these words in the place of those before."""
        self._last = time.monotonic()
        self._write(words)

    def wipe(self) -> None:
        """Leave the line empty, for a message or at the end."""
        if self._width:
            self._write("")

    def _write(self, words: str) -> None:
        blank = " " * (self._width - len(words))
        sys.stderr.write(f"\r{words}{blank}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._width = len(words)


class Progress:
    """A counter of briefings."""

    def __init__(self) -> None:
        self._line = ProgressLine()
        self._count = 0

    def step(self) -> None:
        """One more briefing is done."""
        self._count += 1
        if self._line.is_due:
            self._line.draw(f"{self._count:,} briefings")

    def wipe(self) -> None:
        """Leave the line empty, for a message or at the end."""
        self._line.wipe()


class ShareDone:
    """A count with its rate and, where the whole is known, the share that is done and the time that is left.

    `whole` is in any unit that grows evenly with the work, such as bytes; None when nobody knows it.
    """

    def __init__(self, noun: str, whole: int | None) -> None:
        self._noun = noun
        self._whole = whole
        self._line = ProgressLine(beside_output=True)
        self._began = time.monotonic()

    def show(self, count: int, done: int) -> None:
        """`count` things are finished, which is `done` of the whole."""
        if not self._line.is_due:
            return
        seconds = max(0.001, time.monotonic() - self._began)
        words = f"{count:,} {self._noun} · {count / seconds:,.0f} a second"
        if self._whole:
            share = min(1.0, done / self._whole)
            bar = "#" * int(20 * share)
            words = f"[{bar:.<20}] {share:4.0%} · {words}"
            if share > 0:
                words += f" · {_duration(seconds / share - seconds)} left"
        self._line.draw(words)

    def wipe(self) -> None:
        """Leave the line empty, for a message or at the end."""
        self._line.wipe()


def is_watched() -> bool:
    """Whether a person sees standard error on a terminal that can draw a line over."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _output_is_watched() -> bool:
    return sys.stdout is None or sys.stdout.isatty()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
