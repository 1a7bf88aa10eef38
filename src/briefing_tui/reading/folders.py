"""The files of a folder and of all folders in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from briefing_tui.reading.choice import Choice
from briefing_tui.reading.errors import PassedOver, ReadingError
from briefing_tui.reading.files import reason


def walk_folder(folder: str, choice: Choice) -> Iterator[str | PassedOver | ReadingError]:
    """The paths of the wanted files in `folder`, in the order of their names, the files of a folder before those of its folders.

    Links to folders are followed last and each folder is entered once, so that a loop of links ends. With patterns to
    include, only files that match one are given, and archives. Pipes, sockets and devices are left out.
    """
    seen: dict[tuple[int, int], str] = {}
    waiting = [(folder, "")]
    links: list[tuple[str, str]] = []
    while waiting or links:
        path, inner = waiting.pop() if waiting else links.pop(0)
        try:
            status = os.stat(path)  # noqa: PTH116  device and inode tell a folder that was seen
            place = (status.st_dev, status.st_ino)
            if place in seen:
                yield PassedOver(f"{path}: leads to {seen[place]}, which is read already; not followed")
                continue
            seen[place] = path
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield ReadingError(f"{path}: {reason(error)}")
            continue
        below: list[tuple[str, str]] = []
        for entry in entries:
            within = f"{inner}/{entry.name}" if inner else entry.name
            if choice.excludes(within):
                continue
            found = _look(entry)
            if isinstance(found, ReadingError):
                yield found
            elif found == "folder":
                (links if entry.is_symlink() else below).append((entry.path, within))
            elif found == "file" and choice.may_want(within):
                yield entry.path
        waiting += reversed(below)


def _look(entry: os.DirEntry[str]) -> str | ReadingError:
    """What an entry of a folder is, behind a link if it is one."""
    try:
        mode = entry.stat().st_mode
    except FileNotFoundError:
        return ReadingError(f"{entry.path}: {'a link to a file that is not there' if entry.is_symlink() else 'no such file'}")
    except OSError as error:
        return ReadingError(f"{entry.path}: {reason(error)}")
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"
