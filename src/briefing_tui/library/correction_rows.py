"""The table of corrections: rows are added and read, never changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from briefing_tui.library.overlay import Anchor, Correction
from briefing_tui.library.packing import PackingError

_COLUMNS: Final = 'number, content_id, kind, record, start, "end", action, field, old, new, note, author, at'
_MOST_PARAMETERS: Final = 500


def corrections_of_texts(connection: sqlite3.Connection, content_ids: Iterable[str]) -> dict[str, list[Correction]]:
    """The corrections of texts, oldest first, by content id; texts that have none are left out.

    Raises:
        PackingError: when a row cannot be read.
    """
    found: dict[str, list[Correction]] = {}
    if connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return found
    for chunk in _chunks(sorted(set(content_ids))):
        marks = ",".join("?" * len(chunk))
        rows = connection.execute(f"SELECT {_COLUMNS} FROM corrections WHERE content_id IN ({marks}) ORDER BY number", chunk)
        for row in rows:
            found.setdefault(row[1], []).append(_correction(row))
    return found


def corrections_of_documents(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, list[Correction]]:
    """The corrections of documents, oldest first, by number; documents that have none are left out.

    Raises:
        PackingError: when a row cannot be read.
    """
    found: dict[int, list[Correction]] = {}
    if connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return found
    texts: dict[str, int] = {}
    for chunk in _chunks(sorted(set(documents))):
        marks = ",".join("?" * len(chunk))
        rows = connection.execute(f"SELECT content_id, number FROM documents WHERE number IN ({marks})", chunk)
        texts.update(dict(rows.fetchall()))
    for content_id, corrections in corrections_of_texts(connection, texts).items():
        found[texts[content_id]] = corrections
    return found


def every_correction(connection: sqlite3.Connection) -> Iterator[Correction]:
    """All corrections, oldest first.

    Raises:
        PackingError: when a row cannot be read.
    """
    for row in connection.execute(f"SELECT {_COLUMNS} FROM corrections ORDER BY number").fetchall():
        yield _correction(row)


def anchors_of(connection: sqlite3.Connection, document: int) -> list[Anchor]:
    """The anchors of a document's extracted records, in text order."""
    rows = connection.execute(
        """SELECT r.id, r.kind, e.start, e."end", min(e.place)
           FROM records r JOIN evidence e ON e.document = r.document AND e.ordinal = r.ordinal
           WHERE r.document = ? AND e.role = 'trigger' GROUP BY r.ordinal ORDER BY r.ordinal""",
        (document,),
    )
    return [Anchor(*row[:4]) for row in rows]


def write_correction(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Add a row within the caller's transaction; returns the correction with the number it was given."""
    row = connection.execute(
        """INSERT INTO corrections (content_id, kind, record, start, "end", action, field, old, new, note, author, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number""",
        (
            *(correction.content_id, correction.kind, correction.record, correction.start, correction.end, correction.action),
            *(correction.field, json.dumps(correction.old), json.dumps(correction.new)),
            *(_storable(correction.note), _storable(correction.by), correction.at),
        ),
    ).fetchone()
    return replace(correction, number=row[0])


def _correction(row: Sequence[Any]) -> Correction:
    number, content_id, kind, record, start, end, action, field, old, new, note, author, at = row
    try:
        made = Correction(
            number=number,
            content_id=content_id,
            kind=kind,
            record=record,
            start=start,
            end=end,
            action=action,
            field=field,
            old=json.loads(old or "null"),
            new=json.loads(new or "null"),
            note=note,
            by=author,
            at=at,
        )
    except (TypeError, ValueError, RecursionError) as error:
        raise PackingError(f"correction {number} is damaged: {error}") from error
    if not _is_sound(made):
        raise PackingError(f"correction {number} is damaged")
    return made


def _is_sound(correction: Correction) -> bool:
    """Whether a row has what its action needs, and one of the actions there are."""
    action: str = correction.action
    match action:
        case "publish":
            return isinstance(correction.old, dict) and isinstance(correction.new, dict)
        case "undo":
            return isinstance(correction.old, int)
        case "accept" | "reject" | "edit":
            anchor = (correction.kind, correction.record, correction.start, correction.end)
            return None not in anchor and (correction.field is not None) == (action == "edit")
    return False


def _storable(text: str | None) -> str | None:
    """The text as SQLite takes it: halves of surrogate pairs, as undecodable bytes of a command line come, become marks."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _MOST_PARAMETERS):
        yield values[start : start + _MOST_PARAMETERS]
