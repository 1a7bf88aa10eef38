"""Saved searches as the command keeps them: in the library, or for one that may only be read in the person's state folder."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefing_tui.cli.arguments import UsageError, did_you_mean
from briefing_tui.cli.folders import state_folder
from briefing_tui.library.errors import LibraryError
from briefing_tui.library.opening import open_library
from briefing_tui.library.saved import SavedSearch, forget_search, mark_seen, save_search, saved_searches

if TYPE_CHECKING:
    from briefing_tui.library import Library

FILE: Final = "saved.json"
LONGEST_NAME: Final = 80
_PARTS_OF_NAMES: Final = "-_."


def checked_name(written: str) -> str:
    """The name of a saved search.

    Raises:
        UsageError: when it would have to be quoted in a shell, or is too long.
    """
    wrong = next((letter for letter in written if not letter.isalnum() and letter not in _PARTS_OF_NAMES), None)
    if not written or wrong is not None or written[0] in _PARTS_OF_NAMES or len(written) > LONGEST_NAME:
        raise UsageError(
            f"a name is letters and digits, with - _ and . between, at most {LONGEST_NAME}; not {written!r}", word=written
        )
    return written


def kept_searches(library: Library) -> dict[str, SavedSearch]:
    """All saved searches by name; where the library may only be read, the person's own, and how far they have been told.

    Raises:
        LibraryError: when the library cannot be read.
    """
    found = {search.name: search for search in saved_searches(library)}
    if not may_be_written(library.path):
        for name, own in _own(library.path).items():
            shared = found.get(name)
            found[name] = own if shared is None else replace(own, query=shared.query if own.query == "" else own.query)
    return dict(sorted(found.items()))


def named_search(library: Library, name: str) -> SavedSearch:
    """The saved search of that name.

    Raises:
        UsageError: when there is none, with the name that may have been meant.
        LibraryError: when the library cannot be read.
    """
    kept = kept_searches(library)
    if name not in kept:
        hint = did_you_mean(name, kept) or "; “briefing-tui save NAME QUERY” keeps one"
        raise UsageError(f"there is no saved search {name!r}{hint}", word=name)
    return kept[name]


def keep_search(path: Path, search: SavedSearch) -> None:
    """Save a search, or give one of its name the new query.

    Raises:
        LibraryError: when it cannot be kept.
    """
    if may_be_written(path):
        with open_library(path, write=True) as library:
            save_search(library, search)
        return
    own = _own(path)
    before = own.get(search.name)
    own[search.name] = search if before is None else replace(search, seen=before.seen, created=before.created)
    _write_own(path, own)


def drop_search(path: Path, name: str) -> None:
    """Forget a search; nothing happens when there is none.

    Raises:
        LibraryError: when it cannot be forgotten, as one that another person keeps in a library that may only be read.
    """
    if may_be_written(path):
        with open_library(path, write=True) as library:
            forget_search(library, name)
        return
    own = _own(path)
    if name not in own:
        raise LibraryError(f"{path}: may only be read, and {name} is kept in it")
    del own[name]
    _write_own(path, own)


def tell_seen(path: Path, search: SavedSearch, number: int) -> None:
    """Remember that a search has been told of all documents up to `number`.

    Raises:
        LibraryError: when that cannot be kept; the same is then told again.
    """
    if may_be_written(path):
        with open_library(path, write=True) as library:
            mark_seen(library, search.name, number)
        return
    own = _own(path)
    own[search.name] = replace(own.get(search.name, replace(search, query="")), seen=number)
    _write_own(path, own)


def may_be_written(path: Path) -> bool:
    """Whether this person may write the library: its file, and its folder, for the journal."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _own(library: Path) -> dict[str, SavedSearch]:
    """The person's own searches in a library that may only be read. An empty query stands for the library's own."""
    kept = _read_own().get(_key(library))
    found: dict[str, SavedSearch] = {}
    for name, told in (kept if isinstance(kept, dict) else {}).items():
        match told:
            case {"query": str(query), "created": str(created), "seen": int(seen)}:
                found[name] = SavedSearch(name, query, created, seen)
    return found


def _read_own() -> dict[str, Any]:
    try:
        kept = json.loads((state_folder() / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write_own(library: Path, searches: dict[str, SavedSearch]) -> None:
    """Write the file anew and move it into its place, so that it is whole whenever the machine stops."""
    everything = _read_own()
    everything[_key(library)] = {
        name: {"query": one.query, "created": one.created, "seen": one.seen} for name, one in sorted(searches.items())
    }
    target = state_folder() / FILE
    draft = target.with_name(f"{FILE}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(everything, stream, indent=1)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: {error.strerror or error}; the library may only be read, so this is kept there") from error


def _key(library: Path) -> str:
    return str(library.resolve()).encode("utf-8", "backslashreplace").decode()
