"""What of a document the records used, and the amounts, numbers, quotations and list items that none of them did."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.extracting.values.numbers import find_numerals
from briefing_tui.model import Coverage, Evidence, Leftover, Record
from briefing_tui.model.coverage import LeftoverKind

_NAMES: Final = ("weapon", "org", "place", "person", "mechanism", "event")
"""Lexicon categories whose numbers are part of a name ("155mm", "UN Resolution 2254", "7 October")."""
_FEWEST_QUOTED: Final = 2
"""Words a quotation must have to be a passage; a single one is a name or a word held at arm's length."""


def measure_coverage(reading: Reading, records: Sequence[Record]) -> Coverage:
    """How much of the reading's document `records` speak for."""
    spans = _Spans(span for record in records for span in record.evidence)
    found = [
        *(leftover for passage in reading.passages for leftover in _values(passage, spans)),
        *_quotations(reading, spans),
        *_list_items(reading, spans),
    ]
    document = reading.document
    return Coverage(
        sentences=len(document.sentences),
        used=sum(spans.touch(sentence.start, sentence.end) for sentence in document.sentences),
        not_read=len(document.sentences) - len(reading.passages),
        leftovers=tuple(
            Leftover(kind=gap.kind, start=gap.start, end=gap.end, exact=reading.text[gap.start : gap.end])
            for gap in sorted(found, key=attrgetter("start", "end", "kind"))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Gap:
    """Characters that no record used."""

    kind: LeftoverKind
    start: int
    end: int


class _Spans:
    """The evidence of all records, as disjoint spans in text order."""

    def __init__(self, evidence: Iterator[Evidence]) -> None:
        self._ends: list[int] = []
        self._starts: list[int] = []
        for start, end in sorted((span.start, span.end) for span in evidence):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether any evidence shares a character with `start`–`end`."""
        place = bisect_left(self._ends, start + 1)
        return place < len(self._starts) and self._starts[place] < end


def _values(passage: Passage, spans: _Spans) -> Iterator[_Gap]:
    """Amounts and numbers, in words or digits. What belongs to a date or to a name of the lexicon is no number of its own."""
    taken = [(date.start, date.end) for date in passage.dates]
    taken += [(hit.start, hit.end) for hit in passage.of(*_NAMES)]
    for money in passage.money:
        taken.append((money.start, money.end))
        if not spans.touch(money.start, money.end):
            yield _Gap("amount", money.start, money.end)
    for quantity in passage.quantities:
        if quantity.value is None or _inside(quantity.start, quantity.end, taken):
            continue
        taken.append((quantity.start, quantity.end))
        if not spans.touch(quantity.start, quantity.end):
            yield _Gap("number", quantity.start, quantity.end)
    for numeral in find_numerals(passage.text, passage.tokens, passage.start):
        start, end = passage.start + numeral.start, passage.start + numeral.end
        word_one = numeral.value == 1 and passage.text[numeral.start].isalpha()  # mostly the pronoun
        if not word_one and not _inside(start, end, taken) and not spans.touch(start, end):
            yield _Gap("number", start, end)


def _inside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _quotations(reading: Reading, spans: _Spans) -> Iterator[_Gap]:
    for quote in find_quotes(reading).all:
        if len(quote.words(reading.text).split()) >= _FEWEST_QUOTED and not spans.touch(quote.inner_start, quote.inner_end):
            yield _Gap("quotation", quote.start, quote.end)


def _list_items(reading: Reading, spans: _Spans) -> Iterator[_Gap]:
    for block in reading.document.blocks:
        if block.kind == "list_item" and not spans.touch(block.start, block.end):
            yield _Gap("list_item", block.start, block.end)
