"""Where a document came from, and which versions were there before it."""

from __future__ import annotations

from typing import NamedTuple

from briefing_tui.library.opening import Library
from briefing_tui.library.sqlite_words import told_plainly


class FoundAt(NamedTuple):
    """A place where a text was found. `is_latest` is false when there is another text now."""

    place: str
    """A file with its folders, an address, or what a person would call it."""
    added: str
    """UTC, ISO 8601."""
    is_latest: bool


def origins_of(library: Library, number: int) -> list[FoundAt]:
    """Everywhere a document was found, the first place first."""
    with told_plainly(library.path):
        rows = library.connection.execute(
            """SELECT CASE WHEN key GLOB '/*' OR key GLOB 'http*' THEN key ELSE place END, added, is_latest
               FROM sources WHERE document = ? ORDER BY number""",
            (number,),
        )
        return [FoundAt(place, added, bool(is_latest)) for place, added, is_latest in rows]


def older_versions(library: Library, number: int) -> list[tuple[int, str]]:
    """The numbers of the documents that this one has taken the place of, the newest first, each with when it was added."""
    with told_plainly(library.path):
        rows = library.connection.execute(
            """WITH RECURSIVE older (number, added) AS (
                 SELECT number, added FROM documents WHERE superseded_by = ?
                 UNION SELECT d.number, d.added FROM documents d JOIN older ON d.superseded_by = older.number
               ) SELECT number, added FROM older ORDER BY number DESC""",
            (number,),
        )
        return [(older, added) for older, added in rows]
