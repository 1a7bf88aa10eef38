"""Spans around a place, found without walking a whole sentence."""

from briefing_tui.extracting import Extractor
from briefing_tui.extracting.values.nearby import beginning_within
from briefing_tui.reading import read_bytes


def test_tokens_between_two_places_are_counted_as_they_are_listed() -> None:
    passage = Extractor().read(read_bytes(b"The U.S. gave Ukraine $5 million, again.", name="a.txt")).passages[0]
    for start in range(passage.start, passage.end):
        for end in range(passage.start, passage.end + 1):
            assert passage.distance(start, end) == len(passage.between(start, end))


def test_spans_that_begin_within_two_places_are_found() -> None:
    tokens = Extractor().read(read_bytes(b"One two three four.", name="a.txt")).passages[0].tokens
    assert [token.low for token in beginning_within(tokens, 4, 14)] == ["two", "three"]
