"""What a search finds on the shelf, and the way from hit to hit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from briefing_tui.model.panes import PANES, Pane
from briefing_tui.tui.folding import any_word_pattern, row_needle_words, text_query

if TYPE_CHECKING:
    from briefing_tui.tui.shelf import Shelf

MOST_TEXT_HITS: Final = 20_000
"""Places in texts that a search keeps; beyond that it says "more than"."""
TEXT: Final = len(PANES)
"""The place of hits in the text, after those of the panes."""

Step = tuple[int, int, int]
"""Where a hit is: briefing, place (a pane's number or `TEXT`), and row or offset. Hits are walked in this order."""


@dataclass
class Findings:
    """The hits of one query: rows of the panes, and spans of the texts."""

    query: str = ""
    rows: dict[Pane, list[int]] = field(default_factory=lambda: {pane: [] for pane in PANES})
    spans: list[list[tuple[int, int]]] = field(default_factory=list)
    """For each briefing searched so far, the hits in its text as offsets."""
    steps: list[Step] = field(default_factory=list)
    """Every hit, in walking order."""
    is_cut: bool = False
    """Whether there are more text hits than are kept."""

    def __post_init__(self) -> None:
        self.words = row_needle_words(self.query)
        self.in_text = text_query(self.query)
        self.in_row = any_word_pattern(self.query)
        self._text_hits = 0
        self._rows_seen = dict.fromkeys(PANES, 0)

    def __bool__(self) -> bool:
        return self.in_text is not None

    def extend(self, shelf: Shelf) -> None:
        """Search what has come onto the shelf since the last call."""
        if self.in_text is None:
            return
        fresh: list[Step] = []
        for number, pane in enumerate(PANES):
            rows = shelf.rows(pane)
            for row in range(self._rows_seen[pane], len(rows)):
                haystack = rows.haystack(row)
                if all(word in haystack for word in self.words):
                    self.rows[pane].append(row)
                    fresh.append((rows.briefing(row), number, row))
            self._rows_seen[pane] = len(rows)
        for briefing in range(len(self.spans), len(shelf.briefings)):
            spans, may_be_more = shelf.searchable_text(briefing).find(self.in_text, MOST_TEXT_HITS - self._text_hits)
            self.spans.append(spans)
            self.is_cut |= may_be_more
            self._text_hits += len(spans)
            fresh.extend((briefing, TEXT, start) for start, _ in spans)
        fresh.sort()
        self.steps.extend(fresh)

    def has_row(self, pane: Pane, row: int) -> bool:
        """Whether this row is a hit."""
        rows = self.rows[pane]
        index = bisect_left(rows, row)
        return index < len(rows) and rows[index] == row

    def spans_in(self, briefing: int) -> Sequence[tuple[int, int]]:
        """The hits in a briefing's text."""
        return self.spans[briefing] if briefing < len(self.spans) else ()

    def span_at(self, briefing: int, start: int) -> tuple[int, int]:
        """The text hit that begins at `start`."""
        spans = self.spans[briefing]
        return spans[bisect_left(spans, start, key=lambda span: span[0])]

    def first_from(self, step: Step) -> Step | None:
        """The hit to show first when a search begins at `step`: in the text the next one there, in the panes the next row if any."""
        after = [*self.steps[bisect_left(self.steps, step) :], *self.steps]
        if step[1] != TEXT:
            row = next((hit for hit in after if hit[1] != TEXT), None)
            if row is not None:
                return row
        return after[0] if after else None

    def next_after(self, step: Step, *, backwards: bool = False) -> tuple[Step, bool] | None:
        """The hit after (or before) `step`, and whether the walk went round the end; None without hits."""
        if not self.steps:
            return None
        if backwards:
            index = bisect_left(self.steps, step) - 1
            return self.steps[index], index < 0
        index = bisect_right(self.steps, step)
        return self.steps[index % len(self.steps)], index >= len(self.steps)

    def counted(self) -> str:
        """The number of hits in words: "12 hits: 3 aid · 4 reactions · 2 events · 3 text"."""
        if not self.steps:
            return f"nothing found for “{self.query.strip()}”"
        text_hits = sum(map(len, self.spans))
        parts = [(len(self.rows[pane]), pane) for pane in PANES] + [(text_hits, "text")]
        more = "+" if self.is_cut else ""
        listed = " · ".join(
            f"{count:,}{more if name == 'text' else ''} {name.removesuffix('s') if count == 1 else name}"
            for count, name in parts
            if count
        )
        return f"{len(self.steps):,}{more} hit{'s' if len(self.steps) != 1 else ''}: {listed}"


def touching(spans: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those of `spans`, which are in order and apart, that touch `start` to `end`."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, key=lambda span: span[0])]
