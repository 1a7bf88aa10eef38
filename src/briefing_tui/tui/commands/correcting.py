"""What a person says of records and briefings of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing_tui.tui.commands.archive import LibraryCommand
from briefing_tui.tui.commands.command import Situation

if TYPE_CHECKING:
    from briefing_tui.tui.screens.library_screen import LibraryScreen


class Correcting(LibraryCommand):
    """Base of corrections, which are kept beside the records and change no text."""

    group = "Correcting, in a library"
    in_kiosk = False
    situations: ClassVar[tuple[Situation, ...]] = ("pane", "text", "why")


class Accept(Correcting):
    """The record is right: marked A. Kept with your name beside the record, as all corrections are; no text is changed."""

    keys = ("a",)
    label = "accept"

    def run_in(self, explorer: LibraryScreen) -> None:
        """Accept it."""
        explorer.corrections.decide("accept")


class Reject(Correcting):
    """The record is wrong: marked X, and left out of later searches unless they ask is:rejected."""

    keys = ("x",)
    label = "reject"

    def run_in(self, explorer: LibraryScreen) -> None:
        """Reject it."""
        explorer.corrections.decide("reject")


class Edit(Correcting):
    """Set a field of the record: marked E."""

    keys = ("E",)
    label = "edit"

    def run_in(self, explorer: LibraryScreen) -> None:
        """Show the fields."""
        explorer.corrections.toggle_fields()


class EditField(Correcting):
    """Among the fields of a record: write the selected one."""

    keys = ("enter",)
    label = "edit the field"
    brief = "edit"
    rank = 1
    situations = ("fields",)
    footer = ("fields",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Begin to type."""
        explorer.corrections.write_field()


class SetPublished(Correcting):
    """Set the day the briefing was published; its dates are read again, against that day."""

    keys = ("P",)
    label = "set the day of publication"

    def run_in(self, explorer: LibraryScreen) -> None:
        """Begin to type."""
        explorer.corrections.write_published()


class KeepValue(Correcting):
    """While writing a value: keep it."""

    keys = ("enter",)
    label = "keep"
    rank = 1
    situations = ("writing",)
    footer = ("writing",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Keep it."""
        explorer.corrections.keep()


class DropValue(Correcting):
    """While writing a value: leave it as it was."""

    keys = ("escape",)
    label = "leave as it was"
    brief = "leave"
    rank = 1
    situations = ("writing",)
    footer = ("writing",)

    def run_in(self, explorer: LibraryScreen) -> None:
        """Stop typing."""
        explorer.corrections.drop()


class Undo(Correcting):
    """Withdraw the last correction; when you have made none, the last one of the selected record."""

    keys = ("u",)
    label = "undo"

    def run_in(self, explorer: LibraryScreen) -> None:
        """Withdraw it."""
        explorer.corrections.undo()
