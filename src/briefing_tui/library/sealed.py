"""A library file that nobody changes: read as it is, with nothing beside it, for people who are not to be trusted.

SQLite's "immutable" takes no locks and makes no files (https://www.sqlite.org/uri.html#uriimmutable). Who wants to change such
a library puts another file into its place (`rename`); those who read go on with the one they opened.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from briefing_tui.library.errors import LibraryError
from briefing_tui.library.migrations import version_of
from briefing_tui.library.opening import (
    Library,
    address_of,
    check_file,
    check_version,
    journal_is_empty,
    map_if_large,
)
from briefing_tui.library.sqlite_words import told_plainly

MOST_SECONDS: Final = 5.0
"""How long a core works on one statement before it is given up."""
MOST_BYTES: Final = 128 * 2**20
"""Memory that SQLite may take in this process; a statement that wants more fails."""
_STEPS_BETWEEN_LOOKS: Final = 20_000
"""Steps of SQLite's machine after which the clock is looked at: a few tenths of a millisecond."""
_CACHE_PAGES: Final = -4096
"""Kibibytes of pages that a connection keeps for itself; the system keeps them for everybody."""


class BoundedConnection(sqlite3.Connection):
    """Gives up a statement that has kept a core busy for too long."""

    most_seconds = MOST_SECONDS
    _spent_at = float("inf")

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As everywhere; the time of this thread on a core is counted from here on."""
        self._spent_at = time.thread_time() + self.most_seconds
        return super().execute(sql, parameters)

    def is_spent(self) -> bool:
        """Whether the statement has had its time. SQLite asks in the thread that works on it."""
        return time.thread_time() > self._spent_at


@dataclass(slots=True)
class SealedLibrary(Library):
    """A library with all the connections it will ever need, for a process that then gives up opening files."""

    spare: list[Library] = field(default_factory=list)
    """Connections that are not in use yet."""

    def open_again(self) -> Library:
        """One of the connections that were opened with this one.

        Raises:
            LibraryError: when all of them are in use.
        """
        if not self.spare:
            raise LibraryError(f"{self.path}: cannot be opened once more")
        return self.spare.pop()


def open_sealed(path: Path, *, spare: int = 1) -> SealedLibrary:
    """Open a library that lies still, with `spare` further connections; messages about it name the file without its folder.

    Raises:
        LibraryError: when it cannot be read, or has a journal, which readers of a sealed file would not see.
    """
    check_file(path)
    if not journal_is_empty(path) or path.with_name(path.name + "-journal").exists():
        raise LibraryError(
            f"{path}: what was written last is still in its journal; a file that is read like this must be a finished copy"
        )
    name = Path(path.name)
    with told_plainly(path):
        connections: list[sqlite3.Connection] = []
        try:
            for _ in range(spare + 1):
                connections.append(_connect(path))
                check_version(version_of(connections[-1], path), path)
                connections[-1].execute("SELECT number FROM documents LIMIT 1").fetchone()
        except BaseException:
            for one in connections:
                one.close()
            raise
    first, *others = connections
    return SealedLibrary(name, first, is_writable=False, spare=[Library(name, one, is_writable=False) for one in others])


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that whoever asks first may use, in whichever thread."""
    connection = sqlite3.connect(
        address_of(path, "mode=ro&immutable=1"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=BoundedConnection,
    )
    try:
        connection.set_progress_handler(connection.is_spent, _STEPS_BETWEEN_LOOKS)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute(f"PRAGMA cache_size = {_CACHE_PAGES}")
        connection.execute(f"PRAGMA hard_heap_limit = {MOST_BYTES}")
        map_if_large(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection
