"""What the command says on standard error: one harmless line a message."""

from __future__ import annotations

import contextlib
import sys

from briefing_tui.tui.safe_text import safe_line

PROGRAM = "briefing-tui"


def complain(message: object) -> None:
    """Say what is wrong. File names and text inside the message cannot steer the terminal."""
    say(f"{PROGRAM}: {message}")


def say(line: str) -> None:
    """One line of talk on standard error; nothing happens when that is closed."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        print(safe_line(line), file=sys.stderr, flush=True)
