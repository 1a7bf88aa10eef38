"""What is shown of the rows found: the sentence, where it stands, what is marked in it, and whose it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from briefing_tui.library.row_numbers import FIRST_SENTENCE_UNIT, place_of
from briefing_tui.library.spans import unpack_spans
from briefing_tui.library.texts import PART, text_slice
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
    reader = _Reader(connection)
    highlighter = Highlighter(marks)
    found: list[Hit] = []
    for row in rows:
        day, document, unit = place_of(row)
        at = FIRST_SENTENCE_UNIT - unit
        placed = reader.record(row) if at < 0 else reader.sentence(document, at)
        facts = reader.document(document)
        if placed is None or facts is None or facts[6] != day:
            continue
        kind, start, end, record = placed
        text = reader.text(document, start, end)
        found.append(Hit(row, document, kind, start, end, text, highlighter.spans(text, start), *facts[:6], record))
    return found


_Placed = tuple[str, int, int, str | None]
"""Kind, start, end, id of the record."""
_Facts = tuple[str | None, str | None, str | None, str | None, str, str, int]
"""Title, publisher, published, url, content id, id, day."""


class _Reader:
    """Reads what many hits share only once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._documents: dict[int, _Facts | None] = {}
        self._spans: dict[int, bytes | None] = {}
        self._parts: dict[tuple[int, int], str] = {}

    def record(self, row: int) -> _Placed | None:
        found = self.connection.execute(
            'SELECT kind, start, "end", id FROM units JOIN records USING (row) WHERE row = ?', (row,)
        ).fetchone()
        return None if found is None else (found[0], found[1], found[2], found[3])

    def sentence(self, document: int, index: int) -> _Placed | None:
        if document not in self._spans:
            found = self.connection.execute("SELECT spans FROM sentences WHERE document = ?", (document,)).fetchone()
            self._spans[document] = found[0] if found else None
        packed = self._spans[document]
        if packed is None or 8 * index >= len(packed):
            return None
        start, end = unpack_spans(packed[8 * index : 8 * index + 8])
        return "sentence", start, end, None

    def document(self, number: int) -> _Facts | None:
        if number not in self._documents:
            found: _Facts | None = self.connection.execute(
                "SELECT title, publisher, published, url, content_id, id, day FROM documents WHERE number = ?", (number,)
            ).fetchone()
            self._documents[number] = found
        return self._documents[number]

    def text(self, document: int, start: int, end: int) -> str:
        first, last = start // PART, max(start, end - 1) // PART
        if first != last:
            return text_slice(self.connection, document, start, end)
        part = self._parts.get((document, first))
        if part is None:
            part = text_slice(self.connection, document, first * PART, (first + 1) * PART)
            self._parts[document, first] = part
        return part[start - first * PART : end - first * PART]
