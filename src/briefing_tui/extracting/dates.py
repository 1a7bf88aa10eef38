"""Dates in a sentence, resolved against the document's own anchor."""

from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Document


def find_dates(passage: Passage, document: Document) -> None:
    """Fill `passage.dates`."""
