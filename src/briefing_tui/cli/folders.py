"""Where the command keeps things: the XDG folders, or those named in the environment.

`BRIEFING_TUI_CONFIG`, `BRIEFING_TUI_DATA`, `BRIEFING_TUI_STATE` and `BRIEFING_TUI_CACHE` each name a folder that takes the place of the
platform's own. Nothing is made here, and a folder that cannot be used is no error: the program then remembers nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "briefing-tui"


def config_folder() -> Path:
    """The person's own settings; its `lexicon/` holds words added to the shipped lexicon."""
    import platformdirs

    return _override("CONFIG") or platformdirs.user_config_path(NAME)


def data_folder() -> Path:
    """What must not get lost: the library, unless it is kept elsewhere."""
    import platformdirs

    return _override("DATA") or platformdirs.user_data_path(NAME)


def state_folder() -> Path:
    """What the explorer remembers and writes: copied quotes, its log."""
    import platformdirs

    return _override("STATE") or platformdirs.user_state_path(NAME)


def cache_folder() -> Path:
    """What can be made again at any time, such as the compiled lexicon."""
    import platformdirs

    return _override("CACHE") or platformdirs.user_cache_path(NAME)


def own_lexicon() -> Path | None:
    """The folder of the person's own lexicon files, if there is one that can be read."""
    folder = config_folder() / "lexicon"
    return folder if os.access(folder, os.R_OK | os.X_OK) and folder.is_dir() else None


def _override(name: str) -> Path | None:
    value = os.environ.get(f"BRIEFING_TUI_{name}")
    return Path(value).expanduser() if value else None
