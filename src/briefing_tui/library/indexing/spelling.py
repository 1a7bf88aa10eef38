"""Frequent words by what is left of them when one letter is left out: two words that share such a remainder are a slip apart.

After W. Garbe's symmetric deletion (https://github.com/wolfgarbe/SymSpell, the idea only): leaving letters out on both sides finds
inserted, missing, wrong and swapped letters by looking words up, without comparing with the whole dictionary.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

SHORTEST: Final = 4
LONGEST: Final = 24
"""Letters of the words that spelling is suggested for."""


def learn_spellings(connection: sqlite3.Connection, terms: Iterable[str]) -> None:
    """Make these words what mistyped words may have been meant to be."""
    connection.executemany("INSERT OR IGNORE INTO misspellings (remains, term) VALUES (?, ?)", sorted(_pairs(terms)))


def forget_spellings(connection: sqlite3.Connection, terms: Iterable[str]) -> None:
    """Take words out that have become rare."""
    connection.executemany("DELETE FROM misspellings WHERE remains = ? AND term = ?", sorted(_pairs(terms)))


def remainders(word: str) -> set[str]:
    """The word, and it without each one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _pairs(terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    for term in terms:
        if SHORTEST <= len(term) <= LONGEST and not any(map(str.isdigit, term)):
            for remains in remainders(term):
                yield remains, term
