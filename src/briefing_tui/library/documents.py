"""Briefings and records out of the library."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from briefing_tui.library.errors import DamagedLibraryError, LibraryError
from briefing_tui.library.opening import Library
from briefing_tui.library.packing import PackingError, unpack_structure
from briefing_tui.library.row_numbers import place_of
from briefing_tui.library.snapshots import one_state
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.texts import text_of
from briefing_tui.model import Briefing, Document, Evidence, EvidenceError, Record, with_records
from briefing_tui.model.json_reading import FormError, fields_from_plain
from briefing_tui.model.panes import Pane
from briefing_tui.model.records import RECORD_CLASSES
from briefing_tui.model.values import CONTEXT_CHARS

_MOST_PARAMETERS: Final = 500


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document without its text. `number` is its place in the order of adding, `counts` its records a pane."""

    number: int
    id: str
    content_id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    characters: int
    day: int
    counts: Mapping[Pane, int]
    rules: str
    added: str
    superseded_by: int | None

    @property
    def is_current(self) -> bool:
        """Whether no newer version of its source is known."""
        return self.superseded_by is None


_FACTS: Final = (
    "SELECT number, id, content_id, title, publisher, published, url, characters, day, aid, reactions, events, rules, added, "
    "superseded_by FROM documents"
)


def document_facts(library: Library, numbers: Iterable[int]) -> dict[int, DocumentFacts]:
    """The facts of documents by number; those that are not there are left out."""
    found: dict[int, DocumentFacts] = {}
    with told_plainly(library.path):
        for chunk in _chunks(sorted(set(numbers))):
            marks = ",".join("?" * len(chunk))
            for row in library.connection.execute(f"{_FACTS} WHERE number IN ({marks})", chunk):
                found[row[0]] = _facts(row)
    return found


def count_documents(library: Library) -> int:
    """How many documents there are, superseded ones too."""
    with told_plainly(library.path):
        count: int = library.connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    return count


def all_documents(library: Library) -> Iterator[DocumentFacts]:
    """Every current document, newest day first, and the last added first within a day; unknown days last."""
    with told_plainly(library.path):
        for row in library.connection.execute(f"{_FACTS} WHERE superseded_by IS NULL ORDER BY day DESC, number DESC"):
            yield _facts(row)


def find_document(library: Library, name: str) -> list[int]:
    """The numbers of the documents a person means by `name`: "#12" or 12, a content id or its beginning, an input id, a URL.

    Current versions come first, then superseded ones, the last added first.
    """
    if not _is_text(name):
        return []
    order = "ORDER BY superseded_by IS NOT NULL, number DESC"
    with told_plainly(library.path):
        if name.startswith("#") and _is_number(name[1:]):
            return _with_number(library, name[1:])
        rows = library.connection.execute(
            f"""SELECT number FROM documents WHERE id = :name OR content_id = :name
                  OR number IN (SELECT document FROM sources WHERE id = :name OR url = :name OR key = :name) {order}""",
            {"name": name},
        )
        found = [number for (number,) in rows]
        if not found and name.startswith("b:") and len(name) > 4:
            rows = library.connection.execute(
                f"SELECT number FROM documents WHERE content_id >= ? AND content_id < ? {order}", (name, name + "g")
            )
            found = [number for (number,) in rows]
        if not found and _is_number(name):  # without the "#", which begins a comment in a shell
            found = _with_number(library, name)
    return found


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 11


def _with_number(library: Library, word: str) -> list[int]:
    return [number for (number,) in library.connection.execute("SELECT number FROM documents WHERE number = ?", (int(word),))]


def find_record(library: Library, name: str) -> list[int]:
    """The row ids of the records whose id is `name` or begins with it; those of current documents first."""
    if not _is_text(name):
        return []
    with told_plainly(library.path):
        rows = library.connection.execute(
            """SELECT r.row FROM records r JOIN documents d ON d.number = r.document
               WHERE r.id >= ? AND r.id < ? ORDER BY r.id <> ?, d.superseded_by IS NOT NULL, r.row DESC""",
            (name, name + "\U0010ffff", name),
        )
        return [row for (row,) in rows]


