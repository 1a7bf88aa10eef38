"""The errors of fetching."""

from briefing_tui.reading.errors import ReadingError


class FetchError(ReadingError):
    """An address cannot be fetched. The message is one line that names the address and what is wrong."""
