"""A text made ready for searching as people type it, in time that grows only with its length."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Final

from briefing_tui.tui.folding import BETWEEN_LETTERS, TextQuery, fold

MOST_MISSES: Final = 20_000
"""Places where only the letters of a query agree that are looked at in one text."""


class SearchableText:
    """A folded text, and its bare letters: without white space, hyphens, accents and whatever else may stand between them.

    A pattern tried at every place takes long where a text nearly agrees with it again and again. So the query's letters are
    first looked for as they are, and its pattern is tried only where they stand.
    """

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        """The text in the form of `fold`, with the same offsets."""
        self._letters = BETWEEN_LETTERS.sub("", self.folded)
        self._gaps: tuple[array[int], array[int]] | None = None

    def find(self, query: TextQuery, most: int) -> tuple[list[tuple[int, int]], bool]:
        """The first `most` places, as offsets, where the text says the query; and whether there may be more."""
        spans: list[tuple[int, int]] = []
        if not query.letters:
            for found in query.pattern.finditer(self.folded):
                if len(spans) >= most:
                    return spans, True
                spans.append(found.span())
            return spans, False
        misses = 0
        place = self._letters.find(query.letters)
        while place >= 0:
            if len(spans) >= most or misses >= MOST_MISSES:
                return spans, True
            match = query.pattern.match(self.folded, self._offset(place))
            if match is None:
                misses += 1
            else:
                spans.append(match.span())
            place = self._letters.find(query.letters, place + (len(query.letters) if match else 1))
        return spans, False

    def _offset(self, place: int) -> int:
        """The offset in the text of a place in its letters."""
        if len(self._letters) == len(self.folded):
            return place
        if self._gaps is None:
            places, shifts, shift = array("L"), array("L"), 0
            for gap in BETWEEN_LETTERS.finditer(self.folded):
                places.append(gap.start() - shift)
                shift += gap.end() - gap.start()
                shifts.append(shift)
            self._gaps = places, shifts
        before = bisect_right(self._gaps[0], place)
        return place + (self._gaps[1][before - 1] if before else 0)
