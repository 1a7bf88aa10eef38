"""How many of the hits each value of each field has: kinds, actors, stances, publishers."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from briefing_tui.library.indexing.units import is_record
from briefing_tui.library.row_numbers import LAST_DOCUMENT, UNIT_BITS
from briefing_tui.searching.expressions import EVERYTHING, Expression

MOST_COUNTED: Final = 4_000
"""Hits that are counted; the newest ones."""
FIELDS: Final = {
    "kd": "kind",
    "ac": "actor",
    "dn": "donor",
    "rc": "recipient",
    "tg": "target",
    "st": "stance",
    "an": "action",
    "cl": "class",
    "ss": "status",
    "md": "modality",
    "sc": "scope",
    "mc": "mechanism",
    "cu": "currency",
    "dr": "direction",
    "hs": "has",
    "is": "is",
    "pu": "publisher",
}
"""The fields that are counted, by the code of their facet words."""


class Facets(NamedTuple):
    """Counts of hits by field and value, the most frequent values first."""

    counts: dict[str, list[tuple[str, int]]]
    """A value is written as queries and records have it: "air_defence", "org:NATO", a publisher's name."""
    of: int
    """Hits that were counted."""
    is_partial: bool
    """Whether there are older hits that were not."""


def count_facets(
    connection: sqlite3.Connection, expression: Expression, newest: Callable[[Expression, int], Iterator[int]]
) -> Facets:
    """The facets of the hits of an expression; those of everything are kept in the library."""
    if expression == EVERYTHING:
        rows = connection.execute("SELECT facet, value, count FROM facet_counts").fetchall()
        of = sum(count for facet, _, count in rows if facet.startswith("kd"))
        return Facets(_by_field([(facet, value, count) for facet, value, count in rows]), of, False)
    rows = list(newest(expression, MOST_COUNTED + 1))
    is_partial = len(rows) > MOST_COUNTED
    del rows[MOST_COUNTED:]
    words = _facet_words(connection, rows)
    known = dict(connection.execute("SELECT facet, value FROM facet_counts"))
    return Facets(
        _by_field([(word, known[word], count) for word, count in words.items() if word in known]), len(rows), is_partial
    )


def _facet_words(connection: sqlite3.Connection, rows: list[int]) -> Counter[str]:
    """How many of the rows have each facet word."""
    sentences = Counter(row >> UNIT_BITS & LAST_DOCUMENT for row in rows if not is_record(row))
    records = [row for row in rows if is_record(row)]
    combos: Counter[int] = Counter()
    for chunk in _chunks(records):
        marks = ",".join("?" * len(chunk))
        combos.update(combo for (combo,) in connection.execute(f"SELECT combo FROM units WHERE row IN ({marks})", chunk))
    for chunk in _chunks(list(sentences)):
        marks = ",".join("?" * len(chunk))
        for document, combo in connection.execute(f"SELECT document, combo FROM sentences WHERE document IN ({marks})", chunk):
            combos[combo] += sentences[document]
    words: Counter[str] = Counter()
    for chunk in _chunks(list(combos)):
        marks = ",".join("?" * len(chunk))
        for combo, facets in connection.execute(f"SELECT id, facets FROM combos WHERE id IN ({marks})", chunk):
            if combos[combo] == 1:
                words.update(facets.split())
            else:
                words.update(dict.fromkeys(facets.split(), combos[combo]))
    return words


def _by_field(counted: list[tuple[str, str, int]]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {field: [] for field in FIELDS.values()}
    for facet, value, count in sorted(counted, key=lambda one: (-one[2], one[1])):
        field = FIELDS.get(facet[:2])
        if field is not None:
            found[field].append((value, count))
    return {field: values for field, values in found.items() if values}


def _chunks(items: list[int], size: int = 500) -> Iterator[list[int]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
