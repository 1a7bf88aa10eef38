"""What another account may do with a file, told from owners and permission bits (access lists are not looked at)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

Right = Literal["read", "write", "enter"]
_BIT: dict[Right, int] = {"read": 4, "write": 2, "enter": 1}


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """An account by its numbers."""

    name: str
    uid: int
    gids: frozenset[int]
    home: Path
    shell: str

    @classmethod
    def named(cls, name: str) -> Self | None:
        """The account of that name, if there is one."""
        import pwd

        try:
            known = pwd.getpwnam(name)
        except KeyError:
            return None
        gids = frozenset({known.pw_gid, *os.getgrouplist(name, known.pw_gid)})
        return cls(name, known.pw_uid, gids, Path(known.pw_dir), known.pw_shell)

    def may(self, right: Right, path: Path) -> bool:
        """Whether the permission bits of `path` give it a right; what is not there gives none."""
        try:
            known = path.stat()
        except OSError:
            return False
        if self.uid == 0:
            return True
        shift = 6 if known.st_uid == self.uid else 3 if known.st_gid in self.gids else 0
        return bool(known.st_mode >> shift & _BIT[right])

    def may_reach(self, path: Path) -> Path | None:
        """The first folder on the way to `path` that it may not enter; None when there is none."""
        return next((folder for folder in reversed(path.absolute().parents) if not self.may("enter", folder)), None)

    def may_change(self, path: Path) -> Path | None:
        """Whatever it may write, or make its own to write, at `path` or on the way there; None when there is nothing."""
        for place, entry in _places(path):
            if not place.exists():
                continue
            known = place.stat()
            if known.st_uid == self.uid or (self.may("write", place) and not self._is_held_back(known, entry)):
                return place
        return None

    def _is_held_back(self, folder: os.stat_result, entry: Path | None) -> bool:
        """In a sticky folder, such as /tmp, only the owner of an entry can put another one in its place."""
        return bool(folder.st_mode & stat.S_ISVTX) and entry is not None and entry.lstat().st_uid != self.uid


def _places(path: Path) -> Iterator[tuple[Path, Path | None]]:
    """The file and every folder above it, as written and as links resolve it, each with the entry that leads on."""
    for way in dict.fromkeys((path.absolute(), path.resolve())):
        yield way, None
        below = way
        for folder in way.parents:
            yield folder, below
            below = folder
