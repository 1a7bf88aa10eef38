"""Putting documents into the index and taking them out of it again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing_tui.library.folding import words_of
from briefing_tui.library.indexing.entries import Entries
from briefing_tui.library.indexing.pairs import pair_text
from briefing_tui.library.indexing.tallies import Tallies, tallied
from briefing_tui.library.indexing.terms import count_terms
from briefing_tui.library.indexing.units import LONGEST_TERM, indexable
from briefing_tui.library.row_numbers import FIRST_SENTENCE_UNIT, is_record, row_number, rows_of_document
from briefing_tui.library.spans import unpack_spans
from briefing_tui.library.texts import text_of

Combo = tuple[str, str]
"""Facets and names."""


class Row(NamedTuple):
    """A row of the full-text index, as it was put in."""

    row: int
    words: str
    names: str
    facets: str


def write_entries(connection: sqlite3.Connection, placed: Sequence[tuple[int, int, Entries]]) -> None:
    """Put documents into the index, within the caller's transaction. The more at once the better: a batch becomes one segment.

    Args:
        connection: to a library that may be written.
        placed: number of the document, day number of its publication, and its entries.
    """
    ordered = sorted(placed, key=lambda one: (one[1], one[0]))
    connection.executemany("INSERT INTO search (rowid, words, names, facets) VALUES (?, ?, ?, ?)", _rows(ordered))
    connection.executemany(
        "INSERT INTO record_search (rowid, words, names, facets, pairs) VALUES (?, ?, ?, ?, ?)",
        (
            (row_number(day, number, entry.unit), entry.words, entry.names, entry.facets, pair_text(entry.words, entry.names))
            for number, day, entries in ordered
            for entry in reversed(entries.records)
        ),
    )
    shared = _shared(connection, ordered)
    connection.executemany(
        'INSERT INTO units (row, start, "end", combo, tally) VALUES (?, ?, ?, ?, ?)',
        (
            (row_number(day, number, entry.unit), entry.start, entry.end, *shared[entry.facets, entry.names])
            for number, day, entries in ordered
            for entry in reversed(entries.records)
        ),
    )
    connection.executemany(
        "INSERT INTO measures (row, field, low, high, word) VALUES (?, ?, ?, ?, ?)",
        (
            (row_number(day, number, entry.unit), measure.field, measure.low, measure.high, measure.word)
            for number, day, entries in ordered
            for entry in reversed(entries.records)
            for measure in entry.measures
        ),
    )
    by_number = sorted(ordered, key=lambda one: one[0])
    connection.executemany(
        "INSERT INTO sentences (document, combo, tally, spans) VALUES (?, ?, ?, ?)",
        ((number, *shared[entries.facets, ""], entries.spans) for number, _, entries in by_number),
    )
    connection.executemany(
        "INSERT INTO headlines (rowid, title) VALUES (?, ?)", ((number, entries.title) for number, _, entries in by_number)
    )
    tallies = Tallies()
    terms: Counter[str] = Counter()
    for _, day, entries in ordered:
        tallies.add(day, entries.facets, len(entries.sentences))
        tallies.add_document(day)
        for entry in entries.records:
            tallies.add(day, entry.facets)
        tallies.labels.update(entries.labels)
        terms.update(entries.terms)
    tallies.write(connection)
    count_terms(connection, terms)


def remove_entries(connection: sqlite3.Connection, number: int, day: int) -> None:
    """Take a document out of the index, within the caller's transaction; nothing happens when it is not in it.

    Its text must still be in the library: what was put in has to be said again to be taken out.
    """
    if connection.execute("SELECT 1 FROM sentences WHERE document = ?", (number,)).fetchone() is None:
        return
    rows = list(_rows_in(connection, number, day))
    connection.executemany("INSERT INTO search (search, rowid, words, names, facets) VALUES ('delete', ?, ?, ?, ?)", sorted(rows))
    connection.executemany(
        "INSERT INTO record_search (record_search, rowid, words, names, facets, pairs) VALUES ('delete', ?, ?, ?, ?, ?)",
        sorted((*row, pair_text(row.words, row.names)) for row in rows if is_record(row.row)),
    )
    connection.execute("DELETE FROM headlines WHERE rowid = ?", (number,))
    first, last = rows_of_document(day, number)
    connection.execute("DELETE FROM units WHERE row BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM measures WHERE row BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM sentences WHERE document = ?", (number,))
    tallies = Tallies()
    tallies.add_document(day, -1)
    terms: set[str] = set()
    for row in rows:
        tallies.add(day, row.facets, -1)
        terms.update(words_of(row.words))
        terms.update(words_of(row.names))
    tallies.write(connection)
    count_terms(connection, {term: -1 for term in terms if len(term) <= LONGEST_TERM})


def _rows(ordered: Sequence[tuple[int, int, Entries]]) -> Iterator[tuple[int, str, str, str]]:
    """The rows of the full-text index, ascending: a row below the one before it would begin a new segment."""
    for number, day, entries in ordered:
        facets = entries.facets
        row = row_number(day, number, FIRST_SENTENCE_UNIT - len(entries.sentences) + 1)
        for words in reversed(entries.sentences):
            yield row, words, "", facets
            row += 1
        for entry in reversed(entries.records):
            yield row_number(day, number, entry.unit), entry.words, entry.names, entry.facets


def _shared(connection: sqlite3.Connection, ordered: Sequence[tuple[int, int, Entries]]) -> dict[Combo, tuple[int, int]]:
    """The numbers of combo and tally of every pair of facets and names, those that are new written."""
    pairs: dict[Combo, tuple[int, int]] = {}
    for _, _, entries in ordered:
        pairs[entries.facets, ""] = (0, 0)
        for entry in entries.records:
            pairs[entry.facets, entry.names] = (0, 0)
    for facets, names in pairs:
        combo = connection.execute("SELECT id FROM combos WHERE facets = ? AND names = ?", (facets, names)).fetchone()
        if combo is None:
            combo = connection.execute(
                "INSERT INTO combos (facets, names) VALUES (?, ?) RETURNING id", (facets, names)
            ).fetchone()
        words = tallied(facets)
        tally = connection.execute("SELECT id FROM tallies WHERE words = ?", (words,)).fetchone()
        if tally is None:
            tally = connection.execute("INSERT INTO tallies (words) VALUES (?) RETURNING id", (words,)).fetchone()
        pairs[facets, names] = (combo[0], tally[0])
    return pairs


def _rows_in(connection: sqlite3.Connection, number: int, day: int) -> Iterator[Row]:
    """What a document has put into the full-text index."""
    found = connection.execute(
        "SELECT spans, facets, names FROM sentences JOIN combos ON id = combo WHERE document = ?", (number,)
    ).fetchone()
    if found is None:
        return
    text = indexable(text_of(connection, number))
    packed, facets, names = found
    spans = unpack_spans(packed)
    for index in range(len(spans) // 2):
        row = row_number(day, number, FIRST_SENTENCE_UNIT - index)
        yield Row(row, text[spans[2 * index] : spans[2 * index + 1]], names, facets)
    records = connection.execute(
        'SELECT row, start, "end", names, facets FROM units JOIN combos ON id = combo WHERE row BETWEEN ? AND ?',
        rows_of_document(day, number),
    )
    for row, start, end, names, facets in records.fetchall():
        yield Row(row, text[start:end], names, facets)
