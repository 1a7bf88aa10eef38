"""A briefing as plain text: what a person without a terminal screen reads. No escapes, every line harmless."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from briefing_tui.model import Briefing, Record, trigger
from briefing_tui.model.panes import PANES, pane_records
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.rows import EMPTY_WORDS, PANE_TITLES, briefing_heading, row_text

WIDTH = 100
"""Cells of a line, where the words allow it."""


def summary_lines(briefing: Briefing, *, ids: bool = False) -> Iterator[str]:
    """The lines of a briefing's summary: heading, aid inventory, reactions, events; each record with its quote and offsets.

    With `ids` also the id of each record, by which a library is asked for it.
    """
    heading = briefing_heading(briefing)
    yield from wrap(heading, WIDTH)
    yield f"{safe_line(briefing.id)} · {_count(len(briefing.sentences), 'sentence')} · sha256 {safe_line(briefing.sha256)}"
    for note in briefing.notes:
        yield f"note: {safe_line(note)}"
    for pane in PANES:
        records = pane_records(briefing, pane)
        yield ""
        yield f"{PANE_TITLES[pane]} · {len(records)}"
        if not records:
            yield EMPTY_WORDS[pane]
        for record in records:
            yield from _record(record, ids=ids)


def _record(record: Record, *, ids: bool) -> Iterator[str]:
    row = row_text(record)
    margin = "  " * row.indent
    span = trigger(record)
    words = safe_line(span.exact)
    cells = [cell for number, cell in enumerate(row.cells) if cell and (number == 0 or cell != words)]
    yield from _paragraph(" · ".join(cells), first=f"{margin}* ", rest=f"{margin}    ")
    known_as = f"  {safe_line(record.id)}" if ids else ""
    yield from _paragraph(f"{span.start}-{span.end}  “{words}”{known_as}", first=f"{margin}    ", rest=f"{margin}        ")


def _paragraph(text: str, *, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
