"""The clipboard of the person's own terminal, at the near end of every line, by the sequence OSC 52 of xterm.

What stands between may have its own mind: tmux takes the sequence from programs only with `set-clipboard on` (tmux(1)), GNU screen
knows it not at all, but hands on what stands in a device control string, of which it takes no more than 768 bytes, in versions
before 4.2 256. Terminals answer nothing, so whether it was taken is not known here.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Final, NamedTuple

LARGEST_SEQUENCE: Final = 100_000
"""Bytes that terminals take at least, of those that have a limit (osc52.sh of Chromium OS)."""
_SCREEN_PIECE: Final = 240
"""Bytes handed through GNU screen at once."""


class Copying(NamedTuple):
    """What to send, which is empty where it would be in vain, and what to tell of it."""

    sequence: str
    words: str


def copying_of(text: str, environment: Mapping[str, str]) -> Copying:
    """How `text` gets into the clipboard from a program in this environment."""
    sequence = f"\x1b]52;c;{b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\x07"
    term = environment.get("TERM", "")
    if len(sequence) > LARGEST_SEQUENCE:
        return Copying("", f"Too long for a clipboard ({len(sequence) // 1000} kB)")
    if environment.get("TMUX") or term.startswith("tmux"):
        return Copying(sequence, "Copied, where tmux has “set -s set-clipboard on”")
    if environment.get("STY"):
        pieces = (sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE))
        return Copying(
            "".join(f"\x1bP{piece}\x1b\\" for piece in pieces),
            "Copied through screen to the clipboard, if your terminal allows it",
        )
    if term == "linux" or term.startswith(("vt1", "vt2", "vt3", "vt4", "vt5")):  # what knows no OSC would print it
        return Copying("", f"A {'console' if term == 'linux' else 'terminal of this kind'} has no clipboard")
    return Copying(sequence, "Copied to the clipboard of your terminal, if it allows it")
