"""briefing-tui: a terminal explorer for conflict and aid briefings."""

__version__ = "0.1.0"
