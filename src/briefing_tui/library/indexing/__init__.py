"""The index over records and sentences: what is put into it, and how it is taken out again."""

from briefing_tui.library.indexing.entries import Entries
from briefing_tui.library.indexing.units import is_record, prepare_entries
from briefing_tui.library.indexing.writing import remove_entries, write_entries

__all__ = ["Entries", "is_record", "prepare_entries", "remove_entries", "write_entries"]
