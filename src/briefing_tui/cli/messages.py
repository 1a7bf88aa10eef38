"""What the command says on standard error: one harmless line a message."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence

PROGRAM = "briefing-tui"


def complain(message: object) -> None:
    """Say what is wrong. File names and text inside the message cannot steer the terminal."""
    say(f"{PROGRAM}: {message}")


def say(line: str) -> None:
    """One line of talk on standard error."""
    from briefing_tui.model.safe_text import safe_line

    _print(safe_line(line))


def show(line: str) -> None:
    """One line on standard error as it is: for what is harmless already and whose spaces count."""
    _print(line)


def point_at(words: Sequence[str], word: str, at: int, length: int | None) -> None:
    """Show the command line with a caret under the part at fault: `length` characters of `word` from `at`."""
    if word not in words:
        return
    from wcwidth import wcswidth

    from briefing_tui.model.safe_text import safe_cells

    index = words.index(word)
    before = "  " + "".join(f"{safe_cells(other)} " for other in (PROGRAM, *words[:index])) + safe_cells(word[:at])
    part = safe_cells(word[at:] if length is None else word[at : at + length])
    _print("  " + " ".join(safe_cells(other) for other in (PROGRAM, *words)))
    _print(" " * max(0, wcswidth(before)) + "^" * max(1, wcswidth(part)))


def _print(line: str) -> None:
    """Nothing happens when standard error is closed or full: there is nobody left to tell."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)
