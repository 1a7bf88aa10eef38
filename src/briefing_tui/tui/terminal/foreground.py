"""Whose turn it is at a terminal that a shell lends to one job after the other."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Final

_MOST_STOPS: Final = 100
"""A job that nobody can bring to the front is not stopped by asking, and would ask for ever."""
_BETWEEN_SECONDS: Final = 0.02
"""Before each stop, so that a signal that came together with the one that continued us is heard, be it to end."""


def is_in_foreground(terminal: int) -> bool:
    """Whether the terminal is ours to draw on and to set; also where no shell lends it out."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:  # not the terminal of this session
        return True


def come_to_foreground(terminal: int, *, is_wanted: Callable[[], bool]) -> bool:
    """Stop, with the whole job, until the shell lends us the terminal; False where it never will, or it is not wanted any more.

    As shells do themselves when they start (glibc manual, "Initializing the Shell"): nothing has been read, set or sent before.
    """
    for _ in range(_MOST_STOPS):
        if is_in_foreground(terminal):
            return True
        threading.Event().wait(_BETWEEN_SECONDS)
        if not is_wanted():
            return False
        try:
            os.kill(0, signal.SIGTTIN)
        except PermissionError:  # a kiosk has given up the right to
            return False
    return False
