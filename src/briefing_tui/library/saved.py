"""Saved searches: queries with a name, and up to which document each has been told of.

What is new is judged by the order of adding: a document of an old date that is added late is new, and a text that is extracted
again is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefing_tui.library.errors import LibraryError
from briefing_tui.library.opening import Library
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.turns import write_transaction


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name; `created` is UTC, ISO 8601, `seen` the number of the last document that it was asked about."""

    name: str
    query: str
    created: str
    seen: int


def saved_searches(library: Library) -> list[SavedSearch]:
    """All saved searches by name.

    Raises:
        LibraryError: when the library cannot be read.
    """
    with told_plainly(library.path):
        rows = library.connection.execute("SELECT name, query, created, seen FROM saved_searches ORDER BY name").fetchall()
    return [SavedSearch(*row) for row in rows]


def last_document(library: Library) -> int:
    """The number of the document that was added last; 0 when there is none.

    Raises:
        LibraryError: when the library cannot be read.
    """
    with told_plainly(library.path):
        number: int = library.connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0]
    return number


def save_search(library: Library, search: SavedSearch) -> None:
    """Keep a search; one of the same name gets the new query, and is still told of what it has been told of.

    Raises:
        LibraryError: when the library may not be written, or cannot be.
    """
    with _writing(library):
        library.connection.execute(
            """INSERT INTO saved_searches (name, query, created, seen) VALUES (?, ?, ?, ?)
               ON CONFLICT (name) DO UPDATE SET query = excluded.query""",
            (search.name, search.query, search.created, search.seen),
        )


def forget_search(library: Library, name: str) -> bool:
    """Drop a saved search; whether there was one.

    Raises:
        LibraryError: when the library may not be written, or cannot be.
    """
    with _writing(library):
        return library.connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,)).rowcount > 0


def mark_seen(library: Library, name: str, number: int) -> None:
    """Remember that a saved search was told of all documents up to `number`. It never goes back.

    Raises:
        LibraryError: when the library may not be written, or cannot be.
    """
    with _writing(library):
        library.connection.execute("UPDATE saved_searches SET seen = max(seen, ?) WHERE name = ?", (number, name))


@contextmanager
def _writing(library: Library) -> Iterator[None]:
    if not library.is_writable:
        raise LibraryError(f"{library.path}: is open for reading only")
    with told_plainly(library.path), write_transaction(library):
        yield
