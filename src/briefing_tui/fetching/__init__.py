"""Documents from the web: only when asked for, only from public machines, within limits."""

from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.fetched_sources import fetch_sources, sources_of
from briefing_tui.fetching.fetcher import Fetched, Limits, fetch

__all__ = ["FetchError", "Fetched", "Limits", "fetch", "fetch_sources", "sources_of"]
