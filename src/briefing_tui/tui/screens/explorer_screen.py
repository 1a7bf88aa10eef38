"""The explorer: panes of records over the text they were read from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from briefing_tui.model import Briefing, Record
from briefing_tui.model.panes import PANES, Pane
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.rows import briefing_source, briefing_title
from briefing_tui.tui.commands import Command, Situation, command_for, key_hints, steady_hints
from briefing_tui.tui.helping import FIRST_RUN_HINT, help_lines
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.remembering import LastPlace
from briefing_tui.tui.row_source import Listing
from briefing_tui.tui.screens.arranging import arrange
from briefing_tui.tui.screens.returning import go_back_to
from briefing_tui.tui.screens.search import Overlay, Place, Search
from briefing_tui.tui.screens.walking import Walk
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.header_line import HeaderLine
from briefing_tui.tui.widgets.key_line import KeyLine
from briefing_tui.tui.widgets.line_canvas import LineCanvas
from briefing_tui.tui.widgets.lines_panel import LinesPanel
from briefing_tui.tui.widgets.pane_tabs import PaneTabs
from briefing_tui.tui.widgets.record_list import RecordList
from briefing_tui.tui.widgets.scrolled_lines import ScrollRows
from briefing_tui.tui.widgets.source_reader import SourceReader
from briefing_tui.tui.widgets.status_line import StatusLine
from briefing_tui.tui.widgets.too_small import TooSmall
from briefing_tui.tui.widgets.why_panel import WhyPanel

if TYPE_CHECKING:
    from briefing_tui.tui.app import ExplorerApp
    from briefing_tui.tui.screens.library_screen import LibraryScreen

_FIRST_LOOK: Final = 6
"""Lines of rows in each list while a search is typed on a slow line."""


class ExplorerScreen(Screen[None], inherit_bindings=False):
    """Holds where the person is — place, cursors, search — and brings every widget up to date after each step.

    What is explored comes as a `Listing`; the kinds of screen differ in where theirs comes from and how it is searched.
    """

    AUTO_FOCUS = None
    search: Search
    archive: LibraryScreen | None = None
    """What only a library can do; None where files are explored."""

    def __init__(
        self,
        listing: Listing,
        looks: Looks,
        *,
        copied: Path,
        keep: Callable[[str], str],
        scroll_rows: ScrollRows,
        first_run: bool,
    ) -> None:
        """`keep` stores a copied quote and says where it is; `copied` is the file it appends to."""
        super().__init__(id="explorer")
        self.listing = listing
        self.looks = looks
        self.copied = copied
        self.place: Place = "aid"
        """What has the keys, under any overlay."""
        self.pane: Pane = "aid"
        """The pane whose selected record is shown in the text."""
        self.number = 0
        """The open briefing."""
        self.overlay: Overlay | None = None
        self.is_kiosk = False  # else commands that write or start anything are not there
        self.problems: list[str] = []
        """Sources that could not be read, each a safe line."""
        self.keep = keep
        self.walk = Walk(self)
        self._hint = FIRST_RUN_HINT if first_run else ""
        self._standing = ""  # what the status line says as long as nothing else has just happened
        self._shown_mark: object = None
        self._arrangements, self._arrangements_laid_out = 0, -1
        self.last_place: LastPlace | None = None
        """Where to begin, if that is known from the last time and has not been reached; None once the person goes elsewhere."""
        self.header = HeaderLine(looks)
        self.tabs = PaneTabs(looks)
        self.lists: dict[Pane, RecordList] = {pane: RecordList(pane, listing.rows(pane), looks) for pane in PANES}
        self.reader = SourceReader(looks)
        self.reader.scroll_rows = scroll_rows
        self.why = WhyPanel(looks)
        self.panel = LinesPanel(looks, id="panel")
        self.panels: dict[Overlay, LinesPanel | CursorList] = {"help": self.panel, "problems": self.panel}
        """What covers panes and text, by the overlay that shows it."""
        self.status, self.keys, self.too_small = StatusLine(looks), KeyLine(looks), TooSmall(looks)
        self.panes = Horizontal(*self.lists.values(), id="panes")

    def compose(self) -> ComposeResult:
        """From top to bottom; what stands in one place is shown by turns."""
        self.pane = next((pane for pane in PANES if len(self.listing.rows(pane))), "aid")
        self.place = self.pane
        self.return_to_last_place()
        self.bring_up_to_date(self.app.size)
        yield from (self.header, self.tabs, self.panes, self.why, self.reader)
        yield from dict.fromkeys(self.panels.values())
        yield from (self.status, self.keys, self.too_small)

    def return_to_last_place(self) -> bool:
        """Go to where the person left off, as far as that is there by now; whether all the way."""
        return self.last_place is None or go_back_to(self, self.last_place)

    @property
    def situation(self) -> Situation:
        """Where keys go now."""
        if self.status.box is not None:
            return "typing"
        if self.overlay is not None:
            return "why" if self.overlay == "why" else "panel"
        return "text" if self.place == "text" else "pane"

    @property
    def record(self) -> Record | None:
        """The selected record, if it belongs to the open briefing."""
        chosen = self.lists[self.pane]
        return chosen.record if chosen.briefing == self.number else None

    @property
    def briefing(self) -> Briefing:
        """The open briefing."""
        return self.listing.briefing(self.number)

    def on_mount(self) -> None:
        """After a suspension the terminal shows what the shell left there: draw everything again."""
        self.app.app_resume_signal.subscribe(self, lambda _: self.redraw())

    def on_resize(self, event: events.Resize) -> None:
        """Rearrange for the new size."""
        self.bring_up_to_date(event.size)
        self._repaint()

    def run_command(self, command: type[Command]) -> None:
        """Run a command and bring the screen up to date."""
        self.status.say("")
        command().run(self)
        self.settle()

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key; while a search is typed, other keys edit it.

        Every key is settled here and at once. Textual's own bindings are looked up only after an event has travelled back to
        the app, and by then fast typing or a paste has already put the next keys into the wrong situation.
        """
        event.stop()
        event.prevent_default()
        command = command_for(event.key, self.situation, in_kiosk=self.is_kiosk)
        if self.too_small.display and (command is None or command.group != "Leaving"):
            return  # whatever else a key did, nobody would see it
        if command is not None:
            self.run_command(command)
        elif self.status.box is not None and self.status.box.press(event.key, event.character):
            self.retype()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes to the search, if one is being typed; it is never run as keys."""
        event.stop()
        if self.status.box is not None:
            self.status.box.insert(event.text)
            self.retype()
        elif not self.too_small.display:
            self.status.say("What is pasted goes into a search: / begins one")
            self.settle_status()

    def retype(self) -> None:
        """What is being typed has changed."""
        self.search.retype()

    def show_briefing(self, number: int, *, whole: bool = True) -> None:
        """Open a briefing; every pane that lists some of it shows that.

        On a slow line, unless the `whole` text is asked for, an excerpt is shown and the panes stay where they are.
        """
        is_whole = whole or not self.looks.is_sparing
        if number != self.number:
            self.number = number
            self.reader.is_whole = is_whole
            if is_whole:
                self.align()
        elif whole:
            self.open_whole()

    def open_whole(self) -> None:
        """Show the whole text, if only an excerpt has been shown, and its records in every pane."""
        if not self.reader.is_whole:
            self.reader.is_whole = True
            self.align()

    def align(self) -> None:
        """Have every pane show the open briefing."""
        for pane in PANES:
            self.select_in(pane)

    def back(self) -> None:
        """Close the overlay, else leave the text, else clear the search."""
        if self.overlay is not None:
            self.overlay = None
        elif self.place == "text":
            self.place = self.pane
            self.reader.hit_now = None
        else:
            self.search.forget()

    def toggle_why(self) -> None:
        """Open or close the why panel."""
        if self.overlay == "why":
            self.overlay = None
        elif self.record is None:
            self.status.say("Nothing is selected here")
        else:
            self.explain(self.record)
            self.overlay = "why"

    def explain(self, record: Record) -> None:
        """Fill the why panel."""
        self.why.explain(record)

    def toggle_help(self) -> None:
        """Open or close help."""
        self.overlay = None if self.overlay == "help" else "help"
        self.panel.show("Help", help_lines(self.looks, safe_line(str(self.copied)), self.size.width, in_kiosk=self.is_kiosk))

    def toggle_problems(self) -> None:
        """Open or close the list of problems."""
        self.overlay = None if self.overlay == "problems" else "problems"
        lines = self.problems or ["Every source could be read."]
        self.panel.show("Problems", [[(f"  {line}", self.looks.plain)] for line in lines])

    def redraw(self) -> None:
        """Have the terminal sent everything again."""
        cast("ExplorerApp", self.app).repaint()

    def settle(self) -> None:
        """Bring layout, text, lines and marks up to date with the state, and repaint what changed."""
        if self.is_mounted:
            self.bring_up_to_date(self.size)
            self._repaint()

    def settle_status(self) -> None:
        """Bring only the status line up to date: while something is typed nothing else changes at once."""
        self.bring_status_up_to_date()
        if self.status.display:
            self.status.repaint()

    def bring_status_up_to_date(self) -> None:
        """Settle what the status line says."""
        self.status.count, self.status.aside = self.search.counted(), self.search.expanded()
        if self.status.message in {"", self._standing}:
            self._standing = safe_line(self._standing_message())
            self.status.say(self._standing)

    def bring_up_to_date(self, size: Size) -> None:
        """Settle all widgets for the present state."""
        for pane, one in self.lists.items():
            one.source = self.listing.rows(pane)
            one.select(one.cursor)
            one.words_when_empty = self.listing.empty_words(pane)
            one.marked = self.search.in_row() if self._are_rows_marked else None
            one.most_lines = _FIRST_LOOK if self._is_first_look else None
        before = self._arrangement()
        arrange(self, size)
        self._arrangements += before != self._arrangement()
        if self.situation == "text":
            self.reader.is_whole = True
        self.reader.show(self.briefing, self.number)
        self.reader.hits = self.search.spans_in(self.number)
        self.mark_evidence()
        active = self.situation
        for pane, one in self.lists.items():
            one.open_briefing = self.number
            one.is_active = active in {"pane", "typing"} and self.place == pane
        self.reader.is_active = active in {"text", "typing"} and self.place == "text"
        self.why.is_active = active == "why"
        self.header.title, self.header.source = briefing_title(self.briefing), briefing_source(self.briefing)
        self.header.right = " · ".join(filter(None, [self.count_words(), self._problem_words()]))
        self.tabs.tabs = self._tabs()
        self.bring_status_up_to_date()
        hints = steady_hints if self.looks.is_sparing else key_hints
        self.keys.hints = hints(active, in_library=self.archive is not None, in_kiosk=self.is_kiosk)

    def _repaint(self) -> None:
        for canvas in self.canvases():
            if canvas.display:
                canvas.repaint()

    def _arrangement(self) -> list[object]:
        return [*(one.display for one in (self.panes, *self.canvases())), self.panes.styles.height, self.why.styles.height]

    @property
    def is_arranged(self) -> bool:
        """Whether Textual has laid out all that is to be shown, so that every widget knows its place."""
        return self._arrangements == self._arrangements_laid_out

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if not self.is_arranged:
            self.refresh()  # whoever asked a widget for its place in the meantime made Textual forget what has changed
        super()._refresh_layout(size, scroll)
        if not scroll:
            self._arrangements_laid_out = self._arrangements
            cast("ExplorerApp", self.app).show_soon()  # only now everything has its place

    def count_words(self) -> str:
        """Where the open briefing stands among the others."""
        return self.listing.place_words(self.number)

    def canvases(self) -> list[LineCanvas]:
        """Everything that is drawn, from top to bottom."""
        panels = dict.fromkeys(self.panels.values())
        return [
            self.header,
            self.tabs,
            *self.lists.values(),
            self.why,
            self.reader,
            *panels,
            self.status,
            self.keys,
            self.too_small,
        ]

    def _problem_words(self) -> str:
        count = len(self.problems)
        return f"{count} problem{'s' if count > 1 else ''}: !" if count else ""

    def _standing_message(self) -> str:
        counted, expanded = self.search.counted(), self.search.expanded()
        if not counted:
            return self._hint
        return " · ".join(filter(None, [counted, expanded, "n next · N previous · esc clears"]))

    def _tabs(self) -> list[tuple[str, str, bool]]:
        names = {"aid": "Aid", "reactions": "Reactions", "events": "Events"}
        tabs = [
            (f"{index + 1} {names[pane]} {self.listing.counted(pane)}", f"{index + 1} {names[pane]}", self.place == pane)
            for index, pane in enumerate(PANES)
        ]
        return [*tabs, ("4 Text", "4 Text", self.place == "text")]

    def target(self) -> CursorList | SourceReader | LinesPanel:
        """What keys move."""
        if self.overlay is None:
            return self.reader if self.place == "text" else self.lists[self.place]
        return self.why if self.overlay == "why" else self.panels[self.overlay]

    @property
    def _is_first_look(self) -> bool:
        """Whether other rows may come with the next letter: on a slow line each of the lists then shows only a few."""
        box = self.status.box
        is_typing = self.looks.is_sparing and self.situation == "typing" and box is not None
        return is_typing and box is not None and box.text.strip() != self.search.text.strip()

    @property
    def _are_rows_marked(self) -> bool:
        """Whether what was searched is marked in rows; on a slow line not before the search is kept."""
        return not (self.looks.is_sparing and self.situation == "typing")

    def select_in(self, pane: Pane) -> None:
        """Select the open briefing's first record in a pane that has one, unless one of its records is selected there."""
        shown = self.lists[pane]
        if shown.briefing != self.number:
            rows = shown.source.rows_of(self.number)
            if rows and self.looks.is_sparing:
                shown.select(rows.start)
            elif rows:
                shown.show_from(rows.start)

    def mark_evidence(self) -> None:
        """Mark what the selected record, or the selected reason, was read from."""
        record = self.record
        reason = self.why.reason if self.overlay == "why" else None
        evidence = reason.evidence if reason is not None else None
        state = (self.number, record.id if record else None, evidence, self.reader.openings)
        if state == self._shown_mark:
            return
        self._shown_mark = state
        follow = self.place != "text" or evidence is not None  # whoever reads is not torn away
        if record is None:
            self.reader.mark((), (), follow=False)
        elif evidence is not None:
            self.reader.mark(record.evidence, [evidence], follow=follow)
        else:
            self.reader.mark(record.evidence, [span for span in record.evidence if span.role == "trigger"], follow=follow)
