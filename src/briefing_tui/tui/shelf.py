"""Briefings held in memory, and the rows the panes list of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

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
from briefing_tui.model.panes import PANES, Pane, is_part, pane_records
from briefing_tui.telling.rows import EMPTY_WORDS, PROPOSED, briefing_heading, is_proposed, row_text
from briefing_tui.tui.folding import row_haystack
from briefing_tui.tui.searchable_text import SearchableText

if TYPE_CHECKING:
    from briefing_tui.tui.finding import Findings

Haystacks = dict[Pane, list[str]]
"""For each pane, the searchable words of each record of one briefing."""


Arrival = tuple[Document | str, Haystacks | None]
"""What comes from reading: a document, or a problem with a source in words; and the words its records are found by."""


class ShelfRows:
    """The rows of one pane. Only ever grows."""

    sample = 120
    """Rows that columns are fitted to."""

    def __init__(self, pane: Pane, shelf: Shelf) -> None:
        self.pane: Pane = pane
        self.findings: Findings | None = None
        """The present search, whose hits are told from other rows."""
        self.records: list[Record] = []
        self.has_letters = False
        """Whether an engine proposed some record: a letter marks it."""
        self._shelf = shelf
        self._briefings: list[int] = []
        """The briefings that have rows here."""
        self._firsts: list[int] = []
        """The first row of each of them."""
        self._haystacks: list[str] = []

    def add(self, records: list[Record], briefing: int, haystacks: list[str] | None) -> None:
        """Put the records of a briefing at the end; `haystacks` are theirs, when they have been made elsewhere."""
        if records:
            if haystacks is not None and len(self._haystacks) == len(self.records):
                self._haystacks += haystacks
            self._briefings.append(briefing)
            self._firsts.append(len(self.records))
            self.records += records
            self.has_letters = self.has_letters or any(map(is_proposed, records))

    def __len__(self) -> int:
        return len(self.records)

    def record(self, row: int) -> Record:
        """The record of a row."""
        return self.records[row]

    def briefing(self, row: int) -> int:
        """The briefing of a row."""
        return self._briefings[bisect_right(self._firsts, row) - 1]

    def rows_of(self, briefing: int) -> range:
        """The rows of a briefing, or the place where they would stand."""
        index = bisect_left(self._briefings, briefing)
        first = self._firsts[index] if index < len(self._firsts) else len(self.records)
        if index == len(self._briefings) or self._briefings[index] != briefing:
            return range(first, first)
        return range(first, self._firsts[index + 1] if index + 1 < len(self._firsts) else len(self.records))

    def heading(self, row: int) -> str:
        """Title, publisher and date, as soon as there are several briefings."""
        return briefing_heading(self._shelf.briefings[self.briefing(row)]) if self.has_heading(row) else ""

    def has_heading(self, row: int) -> bool:
        """Whether the row is the first of one of several briefings."""
        return len(self._shelf.briefings) > 1 and self._firsts[bisect_right(self._firsts, row) - 1] == row

    def is_beneath(self, row: int) -> bool:
        """All records of a briefing are listed, so whatever is part of a package stands beneath it."""
        return is_part(self.record(row))

    def is_hit(self, row: int) -> bool:
        """Whether the present search found the row."""
        return self.findings is not None and bool(self.findings) and self.findings.has_row(self.pane, row)

    def mark(self, row: int) -> str:
        """A dot for a hit, "p" for a record that an engine proposed."""
        return "•" if self.is_hit(row) else PROPOSED if is_proposed(self.record(row)) else ""

    def counted(self) -> str:
        """How many rows, and how many of them are hits."""
        hits = len(self.findings.rows[self.pane]) if self.findings else 0
        return f"{hits:,} of {len(self):,}" if hits else f"{len(self):,}"

    def haystack(self, row: int) -> str:
        """What searching sees of a row: its cells, actors with names and codes, and the words of its evidence."""
        known = self._haystacks
        while len(known) <= row:
            known.append(record_haystack(self.records[len(known)]))
        return known[row]


class Shelf:
    """All briefings in the order they came, and each pane's rows. Only ever grows."""

    def __init__(self) -> None:
        self.briefings: list[Briefing] = []
        self.panes: dict[Pane, ShelfRows] = {pane: ShelfRows(pane, self) for pane in PANES}
        self.is_awaiting = False
        """Whether the last briefing is only a text so far, its records still to come."""
        self.is_cut_short = False
        """Whether the records of the last briefing never came: that none are listed means nothing."""
        self._searchable: list[SearchableText] = []

    def add(self, document: Document, haystacks: Haystacks | None = None) -> None:
        """Put a briefing at the end. A bare document is kept as one without records, until its briefing comes.

        `haystacks` are those of its records, when they have been made elsewhere.
        """
        if self.is_awaiting and document.content_id == self.briefings[-1].content_id and isinstance(document, Briefing):
            self.is_awaiting = False
            self.briefings[-1] = document
            self._list_records(document, haystacks)
            return
        self.is_awaiting = not isinstance(document, Briefing)
        briefing = document if isinstance(document, Briefing) else with_records(document, ())
        self.briefings.append(briefing)
        self._list_records(briefing, haystacks)

    def rows(self, pane: Pane) -> ShelfRows:
        """What a pane lists."""
        return self.panes[pane]

    def counted(self, pane: Pane) -> str:
        """The number of records of a pane."""
        return f"{len(self.panes[pane]):,}"

    def briefing(self, number: int) -> Briefing:
        """The briefing that came as the `number`th, from 0."""
        return self.briefings[number]

    def neighbour(self, number: int, step: int) -> int | None:
        """The briefing that came before or after."""
        return number + step if 0 <= number + step < len(self.briefings) else None

    def number_of(self, sha256: str) -> int | None:
        """The briefing whose text has this digest."""
        return next((number for number, one in enumerate(self.briefings) if one.sha256 == sha256), None)

    def row_of(self, pane: Pane, number: int, record: str) -> int | None:
        """Where a pane lists the record of a briefing that has this id."""
        rows = self.panes[pane]
        return next((row for row in rows.rows_of(number) if rows.record(row).id == record), None)

    def place_words(self, number: int) -> str:
        """As "2 of 5"."""
        count = len(self.briefings)
        return f"{number + 1:,} of {count:,}" if count > 1 else ""

    def empty_words(self, pane: Pane) -> str:
        """Why there is nothing."""
        if self.is_awaiting:
            return "Reading the text …"
        if self.is_cut_short:
            return "The records could not be read"
        words = EMPTY_WORDS[pane]
        return words.replace("this text", "these texts") if len(self.briefings) > 1 else words

    def searchable_text(self, briefing: int) -> SearchableText:
        """The briefing's text made ready for searching, with the same offsets."""
        while len(self._searchable) <= briefing:
            self._searchable.append(SearchableText(self.briefings[len(self._searchable)].text))
        return self._searchable[briefing]

    def _list_records(self, briefing: Briefing, haystacks: Haystacks | None) -> None:
        for pane, rows in self.panes.items():
            rows.add(pane_records(briefing, pane), len(self.briefings) - 1, haystacks[pane] if haystacks else None)


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
