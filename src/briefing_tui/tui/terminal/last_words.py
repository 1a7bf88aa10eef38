"""A few bytes for a terminal that has stopped to take any."""

from __future__ import annotations

import os
import termios
import threading
from contextlib import suppress
from typing import Final

ABANDON: Final = b"\x18"
"""CAN: what was cut off in the middle of an escape sequence is no sequence (ECMA-48)."""
_PATIENCE_SECONDS: Final = 0.3


def open_again(terminal: int) -> int | None:
    """The terminal under another file descriptor, which never keeps a writer waiting; None where it has no name for us.

    Whether writing waits belongs to what was opened, and that is shared with the shell.
    """
    try:
        again = os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    if os.fstat(again).st_rdev == os.fstat(terminal).st_rdev:
        return again
    os.close(again)
    return None


def say_last_words(terminal: int, words: bytes) -> None:
    """Send `words` in the place of all that still waits for the terminal to take it. Never waits long, and never fails."""
    with suppress(termios.error):
        termios.tcflow(terminal, termios.TCOON)
        termios.tcflush(terminal, termios.TCOFLUSH)
    again = open_again(terminal)
    if again is None:
        say_at_last(terminal, ABANDON + words)
        return
    with suppress(OSError):
        os.write(again, ABANDON + words)
    os.close(again)


def say_at_last(file: int, words: bytes) -> None:
    """Write to a file descriptor whose reader may have stopped to read, without waiting long for it."""

    def say() -> None:
        with suppress(OSError):
            os.write(file, words)

    speaker = threading.Thread(target=say, name="last-words", daemon=True)
    speaker.start()
    speaker.join(_PATIENCE_SECONDS)
