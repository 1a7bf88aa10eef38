"""Where keys lead: by rows, lines and pages, and from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model import trigger
from briefing_tui.tui.screens.search import PLACES, Place
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


class Walk:
    """What takes the person of an explorer from one row, line, pane or briefing to another."""

    def __init__(self, explorer: ExplorerScreen) -> None:
        self._explorer = explorer

    def move(self, steps: int) -> None:
        """By rows, reasons or lines, depending on the situation."""
        explorer = self._explorer
        target = explorer.target()
        if isinstance(target, RecordList):
            if target.briefing == explorer.number or not target.enter(explorer.number, downwards=steps > 0):
                target.move(steps)
            self._follow()
        elif isinstance(target, CursorList):
            target.move(steps)
        elif target is not None:
            target.scroll_lines(steps)

    def move_pages(self, pages: float) -> None:
        """By pages."""
        target = self._explorer.target()
        size = target.page_rows() if isinstance(target, CursorList) else target.page_lines()
        self.move(int(size * pages) or (1 if pages > 0 else -1))

    def move_to_end(self, *, last: bool) -> None:
        """To the first or last row or line."""
        self.move(10**9 if last else -(10**9))

    def go_to_place(self, place: Place) -> None:
        """To a pane or the text. On a slow line each pane keeps its own place until a text is opened."""
        explorer = self._explorer
        explorer.overlay = None
        if place == "text":
            explorer.open_whole()
            explorer.place = place
            return
        comes_from_elsewhere = place != explorer.place
        explorer.place = explorer.pane = place
        explorer.reader.hit_now = None
        if not explorer.looks.is_sparing:
            explorer.select_in(place)
        elif comes_from_elsewhere:
            explorer.reader.is_whole = False
            self._follow()

    def go_round(self, step: int) -> None:
        """To the next or previous place."""
        self.go_to_place(PLACES[(PLACES.index(self._explorer.place) + step) % len(PLACES)])

    def go_to_briefing(self, step: int) -> None:
        """To the next or previous briefing and its first record in this pane."""
        explorer = self._explorer
        number = explorer.listing.neighbour(explorer.number, step)
        if number is None:
            only = explorer.listing.neighbour(explorer.number, -step) is None
            explorer.status.say(
                "This is the only briefing" if only else f"This is the {'last' if step > 0 else 'first'} briefing"
            )
            return
        explorer.show_briefing(number)

    def open_source(self) -> None:
        """To the text, at the words the selected record was read from."""
        explorer = self._explorer
        if explorer.overlay == "why":
            reason = explorer.why.reason
            explorer.overlay = None
            explorer.place = "text"
            if reason is not None and reason.evidence is not None:
                explorer.mark_evidence()
                explorer.reader.bring_into_sight(reason.evidence.start, reason.evidence.end)
            return
        if explorer.record is None:
            if explorer.reader.is_whole:
                explorer.status.say("Nothing is selected here")
            else:
                self.go_to_place("text")
            return
        explorer.open_whole()
        explorer.place = "text"
        words = trigger(explorer.record)
        explorer.reader.hit_now = None
        explorer.reader.bring_into_sight(words.start, words.end)

    def leave(self) -> None:
        """Quit from the panes; from elsewhere go back to them."""
        explorer = self._explorer
        if explorer.overlay is None and explorer.place != "text":
            explorer.app.exit(0)
        else:
            explorer.back()

    def _follow(self) -> None:
        """Open the briefing of the selected record."""
        explorer = self._explorer
        explorer.reader.hit_now = None
        number = explorer.lists[explorer.pane].briefing
        if number is not None:
            explorer.show_briefing(number, whole=False)
