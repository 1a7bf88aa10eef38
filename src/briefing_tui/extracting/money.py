"""Amounts of money in a sentence."""

from briefing_tui.extracting.passages import Passage


def find_money(passage: Passage) -> None:
    """Fill `passage.money`."""
