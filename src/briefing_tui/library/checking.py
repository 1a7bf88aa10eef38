"""Proof that a library still says what its texts say, and that its parts agree with each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing_tui.library.documents import load_document, load_extracted_parts
from briefing_tui.library.errors import LibraryError
from briefing_tui.library.indexing.facet_words import KINDS
from briefing_tui.library.opening import Library
from briefing_tui.library.snapshots import one_state
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.model.verification import document_faults, record_faults

_AGREEMENTS: Final = (
    (
        "records that the index lacks",
        """SELECT count(*) FROM records r JOIN documents d ON d.number = r.document LEFT JOIN units u ON u.row = r.row
           WHERE d.superseded_by IS NULL AND u.row IS NULL""",
    ),
    (
        "entries of the index that belong to no record",
        "SELECT count(*) FROM units u LEFT JOIN records r ON r.row = u.row WHERE r.row IS NULL",
    ),
    (
        "current documents that the index lacks",
        """SELECT count(*) FROM documents d LEFT JOIN sentences s ON s.document = d.number
           WHERE d.superseded_by IS NULL AND s.document IS NULL""",
    ),
    (
        "superseded documents that the index still has",
        "SELECT count(*) FROM sentences s LEFT JOIN documents d ON d.number = s.document AND d.superseded_by IS NULL WHERE d.number IS NULL",
    ),
    (
        "spans of evidence that belong to no record",
        """SELECT count(*) FROM evidence e LEFT JOIN records r ON r.document = e.document AND r.ordinal = e.ordinal
           WHERE r.row IS NULL""",
    ),
    (
        "current documents that no source holds",
        """SELECT count(*) FROM documents d WHERE superseded_by IS NULL
           AND NOT EXISTS (SELECT 1 FROM sources s WHERE s.document = d.number AND s.is_latest)""",
    ),
)


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One document: how many records and spans it has, and what is wrong with it, a line each."""

    number: int
    records: int
    spans: int
    faults: tuple[str, ...]


def check_documents(library: Library) -> Iterator[CheckedDocument]:
    """Check every document, superseded ones too, in the order of adding: digests, structure, every span, every reference.

    Raises:
        LibraryError: when the library cannot be read at all.
    """
    with told_plainly(library.path):
        numbers = [number for (number,) in library.connection.execute("SELECT number FROM documents ORDER BY number")]
    for number in numbers:
        yield _check(library, number)


def structure_faults(library: Library) -> list[str]:
    """What is wrong with the file itself, and where its tables disagree; a line each, none when all is well.

    Raises:
        LibraryError: when the library cannot be read at all.
    """
    connection = library.connection
    with one_state(library):
        faults = [f"the file: {line}" for (line,) in connection.execute("PRAGMA integrity_check(20)") if line != "ok"]
        if faults:
            return faults
        for what, question in _AGREEMENTS:
            count = connection.execute(question).fetchone()[0]
            if count:
                faults.append(f"{count:,} {what}")
        faults += [f"the counts of {kind} are off" for kind in _miscounted(connection)]
    return faults


def _check(library: Library, number: int) -> CheckedDocument:
    place = f"document #{number}"
    try:
        with one_state(library):
            document = load_document(library, number)
            records = load_extracted_parts(library, number, document.text)
    except LibraryError as error:
        return CheckedDocument(number, 0, 0, (str(error).removeprefix(f"{library.path}: "),))
    faults = [
        *document_faults(
            text=document.text,
            sha256=document.sha256,
            content_id=document.content_id,
            blocks=document.blocks,
            sentences=document.sentences,
        ),
        *record_faults(records, document.text),
    ]
    spans = sum(len(record.evidence) for record in records)
    return CheckedDocument(number, len(records), spans, tuple(f"{place}: {fault}" for fault in faults))


def _miscounted(connection: sqlite3.Connection) -> Iterator[str]:
    kept = dict(connection.execute("SELECT kind, sum(count) FROM day_counts GROUP BY kind"))
    wanted = {
        "document": connection.execute("SELECT count(*) FROM documents WHERE superseded_by IS NULL").fetchone()[0],
        "sentence": connection.execute("SELECT coalesce(sum(length(spans)), 0) / 8 FROM sentences").fetchone()[0],
    }
    records = dict(
        connection.execute(
            "SELECT kind, count(*) FROM records JOIN documents ON number = document WHERE superseded_by IS NULL GROUP BY kind"
        )
    )
    wanted |= {name: records.get(kind, 0) for kind, name in KINDS.items()}
    for kind, count in wanted.items():
        if (kept.get(kind) or 0) != count:
            yield f"{kind}s"
