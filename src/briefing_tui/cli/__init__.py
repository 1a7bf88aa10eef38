"""The command `briefing-tui`."""

from briefing_tui.cli.entry import main

__all__ = ["main"]
