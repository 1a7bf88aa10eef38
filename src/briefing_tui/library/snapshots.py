"""Several statements about one state of the library, whatever others write meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing_tui.library.sqlite_words import told_plainly

if TYPE_CHECKING:
    from briefing_tui.library.opening import Library


@contextmanager
def one_state(library: Library) -> Iterator[None]:
    """Read one state of the library with all statements within, and SQLite's errors in plain words.

    Without it each statement sees what was written last, and a record may be read with the evidence of another.

    Raises:
        LibraryError: when the library cannot be read.
    """
    connection = library.connection
    with told_plainly(library.path):
        is_begun = connection.in_transaction
        if is_begun:
            yield
            return
        connection.execute("BEGIN")
        try:
            yield
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")
