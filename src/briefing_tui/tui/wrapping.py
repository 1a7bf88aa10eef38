"""A document's text broken into screen lines, as offsets; linear in the length of the text, whatever its shape."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from briefing_tui.model import Document
from briefing_tui.model.safe_text import safe_cells
from briefing_tui.tui.cells import fitting

_BULLET: Final = re.compile(r"[ \t]*(?:[-*•–—·]|\d{1,3}[.)])[ \t]+(?=\S)")
_MOST_HANG: Final = 8


@dataclass(slots=True)
class WrappedText:
    """The screen lines of a document: line `i` is `cells[starts[i]:ends[i]]`, set in by `indents[i]` cells.

    `cells` is the safe form of the text, one character for each of its code points.
    """

    cells: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """Lines that belong to a heading."""

    def __len__(self) -> int:
        return len(self.starts)

    def line_at(self, offset: int) -> int:
        """The line that shows the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)


def wrap_document(document: Document, width: int) -> WrappedText:
    """Break the document's text into lines of at most `width` cells.

    A line goes on beneath the words of its bullet. An empty line sets a heading off where the text has none.
    """
    text = document.text
    wrapped = WrappedText(safe_cells(text))
    headings = {block.start for block in document.blocks if block.kind == "heading"}
    position = 0
    while position <= len(text):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        is_heading = any(start in headings for start in range(position, min(line_end, position + 8))) if headings else False
        if is_heading and wrapped.starts and wrapped.starts[-1] != wrapped.ends[-1]:
            _add(wrapped, position, position, 0)
        bullet = _BULLET.match(text, position, line_end)
        hang = min(bullet.end() - position, _MOST_HANG, width // 3) if bullet else 0
        for number, (start, end) in enumerate(wrap_line(wrapped.cells, position, line_end, width, hang)):
            if is_heading:
                wrapped.headings.add(len(wrapped.starts))
            _add(wrapped, start, end, hang if number else 0)
        position = line_end + 1
    return wrapped


def wrap_excerpt(text: str, span: tuple[int, int], focus: int, width: int, most: int) -> WrappedText:
    """Only `text[span[0]:span[1]]`, in at most `most` lines: where there are more, those around the character at `focus`.

    An ellipsis stands where something of it was left out: in the place of a space, so that no word reads as another one; only
    of a word longer than the line in the place of a letter.
    """
    wrapped = WrappedText(" " * span[0] + safe_cells(text[span[0] : span[1]]))
    start = span[0]
    while start < span[1]:
        line_end = text.find("\n", start, span[1])
        line_end = span[1] if line_end < 0 else line_end
        for piece in wrap_line(wrapped.cells, start, line_end, width - 1):  # one cell is the ellipsis'
            _add(wrapped, *piece, 0)
        start = line_end + 1
    count = len(wrapped)
    first = max(0, min(wrapped.line_at(focus) - most // 2, count - most))
    del wrapped.starts[first + most :], wrapped.ends[first + most :], wrapped.indents[first + most :]
    del wrapped.starts[:first], wrapped.ends[:first], wrapped.indents[:first]
    if first:
        wrapped.starts[0] -= wrapped.cells[wrapped.starts[0] - 1] == " "
        _write_ellipsis(wrapped, wrapped.starts[0])
    if first + most < count:
        wrapped.ends[-1] += wrapped.cells[wrapped.ends[-1]] == " "
        _write_ellipsis(wrapped, wrapped.ends[-1] - 1)
    return wrapped


def _write_ellipsis(wrapped: WrappedText, offset: int) -> None:
    wrapped.cells = f"{wrapped.cells[:offset]}…{wrapped.cells[offset + 1 :]}"


def wrap_line(cells: str, start: int, end: int, width: int, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Break `cells[start:end]` at spaces into pieces of at most `width` cells, `width - hang` from the second on."""
    room = max(2, width)  # the widest character takes two
    while True:
        limit = fitting(cells, start, end, room)
        if limit >= end:
            yield start, end
            return
        cut = limit if cells[limit] == " " else cells.rfind(" ", start + 1, limit)
        if cut <= start:
            yield start, limit
            start = limit
        else:
            yield start, cut
            start = cut + 1
            while start < end and cells[start] == " ":
                start += 1
        room = max(2, width - hang)


def _add(wrapped: WrappedText, start: int, end: int, indent: int) -> None:
    wrapped.starts.append(start)
    wrapped.ends.append(end)
    wrapped.indents.append(indent)
