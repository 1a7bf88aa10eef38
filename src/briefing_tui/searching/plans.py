"""A query ready to be run: names are codes, prefixes are words, filters are index terms."""

from __future__ import annotations

from typing import NamedTuple

from briefing_tui.searching.expressions import Expression
from briefing_tui.searching.tree import Query

Words = tuple[str, ...]
"""Folded words that follow one another."""


class Expansion(NamedTuple):
    """What a part of the query was taken for: `query.text[start:end]`, and the words, names or codes that are looked for."""

    start: int
    end: int
    written: str
    meanings: tuple[str, ...]
    note: str = ""
    """What else a person should know, as "the 32 most frequent of 1,204"."""

    def __str__(self) -> str:
        """One line for people: `kyiv → kyiv, kiev`."""
        line = f"{self.written} → {', '.join(self.meanings) or 'nothing'}"
        return f"{line} ({self.note})" if self.note else line


class Marks(NamedTuple):
    """What is marked in the sentences found, folded: words, words that follow one another, and such of which the last may go on."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[Words] = frozenset()
    prefixes: frozenset[Words] = frozenset()


class Plan(NamedTuple):
    """What `Searcher` runs. Made by `Searcher.plan`."""

    query: Query
    expression: Expression
    expansions: tuple[Expansion, ...]
    marks: Marks
    terms: tuple[str, ...]
    """The words looked for, for relevance."""
    has_text: bool
    """Whether any words are looked for, so that counts kept over the whole library do not apply."""
