"""The folders: whether they are there, can be written, and have room."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from briefing_tui.cli import folders
from briefing_tui.cli.checks.finding import Finding

LITTLE: Final = 1 << 30
TOO_LITTLE: Final = 64 << 20
"""Bytes of free space below which the next run is likely to fail."""

_LOST: Final = {
    "settings": "your settings are not read",
    "data": "no library can be made there",
    "state": "nothing is remembered, and copies are not kept",
    "cache": "the lexicon is compiled anew at every start",
}


def check_places() -> Iterator[Finding]:
    """The four folders."""
    for name, folder in (
        ("settings", folders.config_folder()),
        ("data", folders.data_folder()),
        ("state", folders.state_folder()),
        ("cache", folders.cache_folder()),
    ):
        yield from place_findings(name, folder)


def place_findings(name: str, folder: Path) -> Iterator[Finding]:
    """How it is with one folder; that it is not there yet is no fault as long as it can be made."""
    about = f"{name} folder"
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    needs_writing = name != "settings"
    if not there.is_dir():
        yield Finding(about=about, state="wrong", says=f"{folder}: {there} is no folder; {_LOST[name]}")
    elif not os.access(there, os.R_OK | os.X_OK):
        yield Finding(about=about, state="wrong", says=f"{folder}: permission denied; {_LOST[name]}", fix=f"chmod u+rwx {there}")
    elif needs_writing and not os.access(there, os.W_OK):
        # Where nothing may be written one still can read, and name another place.
        variable = {"data": "DATA", "state": "STATE", "cache": "CACHE"}[name]
        says = f"{folder}: may not be written; {_LOST[name]}"
        yield Finding(about=about, state="note", says=says, fix=f"export BRIEFING_TUI_{variable}=FOLDER")
    else:
        state = "" if folder.exists() else "; not there yet"
        yield Finding(about=about, state="ok", says=f"{folder}{state}")
        if needs_writing:
            yield from room_findings(about, there, shutil.disk_usage(there).free)


def room_findings(about: str, folder: Path, free: int) -> Iterator[Finding]:
    """Whether `free` bytes are enough."""
    if free < LITTLE:
        says = f"{free / (1 << 20):,.0f} MB are left on its disk"
        yield Finding(about=about, state="wrong" if free < TOO_LITTLE else "note", says=says, fix=f"df -h {folder}")
