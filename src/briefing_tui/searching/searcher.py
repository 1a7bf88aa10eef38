"""Asking a library: pages of hits, all rows, counts, facets, spelling."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from briefing_tui.library.snapshots import one_state
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.searching.compiling import compile_query
from briefing_tui.searching.expressions import Expression, any_term, both
from briefing_tui.searching.facets import MOST_COUNTED, Facets, count_facets
from briefing_tui.searching.hits import Hit, read_hits
from briefing_tui.searching.newest import count_rows, newest_rows
from briefing_tui.searching.plans import Plan
from briefing_tui.searching.ranking import most_relevant
from briefing_tui.searching.spelling import suggest
from briefing_tui.searching.tree import Query

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.model.panes import Pane

__all__ = ["Facets", "Hit", "Plan", "Searcher"]

PANE_KINDS: Final = {"aid": ("kdpackage", "kditem"), "reactions": ("kdreaction", "kdassessment"), "events": ("kdevent",)}


class Searcher:
    """Answers queries over one open library. Belongs to the thread of the library's connection."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def plan(self, query: Query) -> Plan:
        """The query made ready: names as codes, beginnings as words. `expansions` tell what was taken for what.

        Raises:
            QueryError: for a name nobody in the library has, with "did you mean".
            LibraryError: when the library cannot be read.
        """
        with told_plainly(self.library.path):
            return compile_query(self.library, query)

    def page(self, plan: Plan, *, limit: int = 50, after_row: int | None = None) -> list[Hit]:
        """The first hits, or those after the hit `after_row`, in the order the query asks for.

        Raises:
            LibraryError: when the library cannot be read.
        """
        with one_state(self.library):
            if plan.query.sort == "relevance":
                rows = self._relevant(plan, limit, after_row)
            else:
                rows = self._newest(plan.expression, limit, None if after_row is None else after_row - 1)
            return read_hits(self.library.connection, rows, plan.marks)

    def hits(self, plan: Plan, rows: list[int]) -> list[Hit]:
        """The hits of these rows, in their order; rows that are no longer there are left out.

        Raises:
            LibraryError: when the library cannot be read.
        """
        with one_state(self.library):
            return read_hits(self.library.connection, rows, plan.marks)

    def rows(self, plan: Plan, *, pane: Pane | None = None, most: int | None = None) -> array[int]:
        """The row ids of all hits, newest first; those of one pane only, or at most so many, when asked.

        Raises:
            LibraryError: when the library cannot be read.
        """
        expression = plan.expression
        if pane is not None:
            expression = both([expression, any_term("facets", PANE_KINDS[pane])])
        with one_state(self.library):
            return array("q", self._newest(expression, most))

    def count(self, plan: Plan, most: int | None = None) -> int:
        """How many hits there are; counting stops at `most`.

        Raises:
            LibraryError: when the library cannot be read.
        """
        with one_state(self.library):
            return count_rows(self.library.connection, plan.expression, most)

    def facets(self, plan: Plan, *, most: int = MOST_COUNTED) -> Facets:
        """How many hits each value of each facet has, over the `most` newest hits; `is_partial` tells whether there are more.

        Raises:
            LibraryError: when the library cannot be read.
        """
        with one_state(self.library):
            return count_facets(self.library.connection, plan.expression, self._newest, most)

    def suggest(self, word: str) -> list[str]:
        """Frequent words that `word` is probably a slip of, the likeliest first; none when it is a frequent word itself.

        Raises:
            LibraryError: when the library cannot be read.
        """
        with told_plainly(self.library.path):
            return suggest(self.library.connection, word)

    def _relevant(self, plan: Plan, limit: int, after_row: int | None) -> list[int]:
        ranked = most_relevant(self.library.connection, plan, self._newest)
        if after_row is None:
            return ranked[:limit]
        if after_row in ranked[:-1]:
            at = ranked.index(after_row) + 1
            return ranked[at : at + limit]
        oldest = min(ranked, default=0)
        below = oldest if after_row in ranked else min(after_row, oldest)
        return self._newest(plan.expression, limit, below - 1)

    def _newest(self, expression: Expression, most: int | None = None, last: int | None = None) -> list[int]:
        return newest_rows(self.library.connection, expression, most, last)
