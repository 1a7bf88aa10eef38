"""The words that a beginning stands for while it is being typed: the most frequent ones, in time that does not grow with the library."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

MOST_WORDS: Final = 32
"""Words a beginning is searched as. The index finds any of so many words as fast as one, newest first."""
MOST_BESIDE_OTHERS: Final = 16
"""The same beside other words, where every hit costs more."""
_CANDIDATES: Final = 128
_INDEXED: Final = 3
"""Letters of the longest beginnings whose frequent words are kept at hand (terms_by_1 …)."""
_LAST: Final = "\U0010ffff"


class Completions(NamedTuple):
    """The words that begin so, the most frequent first, and whether there are more."""

    words: tuple[str, ...]
    is_cut: bool


def complete(connection: sqlite3.Connection, beginning: str, most: int = MOST_WORDS) -> Completions:
    """The `most` words of the library that begin with `beginning` (folded) and are in the most documents."""
    if not beginning:
        return Completions((), False)
    rows: list[tuple[str, int]] = []
    if len(beginning) <= _INDEXED:
        rows = connection.execute(
            f"SELECT term, count FROM terms INDEXED BY terms_by_{len(beginning)}"
            f" WHERE substr(term, 1, {len(beginning)}) = ? AND level >= 3 ORDER BY level DESC LIMIT ?",
            (beginning, _CANDIDATES),
        ).fetchall()
        exact = connection.execute("SELECT term, count FROM terms WHERE term = ?", (beginning,)).fetchone()
        if exact is not None and exact not in rows:
            rows.append(exact)
    is_cut = len(rows) > most
    if len(rows) <= most:
        rows = connection.execute(
            "SELECT term, count FROM terms WHERE term >= ? AND term < ? ORDER BY term = ? DESC, count DESC, term LIMIT ?",
            (beginning, beginning + _LAST, beginning, most + 1),
        ).fetchall()
        is_cut = len(rows) > most
    rows.sort(key=lambda row: (row[0] != beginning, -row[1], row[0]))
    return Completions(tuple(term for term, _ in rows[:most]), is_cut)
