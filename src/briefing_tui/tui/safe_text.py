"""The gate between untrusted text and the terminal, which lower layers use as well."""

from briefing_tui.model.safe_text import MOST_MARKS, PICTURE_OF_ANYTHING, PICTURE_OF_NOTHING, safe_cells, safe_line

__all__ = ["MOST_MARKS", "PICTURE_OF_ANYTHING", "PICTURE_OF_NOTHING", "safe_cells", "safe_line"]
