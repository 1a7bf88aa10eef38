"""Hits of a search for other programs: JSON, JSON Lines, CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, Literal

from briefing_tui.cli.output_file import write_pieces
from briefing_tui.exporting.columns import COLUMNS, Cell, flat_row
from briefing_tui.exporting.contexts import in_context
from briefing_tui.exporting.csv_lines import csv_row
from briefing_tui.exporting.json_lines import document_object, json_line
from briefing_tui.library.documents import load_records, load_text
from briefing_tui.model.json_form import to_plain

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.model import Record
    from briefing_tui.searching.searcher import Hit

_CHUNK: Final = 500


def write_hits(library: Library, hits: Iterator[Hit], shape: Literal["json", "jsonl", "csv"]) -> int:
    """Print the hits as they come; returns how many there were."""
    count = 0

    def pieces() -> Iterator[str]:
        nonlocal count
        for hit, record in _with_records(library, hits, in_words=shape != "csv"):
            count += 1
            yield csv_row(_cells(hit, record)) if shape == "csv" else json_line(_object(hit, record))

    if shape == "json":
        write_pieces(_as_array(pieces()), None)
    elif shape == "csv":
        write_pieces(chain([csv_row([*(column.name for column in COLUMNS), "sentence"])], pieces()), None)
    else:
        write_pieces(pieces(), None)
    return count


def _with_records(library: Library, hits: Iterator[Hit], *, in_words: bool) -> Iterator[tuple[Hit, Record | None]]:
    """Each hit with its record; `in_words` with the words around its evidence."""
    number, text = 0, ""
    while chunk := list(islice(hits, _CHUNK)):
        records = load_records(library, [hit.row for hit in chunk if hit.record is not None])
        for hit in chunk:
            record = records.get(hit.row)
            if record is not None and in_words:
                if hit.document != number:
                    number, text = hit.document, load_text(library, hit.document)
                record = in_context(record, text)
            yield hit, record


def _object(hit: Hit, record: Record | None) -> dict[str, Any]:
    return {
        "document": {**document_object(hit), "number": hit.document},
        "kind": hit.kind,
        "record": None if record is None else to_plain(record),
        "sentence": {"start": hit.start, "end": hit.end, "text": hit.text, "highlights": [list(span) for span in hit.highlights]},
    }


def _cells(hit: Hit, record: Record | None) -> list[Cell]:
    if record is not None:
        return [*flat_row(hit, record), hit.text]
    known: dict[str, Cell] = {
        **{column: getattr(hit, name) for column, name in _OF_SENTENCES.items()},
        "exact": hit.text,
    }
    return [*(known.get(column.name) for column in COLUMNS), hit.text]


_OF_SENTENCES: Final = {
    "kind": "kind",
    "briefing": "id",
    "content_id": "content_id",
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "url": "url",
    "start": "start",
    "end": "end",
}


def _as_array(lines: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for line in lines:
        yield before + line.removesuffix("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
