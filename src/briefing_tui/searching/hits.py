"""What is shown of the rows found: the sentence, where it stands, what is marked in it, and whose it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefing_tui.library.row_numbers import FIRST_SENTENCE_UNIT, Place, is_record, place_of
from briefing_tui.library.spans import unpack_spans
from briefing_tui.library.texts import text_slices
from briefing_tui.searching.highlighting import Highlighter
from briefing_tui.searching.plans import Marks


class Hit(NamedTuple):
    """One record or sentence that was found."""

    row: int
    document: int
    """The document's number."""
    kind: str
    """The record's kind (aid_package …), or "sentence"."""
    start: int
    end: int
    """Where its sentence stands in the document's text, in code points."""
    text: str
    """The sentence as it stands there."""
    highlights: list[tuple[int, int]]
    """What was looked for, as places in the document's text."""
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    content_id: str
    id: str
    """The document's id."""
    record: str | None
    """The record's id; None for a sentence."""


def read_hits(connection: sqlite3.Connection, rows: Sequence[int], marks: Marks) -> list[Hit]:
    """The hits of row ids, in their order; those that are no longer there are left out."""
    highlighter = Highlighter(marks)
    found: list[Hit] = []
    for at in range(0, len(rows), _TOGETHER):
        found.extend(_read(connection, rows[at : at + _TOGETHER], highlighter))
    return found


_TOGETHER: Final = 500
"""Hits that are read with a few statements."""
_Placed = tuple[str, int, int, str | None]
"""Kind, start, end, id of the record."""
_Facts = tuple[str | None, str | None, str | None, str | None, str, str, int]
"""Title, publisher, published, url, content id, id, day."""


def _read(connection: sqlite3.Connection, rows: Sequence[int], highlighter: Highlighter) -> Iterator[Hit]:
    places = [place_of(row) for row in rows]
    facts = _documents(connection, {place.document for place in places})
    records = _records(connection, [row for row in rows if is_record(row)])
    spans = _spans(connection, {place.document for row, place in zip(rows, places, strict=True) if not is_record(row)})
    placed: list[tuple[int, Place, _Placed]] = []
    for row, place in zip(rows, places, strict=True):
        one = records.get(row) if is_record(row) else _sentence(spans.get(place.document), FIRST_SENTENCE_UNIT - place.unit)
        if one is not None and place.document in facts and facts[place.document][6] == place.day:
            placed.append((row, place, one))
    texts = text_slices(connection, [(place.document, start, end) for _, place, (_, start, end, _) in placed])
    for (row, place, (kind, start, end, record)), text in zip(placed, texts, strict=True):
        marked = highlighter.spans(text, start)
        yield Hit(row, place.document, kind, start, end, text, marked, *facts[place.document][:6], record)


def _documents(connection: sqlite3.Connection, numbers: set[int]) -> dict[int, _Facts]:
    rows = connection.execute(
        "SELECT number, title, publisher, published, url, content_id, documents.id, day"
        " FROM json_each(?) JOIN documents ON number = json_each.value",
        (json.dumps(list(numbers)),),
    )
    return {row[0]: row[1:] for row in rows}


def _records(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, _Placed]:
    found = connection.execute(
        'SELECT units.row, kind, start, "end", records.id FROM json_each(?) JOIN units ON units.row = json_each.value'
        " JOIN records ON records.row = units.row",
        (json.dumps(rows),),
    )
    return {row[0]: row[1:] for row in found}


def _spans(connection: sqlite3.Connection, documents: set[int]) -> dict[int, bytes]:
    found = connection.execute(
        "SELECT document, spans FROM json_each(?) JOIN sentences ON document = json_each.value", (json.dumps(list(documents)),)
    )
    return dict(found.fetchall())


def _sentence(packed: bytes | None, index: int) -> _Placed | None:
    if packed is None or 8 * index >= len(packed):
        return None
    start, end = unpack_spans(packed[8 * index : 8 * index + 8])
    return "sentence", start, end, None
