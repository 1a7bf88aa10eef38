"""Prepared briefings into the library, a batch a transaction: all of a briefing or nothing of it, the same text only once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from briefing_tui.library.correction_rows import corrections_of_documents
from briefing_tui.library.documents import load_corrected
from briefing_tui.library.errors import LibraryError
from briefing_tui.library.folding import fold_words
from briefing_tui.library.indexing import Entries, prepare_entries, remove_entries, write_entries
from briefing_tui.library.opening import Library
from briefing_tui.library.preparing import Prepared
from briefing_tui.library.row_numbers import LAST_DOCUMENT, row_number
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.texts import write_text
from briefing_tui.library.turns import write_transaction

Outcome = Literal["added", "known", "new version", "completed"]
"""What became of a text: new; already there; new and in the place of an older text of the same source; there, and now known better."""

_TRUST: Final = {"user": 2, "none": 0}
"""How far a day of publication is believed by where it comes from; 1 for all others."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from. `key` stays the same when the source's text changes; `digest` does not."""

    place: str
    key: str | None
    digest: str


@dataclass(slots=True)
class Batch:
    """What one transaction writes. Made by `begin_batch`."""

    connection: sqlite3.Connection
    now: str
    """UTC, ISO 8601: when this was added."""
    rules: str
    """Which extraction made the records."""
    _library: Library
    _next: int
    _waiting: dict[int, tuple[int, Entries | None]] = field(default_factory=dict)
    """Documents whose entries are still to be written: they go into the index together, in the order of their rows. Without
    entries: those that follow from what the library holds."""

    def add(self, prepared: Prepared, origin: Origin) -> Outcome:
        """Put a briefing in, unless its text is there; remember where it came from."""
        known = self.connection.execute(
            "SELECT number, published, published_from, superseded_by, title, publisher, url FROM documents WHERE sha256 = ?",
            (prepared.sha256,),
        ).fetchone()
        outcome: Outcome = "known"
        if known is None:
            number = self._insert(prepared)
            outcome = "added"
        else:
            number = known[0]
            if _is_better_known(prepared, known[1], known[2], known[4:]):
                self.replace(number, prepared)
                outcome = "completed"
        if self._note_origin(number, origin, prepared.id, prepared.url):
            outcome = "new version"
        return outcome

    def note_again(self, origin: Origin) -> None:
        """Remember a source that holds what one of the same digest has given; nothing happens when there is none."""
        known = self.connection.execute(
            "SELECT document, id, url FROM sources WHERE digest = ? ORDER BY is_latest DESC, number DESC LIMIT 1",
            (origin.digest,),
        ).fetchone()
        if known is not None:
            number, given_id, url = known
            self._note_origin(number, origin, given_id, url)

    def replace(self, number: int, prepared: Prepared) -> None:
        """Put other records, and what is known of it, in the place of those of a document. Its text stays the same.

        A title, publisher or address that `prepared` does not know is kept.
        """
        day, superseded, *names = self.connection.execute(
            "SELECT day, superseded_by, title, publisher, url FROM documents WHERE number = ?", (number,)
        ).fetchone()
        fresh = (prepared.title, prepared.publisher, prepared.url)
        kept = tuple(old if new is None else new for old, new in zip(names, fresh, strict=True))
        if superseded is None and self._waiting.pop(number, None) is None:
            remove_entries(self.connection, number, day)
        for table in ("records", "evidence", "record_actors"):
            self.connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
        self.connection.execute(
            """UPDATE documents SET published = ?, published_from = ?, day = ?, structure = ?, aid = ?, reactions = ?, events = ?,
                 rules = ?, title = ?, publisher = ?, url = ? WHERE number = ?""",
            (
                *(prepared.published, prepared.published_from, prepared.day, prepared.structure, *prepared.counts, self.rules),
                *(*kept, number),
            ),
        )
        self._write_records(number, prepared)
        if superseded is None:
            self._waiting[number] = (prepared.day, prepared.entries if kept == fresh else None)

    def is_dated_as(self, number: int, prepared: Prepared) -> bool:
        """Whether a document has the day of publication that `prepared` was extracted with."""
        dated = self.connection.execute("SELECT published, published_from FROM documents WHERE number = ?", (number,)).fetchone()
        return bool(dated == (prepared.published, prepared.published_from))

    def reindex(self, number: int) -> None:
        """Bring the index of a document up to date with people's corrections; one that is superseded has none."""
        day, superseded = self.connection.execute(
            "SELECT day, superseded_by FROM documents WHERE number = ?", (number,)
        ).fetchone()
        if superseded is None:
            if self._waiting.pop(number, None) is None:
                remove_entries(self.connection, number, day)
            self._waiting[number] = (day, None)

    def finish(self) -> None:
        """Write the index of all that was added, as people have corrected it. Called once, at the end."""
        corrected = corrections_of_documents(self.connection, self._waiting)
        placed = [
            (number, day, self._corrected(number) if entries is None or number in corrected else entries)
            for number, (day, entries) in self._waiting.items()
        ]
        self._waiting.clear()
        if placed:
            write_entries(self.connection, placed)

    def _corrected(self, number: int) -> Entries:
        return prepare_entries(*load_corrected(self._library, number))

    def _insert(self, prepared: Prepared) -> int:
        number = self._next
        if number > LAST_DOCUMENT:
            raise LibraryError(f"the library holds {LAST_DOCUMENT:,} documents and is full; begin another one")
        self._next += 1
        self.connection.execute(
            """INSERT INTO documents (number, id, content_id, sha256, source_sha256, title, publisher, published, published_from,
                 day, url, format, encoding, dateline, notes, characters, structure, aid, reactions, events, rules, added)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                *(number, prepared.id, prepared.content_id, prepared.sha256, prepared.source_sha256, prepared.title),
                *(prepared.publisher, prepared.published, prepared.published_from, prepared.day, prepared.url, prepared.format),
                *(prepared.encoding, prepared.dateline, prepared.notes, prepared.characters, prepared.structure),
                *(*prepared.counts, self.rules, self.now),
            ),
        )
        write_text(self.connection, number, prepared.parts)
        self._write_records(number, prepared)
        self._waiting[number] = (prepared.day, prepared.entries)
        return number

    def _write_records(self, number: int, prepared: Prepared) -> None:
        execute_all = self.connection.executemany
        execute_all(
            "INSERT INTO records (row, document, ordinal, id, kind, body) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (row_number(prepared.day, number, record.unit), number, record.ordinal, record.id, record.kind, record.body)
                for record in prepared.records
            ),
        )
        execute_all(
            'INSERT INTO evidence (document, ordinal, place, role, start, "end", exact, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
            ((number, record.ordinal, *span) for record in prepared.records for span in record.evidence),
        )
        execute_all(
            "INSERT OR IGNORE INTO actors (code, name, folded) VALUES (?, ?, ?)",
            ((code, name, fold_words(name)) for code, name in prepared.actors),
        )
        execute_all(
            "INSERT INTO record_actors (document, ordinal, role, code) VALUES (?, ?, ?, ?)",
            ((number, record.ordinal, role, code) for record in prepared.records for role, code in record.actors),
        )

    def _note_origin(self, number: int, origin: Origin, given_id: str | None, url: str | None) -> bool:
        """Remember the source; whether its text has thereby taken the place of an older one."""
        before = None
        if origin.key is not None:
            before = self.connection.execute(
                "SELECT number, document, digest FROM sources WHERE key = ? AND is_latest", (origin.key,)
            ).fetchone()
            if before is not None and before[1] == number:
                if before[2] != origin.digest:
                    self.connection.execute("UPDATE sources SET digest = ? WHERE number = ?", (origin.digest, before[0]))
                return False
            if before is not None:
                self.connection.execute("UPDATE sources SET is_latest = 0 WHERE number = ?", (before[0],))
        elif self.connection.execute(
            "SELECT 1 FROM sources WHERE document = ? AND digest = ? AND key IS NULL", (number, origin.digest)
        ).fetchone():
            return False
        self.connection.execute(
            "INSERT INTO sources (document, key, place, id, url, digest, is_latest, added) VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
            (number, origin.key, origin.place, given_id, url, origin.digest, self.now),
        )
        self._settle(number)
        return before is not None and self._settle(before[1])

    def _settle(self, number: int) -> bool:
        """Decide whether a document is current: some source holds it now. Returns whether it has just been superseded."""
        day, superseded = self.connection.execute(
            "SELECT day, superseded_by FROM documents WHERE number = ?", (number,)
        ).fetchone()
        is_current = self.connection.execute(
            "SELECT 1 FROM sources WHERE document = ? AND is_latest LIMIT 1", (number,)
        ).fetchone()
        if is_current:
            if superseded is not None:  # a source has gone back to an earlier text, of which the library may know more than it
                self.connection.execute("UPDATE documents SET superseded_by = NULL WHERE number = ?", (number,))
                self._waiting[number] = (day, None)
            return False
        newer = self.connection.execute(
            """SELECT now.document FROM sources old JOIN sources now ON now.key = old.key AND now.is_latest
               WHERE old.document = ? ORDER BY now.number DESC LIMIT 1""",
            (number,),
        ).fetchone()
        if newer is None or superseded is not None:
            return False
        if self._waiting.pop(number, None) is None:
            remove_entries(self.connection, number, day)
        self.connection.execute("UPDATE documents SET superseded_by = ? WHERE number = ?", (newer[0], number))
        return True


@contextmanager
def begin_batch(library: Library, *, now: str, rules: str) -> Iterator[Batch]:
    """A transaction to add briefings in; committed at the end, rolled back when anything fails.

    Raises:
        LibraryError: when the library cannot be written: no space, another writer, damage. Then nothing of the batch is in it.
    """
    connection = library.connection
    with told_plainly(library.path), write_transaction(library):
        last = connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0]
        batch = Batch(connection, now, rules, library, last + 1)
        yield batch
        batch.finish()


def _is_better_known(prepared: Prepared, published: str | None, published_from: str, names: tuple[str | None, ...]) -> bool:
    """Whether a text that is there came again with more known about it, and nothing less."""
    if published is not None and prepared.published is None:
        return False
    trust, before = _TRUST.get(prepared.published_from, 1), _TRUST.get(published_from, 1)
    if prepared.published != published:
        return trust > before or trust == _TRUST["user"]
    fresh = (prepared.title, prepared.publisher, prepared.url)
    return any(old is None and new is not None for old, new in zip(names, fresh, strict=True)) and all(
        new is not None for old, new in zip(names, fresh, strict=True) if old is not None
    )
