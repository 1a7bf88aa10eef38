"""Hits of a search for people: what it is, whose it is, and the sentence with what was looked for marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.cells import ELLIPSIS, clip, width_cells
from briefing_tui.model.safe_text import safe_cells, safe_line

if TYPE_CHECKING:
    from briefing_tui.model import Record
    from briefing_tui.searching.searcher import Hit

MARGIN: Final = "    "
LONGEST_SENTENCE: Final = 700
"""Characters of a sentence that are shown, around the first place that was looked for."""
_LEAST_TITLE: Final = 12
"""Cells; in fewer a title says nothing."""
_MARK_ON: Final = "\x1b[1;4m"
_MARK_OFF: Final = "\x1b[22;24m"
_HEAD_ON: Final = "\x1b[1m"
_DIM_ON: Final = "\x1b[2m"
_OFF: Final = "\x1b[0m"
_WORD: Final = re.compile(r"[^ ]+")
KIND_WORDS: Final = {
    "aid_package": "package",
    "aid_item": "item",
    "reaction": "reaction",
    "escalation_event": "event",
    "assessment": "assessment",
    "sentence": "sentence",
}


def hit_lines(hit: Hit, record: Record | None, room: int, *, colour: bool) -> Iterator[str]:
    """The paragraph of one hit: a line for the record, its sentence, a line for the document with the id that `show` takes."""
    head = clip(" · ".join([KIND_WORDS[hit.kind], *record_cells(record)]), room)
    yield f"{_HEAD_ON}{head}{_OFF}" if colour else head
    yield from sentence_lines(
        hit.text, [(start - hit.start, end - hit.start) for start, end in hit.highlights], room, colour=colour
    )
    ids = " in ".join(filter(None, [safe_line(hit.record or ""), f"#{hit.document}"]))
    facts = [hit.published or "no date", safe_line(hit.publisher or ""), ids]
    told = " · ".join(filter(None, facts))
    spare = room - len(MARGIN) - width_cells(told) - 3
    if hit.title and spare >= _LEAST_TITLE:
        told = f"{told} · {clip(safe_line(hit.title), spare)}"
    told = clip(told, room - len(MARGIN))
    yield f"{MARGIN}{_DIM_ON}{told}{_OFF}" if colour else f"{MARGIN}{told}"


def record_cells(record: Record | None) -> list[str]:
    """The cells of the record's row that do not repeat its sentence."""
    if record is None:
        return []
    from briefing_tui.telling.rows import row_text

    cells = list(row_text(record).cells)
    if record.kind in ("reaction", "assessment"):
        cells = [*cells[:2], cells[-1]]
    return [cell for cell in cells if cell]


def sentence_lines(text: str, marks: Sequence[tuple[int, int]], room: int, *, colour: bool) -> Iterator[str]:
    """A sentence on lines of `room` cells; `marks` are places in `text`. White space and what could steer a terminal are replaced."""
    first, last = _window(text, marks)
    cells = safe_cells(text)
    line, width = f"{MARGIN}{ELLIPSIS if first else ''}", len(MARGIN) + bool(first)
    is_empty = True
    for word in _WORD.finditer(cells, first, last):
        needed = width_cells(word[0])
        if not is_empty and width + 1 + needed > room:
            yield line
            line, width, is_empty = MARGIN, len(MARGIN), True
        shown = _marked(cells, word.start(), word.end(), marks) if colour else word[0]
        line += shown if is_empty else f" {shown}"
        width += needed + (not is_empty)
        is_empty = False
    yield line + (ELLIPSIS if last < len(text) else "")


def _window(text: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part of a sentence to show: all of it, or what stands around the first mark."""
    if len(text) <= LONGEST_SENTENCE:
        return 0, len(text)
    first = max(0, min((marks[0][0] if marks else 0) - LONGEST_SENTENCE // 3, len(text) - LONGEST_SENTENCE))
    last = min(len(text), first + LONGEST_SENTENCE)
    if first and (space := text.find(" ", first, first + 40)) > 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", last - 40, last)) > 0:
        last = space
    return first, last


def _marked(cells: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    parts, at = [], start
    for first, last in marks:
        first, last = max(first, at), min(last, end)  # noqa: PLW2901 - the part of the mark that lies in the word
        if first < last:
            parts += [cells[at:first], _MARK_ON, cells[first:last], _MARK_OFF]
            at = last
    return "".join([*parts, cells[at:end]])
