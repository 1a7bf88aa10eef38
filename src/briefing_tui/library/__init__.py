"""The archive: one SQLite file that holds texts, records, where both came from, and the index over them."""

from briefing_tui.library.errors import BusyLibraryError, DamagedLibraryError, FullDiskError, LibraryError, NewerLibraryError
from briefing_tui.library.opening import Library, open_library

__all__ = [
    "BusyLibraryError",
    "DamagedLibraryError",
    "FullDiskError",
    "Library",
    "LibraryError",
    "NewerLibraryError",
    "open_library",
]
