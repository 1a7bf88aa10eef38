"""Opens the explorer on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing_tui.model import Briefing


def run_explorer(briefings: Iterator[Briefing | str], *, state_folder: Path, first_run: bool = False) -> int:
    """Explore `briefings` until the person quits; returns the exit code.

    The first briefing is taken before the screen is opened, so that the first frame shows it; the rest arrive while the
    person reads. A string is a problem with one source, a line to show. `state_folder` is made when something is
    written there: copied quotes, and the log of a failure. `first_run` adds a hint for newcomers.
    """
    del briefings, state_folder, first_run
    return 0
