"""The briefings being explored and the rows the panes list of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from briefing_tui.model import (
    AidItem,
    AidPackage,
    Assessment,
    Briefing,
    Document,
    EscalationEvent,
    Reaction,
    Record,
    trigger,
    with_records,
)
from briefing_tui.model.panes import PANES, Pane, pane_records
from briefing_tui.tui.folding import row_haystack
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.searchable_text import SearchableText

Haystacks = dict[Pane, list[str]]
"""For each pane, the searchable words of each record of one briefing."""


Arrival = tuple[Document | str, Haystacks | None]
"""What comes from reading: a document, or a problem with a source in words; and the words its records are found by."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a pane: a record, or (record None) the heading above a briefing's records."""

    briefing: int
    """Index of its briefing on the shelf."""
    record: Record | None


@dataclass(slots=True)
class Shelf:
    """All briefings in the order they came, and each pane's rows. Only ever grows."""

    briefings: list[Briefing] = field(default_factory=list)
    rows: dict[Pane, list[Row]] = field(default_factory=lambda: {pane: [] for pane in PANES})
    counts: dict[Pane, int] = field(default_factory=lambda: dict.fromkeys(PANES, 0))
    """Records in each pane, without headings."""
    _haystacks: dict[Pane, list[str]] = field(default_factory=lambda: {pane: [] for pane in PANES})
    _searchable: list[SearchableText] = field(default_factory=list)

    is_awaiting: bool = False
    """Whether the last briefing is only a text so far, its records still to come."""
    is_cut_short: bool = False
    """Whether the records of the last briefing never came: that none are listed means nothing."""

    def add(self, document: Document, haystacks: Haystacks | None = None) -> None:
        """Put a briefing at the end. A bare document is kept as one without records, until its briefing comes.

        `haystacks` are those of its records, when they have been made elsewhere.
        """
        if self.is_awaiting and document.content_id == self.briefings[-1].content_id and isinstance(document, Briefing):
            self.is_awaiting = False
            self.briefings[-1] = document
            self._list_records(document, len(self.briefings) - 1, haystacks)
            return
        self.is_awaiting = not isinstance(document, Briefing)
        briefing = document if isinstance(document, Briefing) else with_records(document, ())
        self.briefings.append(briefing)
        self._list_records(briefing, len(self.briefings) - 1, haystacks)

    def _list_records(self, briefing: Briefing, number: int, haystacks: Haystacks | None) -> None:
        for pane in PANES:
            records = pane_records(briefing, pane)
            if records:
                self.rows[pane].append(Row(number, None))
                self.rows[pane].extend(Row(number, record) for record in records)
                self.counts[pane] += len(records)
                if haystacks is not None and len(self._haystacks[pane]) == len(self.rows[pane]) - len(records) - 1:
                    self._haystacks[pane] += ["", *haystacks[pane]]

    def first_row(self, pane: Pane, briefing: int) -> int | None:
        """The row of a briefing's first record in this pane, if it has one there."""
        rows = self.rows[pane]
        index = bisect_left(rows, briefing, key=attrgetter("briefing"))
        return index + 1 if index < len(rows) and rows[index].briefing == briefing else None

    def haystack(self, pane: Pane, row: int) -> str:
        """What searching sees of a row: its cells, actors with names and codes, and the words of its evidence. Empty for headings."""
        known = self._haystacks[pane]
        while len(known) <= row:
            record = self.rows[pane][len(known)].record
            known.append("" if record is None else record_haystack(record))
        return known[row]

    def searchable_text(self, briefing: int) -> SearchableText:
        """The briefing's text made ready for searching, with the same offsets."""
        while len(self._searchable) <= briefing:
            self._searchable.append(SearchableText(self.briefings[len(self._searchable)].text))
        return self._searchable[briefing]


def haystacks_of(briefing: Briefing) -> Haystacks:
    """What searching sees of each record of each pane; takes a while for many records, so a thread may prepare it."""
    return {pane: [record_haystack(record) for record in pane_records(briefing, pane)] for pane in PANES}


def record_haystack(record: Record) -> str:
    """Everything a row should be found by, folded."""
    words = [*row_text(record).cells, trigger(record).exact]
    match record:
        case AidPackage() | AidItem():
            actors = [*record.donors, *record.recipients]
            if isinstance(record, AidItem):
                words += [record.description, record.designation or "", record.item_class.replace("_", " ")]
        case Reaction():
            actors = [*record.actors]
            words += [record.person or "", record.role or "", record.quote or "", record.toward or "", record.stance]
        case EscalationEvent():
            actors = [*record.actors, *record.targets]
            words += [*record.weapons, record.action.replace("_", " ")]
        case Assessment():
            actors = [*([record.assessor] if record.assessor else []), *record.about]
    for actor in actors:
        words += [actor.name, actor.code]
    words += [
        span.exact for span in record.evidence if span.role in {"actor", "person", "donor", "recipient", "target", "attribution"}
    ]
    return row_haystack(" · ".join(filter(None, words)))
