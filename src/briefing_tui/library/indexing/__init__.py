"""The index over records and sentences: what is put into it, and how it is taken out again.

Each name is imported when it is first asked for: a search reads what was put in and needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from briefing_tui.library.row_numbers import is_record

if TYPE_CHECKING:
    from briefing_tui.library.indexing.entries import Entries
    from briefing_tui.library.indexing.settling import settle_index
    from briefing_tui.library.indexing.units import prepare_entries
    from briefing_tui.library.indexing.writing import remove_entries, write_entries
else:
    _HOMES = {
        "Entries": "entries",
        "prepare_entries": "units",
        "remove_entries": "writing",
        "settle_index": "settling",
        "write_entries": "writing",
    }

    def __getattr__(name: str) -> object:
        """Import what `name` lives in."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = ["Entries", "is_record", "prepare_entries", "remove_entries", "settle_index", "write_entries"]
