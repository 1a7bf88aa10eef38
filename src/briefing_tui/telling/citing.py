"""What `y` copies: the sentence behind a record with where it stands."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from briefing_tui.model import Document
from briefing_tui.model.safe_text import safe_line

LONGEST_QUOTE: Final = 2000
"""Code points; a longer sentence is quoted by the words asked for alone."""


def sentence_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds `start` to `end`, as offsets; the span itself where no sentence does or it is too long to quote."""
    sentences = document.sentences
    index = bisect_right(sentences, start, key=attrgetter("start")) - 1
    if index < 0 or sentences[index].end <= start:
        return start, end
    last = index
    while last + 1 < len(sentences) and sentences[last + 1].start < end:
        last += 1
    first, final = sentences[index].start, max(end, sentences[last].end)
    return (first, final) if final - first <= LONGEST_QUOTE else (start, end)


def citation(document: Document, start: int, end: int) -> str:
    """`text[start:end]` quoted on one line, with title, publisher, date, place in the text and document id.

    Offsets are code points, half-open, as everywhere. Control and other invisible characters are replaced or left out.
    """
    source = [document.title or "Untitled", document.publisher or "", document.published or "no date"]
    where = ", ".join([*filter(None, map(safe_line, source)), f"characters {start}–{end}"])
    return f"“{safe_line(document.text[start:end])}” — {where} [{safe_line(document.id)}]"
