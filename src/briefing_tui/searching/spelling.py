"""Suggestions for mistyped words: frequent words of the library, and where none is meant, rare ones that begin alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from briefing_tui.library.folding import joined
from briefing_tui.library.indexing.spelling import LONGEST, SHORTEST, remainders
from briefing_tui.searching.nearness import count_slips

MOST_SUGGESTIONS: Final = 5
_LONG: Final = 6
"""Words of so many letters may have two slips."""
_MOST_FREQUENT: Final = 600
_MOST_RARE: Final = 400
_RATHER: Final = 50
"""A word is taken for a slip when the suggestion is in so many times more documents."""


def suggest(connection: sqlite3.Connection, word: str) -> list[str]:
    """Words that `word` is probably a slip of, the likeliest first."""
    asked = joined(word)
    if not SHORTEST - 1 <= len(asked) <= LONGEST + 1:
        return []
    own = connection.execute("SELECT count FROM terms WHERE term = ?", (asked,)).fetchone()
    least = _RATHER * own[0] if own else 1
    keys = remainders(asked)
    if len(asked) >= _LONG:
        keys |= {asked[:a] + asked[a + 1 : b] + asked[b + 1 :] for a, b in combinations(range(len(asked)), 2)}
    ordered = sorted(keys)
    marks = ", ".join("?" * len(ordered))
    rows = connection.execute(
        f"SELECT DISTINCT term, count FROM misspellings JOIN terms USING (term) WHERE remains IN ({marks})", ordered
    )
    allowed = 2 if len(asked) >= _LONG else 1
    near = _near(asked, rows, allowed, least)
    if not near and allowed > 1:
        near = _near(asked, _frequent(connection, asked), allowed, least)
    for letters in () if near or own else (2, 1):
        near = near or _near(asked, _beginning_alike(connection, asked, letters), allowed, least)
    return near[:MOST_SUGGESTIONS]


def _near(asked: str, terms: Iterable[tuple[str, int]], allowed: int, least: int) -> list[str]:
    """Those of the terms that are so many slips away and in so many documents, the nearest and most frequent first."""
    near = []
    for term, count in terms:
        slips = count_slips(asked, term) if count >= least else 0
        if 0 < slips <= allowed:
            near.append((slips, term[0] != asked[0], -count, term))
    return [term for *_, term in sorted(near)]


def _frequent(connection: sqlite3.Connection, asked: str) -> list[tuple[str, int]]:
    """The most frequent words of about that length that begin with the same letter: not all words two slips away share a remainder."""
    return connection.execute(
        "SELECT term, count FROM (SELECT term, count FROM terms INDEXED BY terms_by_1"
        " WHERE substr(term, 1, 1) = ? AND level >= 3 ORDER BY level DESC LIMIT ?)"
        " WHERE length(term) BETWEEN ? AND ?",
        (asked[0], _MOST_FREQUENT, len(asked) - 2, len(asked) + 2),
    ).fetchall()


def _beginning_alike(connection: sqlite3.Connection, asked: str, letters: int) -> list[tuple[str, int]]:
    """Words, rare ones too, that begin with the same one or two letters; all that a small library has."""
    beginning = asked[:letters]
    return connection.execute(
        "SELECT term, count FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? ORDER BY count DESC LIMIT ?",
        (beginning, f"{beginning}\U0010ffff", len(asked) - 2, len(asked) + 2, _MOST_RARE),
    ).fetchall()
