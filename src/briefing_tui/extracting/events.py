"""Reads the events of a document."""

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import EscalationEvent


def read_events(reading: Reading) -> list[EscalationEvent]:
    """The events of a reading."""
    del reading
    return []
