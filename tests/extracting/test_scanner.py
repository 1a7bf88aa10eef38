"""The scanner finds the same whether it looks for the whole lexicon or only for what may stand in a text."""

from briefing_tui.extracting.lexicon import load_lexicon
from briefing_tui.extracting.scan import Scanner


def test_the_first_pages_are_scanned_as_all_later_ones() -> None:
    text = "U.S. officials said HIMARS, F-16 jets and İHA drones reached Kyiv; the UK’s Foreign Secretary did not comment."
    scanner = Scanner(load_lexicon())
    first = scanner.scan(text)
    scanner.scan("Nothing of note. " * 3000)
    assert first
    assert scanner.scan(text) == first


def test_an_empty_text_has_no_hits() -> None:
    assert Scanner(load_lexicon()).scan("") == []
