"""What a query finds in the library, a little at a time: hundreds of thousands of records are never held together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.library.documents import DocumentFacts
    from briefing_tui.model import AidPackage, Record
    from briefing_tui.model.panes import Pane
    from briefing_tui.searching import Query

_CHUNK: Final = 2_000
"""Records loaded at a time."""


def found_rows(library: Library, query: Query, *, pane: Pane | None = None, sentences: bool = False) -> Sequence[int]:
    """The row ids of the records that `query` finds, newest first; with `sentences` also those of bare sentences.

    Raises:
        QueryError: when it names what the library does not know.
        LibraryError: when the library cannot be read.
    """
    from briefing_tui.cli.query_words import records_of
    from briefing_tui.searching.searcher import Searcher

    searcher = Searcher(library)
    return searcher.rows(searcher.plan(query if sentences else records_of(query)), pane=pane)


def records_at(library: Library, rows: Sequence[int]) -> Iterator[tuple[DocumentFacts, Record]]:
    """The records at `rows` with the facts of their documents, in that order."""
    for _, facts, record in records_by_row(library, rows):
        yield facts, record


def records_by_row(library: Library, rows: Sequence[int]) -> Iterator[tuple[int, DocumentFacts, Record]]:
    """As `records_at`, each with its row id."""
    from briefing_tui.library.documents import document_facts, load_records
    from briefing_tui.library.row_numbers import place_of

    for start in range(0, len(rows), _CHUNK):
        chunk = list(rows[start : start + _CHUNK])
        records = load_records(library, chunk)
        facts = document_facts(library, {place_of(row).document for row in chunk})
        for row in chunk:
            if row in records:
                yield row, facts[place_of(row).document], records[row]


def package_finder(library: Library) -> Callable[[DocumentFacts, str], AidPackage | None]:
    """Looks up a package by its document and id, for items that a query found without theirs."""
    from briefing_tui.library.documents import load_records
    from briefing_tui.model import AidPackage

    def find(source: DocumentFacts, name: str) -> AidPackage | None:
        found = library.connection.execute(
            "SELECT row FROM records WHERE document = ? AND id = ?", (source.number, name)
        ).fetchone()
        record = load_records(library, [found[0]]).get(found[0]) if found else None
        return record if isinstance(record, AidPackage) else None

    return find
