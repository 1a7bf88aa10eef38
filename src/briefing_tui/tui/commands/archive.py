"""What only a library can do: briefings, facets, order."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from briefing_tui.tui.commands.command import Command

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen
    from briefing_tui.tui.screens.library_screen import LibraryScreen


class LibraryCommand(Command):
    """Base of what needs a library; over files it says so."""

    group = "In a library"

    def run(self, explorer: ExplorerScreen) -> None:
        """Do it, where there is a library."""
        if explorer.archive is None:
            explorer.status.say(f"{self.label.capitalize()}: only in a library; “briefing-tui add PATH…” makes one")
        else:
            self.run_in(explorer.archive)

    @abstractmethod
    def run_in(self, explorer: LibraryScreen) -> None:
        """Do it."""


class Briefings(LibraryCommand):
    """All briefings with hits: type to find one by its title, enter opens it."""

    keys = ("b",)
    label = "briefings"
    rank = 9
    situations = ("pane", "text", "why", "facets")
    footer = ("pane",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Open."""
        explorer.toggle_briefings()


class OpenBriefing(LibraryCommand):
    """In the list of briefings: open the selected one."""

    keys = ("enter",)
    label = "open"
    rank = 1
    situations = ("briefings",)
    footer = ("briefings",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Open it."""
        explorer.open_briefing()


class NextBriefingInList(LibraryCommand):
    """In the list of briefings: next one."""

    keys = ("down", "ctrl+n", "tab")
    label = "next"
    situations = ("briefings",)
    footer = ("briefings",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """One on."""
        explorer.walk.move(1)


class PreviousBriefingInList(LibraryCommand):
    """In the list of briefings: previous one."""

    keys = ("up", "ctrl+p", "shift+tab")
    label = "previous"
    situations = ("briefings",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """One back."""
        explorer.walk.move(-1)


class Facets(LibraryCommand):
    """What the hits have in common, with counts: choose filters."""

    keys = ("f",)
    label = "facets"
    rank = 5
    situations = ("pane", "text", "why", "facets")
    footer = ("pane",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Open or close."""
        explorer.toggle_facets()


class ToggleFacet(LibraryCommand):
    """In the facets: put the selected value into the query as a filter, or take it out."""

    keys = ("space", "enter")
    label = "toggle the filter"
    brief = "toggle"
    rank = 1
    situations = ("facets",)
    footer = ("facets",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """In or out."""
        explorer.toggle_facet()


class SavedSearches(LibraryCommand):
    """Saved searches: enter opens one."""

    keys = ("S",)
    label = "saved searches"
    situations = ("pane", "text", "saved")

    def run_in(self, explorer: LibraryScreen) -> None:
        """Open or close."""
        explorer.toggle_saved()


class OpenSaved(LibraryCommand):
    """Among the saved searches: open the selected one."""

    keys = ("enter",)
    label = "open"
    rank = 1
    situations = ("saved",)
    footer = ("saved",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Ask it."""
        explorer.open_saved()


class Sort(LibraryCommand):
    """Newest first, or most relevant first."""

    keys = ("s",)
    label = "order"
    situations = ("pane", "text", "facets")

    def run_in(self, explorer: LibraryScreen) -> None:
        """Change the order."""
        explorer.toggle_sort()
