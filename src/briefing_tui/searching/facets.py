"""How many of the hits each value of each field has: kinds, actors, stances, publishers."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Final, NamedTuple

from briefing_tui.library.row_numbers import LAST_DOCUMENT, UNIT_BITS, is_record
from briefing_tui.searching.expressions import EVERYTHING, Expression

MOST_COUNTED: Final = 1_000
"""Hits that are counted between two keys; the newest ones. Counting takes as long as there are hits."""
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
    connection: sqlite3.Connection, expression: Expression, newest: Callable[[Expression, int], list[int]], most: int
) -> Facets:
    """The facets of the `most` newest hits of an expression; those of everything are kept in the library."""
    if expression == EVERYTHING:
        rows = connection.execute("SELECT facet, value, count FROM facet_counts").fetchall()
        of = sum(count for facet, _, count in rows if facet.startswith("kd"))
        return Facets(_by_field(rows), of, False)
    found = newest(expression, most + 1)
    is_partial = len(found) > most
    counts = _word_counts(connection, found[:most])
    known = connection.execute(
        "SELECT facet, facet_counts.value FROM json_each(?) JOIN facet_counts ON facet = json_each.value",
        (json.dumps(list(counts), ensure_ascii=False),),
    )
    return Facets(_by_field([(word, value, counts[word]) for word, value in known]), min(len(found), most), is_partial)


def _word_counts(connection: sqlite3.Connection, rows: list[int]) -> dict[str, int]:
    """How many of the rows have each facet word that is counted."""
    records = [row for row in rows if is_record(row)]
    documents = Counter([row >> UNIT_BITS & LAST_DOCUMENT for row in rows if not is_record(row)])
    tallies: Counter[int] = Counter()
    tallies.update(
        tally
        for (tally,) in connection.execute("SELECT tally FROM json_each(?) JOIN units ON row = value", (json.dumps(records),))
    )
    for document, tally in connection.execute(
        "SELECT document, tally FROM json_each(?) JOIN sentences ON document = value", (json.dumps(list(documents)),)
    ):
        tallies[tally] += documents[document]
    words: dict[str, int] = defaultdict(int)
    for tally, text in connection.execute(
        "SELECT tallies.id, words FROM json_each(?) JOIN tallies ON tallies.id = value", (json.dumps(list(tallies)),)
    ):
        count = tallies[tally]
        for word in text.split():
            words[word] += count
    return words


def _by_field(counted: list[tuple[str, str, int]]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {field: [] for field in FIELDS.values()}
    for facet, value, count in sorted(counted, key=lambda one: (-one[2], one[1])):
        field = FIELDS.get(facet[:2])
        if field is not None:
            found[field].append((value, count))
    return {field: values for field, values in found.items() if values}
