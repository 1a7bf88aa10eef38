"""Suggestions for mistyped words, from the frequent words of the library."""

from __future__ import annotations

import sqlite3
from itertools import combinations
from typing import Final

from briefing_tui.library.folding import joined
from briefing_tui.library.indexing.spelling import LONGEST, SHORTEST, remainders
from briefing_tui.searching.nearness import count_slips

MOST_SUGGESTIONS: Final = 5
_LONG: Final = 6
"""Words of so many letters may have two slips."""
_RATHER: Final = 50
"""A word is taken for a slip when the suggestion is in so many times more documents."""


def suggest(connection: sqlite3.Connection, word: str) -> list[str]:
    """Frequent words that `word` is probably a slip of, the likeliest first."""
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
    near = []
    for term, count in rows:
        slips = count_slips(asked, term)
        if 0 < slips <= allowed and count >= least:
            near.append((slips, term[0] != asked[0], -count, term))
    return [term for *_, term in sorted(near)[:MOST_SUGGESTIONS]]
