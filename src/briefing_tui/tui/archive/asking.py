"""What the explorer asks of a library, and what it gets."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Final, Protocol

from briefing_tui.library import Library
from briefing_tui.library.indexing import is_record
from briefing_tui.library.row_numbers import DOCUMENT_BITS, LAST_DOCUMENT, UNIT_BITS
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.model.panes import PANES, Pane
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.parser import parse_query, parse_typing
from briefing_tui.searching.searcher import Facets, Plan, Searcher
from briefing_tui.searching.tree import Query

FIRST_ROWS: Final = 240
"""Rows a pane begins with, while the others are still being counted."""
MOST_RELEVANT: Final = 500
"""Hits that are listed by relevance."""
MOST_WHILE_TYPING: Final = 1_000
"""Rows of a pane, and hits, that are counted after each letter; all of them are when the query is kept."""
MOST_STEPS: Final = 200_000
"""Hits of a query that are counted and walked; beyond that it says "200,000+"."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it stands on the line. `number` grows, so that an answer to an older one is known to be stale."""

    number: int
    text: str
    is_typing: bool = False
    """Whether its last word may be only the beginning of one."""
    wants_facets: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a query has no answer: one line, and the part of the query at fault, half-open."""

    words: str
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Answer:
    """What a query found. Row ids stand in the order of the list: newest first, or most relevant first."""

    question: Question
    query: Query | None = None
    plan: Plan | None = None
    problem: Problem | None = None
    rows: dict[Pane, array[int]] = field(default_factory=lambda: {pane: array("q") for pane in PANES})
    steps: array[int] = field(default_factory=lambda: array("q"))
    """Every hit, bare sentences too, in the order they are walked; empty for the query that asks for everything."""
    documents: array[int] = field(default_factory=lambda: array("q"))
    """The briefings with hits, in order, each as `day << 26 | number`."""
    is_complete: bool = False
    """Whether all rows are there, not only the first."""
    cut_panes: frozenset[Pane] = frozenset()
    """Panes that have more rows than are listed."""
    is_cut: bool = False
    """Whether there are more hits than are walked."""
    text_hits: int = 0
    """Hits that are bare sentences."""
    facets: Facets | None = None
    by_date: bool = True

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for, so that all is listed."""
        return self.query is not None and self.query.tree is None

    def place_of_step(self, row: int) -> int:
        """Where a row id stands among the hits, or would stand."""
        if self.by_date:
            return find_descending(self.steps, row)
        return self.steps.index(row) if row in self.steps else 0


def today() -> date:
    """The person's own calendar day, which `after:7d` is counted from."""
    return datetime.now().astimezone().date()


def document_of(row: int) -> int:
    """The number of the document of a row id."""
    return row >> UNIT_BITS & LAST_DOCUMENT


def find_descending(rows: Sequence[int], row: int) -> int:
    """Where `row` stands in row ids that go down, or would stand."""
    return bisect_left(rows, -row, key=int.__neg__)


class Interest(Protocol):
    """Tells whether an answer is still wanted."""

    def __call__(self) -> bool:
        """Whether nobody has asked anything else in the meantime."""
        ...


def first_answer(searcher: Searcher, question: Question) -> Answer:
    """As `begin_answer`, but a query that cannot be understood is a problem, no error."""
    try:
        return begin_answer(searcher, question)
    except QueryError as error:
        return Answer(question, problem=Problem(str(error), error.start, error.end))


def begin_answer(searcher: Searcher, question: Question) -> Answer:
    """The beginning of each pane's rows, at once: enough for a screen.

    Raises:
        QueryError: when the query cannot be understood.
    """
    read = parse_typing if question.is_typing else parse_query
    query = read(question.text, today=today())
    plan = searcher.plan(query)
    answer = Answer(question, query, plan, by_date=query.sort == "date")
    if answer.by_date:
        most = MOST_WHILE_TYPING if question.is_typing else FIRST_ROWS
        for pane in PANES:
            answer.rows[pane] = searcher.rows(plan, pane=pane, most=most)
    else:
        _list_relevant(searcher, plan, answer)
    return answer


def complete(searcher: Searcher, library: Library, answer: Answer, is_wanted: Interest) -> bool:
    """Find what is missing in a first answer; False when nobody wants it any more."""
    plan, query, question = answer.plan, answer.query, answer.question
    if plan is None or query is None:
        return True
    if question.wants_facets:
        answer.facets = searcher.facets(plan)
    if answer.by_date:
        rows: dict[Pane, array[int]] = {}
        for pane in PANES:
            if not is_wanted():
                return False
            first = answer.rows[pane]
            rows[pane] = first if question.is_typing or len(first) < FIRST_ROWS else searcher.rows(plan, pane=pane)
        answer.rows = rows
        if question.is_typing:
            answer.cut_panes = frozenset(pane for pane in PANES if len(rows[pane]) == MOST_WHILE_TYPING)
    if not is_wanted():
        return False
    if query.tree is None:
        answer.documents = _all_documents(library)
    else:
        _walk(searcher, plan, answer)
    answer.is_complete = True
    return True


def _walk(searcher: Searcher, plan: Plan, answer: Answer) -> None:
    if answer.by_date:
        most = MOST_WHILE_TYPING if answer.question.is_typing else MOST_STEPS
        answer.steps = searcher.rows(plan, most=most + 1)
        if len(answer.steps) > most:
            answer.is_cut = True
            del answer.steps[most:]
        answer.documents = array("q", (document for document, _ in groupby(row >> UNIT_BITS for row in answer.steps)))
    else:
        answer.documents = array("q", dict.fromkeys(row >> UNIT_BITS for row in answer.steps))
    answer.text_hits = sum(not is_record(row) for row in answer.steps)


def _list_relevant(searcher: Searcher, plan: Plan, answer: Answer) -> None:
    """List the most relevant hits, and no others: a list by relevance is read from its top."""
    panes: dict[str, Pane] = {"aid_package": "aid", "aid_item": "aid", "escalation_event": "events"}
    hits = searcher.page(plan, limit=MOST_RELEVANT + 1)
    answer.is_cut = len(hits) > MOST_RELEVANT
    answer.cut_panes = frozenset(PANES) if answer.is_cut else frozenset()
    for hit in hits[:MOST_RELEVANT]:
        answer.steps.append(hit.row)
        if hit.kind != "sentence":
            answer.rows[panes.get(hit.kind, "reactions")].append(hit.row)


def _all_documents(library: Library) -> array[int]:
    with told_plainly(library.path):
        return array(
            "q",
            (
                day << DOCUMENT_BITS | number
                for day, number in library.connection.execute(
                    "SELECT day, number FROM documents WHERE superseded_by IS NULL ORDER BY day DESC, number DESC"
                )
            ),
        )