def _is_text(name: str) -> bool:
    """Whether SQLite can be asked for it: bytes of a command line that are no text come as halves of surrogate pairs."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def load_document(library: Library, number: int) -> Document:
    """The text of a document with its structure and what is known of it.

    Raises:
        LibraryError: when there is no such document, or it is damaged.
    """
    with told_plainly(library.path):
        row = library.connection.execute(
            """SELECT id, content_id, sha256, source_sha256, title, publisher, published, published_from, url, format, encoding,
                 dateline, notes, structure FROM documents WHERE number = ?""",
            (number,),
        ).fetchone()
        if row is None:
            raise LibraryError(f"{library.path}: there is no document #{number}")
        text = text_of(library.connection, number)
    try:
        blocks, sentences = unpack_structure(row[13])
        notes = tuple(json.loads(row[12]))
    except (PackingError, ValueError) as error:
        raise DamagedLibraryError(f"{library.path}: document #{number}: {error}") from error
    return Document(
        id=row[0],
        content_id=row[1],
        sha256=row[2],
        source_sha256=row[3],
        text=text,
        title=row[4],
        publisher=row[5],
        published=row[6],
        published_from=row[7],
        url=row[8],
        format=row[9],
        encoding=row[10],
        dateline=row[11],
        notes=notes,
        blocks=blocks,
        sentences=sentences,
    )


def load_text(library: Library, number: int) -> str:
    """The text of a document; empty when there is none of that number.

    Raises:
        LibraryError: when it is damaged.
    """
    with told_plainly(library.path):
        return text_of(library.connection, number)


def load_briefing(library: Library, number: int) -> Briefing:
    """A document with its records, people's corrections applied.

    Raises:
        LibraryError: when there is no such document, or it is damaged.
    """
    return load_corrected(library, number)[0]


def load_corrected(library: Library, number: int) -> tuple[Briefing, dict[str, str]]:
    """A document with its records as people have corrected them, and what was decided of them by id (see `overlay.lay_over`).

    Raises:
        LibraryError: when there is no such document, or it is damaged.
    """
    with one_state(library):
        briefing = load_extracted(library, number)
        records, decisions = _laid_over(library, number, briefing.records)
    return (replace(briefing, records=records) if decisions else briefing), decisions


def load_records(library: Library, rows: Sequence[int]) -> dict[int, Record]:
    """Records by row id, people's corrections applied. Their evidence has its words, but not the words around it.

    Raises:
        LibraryError: when a record is damaged.
    """
    with one_state(library):
        found = load_extracted_records(library, rows)
        for number in _corrected_documents(library, {place_of(row).document for row in found}):
            records, _ = load_corrected_records(library, number)
            found |= {row: records[record.id] for row, record in found.items() if place_of(row).document == number}
    return found


def load_corrected_records(library: Library, number: int) -> tuple[dict[str, Record], dict[str, str]]:
    """All records of a document by id as people have corrected them, without the words around their evidence, and the decisions.

    Raises:
        LibraryError: when a record is damaged.
    """
    with one_state(library):
        rows = [row for (row,) in library.connection.execute("SELECT row FROM records WHERE document = ?", (number,))]
        records, decisions = _laid_over(library, number, tuple(load_extracted_records(library, rows).values()))
    return {record.id: record for record in records}, decisions


def _corrected_documents(library: Library, numbers: Iterable[int]) -> list[int]:
    """Those of the documents that somebody has said something of."""
    if not _anything_said(library):
        return []
    found: list[int] = []
    with told_plainly(library.path):
        for chunk in _chunks(sorted(numbers)):
            marks = ",".join("?" * len(chunk))
            rows = library.connection.execute(
                f"SELECT number FROM documents WHERE number IN ({marks}) AND content_id IN (SELECT content_id FROM corrections)",
                chunk,
            )
            found += [number for (number,) in rows]
    return found


def _laid_over(library: Library, number: int, records: tuple[Record, ...]) -> tuple[tuple[Record, ...], dict[str, str]]:
    if not _anything_said(library):
        return records, {}
    from briefing_tui.library.correction_rows import corrections_of_documents  # noqa: PLC0415 - most libraries have none
    from briefing_tui.library.overlay import lay_over  # noqa: PLC0415 - as above

    with told_plainly(library.path):
        corrections = corrections_of_documents(library.connection, [number]).get(number, [])
    return lay_over(records, corrections)


def _anything_said(library: Library) -> bool:
    with told_plainly(library.path):
        return library.connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is not None


def load_extracted(library: Library, number: int) -> Briefing:
    """A document with the records our rules read from it, as they were read; nobody's corrections are in it.

    Raises:
        LibraryError: when there is no such document, or its evidence does not say what its text says.
    """
    document = load_document(library, number)
    try:
        return with_records(document, load_extracted_parts(library, number, document.text))
    except EvidenceError as error:
        raise DamagedLibraryError(f"{library.path}: document #{number}: {error}") from error


def load_extracted_parts(library: Library, number: int, text: str) -> tuple[Record, ...]:
    """The records of a document whose text is at hand, as they were read; whether their evidence says what the text says is not asked.

    Raises:
        LibraryError: when a record is damaged.
    """
    with one_state(library):
        rows = library.connection.execute(
            "SELECT document, ordinal, kind, body FROM records WHERE document = ? ORDER BY ordinal", (number,)
        ).fetchall()
        spans = _spans(library.connection, [number])
    return tuple(_record(library, row, spans.get(row[:2], ()), text) for row in rows)


def load_extracted_records(library: Library, rows: Sequence[int]) -> dict[int, Record]:
    """Records by row id, as they were read from their texts. Their evidence has its words, but not the words around it.

    Raises:
        LibraryError: when a record is damaged.
    """
    found: dict[int, Record] = {}
    with one_state(library):
        for chunk in _chunks(rows):
            marks = ",".join("?" * len(chunk))
            bodies = library.connection.execute(
                f"SELECT document, ordinal, kind, body, row FROM records WHERE row IN ({marks})", chunk
            ).fetchall()
            spans = _spans_of_records(library.connection, [body[:2] for body in bodies])
            for body in bodies:
                found[body[4]] = _record(library, body, spans.get(body[:2], ()), None)
    return found


def _spans(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[tuple[int, int], list[tuple[Any, ...]]]:
    found: dict[tuple[int, int], list[tuple[Any, ...]]] = {}
    for chunk in _chunks(documents):
        marks = ",".join("?" * len(chunk))
        rows = connection.execute(
            f"""SELECT document, ordinal, role, start, "end", exact, rule FROM evidence WHERE document IN ({marks})
                ORDER BY document, ordinal, place""",
            chunk,
        )
        for key, group in groupby(rows, key=itemgetter(0, 1)):
            found[key] = list(group)
    return found


def _spans_of_records(
    connection: sqlite3.Connection, records: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], list[tuple[Any, ...]]]:
    """The evidence of some records alone: a transcript may have thousands of which a screen shows ten."""
    if not records:
        return {}
    wanted = ",".join(["(?, ?)"] * len(records))
    rows = connection.execute(
        f"""WITH wanted (d, o) AS (VALUES {wanted})
            SELECT document, ordinal, role, start, "end", exact, rule
            FROM wanted CROSS JOIN evidence ON document = d AND ordinal = o ORDER BY document, ordinal, place""",
        [value for record in records for value in record],
    )
    return {key: list(group) for key, group in groupby(rows, key=itemgetter(0, 1))}


def _record(library: Library, row: tuple[Any, ...], spans: Iterable[tuple[Any, ...]], text: str | None) -> Record:
    document, ordinal, kind, body = row[:4]
    place = f"{library.path}: record {ordinal} of document #{document} is damaged"
    evidence: list[Evidence] = []
    for _, _, role, start, end, exact, rule in spans:
        span = Evidence(role=role, start=start, end=end, exact=exact, rule=rule)
        if text is not None:
            before, after = text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS]
            span = replace(span, prefix=before, suffix=after)
        evidence.append(span)
    if not any(span.role == "trigger" for span in evidence):
        raise DamagedLibraryError(f"{place}: the words that made it are missing")
    try:
        made = RECORD_CLASSES[kind]
        return made(**fields_from_plain(made, json.loads(body) | {"evidence": []}) | {"evidence": tuple(evidence)})
    except (KeyError, FormError, TypeError, ValueError) as error:
        raise DamagedLibraryError(f"{place}: {error}") from error


def _facts(row: Sequence[Any]) -> DocumentFacts:
    return DocumentFacts(
        number=row[0],
        id=row[1],
        content_id=row[2],
        title=row[3],
        publisher=row[4],
        published=row[5],
        url=row[6],
        characters=row[7],
        day=row[8],
        counts={"aid": row[9], "reactions": row[10], "events": row[11]},
        rules=row[12],
        added=row[13],
        superseded_by=row[14],
    )


def _chunks(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(values), _MOST_PARAMETERS):
        yield values[start : start + _MOST_PARAMETERS]
