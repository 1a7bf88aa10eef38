"""Reads the reactions of a document."""

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Reaction


def read_reactions(reading: Reading) -> list[Reaction]:
    """The reactions of a reading."""
    del reading
    return []
