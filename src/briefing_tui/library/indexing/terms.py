"""The words of the library and in how many documents each is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from briefing_tui.library.indexing.spelling import forget_spellings, learn_spellings


def count_terms(connection: sqlite3.Connection, documents: Mapping[str, int]) -> None:
    """Add to the number of documents each term is in; negative numbers take away, and a term of no document is dropped."""
    known = _counts(connection, documents)
    made: list[tuple[str, int, int]] = []
    moved: list[tuple[int, int, str]] = []
    counted: list[tuple[int, str]] = []
    gone: list[tuple[str]] = []
    learned: list[str] = []
    forgotten: list[str] = []
    for term in sorted(documents):
        before = known.get(term, 0)
        after = before + documents[term]
        level, level_before = after.bit_length(), before.bit_length()
        if after <= 0:
            gone.append((term,))
            level = 0
        elif not before:
            made.append((term, after, level))
        elif level != level_before:
            moved.append((after, level, term))
        else:
            counted.append((after, term))
        if level >= SPELLED_LEVEL > level_before:
            learned.append(term)
        elif level < SPELLED_LEVEL <= level_before:
            forgotten.append(term)
    connection.executemany("INSERT INTO terms (term, count, level) VALUES (?, ?, ?)", made)
    connection.executemany("UPDATE terms SET count = ?, level = ? WHERE term = ?", moved)
    connection.executemany("UPDATE terms SET count = ? WHERE term = ?", counted)
    connection.executemany("DELETE FROM terms WHERE term = ?", gone)
    learn_spellings(connection, learned)
    forget_spellings(connection, forgotten)


SPELLED_LEVEL = 5
"""Words of at least so many binary digits of documents (16) are what a mistyped word may have been meant to be."""


def _counts(connection: sqlite3.Connection, terms: Iterable[str]) -> dict[str, int]:
    return dict(
        connection.execute(
            "SELECT term, count FROM json_each(?) JOIN terms ON term = json_each.value",
            (json.dumps(sorted(terms), ensure_ascii=False),),
        )
    )
