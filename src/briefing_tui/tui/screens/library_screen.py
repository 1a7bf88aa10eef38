"""The explorer over a library: the panes list what a query finds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefing_tui.library import LibraryError
from briefing_tui.library.saved import saved_searches
from briefing_tui.model import Briefing, Record
from briefing_tui.model.panes import PANES
from briefing_tui.model.safe_text import safe_line
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.toggling import with_filter, without_filter
from briefing_tui.tui.archive.asking import Answer, Question, document_of
from briefing_tui.tui.archive.correcting import Deed
from briefing_tui.tui.archive.listing import LibraryListing
from briefing_tui.tui.cells import clip
from briefing_tui.tui.commands import Situation
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.screens.correcting_session import CorrectingSession
from briefing_tui.tui.screens.explorer_screen import ExplorerScreen
from briefing_tui.tui.screens.query_session import QuerySession
from briefing_tui.tui.search_box import SearchBox
from briefing_tui.tui.widgets.briefings_list import BriefingsList
from briefing_tui.tui.widgets.facets_list import FacetsList
from briefing_tui.tui.widgets.fields_list import FieldsList
from briefing_tui.tui.widgets.saved_list import SavedList
from briefing_tui.tui.widgets.scrolled_lines import ScrollRows

LOOK_AHEAD_SECONDS: Final = 0.1
"""How long after a key what the next one may show is fetched."""
ROWS_AHEAD: Final = 12
"""Of a list; more than half a window."""


class LibraryScreen(ExplorerScreen):
    """Lists an answer of the library, and asks for the next one."""

    def __init__(
        self,
        listing: LibraryListing,
        looks: Looks,
        *,
        ask: Callable[[Question], None],
        do: Callable[[Deed], None],
        copied: Path,
        keep: Callable[[str], str],
        scroll_rows: ScrollRows,
        first_run: bool,
    ) -> None:
        """`ask` puts a question, whose answer comes by `take`; `do` has a correction written, and `corrections` is told of it."""
        super().__init__(listing, looks, copied=copied, keep=keep, scroll_rows=scroll_rows, first_run=first_run)
        self.listing: LibraryListing = listing
        self.archive = self
        self.ask = ask
        self.briefings = BriefingsList(listing, looks)
        self.facets = FacetsList(looks)
        self.saved = SavedList(looks)
        self.fields = FieldsList(looks)
        self.panels |= {"briefings": self.briefings, "facets": self.facets, "saved": self.saved, "fields": self.fields}
        self.corrections = CorrectingSession(self, do)
        self._row_before: int | None = None
        """The row id of the record the person was at before the last search was typed."""
        self._looking_ahead: asyncio.TimerHandle | None = None
        self._is_moved = False
        """Whether the open document stands elsewhere in the next answer."""
        self.search: QuerySession = QuerySession(self, listing.answer)
        self.number = self._first_document()

    @property
    def situation(self) -> Situation:
        """Where keys go now."""
        if self.corrections.writing is not None:
            return "writing"
        match self.overlay:
            case "briefings" | "facets" | "saved" | "fields":
                return self.overlay
            case _:
                return super().situation

    def take(self, answer: Answer) -> None:
        """List what was found: from its top, or where everything is listed again from the row the person was at."""
        ids, cursor = self.listing.rows(self.pane).ids, self.lists[self.pane].cursor
        row = ids[cursor] if cursor < len(ids) else self._row_before
        if not self.listing.answer.question.is_typing:
            self._row_before = row
        if self.search.take(answer):
            for pane, one in self.lists.items():
                one.source = self.listing.rows(pane)
                one.show_from(0)
            if self.overlay != "facets" and not len(self.listing.rows(self.pane)):
                self.pane = next((pane for pane in PANES if len(self.listing.rows(pane))), self.pane)
                self.place = self.pane if self.place != "text" else self.place
            self.reader.hit_now = None
            stays = row is not None and answer.is_everything and not answer.question.is_typing
            here = self.listing.rows(self.pane).place_of(row) if row is not None and stays else None
            if here is not None:
                self.lists[self.pane].select(here)
            number = self.lists[self.pane].briefing
            if self.looks.is_sparing and (self.situation == "typing" or number not in (None, self.number)):
                self.reader.is_whole = False
            if number is not None:
                self.number = number
                self.align()
        self._open_text_hit(answer)
        if self.overlay == "facets" and answer.facets is not None:
            self.facets.show(answer.facets, self._is_on, self.listing.names)
        if self._is_moved:
            self._is_moved = False
            self.align()
        self.settle()

    def settle(self) -> None:
        """Bring everything up to date, and then fetch what a step down would show."""
        super().settle()
        if self._looking_ahead is not None:
            self._looking_ahead.cancel()
        self._looking_ahead = asyncio.get_running_loop().call_later(LOOK_AHEAD_SECONDS, self.look_ahead)

    def look_ahead(self) -> None:
        """Fetch the rows below the selected one, and the next one's briefing, so that they are at hand when they are asked for."""
        self._looking_ahead = None
        rows, first = self.lists[self.pane].source, self.lists[self.pane].cursor + 1
        with suppress(LibraryError):  # whoever goes there is told
            for row in range(first, min(len(rows), first + ROWS_AHEAD)):
                rows.heading(row)
                rows.record(row)
            if first < len(rows):
                self.listing.briefing(rows.briefing(first))

    def retype(self) -> None:
        """What is being typed is a query, or a part of titles."""
        if self.overlay == "briefings" and self.status.box is not None:
            self.briefings.narrow(self.status.box.text)
            self.settle()
        elif self.corrections.writing is not None:
            self.settle()
        else:
            super().retype()

    def toggle_briefings(self) -> None:
        """Open or close the list of briefings."""
        self.overlay = None if self.overlay == "briefings" else "briefings"
        self.status.box = None
        if self.overlay:
            self.status.box = SearchBox()
            self.briefings.narrow("")
            self.briefings.show(self.number)

    def open_briefing(self) -> None:
        """Open the briefing chosen from the list."""
        number = self.briefings.number
        self.toggle_briefings()
        if number is not None:
            self.show_briefing(number)
            if self.lists[self.pane].briefing != number:
                self.pane = next((pane for pane in PANES if self.listing.rows(pane).rows_of(number)), self.pane)
                self.select_in(self.pane)
            self.place = self.pane if self.lists[self.pane].briefing == number else "text"

    def toggle_facets(self) -> None:
        """Open or close the facets."""
        self.overlay = None if self.overlay == "facets" else "facets"
        if self.overlay == "facets":
            self.facets.wait()
            self.search.ask(self.search.text)

    def toggle_facet(self) -> None:
        """Put the selected filter into the query, or take it out."""
        chosen = self.facets.chosen
        if chosen is None:
            return
        text = self.search.text
        try:
            change = without_filter if self._is_on(*chosen) else with_filter
            self.search.change(change(text, *chosen))
        except QueryError as error:
            self.status.say(str(error), problem=True)

    def toggle_saved(self) -> None:
        """Open or close the saved searches."""
        self.overlay = None if self.overlay == "saved" else "saved"
        if self.overlay:
            try:
                self.saved.is_kiosk = self.is_kiosk
                self.saved.show(saved_searches(self.listing.library))
            except LibraryError as error:
                self.status.say(str(error), problem=True)

    def open_saved(self) -> None:
        """Ask the selected saved search."""
        chosen = self.saved.chosen
        self.overlay = None
        if chosen is not None:
            self.search.change(safe_line(chosen.query))

    def toggle_sort(self) -> None:
        """Newest first, or most relevant first."""
        answer = self.listing.answer
        if answer.by_date and (answer.plan is None or not answer.plan.has_text):
            self.status.say("Relevance needs words to look for: / types some")
            return
        text = " ".join(word for word in self.search.text.split() if not word.startswith(("sort:", "order:")))
        self.search.change(f"{text} sort:relevance" if answer.by_date else text)

    def back(self) -> None:
        """As everywhere; the list of briefings forgets what was typed first."""
        if self.overlay == "briefings":
            if self.status.box is not None and self.status.box.text:
                self.status.box = SearchBox()
                self.briefings.narrow("")
                self.briefings.show(self.number)
            else:
                self.toggle_briefings()
        else:
            super().back()

    @property
    def briefing(self) -> Briefing:
        """The open briefing."""
        return self.listing.briefing(self.number)

    def count_words(self) -> str:
        """The query, and where the open briefing stands among those with hits."""
        room = max(12, self.app.size.width // 3)
        return " · ".join(filter(None, [clip(safe_line(self.search.text), room), self.listing.place_words(self.number)]))

    def bring_status_up_to_date(self) -> None:
        """As everywhere; or what is typed in the list of briefings, or for a value."""
        super().bring_status_up_to_date()
        status = self.status
        status.prompt, status.fault = "/", self.search.fault()
        if self.overlay == "briefings":
            status.prompt, status.count = "briefings: ", self.briefings.counted()
        elif self.corrections.writing is not None:
            status.prompt, status.count = self.corrections.prompt, self.corrections.hint
        else:
            return
        status.fault, status.aside = None, ""

    def refresh_document(self, number: int, *, is_moved: bool) -> None:
        """A document was corrected: show it as it is now. `is_moved`: its day has changed, so it stands elsewhere."""
        self.listing.forget(number)
        for one in self.lists.values():
            one.forget_texts()
        record = self.record
        if self.overlay == "fields" and record is not None:
            self.fields.show(record)
        elif self.overlay == "why" and record is not None:
            self.explain(record)
        if is_moved:
            self._is_moved = True
            self.search.ask_again()

    def explain(self, record: Record) -> None:
        """Why a record says what it says, and what people said of it."""
        self.why.explain(record, self.listing.said_of(self.number, record.id))

    def _is_on(self, field: str, value: str) -> bool:
        """Whether a filter is in the query."""
        try:
            return with_filter(self.search.text, field, value) == self.search.text
        except QueryError:
            return False

    def _first_document(self) -> int:
        """The document of the first row there is, else the newest one."""
        for pane in PANES:
            rows = self.listing.rows(pane)
            if len(rows):
                return rows.briefing(0)
        return self.listing.newest()

    def _open_text_hit(self, answer: Answer) -> None:
        """Where only sentences were found, open the first one's document."""
        if not answer.is_complete or not answer.steps or any(answer.rows.values()):
            return
        if not self.listing.spans_in(self.number):
            self.number = document_of(answer.steps[0])
            self.reader.is_whole = not self.looks.is_sparing
        self.reader.show(self.briefing, self.number)
        first = next(iter(self.listing.spans_in(self.number)), None)
        if first is not None and self.overlay is None:
            self.reader.bring_into_sight(*first)
