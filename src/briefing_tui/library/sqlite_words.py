"""SQLite's errors in a person's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from briefing_tui.library.errors import BusyLibraryError, DamagedLibraryError, FullDiskError, LibraryError
from briefing_tui.library.packing import PackingError

_SIGNS_OF_DAMAGE: Final = ("malformed", "decode to UTF-8", "no such", "corrupt")
"""What SQLite says when a table, a column or a text is not what our schema and our writing made it."""


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite raises within into a `LibraryError` that names `path`.

    Raises:
        LibraryError: or one of its kinds.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise plain_error(error, path) from error
    except UnicodeDecodeError as error:  # SQLite's own message quotes what is broken
        raise DamagedLibraryError(_damaged(path, "its words are not UTF-8")) from error
    except PackingError as error:
        raise DamagedLibraryError(_damaged(path, str(error))) from error
    except MemoryError as error:
        raise LibraryError(f"{path}: out of memory") from error


def plain_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """What a person can do about an error of SQLite on the file `path`."""
    name = getattr(error, "sqlite_errorname", "") or ""
    words = str(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyLibraryError(f"{path}: another program is writing to it; try again when it is done")
    if name.startswith("SQLITE_FULL"):
        return FullDiskError(f"{path}: no space left on the disk; what was added before is kept")
    if name.startswith("SQLITE_READONLY") or "readonly" in words:
        return LibraryError(f"{path}: it may only be read")
    if name.startswith("SQLITE_NOTADB"):
        return DamagedLibraryError(f"{path}: is not a library of briefing-tui")
    if name.startswith("SQLITE_CORRUPT") or any(sign in words for sign in _SIGNS_OF_DAMAGE):
        return DamagedLibraryError(_damaged(path, words))
    if name.startswith("SQLITE_CANTOPEN"):
        return LibraryError(f"{path}: cannot be opened; is its folder there, and may you read it?")
    if name.startswith("SQLITE_IOERR"):
        return LibraryError(f"{path}: the disk does not read or write it ({words})")
    if name.startswith("SQLITE_INTERRUPT"):
        return LibraryError(f"{path}: this takes too long and was given up; ask for less")
    return LibraryError(f"{path}: {words}")


def _damaged(path: Path, how: str) -> str:
    return f"{path}: is damaged ({how}); restore a copy, or add the sources to a new library"
