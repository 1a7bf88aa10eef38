"""A search of a library: the panes list what the query finds, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

from briefing_tui.library.indexing import is_record
from briefing_tui.model.panes import PANES, Pane
from briefing_tui.model.safe_text import safe_line
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.parser import parse_query, parse_typing
from briefing_tui.searching.unparsing import unparse
from briefing_tui.tui.archive.asking import Answer, Problem, Question, document_of, today
from briefing_tui.tui.archive.marking import words_in_rows
from briefing_tui.tui.screens.search import Place
from briefing_tui.tui.search_box import SearchBox
from briefing_tui.tui.widgets.cursor_list import Spot

if TYPE_CHECKING:
    from briefing_tui.tui.screens.library_screen import LibraryScreen

PATIENCE_SECONDS: Final = 0.3
"""After this long without an answer it says that it is looking; until then what it said before may stand."""
_MOST_EXPANSIONS: Final = 3
"""Expansions that are told on the status line."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a search began, to return to when it is dropped."""

    text: str
    answer: Answer
    place: Place
    pane: Pane
    number: int
    cursors: dict[Pane, tuple[int, Spot]]
    top: int
    is_whole: bool


class QuerySession:
    """Types, asks, keeps, walks and drops the query of an explorer."""

    def __init__(self, explorer: LibraryScreen, answer: Answer) -> None:
        self.text = answer.question.text
        """The query as it was kept last."""
        self.problem: Problem | None = None
        """Why the query asked last has no answer."""
        self.warning: Problem | None = None
        """What will not be understood of the query being typed, if it stays as it is."""
        self.asked = answer.question.number
        """The number of the newest question."""
        self._explorer = explorer
        self._asked_at = 0.0
        self._origin: Origin | None = None
        self._step: int | None = None
        """The row id of the hit that was stepped to."""
        self._shown = answer.question.number
        """The number of the question whose answer is shown."""
        self._pattern: tuple[int, re.Pattern[str] | None] = (-1, None)

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question has not been answered in full."""
        return self.problem is None and (self._shown != self.asked or not self._answer.is_complete)

    def start(self) -> None:
        """Begin to type, behind the query there is."""
        explorer = self._explorer
        explorer.overlay = None
        cursors = {pane: (one.cursor, one.begin) for pane, one in explorer.lists.items()}
        at, text = (explorer.place, explorer.pane, explorer.number), explorer.reader
        self._origin = Origin(self.text, self._answer, *at, cursors, text.top, text.is_whole)
        explorer.status.box = SearchBox()
        if self.text:
            explorer.status.box.insert(self.text)
            explorer.status.box.insert(" ")

    def retype(self) -> None:
        """The query has changed: ask."""
        explorer = self._explorer
        assert explorer.status.box is not None
        text = explorer.status.box.text
        self.ask(text, is_typing=True)
        try:
            parse_query(text)
        except QueryError as error:
            if error.end < len(text):  # what stands at the end may become something yet
                self.warning = Problem(str(error), error.start, error.end)
        explorer.settle_status()

    def keep(self) -> None:
        """Stop typing and stay with what was found, if the query is a whole one."""
        box = self._explorer.status.box
        assert box is not None
        if self.problem is not None:
            return
        searcher, typed = self._explorer.listing.searcher, parse_typing(box.text, today=today())
        try:
            plan = searcher.plan(parse_query(box.text, today=today()))
            means_more = plan.expression != searcher.plan(typed).expression
        except QueryError as error:
            self.problem = Problem(str(error), error.start, error.end)
            return
        self.text = box.text.strip()
        if means_more and typed.tree is not None:  # the last word was taken as the beginning of others, and is written so
            self.text = unparse(typed.tree) + ("" if typed.sort == "date" else f" sort:{typed.sort}")
        self._explorer.status.box = None
        self._origin = None
        if self._answer.is_cut or self._answer.cut_panes:
            self.ask_again()

    def cancel(self) -> None:
        """Stop typing and go back to what was listed before."""
        explorer, origin = self._explorer, self._origin
        explorer.status.box = None
        self._origin = None
        if origin is None:
            return
        was_asked = self.asked != origin.answer.question.number
        self.text, self.problem, self.warning = origin.text, None, None
        if was_asked:
            explorer.listing.take(origin.answer)
            self._shown = self.asked = self.asked + 1
            explorer.place, explorer.pane, explorer.number = origin.place, origin.pane, origin.number
            for pane, (cursor, begin) in origin.cursors.items():
                shown = explorer.lists[pane]
                shown.source = explorer.listing.rows(pane)
                shown.cursor, shown.begin = cursor, begin
            explorer.reader.show(explorer.briefing, explorer.number)
            explorer.reader.is_whole, explorer.reader.top = origin.is_whole, origin.top
            if not origin.answer.is_complete:
                self.ask_again()

    def forget(self) -> bool:
        """List everything again."""
        if not self.text:
            return False
        self.change("")
        return True

    def change(self, text: str) -> None:
        """Ask another query, as if it had been typed."""
        self.text = text
        self.ask(text)

    def ask(self, text: str, *, is_typing: bool = False) -> None:
        """Ask the library; the answer comes as soon as it is there."""
        self.problem = self.warning = None
        self._step = None
        self.asked += 1
        self._asked_at = monotonic()
        self._explorer.ask(Question(self.asked, text, is_typing=is_typing, wants_facets=self._explorer.overlay == "facets"))
        self._explorer.set_timer(1.1 * PATIENCE_SECONDS, self._explorer.settle)

    def ask_again(self) -> None:
        """Ask the query that is shown for all it finds, or for what it finds by now."""
        self.asked += 1
        self._shown = self.asked
        self._explorer.ask(Question(self.asked, self.text, wants_facets=self._explorer.overlay == "facets"))

    def take(self, answer: Answer) -> bool:
        """List what was found, unless something else has been asked since; whether the list begins anew."""
        if answer.question.number != self.asked:
            return False
        if answer.problem is not None:
            self.problem = answer.problem
            if self._explorer.status.box is None:
                self._explorer.status.say(answer.problem.words, problem=True)
            return False
        is_listed = self._answer.is_complete and _kept_text(self._answer) == _kept_text(answer) is not None
        if not answer.is_complete and (is_listed or answer.is_everything):
            return False  # a beginning would take away the row that the person is at, only to bring it back with the rest
        is_new = self._shown != self.asked and not is_listed
        self._shown = self.asked
        self._explorer.listing.take(answer)
        return is_new

    def step(self, *, backwards: bool = False) -> None:
        """To the next or previous hit."""
        explorer, answer = self._explorer, self._answer
        if not answer.is_complete:
            explorer.status.say("Still counting the hits")
            return
        if answer.is_everything:
            explorer.status.say("No search yet: / starts one")
            return
        steps = answer.steps
        if not steps:
            return
        at = answer.place_of_step(self._here())
        is_there = at < len(steps) and steps[at] == self._here()
        next_at = at - 1 if backwards else at + is_there
        went_round = not 0 <= next_at < len(steps)
        self._go_to(steps[next_at % len(steps)])
        if went_round:
            explorer.status.say(f"From the {'end' if backwards else 'beginning'} again · {self.counted()}")

    def counted(self) -> str:
        """The number of hits in words: "12 hits: 3 aid · 4 reactions · 2 events · 3 text"."""
        fault = self.problem or self.warning
        if fault is not None:
            return fault.words
        answer = self._answer
        if self._shown != self.asked and monotonic() - self._asked_at > PATIENCE_SECONDS:
            return "looking …"
        if answer.is_everything:
            return ""
        listing = self._explorer.listing
        listed = [(listing.counted(pane), pane.removesuffix("s"), str(pane)) for pane in PANES if answer.rows[pane]]
        if answer.is_complete:
            more = "+" if answer.is_cut else ""
            if answer.text_hits:
                listed.append((f"{answer.text_hits:,}{more}", "text", "text"))
            total = f"{self._total():,}{more}"
            if not answer.steps:
                return f"nothing found for “{safe_line(answer.question.text).strip()}”"
        else:
            total = f"{sum(map(len, answer.rows.values())):,}+"
        parts = " · ".join(f"{count} {one if count == '1' else many}" for count, one, many in listed)
        return f"{total} hit{'s' if total != '1' else ''}: {parts}"

    def fault(self) -> tuple[int, int] | None:
        """The part of the query that cannot be understood."""
        fault = self.problem or self.warning
        return (fault.start, fault.end) if fault is not None else None

    def spans_in(self, briefing: int) -> Sequence[tuple[int, int]]:
        """The words that were looked for in a document's text."""
        return self._explorer.listing.spans_in(briefing)

    def in_row(self) -> re.Pattern[str] | None:
        """The words that were looked for."""
        plan = self._answer.plan
        if self._pattern[0] != self._shown:
            self._pattern = (self._shown, words_in_rows(plan) if plan is not None else None)
        return self._pattern[1]

    @property
    def _answer(self) -> Answer:
        return self._explorer.listing.answer

    def _total(self) -> int:
        answer = self._answer
        return sum(map(len, answer.rows.values())) + answer.text_hits if answer.is_cut else len(answer.steps)

    def expanded(self) -> str:
        """What names and beginnings were taken for: "kyiv → kyiv, kiev"."""
        if self.problem is not None or self.warning is not None or self._shown != self.asked:
            return ""
        plan = self._answer.plan
        expansions = [one for one in plan.expansions if one.meanings != (one.written,)] if plan is not None else []
        told = [safe_line(str(one)) for one in expansions[:_MOST_EXPANSIONS]]
        return " · ".join(told)

    def _here(self) -> int:
        """The row id of the hit the person is at; where there is none, of the place before the first."""
        explorer = self._explorer
        if self._step is not None and explorer.place == "text" and document_of(self._step) == explorer.number:
            return self._step
        shown = explorer.lists[explorer.pane]
        rows = explorer.listing.rows(explorer.pane).ids
        return rows[shown.cursor] if shown.cursor < len(rows) else 1 << 63

    def _go_to(self, row: int) -> None:
        explorer = self._explorer
        explorer.show_briefing(document_of(row), whole=not is_record(row))
        explorer.overlay = None
        self._step = row
        if is_record(row):
            pane, at = next((pane, at) for pane in PANES if (at := explorer.listing.rows(pane).place_of(row)) is not None)
            explorer.place = explorer.pane = pane
            explorer.reader.hit_now = None
            explorer.lists[pane].select(at)
            return
        explorer.place = "text"
        explorer.reader.show(explorer.briefing, explorer.number)
        explorer.mark_evidence()
        span = explorer.listing.span_of(row)
        if span is not None:
            explorer.reader.hit_now = span
            explorer.reader.bring_into_sight(*span)


def _kept_text(answer: Answer) -> str | None:
    """The query of an answer, unless it is being typed."""
    return None if answer.question.is_typing else answer.question.text.strip()
