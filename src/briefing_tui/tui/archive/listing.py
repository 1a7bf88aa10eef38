"""What the panes list of a library: the rows an answer names, fetched a window at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from briefing_tui.library import Library, LibraryError
from briefing_tui.library.corrections import Told, corrections_of
from briefing_tui.library.documents import DocumentFacts, document_facts, load_briefing, load_document, load_records
from briefing_tui.library.folding import words_of
from briefing_tui.library.overlay import Correction
from briefing_tui.library.row_numbers import DOCUMENT_BITS, LAST_DOCUMENT, rows_of_document
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.model import Briefing, Record
from briefing_tui.model.panes import Pane, record_above
from briefing_tui.model.safe_text import safe_line
from briefing_tui.searching.searcher import Hit, Plan, Searcher
from briefing_tui.telling.rows import PROPOSED, first_words, heading_of, is_proposed
from briefing_tui.telling.why import Reason
from briefing_tui.tui.archive.asking import FIRST_ROWS, Answer, document_of, find_descending
from briefing_tui.tui.archive.stand_ins import gone, unknown_document, unreadable

WINDOW: Final = 8
"""Records that are fetched together."""
HITS_TOGETHER: Final = 25
MOST_HITS: Final = 200
"""Hits of a document whose words are marked in its text."""
_KEPT_RECORDS: Final = 3_000
_KEPT_FACTS: Final = 3_000
_KEPT_BRIEFINGS: Final = 24
_MOST_CHARACTERS: Final = 4_000_000
"""Of texts that are kept at hand, the open one apart."""
_LETTERS: Final = {"reject": "X", "accept": "A", "edit": "E"}


class LibraryRows:
    """The rows of one pane for one answer. Rows of an answer that is not complete yet are its first ones."""

    has_letters = True
    """What people decided is told by letters."""
    sample = 0
    """Columns are fitted to the first rows in sight: each more would have to be fetched."""

    def __init__(self, pane: Pane, answer: Answer, listing: LibraryListing) -> None:
        self.pane: Pane = pane
        self.ids = answer.rows[pane]
        """Row ids in the order of the list."""
        self._answer = answer
        self._listing = listing

    def __len__(self) -> int:
        return len(self.ids)

    def record(self, row: int) -> Record:
        """The record of a row, fetched with those around it."""
        return self._listing.record(self.ids, row, self.pane)

    def briefing(self, row: int) -> int:
        """The number of the row's document."""
        return document_of(self.ids[row])

    def rows_of(self, briefing: int) -> range:
        """The rows of a document, or the place where they would stand."""
        if not self._answer.by_date:
            rows = [row for row, one in enumerate(self.ids) if document_of(one) == briefing]
            return range(rows[0], rows[0] + 1) if rows else range(0)
        first, last = rows_of_document(self._listing.facts(briefing).day, briefing)
        return range(find_descending(self.ids, last), find_descending(self.ids, first - 1))

    def heading(self, row: int) -> str:
        """Title, publisher and date of the document."""
        return self._listing.heading(self.briefing(row)) if self.has_heading(row) else ""

    def place_of(self, id: int) -> int | None:  # noqa: A002 - a row id
        """Where a row id stands in the list, if it does."""
        if not self._answer.by_date:
            return self.ids.index(id) if id in self.ids else None
        place = find_descending(self.ids, id)
        return place if place < len(self.ids) and self.ids[place] == id else None

    def has_heading(self, row: int) -> bool:
        """Whether the row above belongs to another document."""
        return row == 0 or document_of(self.ids[row - 1]) != document_of(self.ids[row])

    def is_beneath(self, row: int) -> bool:
        """Whether the package that the record is part of was found too; it stands above it then."""
        above = record_above(self.record(row))
        if above is None:
            return False
        briefing = self.briefing(row)
        while row > 0 and self.briefing(row - 1) == briefing:
            row -= 1
            if self.record(row).id == above:
                return True
        return False

    def is_hit(self, row: int) -> bool:
        """Only hits are listed; without a query there are none."""
        del row
        return not self._answer.is_everything

    def mark(self, row: int) -> str:
        """What people decided of the record."""
        return self._listing.decision(self.briefing(row), self.record(row))

    def counted(self) -> str:
        """How many rows."""
        return self._listing.counted(self.pane)


