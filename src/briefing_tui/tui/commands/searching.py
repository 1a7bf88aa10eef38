"""Searching rows and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.tui.commands.command import Command

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


class Search(Command):
    """Search all panes and the texts as you type. Names find codes and back: /norway, /NOR, /155mm."""

    keys = ("slash",)
    label = "search"
    rank = 3
    group = "Searching"
    situations = ("pane", "text", "why", "facets")
    footer = ("pane", "text", "facets")

    def run(self, explorer: ExplorerScreen) -> None:
        """Open the search."""
        explorer.search.start()


class NextHit(Command):
    """Next hit, across panes and briefings."""

    keys = ("n",)
    label = "next hit"
    group = "Searching"
    situations = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """One hit on."""
        explorer.search.step()


class PreviousHit(Command):
    """Previous hit."""

    keys = ("N",)
    label = "previous hit"
    group = "Searching"
    situations = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """One hit back."""
        explorer.search.step(backwards=True)


class KeepSearch(Command):
    """While typing a search: keep it and stay at the hit."""

    keys = ("enter",)
    label = "go to the hit"
    brief = "go"
    rank = 1
    group = "Searching"
    situations = ("typing",)
    footer = ("typing",)

    def run(self, explorer: ExplorerScreen) -> None:
        """Stop typing, keep the hits."""
        explorer.search.keep()


class NextHitWhileTyping(Command):
    """While typing a search: next hit."""

    keys = ("down", "ctrl+n", "tab")
    label = "next hit"
    brief = "next"
    group = "Searching"
    situations = ("typing",)
    footer = ("typing",)

    def run(self, explorer: ExplorerScreen) -> None:
        """One hit on."""
        explorer.search.step()


class PreviousHitWhileTyping(Command):
    """While typing a search: previous hit."""

    keys = ("up", "ctrl+p", "shift+tab")
    label = "previous hit"
    group = "Searching"
    situations = ("typing",)

    def run(self, explorer: ExplorerScreen) -> None:
        """One hit back."""
        explorer.search.step(backwards=True)


class CancelSearch(Command):
    """While typing a search: drop it and go back to where it began."""

    keys = ("escape",)
    label = "clear"
    group = "Searching"
    situations = ("typing",)
    footer = ("typing",)

    def run(self, explorer: ExplorerScreen) -> None:
        """Drop the search."""
        explorer.search.cancel()
