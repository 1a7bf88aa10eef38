"""A timeline for people: days with what happened on them, each line with the id that `show` takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_tui.cli.cells import output_width, wrapped
from briefing_tui.cli.found import records_by_row
from briefing_tui.cli.hit_lines import KIND_WORDS
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.rows import UNDATED, row_text
from briefing_tui.telling.why import MODALITY_MEANINGS

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.model import Record
    from briefing_tui.tallying.timeline import Moment, Span, Step


def timeline_lines(library: Library, spans: Sequence[Span], step: Step) -> Iterator[str]:
    """The lines of each span beneath its heading, a line empty between spans."""
    room = output_width()
    for number, span in enumerate(spans):
        if number:
            yield ""
        label = span.label or "no date"
        heading = f"week of {label}" if step == "week" and len(label) == len("YYYY-MM-DD") else label
        counts = ", ".join(f"{count:,} {KIND_WORDS[kind]}{'' if count == 1 else 's'}" for kind, count in span.counts.items())
        yield f"{heading} · {counts}"
        records = {row: record for row, _, record in records_by_row(library, [line[0].key for line in span.lines])}
        for line in span.lines:
            if line[0].key in records:
                yield from _line(line, records[line[0].key], span.label, room)
    if any(not line[0].is_stated and line[0].when for span in spans for line in span.lines):
        yield ""
        yield "* told on that day; the text gives no date · [id +n] told by n more"


def _line(line: tuple[Moment, ...], record: Record, label: str | None, room: int) -> Iterator[str]:
    first = line[0]
    mark = " " if first.is_stated or first.when is None else "*"
    day = f"{first.when} " if first.when and first.when != label else ""
    told = "" if len(line) == 1 else f" +{len(line) - 1:,}"
    yield from wrapped(f"{day}{record_words(record)} [{safe_line(record.id)}{told}]", room, first=f"{mark} ", rest="    ")


def record_words(record: Record) -> str:
    """A record's row in one line, without its date; the modality only where it is not the text's own voice."""
    row = row_text(record).cells
    if record.kind in ("reaction", "assessment"):
        row = (*row[:2], *row[3:])  # whether in their own words is not of the day
    cells = [cell for cell in row if cell]
    if record.kind == "escalation_event":
        cells = cells[1:] if cells[0] in (UNDATED, record.date) else cells
    if cells and cells[-1] in MODALITY_MEANINGS:
        modality = cells.pop()
        if modality not in ("asserted", "confirmed"):
            cells.append(f"({modality})")
    return " · ".join(cells)
