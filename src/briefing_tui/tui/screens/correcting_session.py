"""Corrections as they are made in the explorer: chosen, written, waited for, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from briefing_tui.library.editable import EditableField
from briefing_tui.model import Record
from briefing_tui.tui.archive.correcting import Deed, Outcome
from briefing_tui.tui.search_box import SearchBox
from briefing_tui.tui.widgets.fields_list import how_to_write

if TYPE_CHECKING:
    from briefing_tui.tui.screens.library_screen import LibraryScreen


class CorrectingSession:
    """Makes corrections of the selected record and the open briefing. `do` has them written; `take` is told of the outcome."""

    def __init__(self, explorer: LibraryScreen, do: Callable[[Deed], None]) -> None:
        self.writing: EditableField | Literal["published"] | None = None
        """What a value is being typed for."""
        self._explorer = explorer
        self._do = do
        self._done: list[Deed] = []
        """What can be undone, the last one last."""

    @property
    def prompt(self) -> str:
        """What stands before the value being typed."""
        return f"{self.writing if isinstance(self.writing, str) else self.writing.name if self.writing else ''}: "

    @property
    def hint(self) -> str:
        """How it is to be written."""
        if self.writing is None:
            return ""
        return "YYYY-MM-DD · empty: unknown" if isinstance(self.writing, str) else how_to_write(self.writing)

    def decide(self, decision: Literal["accept", "reject"]) -> None:
        """Accept or reject the selected record."""
        record = self._record()
        if record is not None:
            self._begin(Deed(self._explorer.number, decision, record.id))

    def toggle_fields(self) -> None:
        """Open or close the fields of the selected record."""
        explorer = self._explorer
        if explorer.overlay == "fields":
            explorer.overlay = None
            return
        record = self._record()
        if record is not None:
            explorer.fields.show(record)
            explorer.overlay = "fields"

    def write_field(self) -> None:
        """Type a value for the selected field."""
        fields = self._explorer.fields
        if fields.chosen is not None:
            self._write(fields.chosen, fields.value_words(fields.chosen))

    def write_published(self) -> None:
        """Type the day of publication."""
        self._write("published", self._explorer.briefing.published or "")

    def keep(self) -> None:
        """Have what was typed written."""
        explorer, box, writing = self._explorer, self._explorer.status.box, self.writing
        self.drop()
        if box is None or writing is None:
            return
        if isinstance(writing, str):
            self._begin(Deed(explorer.number, "publish", text=box.text))
        elif explorer.fields.record is not None:
            self._begin(Deed(explorer.number, "edit", explorer.fields.record.id, writing.name, box.text))

    def drop(self) -> None:
        """Stop typing."""
        self.writing = None
        self._explorer.status.box = None

    def undo(self) -> None:
        """Withdraw what was done last, or else what was last said of the selected record."""
        if self._done:
            last = self._done[-1]
            self._begin(Deed(last.document, "undo", last.record))
            return
        record = self._record()
        if record is not None:
            self._begin(Deed(self._explorer.number, "undo", record.id))

    def take(self, outcome: Outcome) -> None:
        """Show what became of a deed."""
        explorer, deed = self._explorer, outcome.deed
        explorer.status.say(outcome.words, problem=not outcome.is_done)
        if outcome.is_done:
            if deed.action != "undo":
                self._done.append(deed)
            elif self._done and (self._done[-1].document, self._done[-1].record) == (deed.document, deed.record):
                self._done.pop()
            explorer.refresh_document(deed.document, is_moved=deed.record is None)
        explorer.settle()

    def _record(self) -> Record | None:
        record = self._explorer.record
        if record is None:
            self._explorer.status.say("Nothing is selected here")
        return record

    def _write(self, what: EditableField | Literal["published"], value: str) -> None:
        self.writing = what
        box = self._explorer.status.box = SearchBox()
        box.insert(value)

    def _begin(self, deed: Deed) -> None:
        self._explorer.status.say("Reading the text again …" if deed.record is None else "Saving …")
        self._do(deed)
