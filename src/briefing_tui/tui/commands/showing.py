"""Showing and taking along: why, copy, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.tui.commands.command import Command

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


class Copy(Command):
    """Copy the sentence with its citation to the clipboard, and to a file for terminals that do not let us."""

    keys = ("y",)
    label = "copy quote"
    brief = "copy"
    rank = 6
    group = "Records"
    situations = ("pane", "text", "why")
    footer = ("pane", "text", "why")

    def run(self, explorer: ExplorerScreen) -> None:
        """Copy."""
        from briefing_tui.tui.screens.copying import copy_quote

        copy_quote(explorer)

    @classmethod
    def summary(cls, *, in_kiosk: bool = False) -> str:
        """In a kiosk there is no file."""
        if in_kiosk:
            return "Copy the sentence with its citation to the clipboard of your own terminal, if it lets us."
        return super().summary()


class Why(Command):
    """Why a record says so: every field with the words it was read from and the rule that read it."""

    keys = ("w",)
    label = "why"
    rank = 7
    group = "Records"
    situations = ("pane", "text", "why")
    footer = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """Open or close."""
        explorer.toggle_why()


class Help(Command):
    """All keys, and how to read the screen."""

    keys = ("question_mark", "f1")
    label = "help"
    rank = 4
    group = "Showing"
    situations = ("pane", "text", "why", "panel", "facets", "saved", "fields")
    footer = ("pane", "text", "why", "facets", "saved", "fields")

    def run(self, explorer: ExplorerScreen) -> None:
        """Open or close."""
        explorer.toggle_help()


class Problems(Command):
    """Sources that could not be read."""

    keys = ("exclamation_mark",)
    label = "problems"
    group = "Showing"

    def run(self, explorer: ExplorerScreen) -> None:
        """Open or close."""
        explorer.toggle_problems()


class Redraw(Command):
    """Draw the whole screen anew, should another program have written on it."""

    keys = ("ctrl+l",)
    label = "redraw"
    group = "Showing"
    situations = ("pane", "text", "why", "panel", "typing", "briefings", "facets", "saved", "fields", "writing")

    def run(self, explorer: ExplorerScreen) -> None:
        """Draw everything."""
        explorer.redraw()
