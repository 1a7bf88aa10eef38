"""Opening a library: for reading by anybody, for writing by its owner."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import quote

from briefing_tui.library.errors import LibraryError
from briefing_tui.library.migrations import migrate, newest_version, version_of
from briefing_tui.library.sqlite_words import told_plainly

PATIENCE_SECONDS: Final = 60.0
"""How long a writer waits for another one."""
MAPPED_FROM_BYTES: Final = 2**29
"""A file so large that is only read is mapped instead of copied page by page, so that it answers as fast as a small one. Smaller ones
do without: what is mapped counts as memory of everybody who reads."""
MAPPED_BYTES: Final = 4 * 2**30


@dataclass(slots=True)
class Library:
    """An open library. Use it as a context manager, or call `close`.

    A connection belongs to the thread that opened it; `open_again` gives another thread one of its own.
    """

    path: Path
    connection: sqlite3.Connection
    is_writable: bool
    identity: tuple[int, int] | None = None
    """Device and inode of the file when it was opened for writing."""

    def check_place(self) -> None:
        """Make sure that what is written is still what lies at `path`: a file that is deleted goes on taking all that it is given.

        Raises:
            LibraryError: when the file was deleted, moved or replaced.
        """
        if self.identity is not None and _identity(self.path) != self.identity:
            raise LibraryError(f"{self.path}: was deleted, moved or replaced while it was written; add the sources again")

    def close(self) -> None:
        """Close the file. The last one to close a library folds its journal back into it."""
        self.connection.close()

    def open_again(self) -> Library:
        """The same library for another thread, for reading.

        Raises:
            LibraryError: when it cannot be opened any more.
        """
        return open_library(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_library(path: Path, *, write: bool = False, create: bool = False) -> Library:
    """Open the library at `path`; with `create` make an empty one where there is none, its folders too.

    For reading, a library of an older format is accepted only when it has been brought up to date by a writer. One that lies
    where nothing may be written (a read-only disk, another account's folder) is read as it is, without its journal's help.

    Raises:
        LibraryError: when there is none, it cannot be read or written, is damaged, or was written by a later program.
    """
    check_file(path, create=create and write)
    with told_plainly(path):
        connection = _connect_to_write(path) if write else _connect_to_read(path)
        try:
            if write:
                migrate(connection, path)
            else:
                check_version(version_of(connection, path), path)
            connection.execute("SELECT number FROM documents LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
    return Library(path, connection, write, _identity(path) if write else None)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino


def check_version(version: int, path: Path) -> None:
    """Make sure that a library can be read as it is.

    Raises:
        LibraryError: when it is of an older format, or empty.
    """
    if version < newest_version():
        what = "is of an older format" if version else "holds nothing yet"
        raise LibraryError(f"{path}: {what}; “briefing-tui add --library {path}” brings it up to date")


def check_file(path: Path, *, create: bool = False) -> None:
    """Make sure that there is a file, or with `create` the folder for one.

    Raises:
        LibraryError: when there is none, or it may not be read.
    """
    try:
        if path.is_dir():
            raise LibraryError(f"{path}: is a folder; name a file in it, such as {path / 'library.sqlite'}")
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise LibraryError(f"{path}: there is no library; “briefing-tui add PATH…” makes one")
        elif not path.is_file():
            raise LibraryError(f"{path}: is no file")
        elif not os.access(path, os.R_OK):
            raise LibraryError(f"{path}: permission denied")
    except OSError as error:
        raise LibraryError(f"{error.filename or path}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:  # a NUL in the path
        raise LibraryError(f"{path}: not a file name: {error}") from error


def _connect_to_write(path: Path) -> sqlite3.Connection:
    if path.exists() and not os.access(path, os.W_OK):
        raise LibraryError(f"{path}: permission denied; it may only be read")
    connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
    try:
        version_of(connection, path)  # before anything is written: a file that is not ours, or a newer one, stays as it is
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(address_of(path, "mode=ro"), uri=True, timeout=PATIENCE_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if not journal_is_empty(path):
            if os.access(path.parent, os.W_OK):
                raise
            raise LibraryError(
                f"{path}: what was written last is still in its journal ({path.name}-wal), and nothing may be written beside it "
                "to read that; let its owner open it once"
            ) from None
        connection = sqlite3.connect(address_of(path, "mode=ro&immutable=1"), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -16384")
        map_if_large(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def map_if_large(connection: sqlite3.Connection, path: Path) -> None:
    """Have SQLite read a large file by mapping it, which saves a copy of each page."""
    if path.stat().st_size >= MAPPED_FROM_BYTES:
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")


def journal_is_empty(path: Path) -> bool:
    """Whether the file alone is the whole library, so that it may be read without writing anything beside it."""
    journal = path.with_name(path.name + "-wal")
    return not journal.exists() or journal.stat().st_size == 0


def address_of(path: Path, options: str) -> str:
    """The file's address as SQLite wants it where options are given."""
    return f"file:{quote(os.fsencode(path.absolute()))}?{options}"
