"""Counts and measures in a sentence."""

from briefing_tui.extracting.passages import Passage


def find_quantities(passage: Passage) -> None:
    """Fill `passage.quantities`; amounts of money and dates are not quantities."""
