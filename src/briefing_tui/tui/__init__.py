"""The explorer: panes of records over the source they were read from.

Importing this folder, `safe_text` or `rows` does not import textual.
"""

from briefing_tui.tui.explorer import run_explorer, run_library_explorer
from briefing_tui.tui.kiosk_explorer import run_kiosk
from briefing_tui.tui.person import Person
from briefing_tui.tui.profile import Profile, can_draw, profile_of

__all__ = ["Person", "Profile", "can_draw", "profile_of", "run_explorer", "run_kiosk", "run_library_explorer"]
