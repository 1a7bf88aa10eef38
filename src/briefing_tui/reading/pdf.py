"""PDF."""

from briefing_tui.reading.documents import Structured
from briefing_tui.reading.errors import ReadingError


def read_pdf(data: bytes, place: str) -> Structured:
    """Not yet."""
    raise ReadingError(f"{place}: this is a PDF document")
