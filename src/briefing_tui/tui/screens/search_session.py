"""A search of briefings in memory: every row stays in sight, and those found are marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.model.panes import PANES, Pane
from briefing_tui.tui.finding import TEXT, Findings, Step
from briefing_tui.tui.screens.search import Place
from briefing_tui.tui.search_box import SearchBox

if TYPE_CHECKING:
    from briefing_tui.tui.screens.files_screen import FilesScreen


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a search began, to return to when it is dropped."""

    place: Place
    pane: Pane
    number: int
    cursors: dict[Pane, int]
    top: int
    is_whole: bool


class SearchSession:
    """Types, keeps, walks and drops the search of an explorer."""

    def __init__(self, explorer: FilesScreen) -> None:
        self.findings = Findings()
        """What the present search has found; empty and false without one."""
        self._explorer = explorer
        self._origin: Origin | None = None

    @property
    def text(self) -> str:
        """The query whose hits are marked."""
        return self.findings.query

    def mark(self, query: str) -> None:
        """Mark what a query finds, from here on and without going to it."""
        self._find(query)

    def start(self) -> None:
        """Begin to type."""
        explorer = self._explorer
        explorer.overlay = None
        cursors, reader = {pane: explorer.lists[pane].cursor for pane in PANES}, explorer.reader
        self._origin = Origin(explorer.place, explorer.pane, explorer.number, cursors, reader.top, reader.is_whole)
        explorer.status.box = SearchBox()
        self._find("")

    def retype(self) -> None:
        """The query has changed: find it anew from where the search began."""
        explorer = self._explorer
        assert explorer.status.box is not None
        self._return()
        self._find(explorer.status.box.text)
        first = self.findings.first_from(self._here())
        if first is not None:
            self._go_to(first)
            explorer.reader.is_whole = not explorer.looks.is_sparing
        explorer.settle()

    def keep(self) -> None:
        """Stop typing and stay at the hit."""
        self._explorer.status.box = None
        self._origin = None

    def cancel(self) -> None:
        """Stop typing, forget the search and go back to where it began."""
        self._explorer.status.box = None
        self._find("")
        self._return()
        self._origin = None

    def forget(self) -> bool:
        """Mark nothing any more."""
        was_on = bool(self.findings)
        self._find("")
        return was_on

    def counted(self) -> str:
        """The number of hits in words."""
        return self.findings.counted() if self.findings else ""

    def expanded(self) -> str:
        """Nothing is taken for anything else here."""
        return ""

    def spans_in(self, briefing: int) -> Sequence[tuple[int, int]]:
        """The hits in a briefing's text."""
        return self.findings.spans_in(briefing)

    def in_row(self) -> re.Pattern[str] | None:
        """Any word of the query."""
        return self.findings.in_row

    def step(self, *, backwards: bool = False) -> None:
        """To the next or previous hit."""
        explorer = self._explorer
        if not self.findings:
            explorer.status.say("No search yet: / starts one")
            return
        found = self.findings.next_after(self._here(), backwards=backwards)
        if found is not None:
            self._go_to(found[0])
            if found[1]:
                explorer.status.say(f"From the {'end' if backwards else 'beginning'} again · {self.findings.counted()}")

    def _find(self, query: str) -> None:
        explorer = self._explorer
        self.findings = Findings(query)
        self.findings.extend(explorer.shelf)
        for rows in explorer.shelf.panes.values():
            rows.findings = self.findings
        explorer.reader.hit_now = None

    def _return(self) -> None:
        explorer, origin = self._explorer, self._origin
        if origin is not None:
            explorer.place, explorer.pane, explorer.number = origin.place, origin.pane, origin.number
            for pane, cursor in origin.cursors.items():
                explorer.lists[pane].cursor = cursor
            explorer.reader.show(explorer.briefing, explorer.number)
            explorer.reader.is_whole = origin.is_whole
            explorer.reader.top = origin.top

    def _here(self) -> Step:
        explorer = self._explorer
        if explorer.place == "text":
            reader = explorer.reader
            here = reader.hit_now[0] if reader.hit_now is not None else reader.offset_at_top() - 1
            return (explorer.number, TEXT, here)
        return (explorer.number, PANES.index(explorer.pane), explorer.lists[explorer.pane].cursor)

    def _go_to(self, step: Step) -> None:
        explorer = self._explorer
        number, place, at = step
        explorer.show_briefing(number, whole=place == TEXT)
        explorer.overlay = None
        if place == TEXT:
            explorer.place = "text"
            explorer.reader.show(explorer.briefing, explorer.number)
            explorer.mark_evidence()
            span = self.findings.span_at(explorer.number, at)
            explorer.reader.hit_now = span
            explorer.reader.bring_into_sight(*span)
            return
        explorer.place = explorer.pane = PANES[place]
        explorer.reader.hit_now = None
        explorer.lists[explorer.pane].select(at)
