"""A timeline for other programs: JSON, JSON Lines, CSV. The records are loaded a day at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from briefing_tui.cli.found import records_by_row
from briefing_tui.exporting.columns import COLUMNS, flat_row
from briefing_tui.exporting.csv_lines import csv_row
from briefing_tui.exporting.json_lines import document_object, json_line
from briefing_tui.model.json_form import to_plain

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.library.documents import DocumentFacts
    from briefing_tui.model import Record
    from briefing_tui.tallying.timeline import Moment, Span

    Line = list[tuple[Moment, DocumentFacts, Record]]

_TOGETHER: Final = 1_000
"""Records loaded at a time, or more where a single day has more."""


def timeline_json(library: Library, spans: Iterable[Span]) -> Iterator[str]:
    """One array: a day, week or month with its counts and lines."""
    before = "[\n"
    for span, lines in _with_records(library, spans):
        told = {"day": span.label, "counts": span.counts, "lines": [_object(span, line) for line in lines]}
        yield before + json_line(told).removesuffix("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def timeline_json_lines(library: Library, spans: Iterable[Span]) -> Iterator[str]:
    """An object for each line of each day."""
    for span, lines in _with_records(library, spans):
        for line in lines:
            yield json_line(_object(span, line))


def timeline_csv(library: Library, spans: Iterable[Span]) -> Iterator[str]:
    """A row for each line of each day: day, date, who tells it, and the columns of export."""
    yield csv_row(["day", "when", "when_is_stated", "told_by", *(column.name for column in COLUMNS)])
    for span, lines in _with_records(library, spans):
        for line in lines:
            moment, facts, record = line[0]
            told = " ".join(other.id for _, _, other in line)
            yield csv_row([span.label, moment.when, moment.is_stated, told, *flat_row(facts, record)])


def _object(span: Span, line: Line) -> dict[str, Any]:
    moment, _, record = line[0]
    return {
        "day": span.label,
        "date": moment.when,
        "date_is_stated": moment.is_stated,
        "record": to_plain(record),
        "told_by": [{**document_object(facts), "record": other.id} for _, facts, other in line],
    }


def _with_records(library: Library, spans: Iterable[Span]) -> Iterator[tuple[Span, list[Line]]]:
    """Each span with its lines; the records of several small spans are loaded together."""
    held: list[Span] = []
    rows: list[int] = []
    for span in spans:
        held.append(span)
        rows += [moment.key for line in span.lines for moment in line]
        if len(rows) >= _TOGETHER:
            yield from _loaded(library, held, rows)
            held, rows = [], []
    yield from _loaded(library, held, rows)


def _loaded(library: Library, spans: list[Span], rows: list[int]) -> Iterator[tuple[Span, list[Line]]]:
    known = {row: (facts, record) for row, facts, record in records_by_row(library, rows)}
    for span in spans:
        lines = [[(moment, *known[moment.key]) for moment in line if moment.key in known] for line in span.lines]
        yield span, [line for line in lines if line]