class LibraryListing:
    """The present answer, and what was fetched for it. Used in one thread, with a connection of its own."""

    def __init__(self, library: Library, searcher: Searcher, answer: Answer) -> None:
        self.library = library
        self.searcher = searcher
        self._records: OrderedDict[int, Record] = OrderedDict()
        self._facts: OrderedDict[int, DocumentFacts] = OrderedDict()
        self._briefings: OrderedDict[int, Briefing] = OrderedDict()
        self._corrections: dict[int, list[Told]] = {}
        self._are_corrected = True
        """Whether anybody has corrected anything in the library."""
        self._first_words: dict[int, str] = {}
        self._hits: tuple[int, list[Hit], list[tuple[int, int]]] = (-1, [], [])
        """The hits in one document, and the words that make them such."""
        self.take(answer)

    def take(self, answer: Answer) -> None:
        """List what this answer found."""
        self.answer = answer
        self._rows = {pane: LibraryRows(pane, answer, self) for pane in answer.rows}
        self._hits = (-1, [], [])
        with told_plainly(self.library.path):
            self._are_corrected = self.library.connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is not None

    def forget(self, number: int) -> None:
        """Fetch a document and its records anew: something was corrected."""
        self._briefings.pop(number, None)
        self._corrections.pop(number, None)
        self._are_corrected = True
        self._facts.pop(number, None)
        for row in [row for row in self._records if document_of(row) == number]:
            del self._records[row]

    def rows(self, pane: Pane) -> LibraryRows:
        """What a pane lists."""
        return self._rows[pane]

    def counted(self, pane: Pane) -> str:
        """The number of records, "240+" while they are being counted."""
        rows, answer = self._rows[pane], self.answer
        are_more = pane in answer.cut_panes if answer.is_complete else len(rows) >= FIRST_ROWS
        return f"{len(rows):,}{'+' if are_more else ''}"

    def briefing(self, number: int) -> Briefing:
        """A document with its records."""
        found = self._briefings.get(number)
        if found is None:
            try:
                found = load_briefing(self.library, number)
            except LibraryError as error:
                found = unreadable(str(error))
            self._briefings[number] = found
            kept = sum(len(one.text) for one in self._briefings.values())
            while len(self._briefings) > 1 and (kept > _MOST_CHARACTERS or len(self._briefings) > _KEPT_BRIEFINGS):
                kept -= len(self._briefings.popitem(last=False)[1].text)
        else:
            self._briefings.move_to_end(number)
        return found

    def neighbour(self, number: int, step: int) -> int | None:
        """The next or previous document with hits."""
        documents = self.answer.documents
        if not documents:
            return None
        place = self._place(number)
        if step > 0 and not (place < len(documents) and documents[place] & LAST_DOCUMENT == number):
            step -= 1  # the place where it would stand is that of the next one
        place += step
        return documents[place] & LAST_DOCUMENT if 0 <= place < len(documents) else None

    def place_words(self, number: int) -> str:
        """As "12 of 345"."""
        documents = self.answer.documents
        if not documents:
            return ""
        more = "+" if self.answer.is_cut else ""
        place = self._place(number)
        if place < len(documents) and documents[place] & LAST_DOCUMENT == number:
            return f"{place + 1:,} of {len(documents):,}{more}"
        return f"{len(documents):,}{more} briefings" if len(documents) > 1 else ""

    def number_of(self, sha256: str) -> int | None:
        """The document whose text has this digest, hit or not."""
        with told_plainly(self.library.path):
            row = self.library.connection.execute("SELECT number FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
        return int(row[0]) if row is not None else None

    def row_of(self, pane: Pane, number: int, record: str) -> int | None:
        """Where a pane lists the record of a document that has this id."""
        with told_plainly(self.library.path):
            row = self.library.connection.execute(
                "SELECT row FROM records WHERE id = ? AND document = ?", (record, number)
            ).fetchone()
        return self._rows[pane].place_of(row[0]) if row is not None else None

    def newest(self) -> int:
        """The newest document."""
        with told_plainly(self.library.path):
            row = self.library.connection.execute(
                "SELECT number FROM documents WHERE superseded_by IS NULL ORDER BY day DESC, number DESC LIMIT 1"
            ).fetchone()
        return int(row[0]) if row is not None else 0

    def titled(self, typed: str) -> Sequence[int]:
        """The documents with hits whose titles have, for each word typed, one that begins so."""
        documents = self.answer.documents
        words = words_of(typed)
        if not words:
            return documents
        query = " ".join(f'"{word}"*' for word in words)
        with told_plainly(self.library.path):
            rows = self.library.connection.execute("SELECT rowid FROM headlines WHERE headlines MATCH ?", (query,))
            found = {number for (number,) in rows}
        return array("q", (one for one in documents if one & LAST_DOCUMENT in found))

    def decision(self, number: int, record: Record) -> str:
        """What people decided of a record in a letter: accepted, rejected, edited; or that an engine proposed it."""
        decided = {told.correction.action for told in self._told(number) if told.state == "counts" and told.record == record.id}
        letter = next((letter for action, letter in _LETTERS.items() if action in decided), "")
        return letter or (PROPOSED if is_proposed(record) else "")

    def said_of(self, number: int, record: str) -> list[Reason]:
        """All that people said of a record, for the why panel."""
        return [
            Reason("corrected" if told.state == "counts" else told.state, _told_words(told.correction))
            for told in self._told(number)
            if told.record == record
        ]

    def _told(self, number: int) -> list[Told]:
        if not self._are_corrected:
            return []
        if number not in self._corrections:
            if len(self._corrections) > _KEPT_FACTS:
                self._corrections.clear()
            self._corrections[number] = corrections_of(self.library, number)
        return self._corrections[number]

    def empty_words(self, pane: Pane) -> str:
        """Why there is nothing."""
        names = {"aid": "aid", "reactions": "reactions", "events": "escalation events"}
        return f"No {names[pane]} in this library" if self.answer.is_everything else f"No {names[pane]} found"

    def record(self, ids: array[int], row: int, pane: Pane) -> Record:
        """The record at a place of a list of row ids."""
        found = self._records.get(ids[row])
        if found is None:
            first = row // WINDOW * WINDOW
            wanted = [one for one in ids[first : first + WINDOW] if one not in self._records]
            try:
                fetched = load_records(self.library, wanted)
            except LibraryError:  # the text of the document, when it is opened, tells more
                fetched = {}
            for one in wanted:
                self._records[one] = fetched.get(one) or gone(pane)
            while len(self._records) > _KEPT_RECORDS:
                self._records.popitem(last=False)
            found = self._records[ids[row]]
        return found

    def names(self, codes: Sequence[str]) -> dict[str, str]:
        """What actors are called, by code."""
        marks = ",".join("?" * len(codes))
        with told_plainly(self.library.path):
            rows = self.library.connection.execute(f"SELECT code, name FROM actors WHERE code IN ({marks})", codes)
            return {code: safe_line(name) for code, name in rows}

    def spans_in(self, number: int) -> list[tuple[int, int]]:
        """What the query looked for in a document's text, as offsets in order."""
        self._hits_in(number)
        return self._hits[2]

    def span_of(self, row: int) -> tuple[int, int] | None:
        """The words that make a sentence a hit, or all of it."""
        for hit in self._hits_in(document_of(row)):
            if hit.row == row:
                return hit.highlights[0] if hit.highlights else (hit.start, hit.end)
        return None

    def facts(self, number: int) -> DocumentFacts:
        """What is known of a document."""
        return self.facts_of([number])[number]

    def facts_of(self, numbers: list[int]) -> dict[int, DocumentFacts]:
        """What is known of documents, fetched together."""
        missing = [number for number in numbers if number not in self._facts]
        if missing:
            fetched = document_facts(self.library, missing)
            for number in missing:
                self._facts[number] = fetched.get(number) or unknown_document(number)
        found = {number: self._facts[number] for number in numbers}
        while len(self._facts) > _KEPT_FACTS:
            self._facts.popitem(last=False)
        return found

    def heading(self, number: int) -> str:
        """Title, publisher and date on one line, safe for a terminal."""
        facts = self.facts(number)
        return heading_of(self.title(facts), facts.publisher, facts.published)

    def title(self, facts: DocumentFacts) -> str:
        """The title of a document; its first words where it has none. Safe for a terminal."""
        title = safe_line(facts.title or "")
        if title:
            return title
        if facts.number not in self._first_words:
            text = load_document(self.library, facts.number).text if facts.characters else ""
            self._first_words[facts.number] = first_words(text)
        return self._first_words[facts.number]

    def _hits_in(self, number: int) -> list[Hit]:
        plan = self.answer.plan
        if plan is None or self.answer.is_everything:
            return []
        if self._hits[0] != number:
            try:
                if self.answer.by_date:
                    found = self._next_hits(plan, number)
                else:
                    found = self.searcher.hits(plan, [row for row in self.answer.steps if document_of(row) == number])
            except LibraryError:
                found = []
            self._hits = (number, found, _apart(sorted(span for hit in found for span in hit.highlights)))
        return self._hits[1]

    def _next_hits(self, plan: Plan, number: int) -> list[Hit]:
        found: list[Hit] = []
        before = rows_of_document(self.facts(number).day, number)[1] + 1
        most = HITS_TOGETHER if self.answer.question.is_typing else MOST_HITS
        while len(found) < most:
            page = self.searcher.page(plan, limit=HITS_TOGETHER, after_row=before)
            found += [hit for hit in page if hit.document == number]
            if len(page) < HITS_TOGETHER or page[-1].document != number:
                break
            before = page[-1].row
        return found

    def _place(self, number: int) -> int:
        """Where a document stands among those with hits, or would stand."""
        documents = self.answer.documents
        if self.answer.by_date:
            return find_descending(documents, self.facts(number).day << DOCUMENT_BITS | number)
        return next((place for place, one in enumerate(documents) if one & LAST_DOCUMENT == number), len(documents))


def _told_words(correction: Correction) -> str:
    said = {"accept": "accepted", "reject": "rejected", "undo": "withdrawn"}.get(correction.action)
    if said is None:
        said = f"{correction.field}: {_plain_words(correction.old)} → {_plain_words(correction.new)}"
    return safe_line(" · ".join(filter(None, [said, correction.by, correction.at, correction.note])))


def _plain_words(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("code") or value)
    if isinstance(value, list):
        return ", ".join(map(_plain_words, value)) or "nothing"
    return "nothing" if value is None else str(value)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
