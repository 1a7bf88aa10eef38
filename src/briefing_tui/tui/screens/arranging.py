"""What stands where: all panes side by side, one above the text, or one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.containers import Horizontal
from textual.geometry import Size

from briefing_tui.model.panes import PANES
from briefing_tui.tui.terminal.sizes import is_too_small
from briefing_tui.tui.widgets.line_canvas import LineCanvas

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

Layout = Literal["wide", "medium", "single"]


def layout_of(size: Size) -> Layout:
    """What a terminal of this size has room for."""
    width, height = size
    return "single" if width < 80 or height < 24 else "medium" if width < 120 else "wide"


def arrange(explorer: ExplorerScreen, size: Size) -> None:
    """Show what the size and the state of the explorer call for."""
    width, height = size
    layout, overlay = layout_of(size), explorer.overlay
    show(explorer.too_small, is_too_small(width, height))
    show(explorer.status, not explorer.too_small.display)
    if explorer.too_small.display:
        rest = (explorer.header, explorer.tabs, explorer.panes, explorer.why, explorer.reader, explorer.keys)
        for one in (*rest, *explorer.panels.values()):
            show(one, shown=False)
        return
    is_panel = overlay in explorer.panels
    single = layout == "single"
    in_text = explorer.place == "text"
    show(explorer.header, height >= 8)
    show(explorer.tabs, layout != "wide" and not is_panel and height >= 4)
    show(explorer.panes, not overlay and not (single and in_text))
    for pane, one in explorer.lists.items():
        show(one, layout == "wide" or pane == explorer.pane)
        one.has_title = not single
        one.has_edge = layout == "wide" and pane != PANES[-1]
    show(explorer.why, overlay == "why")
    show(explorer.reader, not is_panel and (not single or (in_text and not overlay)))
    over = explorer.panels.get(overlay) if overlay else None
    for panel in explorer.panels.values():
        show(panel, panel is over)
    show(explorer.keys, height >= 6)
    room = height - 3 - (layout != "wide")
    most = room * 11 // 20
    shown = [one for pane, one in explorer.lists.items() if layout == "wide" or pane == explorer.pane]
    wanted = max(one.wanted_lines(width // 3 if layout == "wide" else width, most) for one in shown)
    lines = room if single else max(6, min(wanted + 1, most))
    now = explorer.panes.styles.height
    if explorer.looks.is_sparing and explorer.situation == "typing" and now is not None and now.is_cells and now.value <= most:
        lines = int(now.value)  # what is found changes with every letter; the text below does not go up and down with it
    for above in (explorer.panes, explorer.why):
        if above.styles.height is None or above.styles.height.value != lines or single:
            above.styles.height = "1fr" if single else lines


def show(widget: LineCanvas | Horizontal, shown: bool) -> None:
    """Show or hide a widget, without any work when it is so already."""
    if widget.display != shown:
        widget.display = shown
