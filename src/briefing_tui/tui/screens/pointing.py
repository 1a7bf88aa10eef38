"""Where the terminal's own cursor stands: on what is selected, typed or read. Screen readers and magnifiers follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

from briefing_tui.tui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


def cursor_place(explorer: ExplorerScreen) -> Offset:
    """The caret of what is being typed, else the selected row, else the first line that is read."""
    if explorer.too_small.display:
        return Offset(0, 0)
    if explorer.status.box is not None:
        return explorer.status.region.offset + Offset(explorer.status.caret_cells(), 0)
    target = explorer.target()
    line = target.cursor_line() if isinstance(target, CursorList) else int(target.size.height > 1)
    return target.region.offset + Offset(0, line)
