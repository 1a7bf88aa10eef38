"""What a briefing puts into the index, made ready before its number is known; plain values that travel between processes."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """An amount of money or a quantity from `low` to `high`, the same when it is exact, and its facet word (see `amount_words`)."""

    field: str
    """As queries call it: amount or quantity."""
    low: float
    high: float
    word: str


class RecordEntry(NamedTuple):
    """One record: `unit` is its place in the document's part of the index, `start` and `end` its sentence in the text."""

    unit: int
    start: int
    end: int
    words: str
    names: str
    facets: str
    measures: tuple[Measure, ...]


class Entries(NamedTuple):
    """All that one briefing puts into the index."""

    title: str
    records: tuple[RecordEntry, ...]
    sentences: list[str]
    """The bare sentences, in text order."""
    spans: bytes
    """Where these stand: start and end of each as 32-bit little-endian numbers."""
    facets: str
    """The facet words of every bare sentence."""
    labels: tuple[tuple[str, str], ...]
    """What facet words stand for, where the word does not tell: actors' codes, the publisher's name, words of closed vocabularies."""
    terms: list[str]
    """Every different word of all units."""
