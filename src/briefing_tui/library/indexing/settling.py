"""Merging the pieces a full-text index is written in, so that a question looks into few of them however large the library is."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing_tui.library.errors import BusyLibraryError
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.turns import write_transaction

if TYPE_CHECKING:
    from briefing_tui.library.opening import Library

MOST_LARGE: Final = 2
"""Large pieces that are left apart. A beginning stands for up to 32 words, and each of them is looked up in every piece."""
_SMALL_SHARE: Final = 12
"""A piece below a twelfth of the index is not large: looking into it costs little."""
_FEW: Final = 200
"""Entries of an index too small to be worth it."""
_STEP_PAGES: Final = 1_000
"""Pages merged a transaction: about four megabytes."""


def settle_index(library: Library) -> None:
    """Merge the pieces of the index when there are too many large ones. Worth while after much was added; not in a transaction.

    The work is cut into short transactions. Stopped in between, nothing is lost and nothing is found otherwise: the next call
    goes on. A library that somebody else writes to all the time is left for the next call.

    Raises:
        LibraryError: when the library cannot be written.
    """
    with suppress(BusyLibraryError), told_plainly(library.path):
        for table in ("search", "record_search"):
            pages = -_STEP_PAGES if _large_pieces(library.connection, table) > MOST_LARGE else 0
            while pages:
                changes = library.connection.total_changes
                with write_transaction(library):
                    library.connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
                # https://www.sqlite.org/fts5.html#the_merge_command: fewer than two changes tell that there was nothing to do
                pages = _STEP_PAGES if library.connection.total_changes - changes >= 2 else 0


def _large_pieces(connection: sqlite3.Connection, table: str) -> int:
    sizes = [size for (size,) in connection.execute(f"SELECT count(*) FROM {table}_idx GROUP BY segid")]
    return 0 if sum(sizes) < _FEW else sum(size * _SMALL_SHARE >= sum(sizes) for size in sizes)
