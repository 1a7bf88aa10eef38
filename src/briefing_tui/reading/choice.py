"""Which files of folders and archives are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

_PACKED: Final = (".zip", ".gz")
_LITTER: Final = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Choice:
    """Patterns of file names. One without a slash is matched against the name alone, one with against the path within the folder.

    An archive that a pattern asks for by name is wanted whole; of any other the files in it are chosen like those of a folder.

    `*` and `?` stop at a slash, `**` stands for any number of folders. Without `include` every file is wanted that can be read.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def includes(self, path: str) -> bool:
        """Whether a pattern asks for this file by name."""
        return matches(self.include, path)

    def may_want(self, path: str) -> bool:
        """Whether the file may be wanted: asked for by name, or packed, so that what is in it may be."""
        return not self.include or self.includes(path) or path.lower().endswith(_PACKED)

    def excludes(self, path: str) -> bool:
        """Whether the file or folder is ruled out: by a pattern, or because it is hidden or litter."""
        name = path.rsplit("/", 1)[-1]
        is_hidden = name.startswith(".") and name not in {".", ".."}
        return is_hidden or name in _LITTER or matches(self.exclude, path)


def matches(patterns: Sequence[str], path: str) -> bool:
    """Whether one of the patterns stands for `path`, whose parts are divided by slashes."""
    parts = path.split("/")
    return any(
        _matches_path(pattern.strip("/").split("/"), parts) if "/" in pattern else fnmatchcase(parts[-1], pattern)
        for pattern in patterns
    )


def _matches_path(pattern: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the steps of a pattern can be laid over all parts of a path, `**` over any number of them."""
    reached = {0}
    for step in pattern:
        if step == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {place + 1 for place in reached if place < len(parts) and fnmatchcase(parts[place], step)}
        if not reached:
            return False
    return len(parts) in reached
