"""Files the explorer writes: copied quotes, and the log of failures."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

LARGEST_LOG: Final = 200_000
"""Bytes after which the log of failures starts anew."""
MOST_OF_ONE: Final = 20_000
"""Characters of one failure."""


def keep_quote(quote: str, folder: Path) -> str:
    """Append a quote to `copied.txt` in `folder`; returns words that say where it is, or that it could not be kept."""
    path = folder / "copied.txt"
    try:
        _append(path, quote + "\n\n")
    except OSError as error:
        return f"{path} could not be written: {error.strerror}"
    return f"kept in {short_path(path)}"


def log_failure(trace: str, folder: Path) -> Path | None:
    """Append a trace to `failures.log` in `folder`, with the day and what ran; its path, or None when it could not be written."""
    from datetime import UTC, datetime
    from platform import python_version

    from briefing_tui import __version__

    path = folder / "failures.log"
    heading = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} briefing-tui {__version__}, Python {python_version()}"
    try:
        _append(path, f"{heading}\n{trace.rstrip()[:MOST_OF_ONE]}\n\n", most=LARGEST_LOG)
    except OSError:
        return None
    return path


def private_folder(folder: Path) -> None:
    """Make a folder that nobody else may look into, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _append(path: Path, text: str, most: int | None = None) -> None:
    """Append to a file that nobody else may read; one that has grown beyond `most` bytes begins anew."""
    private_folder(path.parent)
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY, 0o600)
    try:
        known = os.fstat(file)
        if stat.S_ISREG(known.st_mode):  # what a link leads to may be a device, such as /dev/null, that is everybody's
            os.fchmod(file, 0o600)
        if most is not None and known.st_size > most:
            os.ftruncate(file, 0)
        os.write(file, text.encode("utf-8", "replace"))
    finally:
        os.close(file)


def short_path(path: Path) -> str:
    """The path with the home folder as "~"."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
