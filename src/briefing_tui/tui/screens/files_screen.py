"""The explorer over briefings read from files, which may still be coming in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_tui.model.panes import PANES
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.screens.explorer_screen import ExplorerScreen
from briefing_tui.tui.screens.search_session import SearchSession
from briefing_tui.tui.shelf import Arrival, Shelf
from briefing_tui.tui.widgets.scrolled_lines import ScrollRows


class FilesScreen(ExplorerScreen):
    """Lists what is on a shelf, and takes in what comes while the person reads."""

    def __init__(
        self, shelf: Shelf, looks: Looks, *, copied: Path, keep: Callable[[str], str], scroll_rows: ScrollRows, first_run: bool
    ) -> None:
        super().__init__(shelf, looks, copied=copied, keep=keep, scroll_rows=scroll_rows, first_run=first_run)
        self.shelf = shelf
        self.search: SearchSession = SearchSession(self)
        self.is_loading = False
        """Whether more briefings are on their way."""

    def add(self, arrivals: Sequence[Arrival], *, last: bool) -> None:
        """Put briefings on the shelf; a bare document is one whose records are still to come, a string a problem with a source.

        `last` says that nothing more will come.
        """
        for arrival, haystacks in arrivals:
            if isinstance(arrival, str):
                self.problems.append(safe_line(arrival))
                self.status.say(arrival, problem=True)
            else:
                self.shelf.add(arrival, haystacks)
        self.is_loading = not last
        if last and self.shelf.is_awaiting:
            self.shelf.is_awaiting, self.shelf.is_cut_short = False, True
        if not self.lists[self.pane].row_count():
            self.pane = next((pane for pane in PANES if len(self.shelf.rows(pane))), self.pane)
            self.place = self.pane if self.place != "text" else self.place
        self.search.findings.extend(self.shelf)
        self.settle()

    def count_words(self) -> str:
        """As "2 of 5 and more to come"."""
        more = " and more to come" if self.is_loading and not self.shelf.is_awaiting else ""
        return (super().count_words() + more).removeprefix(" and ")
