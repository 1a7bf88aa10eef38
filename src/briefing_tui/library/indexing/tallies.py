"""Counts over the whole library, kept as documents come and go: units of each facet, units of each kind and day."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Final

TALLIED: Final = frozenset("kd ac dn rc tg as cl st an ss md sc mc cu dr hs is pu".split())
"""The codes of facets that are counted; words of names, places and dates are too many to be shown as counts."""


def tallied(facets: str) -> str:
    """Those of a unit's facet words that are counted."""
    return " ".join(sorted(word for word in facets.split() if word[:2] in TALLIED))


class Tallies:
    """What a batch adds to the counts, or takes from them."""

    def __init__(self) -> None:
        self.labels: dict[str, str] = {}
        """What facet words stand for."""
        self._combos: Counter[tuple[int, str]] = Counter()
        self._documents: Counter[int] = Counter()

    def add(self, day: int, facets: str, count: int = 1) -> None:
        """Count units published on a day that have these facet words."""
        if count:
            self._combos[day, facets] += count

    def add_document(self, day: int, count: int = 1) -> None:
        """Count documents published on a day."""
        self._documents[day] += count

    def write(self, connection: sqlite3.Connection) -> None:
        """Add all to the counts of the library; what comes to nothing is dropped."""
        by_facet: Counter[str] = Counter()
        by_day: Counter[tuple[int, str]] = Counter({(day, "document"): count for day, count in self._documents.items()})
        for (day, facets), count in self._combos.items():
            for facet in facets.split():
                if facet[:2] in TALLIED:
                    by_facet[facet] += count
                if facet.startswith("kd"):
                    by_day[day, facet[2:]] += count
        connection.executemany(
            "INSERT INTO facet_counts (facet, value, count) VALUES (?, ?, ?)"
            " ON CONFLICT (facet) DO UPDATE SET count = count + excluded.count",
            sorted((facet, self.labels.get(facet, facet[2:]), count) for facet, count in by_facet.items()),
        )
        connection.executemany(
            "INSERT INTO day_counts (day, kind, count) VALUES (?, ?, ?)"
            " ON CONFLICT (day, kind) DO UPDATE SET count = count + excluded.count",
            sorted((day, kind, count) for (day, kind), count in by_day.items()),
        )
        if any(count < 0 for count in by_facet.values()) or any(count < 0 for count in by_day.values()):
            connection.execute("DELETE FROM facet_counts WHERE count <= 0")
            connection.execute("DELETE FROM day_counts WHERE count <= 0")
