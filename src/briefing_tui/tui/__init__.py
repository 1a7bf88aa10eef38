"""The explorer: panes of records over the source they were read from.

Importing this folder, `safe_text` or `rows` does not import textual.
"""

from briefing_tui.tui.explorer import run_explorer, run_library_explorer
from briefing_tui.tui.person import Person

__all__ = ["Person", "run_explorer", "run_library_explorer"]
