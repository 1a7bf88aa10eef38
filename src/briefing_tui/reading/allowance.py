"""How much may come out of one packed file, so that no small file fills the memory or the day."""

from __future__ import annotations

from typing import Final

from briefing_tui.reading.errors import ReadingError

MOST_TIMES: Final = 200
"""How many times its own size a packed file may unpack to; texts stay below 30."""
ALWAYS_BYTES: Final = 128 * 2**20
"""So much may come out of any file, however small."""
MOST_MEMBERS: Final = 200_000
"""Files in one outermost archive."""
DEEPEST: Final = 5
"""Archives in archives."""


class Allowance:
    """What one outermost file may still unpack to, whatever it is nested of."""

    def __init__(self) -> None:
        self._bytes = ALWAYS_BYTES
        self._members = MOST_MEMBERS

    def grant(self, packed: int) -> None:
        """So many bytes of the outermost file are there to be unpacked."""
        self._bytes += packed * MOST_TIMES

    def take(self, unpacked: int, place: str) -> None:
        """So many bytes came out.

        Raises:
            ReadingError: when they are more than was granted.
        """
        self._bytes -= unpacked
        if self._bytes < 0:
            raise ReadingError(f"{place}: unpacks to more than {MOST_TIMES} times its size; the rest is left unread")

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may come out."""
        return self._bytes < 0 or self._members < 0

    def take_member(self, place: str) -> None:
        """One more file came out.

        Raises:
            ReadingError: when they are too many.
        """
        self._members -= 1
        if self._members < 0:
            raise ReadingError(f"{place}: holds more than {MOST_MEMBERS:,} files; the rest is left unread")
