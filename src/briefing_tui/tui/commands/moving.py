"""Moving within the place that has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.tui.commands.command import Command, Situation

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

LISTS: Final[tuple[Situation, ...]] = ("pane", "text", "why", "panel", "facets", "saved", "fields")
"""Where letters move."""


class Down(Command):
    """Next row, or next line of the text."""

    keys = ("j", "down")
    label = "down"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """One down."""
        explorer.walk.move(1)


class Up(Command):
    """Previous row, or previous line of the text."""

    keys = ("k", "up")
    label = "up"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """One up."""
        explorer.walk.move(-1)


class HalfPageDown(Command):
    """Half a page down."""

    keys = ("ctrl+d",)
    label = "half page down"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """Half a page down."""
        explorer.walk.move_pages(0.5)


class HalfPageUp(Command):
    """Half a page up."""

    keys = ("ctrl+u",)
    label = "half page up"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """Half a page up."""
        explorer.walk.move_pages(-0.5)


class PageDown(Command):
    """A page down."""

    keys = ("pagedown", "ctrl+f")
    label = "page down"
    group = "Moving"
    situations = (*LISTS, "briefings")

    def run(self, explorer: ExplorerScreen) -> None:
        """A page down."""
        explorer.walk.move_pages(1)


class PageOn(Command):
    """A page down, as readers of long texts have it."""

    keys = ("space",)
    label = "page down"
    group = "Moving"

    def run(self, explorer: ExplorerScreen) -> None:
        """A page down."""
        explorer.walk.move_pages(1)


class PageUp(Command):
    """A page up."""

    keys = ("pageup", "ctrl+b")
    label = "page up"
    group = "Moving"
    situations = (*LISTS, "briefings")

    def run(self, explorer: ExplorerScreen) -> None:
        """A page up."""
        explorer.walk.move_pages(-1)


class First(Command):
    """First row, or the beginning of the text."""

    keys = ("g", "home")
    label = "first"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """To the beginning."""
        explorer.walk.move_to_end(last=False)


class Last(Command):
    """Last row, or the end of the text."""

    keys = ("G", "end")
    label = "last"
    group = "Moving"
    situations = LISTS

    def run(self, explorer: ExplorerScreen) -> None:
        """To the end."""
        explorer.walk.move_to_end(last=True)
