"""The lexicon's hits and other spans around a place in a sentence, found without walking the whole of a huge one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

REACH: Final = 90
"""Code points: no name of the lexicon is longer."""


def hits_around(passage: Passage, start: int, end: int, *, reach: int = REACH) -> list[Hit]:
    """The hits that begin within `reach` before `start`, or up to `end` (document offsets)."""
    hits = passage.hits
    first = bisect_left(hits, start - reach, key=_start_of)
    return hits[first : bisect_left(hits, end + 1, lo=first, key=_start_of)]


class Span(Protocol):
    """Anything that begins somewhere in the document."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""


SpanT = TypeVar("SpanT", bound=Span)


def beginning_within(spans: Sequence[SpanT], start: int, end: int) -> Sequence[SpanT]:
    """Those of the spans in text order that begin at or after `start` and before `end`."""
    first = bisect_left(spans, start, key=_start_of)
    return spans[first : bisect_left(spans, end, lo=first, key=_start_of)]


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the sorted spans shares a place with `start`–`end`; spans may overlap each other a little."""
    index = bisect_left(spans, (end, -1))
    return any(last > start for _, last in spans[max(0, index - 4) : index])


def _start_of(span: Span) -> int:
    return span.start
