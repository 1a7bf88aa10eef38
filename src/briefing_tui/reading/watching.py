"""What changed in a folder since the last look at it. Nothing is kept but the state a look returns; the caller waits between looks."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing_tui.reading.choice import Choice
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.folders import walk_folder


class Stamp(NamedTuple):
    """What tells that a file is the one it was and unchanged."""

    device: int
    inode: int
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, and what was there at the last look."""

    folders: tuple[str, ...]
    """Folders, and files that are watched for themselves."""
    choice: Choice = field(default_factory=Choice)
    read: Mapping[str, Stamp] = field(default_factory=dict)
    """Files that were given out, as they were then."""
    seen: Mapping[str, Stamp] = field(default_factory=dict)
    """Files as they were at the last look, whether given out or not."""
    told: frozenset[str] = frozenset()
    """Faults of folders that were told already and still stand."""


class Look(NamedTuple):
    """What one look found: files that are new or changed and at rest, faults not told before, and the state for the next look."""

    changed: list[str]
    faults: list[ReadingError]
    state: Watch


def begin_watch(folders: Sequence[str], choice: Choice | None = None, *, all_known: bool = False) -> Watch:
    """The state before the first look. With `all_known` what lies there now counts as read, and only what comes is given out."""
    state = Watch(tuple(folders), choice or Choice())
    if not all_known:
        return state
    stamps, _ = _stamps(state)
    return Watch(state.folders, state.choice, read=stamps, seen=stamps)


def look(state: Watch) -> Look:
    """One look at the folders. A file is given out once it is the same in two looks, so that none is read half written.

    A file that was changed, or replaced by another of its name, is given out again; one that is empty is waited for.
    """
    stamps, faults = _stamps(state)
    changed = [
        path for path, stamp in stamps.items() if stamp.size and state.read.get(path) != stamp and state.seen.get(path) == stamp
    ]
    read = {path: state.read[path] for path in stamps if path in state.read} | {path: stamps[path] for path in changed}
    standing = frozenset(str(fault) for fault in faults)
    return Look(
        changed,
        [fault for fault in faults if str(fault) not in state.told],
        Watch(state.folders, state.choice, read=read, seen=stamps, told=standing),
    )


def _stamps(state: Watch) -> tuple[dict[str, Stamp], list[ReadingError]]:
    """Every file there is now, in the order of names, and what cannot be looked at."""
    stamps: dict[str, Stamp] = {}
    faults: list[ReadingError] = []
    for folder in state.folders:
        for found in [folder] if os.path.isfile(folder) else walk_folder(folder, state.choice):  # noqa: PTH113  refuses no name
            if isinstance(found, ReadingError):
                faults.append(found)
                continue
            try:
                status = os.stat(found)  # noqa: PTH116  the numbers of a stat result are what is compared
            except OSError:  # it went away in between
                continue
            stamps[found] = Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    return stamps, faults
