"""Bytes that are looked at before it is known what they are."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import IO, Final, cast

from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.files import MAX_BYTES, too_large
from briefing_tui.reading.signatures import LOOKED_AT, wrapping_of

_PIECE: Final = 2**20


class Stream:
    """A file, a pipe or what is unpacked from one: its beginning can be looked at and is read again afterwards."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = cast("BufferedIOBase", raw)  # as every file is that is opened for bytes
        self._ahead = b""

    def look(self, *, only_line: bool = False) -> bytes:
        """The beginning: the first line, and unless it opens a JSON object, enough to tell a format by.

        A pipe is not waited for longer than that, so that what comes line by line is read line by line; of what is packed two
        bytes tell that it is.
        """
        self._ahead = self._raw.read(2)
        if wrapping_of(self._ahead):
            return self._ahead
        if not self._ahead.endswith(b"\n"):
            self._ahead += self._raw.readline(LOOKED_AT - 2)
        if only_line or not self._ahead:
            return self._ahead
        if self._ahead.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            if not self._ahead.endswith(b"\n") and len(self._ahead) >= LOOKED_AT:
                self._ahead += self._raw.readline(MAX_BYTES + 1)
            return self._ahead
        if len(self._ahead) < LOOKED_AT:
            self._ahead += self._raw.read(LOOKED_AT - len(self._ahead))
        return self._ahead

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, fewer only at the end."""
        if not self._ahead:
            return self._raw.read(size)
        taken = self._ahead if size < 0 else self._ahead[:size]
        self._ahead = self._ahead[len(taken) :]
        if size < 0 or len(taken) < size:
            taken += self._raw.read(-1 if size < 0 else size - len(taken))
        return taken

    def read1(self, size: int) -> bytes:
        """What is there, at most `size` bytes, and at least one unless it is the end."""
        if not self._ahead:
            return self._raw.read1(size)
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def readline(self, size: int) -> bytes:
        """One line, or the first `size` bytes of a longer one."""
        if not self._ahead:
            return self._raw.readline(size)
        end = self._ahead.find(b"\n", 0, size) + 1
        taken = self._ahead[: end or size]
        self._ahead = self._ahead[len(taken) :]
        if not end and len(taken) < size:
            taken += self._raw.readline(size - len(taken))
        return taken

    def lines(self) -> Iterator[bytes]:
        """The lines as they arrive. Of a line too long to be read its first `MAX_BYTES + 1` bytes are given."""
        while line := self.readline(MAX_BYTES + 1):
            yield line
            if len(line) > MAX_BYTES:
                while line and not line.endswith(b"\n"):
                    line = self.readline(_PIECE)

    def whole(self, place: str) -> bytes:
        """All bytes.

        Raises:
            ReadingError: when they are more than `MAX_BYTES`.
        """
        pieces: list[bytes] = []
        size = 0
        while piece := self.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_BYTES:
                raise ReadingError(too_large(place))
        return b"".join(pieces)
