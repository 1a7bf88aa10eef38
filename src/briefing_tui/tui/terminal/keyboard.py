"""Keys: bytes from the terminal, read in a thread of their own, to Textual's events."""

from __future__ import annotations

import codecs
import os
import re
import select
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from textual import events
from textual.geometry import Size
from textual.message import Message

from briefing_tui.tui.terminal.key_names import key_of_character, key_of_sequence
from briefing_tui.tui.terminal.sizes import clamp_size, told_size
from briefing_tui.tui.terminal.splitting import Pasted, Piece, Splitter, Typed

ESCAPE_SECONDS: Final = 0.1
"""How long Escape alone waits: it is also the first byte of what other keys send."""
REMOTE_ESCAPE_SECONDS: Final = 0.35
"""The same over a line that may deliver a sequence in two packets."""
MOST_KEYS: Final = (128, 200.0)
"""How many keys may come at once, and how many a second for long: more than anybody types, fewer than hold the program up."""
MOST_SEQUENCES: Final = (1_000, 1_000.0)
"""The same for whatever is dropped, such as the reports of a mouse."""
_RESIZED: Final = re.compile(r"\x1b\[48;(\d{1,5})(?::\d*)?;(\d{1,5})(?::\d*)?(?:;[\d:]*)*t\Z")
"""A window told in band (mode 2048): rows, then columns."""


class Keyboard:
    """Reads until it is stopped or the terminal is gone. What is no key, no paste and no size is dropped."""

    def __init__(
        self,
        terminal: int,
        charset: str,
        *,
        is_remote: bool = False,
        on_message: Callable[[Message], None],
        on_lost: Callable[[], None],
    ) -> None:
        """The callbacks are called from the reading thread."""
        self._terminal = terminal
        self._on_message, self._on_lost = on_message, on_lost
        self._decoder = codecs.getincrementaldecoder(charset)("replace")
        self._splitter = Splitter(escape_seconds=REMOTE_ESCAPE_SECONDS if is_remote else ESCAPE_SECONDS, is_remote=is_remote)
        self._keys = Allowance(*MOST_KEYS)
        self._sequences = Allowance(*MOST_SEQUENCES)
        self._wake_reader, self._wake_writer = os.pipe()
        self._thread = threading.Thread(target=self._run, name="terminal-input", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more; returns when no key will come any more. Cannot be started again."""
        if self._wake_writer < 0:
            return
        os.close(self._wake_writer)
        self._wake_writer = -1
        if threading.current_thread() is not self._thread and self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        poll = select.poll()
        poll.register(self._terminal, select.POLLIN)
        poll.register(self._wake_reader, 0)  # tells its other end's closing
        try:
            while True:
                patience = self._patience
                ready = dict(poll.poll(None if patience is None else patience * 1000))
                if self._wake_reader in ready:
                    return
                if not ready:
                    self._decoder.reset()
                    self._tell(self._splitter.give_up())
                    continue
                try:
                    received = os.read(self._terminal, 65_536)
                except BlockingIOError:  # somebody else reads from the same terminal
                    continue
                except OSError:
                    received = b""
                if not received:
                    self._on_lost()
                    return
                self._tell(self._splitter.feed(self._decoder.decode(received.replace(b"\x00", b""))))
                if not poll.poll(0):
                    self._tell(self._splitter.rest())
        except RuntimeError:  # the event loop has been closed: nobody takes keys any more
            return
        finally:
            os.close(self._wake_reader)

    @property
    def _patience(self) -> float | None:
        """How long a silence means that nothing more belongs to what came: a sequence, or the first bytes of a character."""
        return self._splitter.patience or (ESCAPE_SECONDS if self._decoder.getstate()[0] else None)

    def _tell(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if not self._sequences.takes():
                self._splitter.drown()
                return
            for message in self._messages(piece):
                if isinstance(message, events.Key) and not self._keys.takes():
                    self._splitter.drown()
                    return
                self._on_message(message)

    def _messages(self, piece: Piece) -> Iterator[Message]:
        match piece:
            case Pasted(text):
                if text:
                    yield events.Paste(text)
            case Typed(text):
                for character in text:
                    key = key_of_character(character)
                    if key is not None:
                        yield events.Key(*key)
            case _:
                key = key_of_sequence(piece.text)
                if key is not None:
                    yield events.Key(*key)
                elif told := _RESIZED.match(piece.text):
                    yield from self._resized(columns=int(told[2]), rows=int(told[1]))

    def _resized(self, *, columns: int, rows: int) -> Iterator[Message]:
        """A report is taken as a hint to look: what the system says of the terminal counts, as long as it says anything."""
        size = told_size(self._terminal) or ((columns, rows) if columns and rows else None)
        if size is not None:
            cells = Size(*clamp_size(*size))
            yield events.Resize(cells, cells)


class Allowance:
    """So much at once, and so much a second for long."""

    def __init__(self, most: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._per_second, self._clock = most, per_second, clock
        self._left, self._then = float(most), clock()

    def takes(self) -> bool:
        """Whether one more is allowed now; counts it if so."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._then) * self._per_second)
        self._then = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
