"""Reads the assessments of a document."""

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Assessment


def read_assessments(reading: Reading) -> list[Assessment]:
    """The assessments of a reading."""
    del reading
    return []
