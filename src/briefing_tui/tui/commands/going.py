"""Going from place to place: panes, the text, other briefings, and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.tui.commands.command import Command, Situation

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


class OpenSource(Command):
    """Read the sentence: go to the source text at the selected record's evidence."""

    keys = ("enter",)
    label = "read the sentence"
    brief = "read"
    rank = 1
    group = "Going"
    situations = ("pane", "why")
    footer = ("pane", "why")

    def run(self, explorer: ExplorerScreen) -> None:
        """To the evidence."""
        explorer.walk.open_source()


class Back(Command):
    """Back: close what is open, leave the text, clear the search."""

    keys = ("escape",)
    label = "back"
    group = "Going"
    situations = ("pane", "text", "why", "panel", "briefings", "facets", "saved", "fields")
    footer = ("why", "panel", "briefings", "facets", "saved", "fields")
    rank = 1

    def run(self, explorer: ExplorerScreen) -> None:
        """One step back."""
        explorer.back()


class ToAid(Command):
    """Aid inventory."""

    keys = ("1",)
    label = "aid"
    group = "Going"

    def run(self, explorer: ExplorerScreen) -> None:
        """To the aid pane."""
        explorer.walk.go_to_place("aid")


class ToReactions(Command):
    """International reactions."""

    keys = ("2",)
    label = "reactions"
    group = "Going"

    def run(self, explorer: ExplorerScreen) -> None:
        """To the reactions pane."""
        explorer.walk.go_to_place("reactions")


class ToEvents(Command):
    """Escalation events."""

    keys = ("3",)
    label = "events"
    group = "Going"

    def run(self, explorer: ExplorerScreen) -> None:
        """To the events pane."""
        explorer.walk.go_to_place("events")


class ToText(Command):
    """Source text, where it was left."""

    keys = ("4",)
    label = "text"
    group = "Going"

    def run(self, explorer: ExplorerScreen) -> None:
        """To the text."""
        explorer.walk.go_to_place("text")


class NextPlace(Command):
    """Next pane."""

    keys = ("tab", "l", "right")
    label = "next pane"
    brief = "next"
    rank = 8
    group = "Going"
    situations = ("pane", "text")
    footer = ("pane",)

    def run(self, explorer: ExplorerScreen) -> None:
        """One pane on."""
        explorer.walk.go_round(1)


class PreviousPlace(Command):
    """Previous pane."""

    keys = ("shift+tab", "h", "left")
    label = "previous pane"
    group = "Going"
    situations = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """One pane back."""
        explorer.walk.go_round(-1)


class NextBriefing(Command):
    """Next briefing, when several are open."""

    keys = ("right_square_bracket",)
    label = "next briefing"
    group = "Going"
    situations = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """One briefing on."""
        explorer.walk.go_to_briefing(1)


class PreviousBriefing(Command):
    """Previous briefing."""

    keys = ("left_square_bracket",)
    label = "previous briefing"
    group = "Going"
    situations = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """One briefing back."""
        explorer.walk.go_to_briefing(-1)


class Leave(Command):
    """Quit; from the text or a panel, back to the records first."""

    keys = ("q",)
    label = "quit"
    rank = 2
    group = "Leaving"
    situations = ("pane", "text", "why", "panel", "facets", "saved", "fields")
    footer = ("pane", "text")

    def run(self, explorer: ExplorerScreen) -> None:
        """Back, or out."""
        explorer.walk.leave()

    @classmethod
    def shown_label(cls, situation: Situation, *, brief: bool = False) -> str:
        """Outside the panes it only goes back."""
        return "quit" if situation == "pane" else "back" if brief else "back to the records"


class Quit(Command):
    """Quit at once, from anywhere."""

    keys = ("ctrl+c", "ctrl+q")
    label = "quit"
    group = "Leaving"
    situations = ("pane", "text", "why", "panel", "typing", "briefings", "facets", "saved", "fields", "writing")

    def run(self, explorer: ExplorerScreen) -> None:
        """Out."""
        explorer.app.exit(0)


class Suspend(Command):
    """Put the program into the background; the shell's fg brings it back."""

    keys = ("ctrl+z",)
    label = "suspend"
    group = "Leaving"
    in_kiosk = False
    situations = ("pane", "text", "why", "panel", "typing", "briefings", "facets", "saved", "fields", "writing")

    def run(self, explorer: ExplorerScreen) -> None:
        """Give the terminal back for a while."""
        explorer.app.action_suspend_process()
