"""Files the explorer writes: copied quotes, and the log of failures."""

from __future__ import annotations

from pathlib import Path
from typing import Final

LARGEST_LOG: Final = 200_000
"""Bytes after which the log of failures starts anew."""


def keep_quote(quote: str, folder: Path) -> str:
    """Append a quote to `copied.txt` in `folder`; returns a line that says where it is, or that it could not be kept."""
    path = folder / "copied.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(quote + "\n\n")
    except OSError as error:
        return f"Copied to the clipboard, if your terminal allows it; {path} could not be written: {error.strerror}"
    return f"Copied to the clipboard and to {short_path(path)}"


def log_failure(trace: str, folder: Path) -> Path | None:
    """Append a trace to `failures.log` in `folder`; returns its path, or None when it could not be written."""
    path = folder / "failures.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > LARGEST_LOG else "a"
        with path.open(mode, encoding="utf-8", errors="replace") as file:
            file.write(trace.rstrip() + "\n\n")
    except OSError:
        return None
    return path


def short_path(path: Path) -> str:
    """The path with the home folder as "~"."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
