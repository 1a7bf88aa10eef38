"""What people say of records and briefings: accepted, rejected, edited, published on another day. An overlay with its history.

Nothing extracted is changed: a correction is a row of its own, with who said it and when, and is laid over whatever today's rules
read (see `overlay`). Every function here that writes does so in one transaction, which also brings the index up to date and is on
the disk when it returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from briefing_tui.library.actor_names import find_actor
from briefing_tui.library.correction_rows import (
    anchors_of,
    corrections_of_texts,
    every_correction,
    write_correction,
)
from briefing_tui.library.documents import document_facts, find_record, load_corrected_records, load_document
from briefing_tui.library.editable import CorrectionError, field_of, read_value
from briefing_tui.library.errors import LibraryError
from briefing_tui.library.opening import Library
from briefing_tui.library.overlay import Anchor, Correction, Decision, anchor_of, effective, find_homes, standing, with_field
from briefing_tui.library.preparing import prepare
from briefing_tui.library.row_numbers import place_of
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.writing import Batch, begin_batch
from briefing_tui.model.json_form import to_plain

if TYPE_CHECKING:
    from briefing_tui.library.adding import Lexica
    from briefing_tui.model import Record

__all__ = [
    "CorrectionError",
    "Told",
    "all_corrections",
    "corrections_of",
    "decide",
    "edit",
    "edit_fields",
    "orphans",
    "record_named",
    "set_published",
    "undo",
    "undo_published",
]

State = Literal["counts", "superseded", "withdrawn", "orphaned", "undo"]
"""What a correction is today: it counts; a later one does in its place; it was withdrawn; its record is gone; it withdraws another."""


@dataclass(frozen=True, slots=True)
class Told:
    """A correction and what it is today. `document` is its text's number, `record` the id it concerns now; None when there is none."""

    correction: Correction
    state: State
    document: int | None
    record: str | None


def decide(
    library: Library,
    record_id: str,
    decision: Decision,
    *,
    by: str,
    at: str,
    note: str | None = None,
    document: int | None = None,
) -> Correction:
    """Accept or reject a record. A later decision takes the place of an earlier one.

    Args:
        library: open for writing.
        record_id: its id, or the beginning that no other record shares.
        decision: "accept" or "reject".
        by: who says so.
        at: when, UTC, ISO 8601.
        note: why, for those who come later.
        document: the number of its briefing, when it is known; versions of a text share ids.

    Raises:
        CorrectionError: when there is no such record, or more than one.
        LibraryError: when the library may not be written, or cannot be.
    """
    with _writing(library, at) as batch:
        number, _, anchor = _found(library, record_id, document)
        made = write_correction(batch.connection, _about(library, number, anchor, action=decision, by=by, at=at, note=note))
        batch.reindex(number)
    return made


def edit(
    library: Library,
    record_id: str,
    field: str,
    text: str,
    *,
    by: str,
    at: str,
    note: str | None = None,
    document: int | None = None,
) -> Correction:
    """Set one field of a record to what a person has written; see `editable.read_value` for how values are written.

    Raises:
        CorrectionError: when there is no such record or field, or the text is no value of it; nothing is changed then.
        LibraryError: when the library may not be written, or cannot be.
    """
    (made,) = edit_fields(library, record_id, {field: text}, by=by, at=at, note=note, document=document)
    return made


def edit_fields(
    library: Library,
    record_id: str,
    values: Mapping[str, str],
    *,
    by: str,
    at: str,
    note: str | None = None,
    document: int | None = None,
) -> list[Correction]:
    """Set several fields of a record, all or none; arguments and errors are those of `edit`."""
    made: list[Correction] = []
    with _writing(library, at) as batch:
        number, record, anchor = _found(library, record_id, document)
        for name, written in values.items():
            field = field_of(record, name)
            value = read_value(field, written, lambda wanted: find_actor(library, wanted))
            if with_field(record, name, value) is None:
                raise CorrectionError(f"{name} cannot be {written!r}")
            about = _about(library, number, anchor, action="edit", by=by, at=at, note=note)
            old = to_plain(getattr(record, name))
            made.append(write_correction(batch.connection, replace(about, field=name, old=old, new=value)))
        batch.reindex(number)
    return made


def undo(
    library: Library, record_id: str, *, by: str, at: str, note: str | None = None, document: int | None = None
) -> Correction:
    """Withdraw the last correction of a record that was not withdrawn yet; what was said before it counts again.

    Raises:
        CorrectionError: when there is no such record, or nothing to withdraw.
        LibraryError: when the library may not be written, or cannot be.
    """
    with _writing(library, at) as batch:
        number, record, anchor = _found(library, record_id, document)
        mine = [told for told in _told_of(library, number) if told.record == record.id and told.state in ("counts", "superseded")]
        if not mine:
            raise CorrectionError(f"nobody has corrected {record.kind} {record.id}")
        last = max(told.correction.number for told in mine)
        made = write_correction(
            batch.connection, replace(_about(library, number, anchor, action="undo", by=by, at=at, note=note), old=last)
        )
        batch.reindex(number)
    return made


def set_published(
    library: Library, number: int, day: str | None, *, by: str, at: str, lexica: Lexica, note: str | None = None
) -> Correction:
    """Set the day a briefing was published; its text is extracted again, so that “Wednesday” is resolved against that day.

    Args:
        library: open for writing.
        number: the briefing's.
        day: ISO, YYYY-MM-DD; None when it is not known after all.
        by: who says so.
        at: when, UTC, ISO 8601.
        lexica: the person's own lexicon and the folder of the compiled one, for the extraction.
        note: why, for those who come later.

    Raises:
        CorrectionError: when there is no such briefing.
        LibraryError: when the library may not be written, or cannot be.
        LexiconError: when the person's lexicon cannot be used.
    """
    new = {"published": day, "published_from": "none" if day is None else "user"}
    with _writing(library, at, lexica) as batch:
        return _publish(library, batch, number, new, lexica, action="publish", by=by, at=at, note=note)


def undo_published(library: Library, number: int, *, by: str, at: str, lexica: Lexica, note: str | None = None) -> Correction:
    """Withdraw the last day of publication that a person has set; arguments and errors are those of `set_published`.

    Raises:
        CorrectionError: also when nobody has set one.
    """
    with _writing(library, at, lexica) as batch:
        said = [told.correction for told in _told_of(library, number)]
        days = [correction for correction in standing(said) if correction.action == "publish"]
        if not days:
            raise CorrectionError(f"nobody has set the day of publication of #{number}")
        last = days[-1]
        return _publish(library, batch, number, last.old, lexica, action="undo", by=by, at=at, note=note, withdraws=last.number)


def record_named(library: Library, record_id: str) -> Record:
    """The record of that id, or of an id that begins so and is the only one, as people have corrected it.

    Raises:
        CorrectionError: when there is no such record, or more than one.
        LibraryError: when the library cannot be read.
    """
    return _found(library, record_id, None)[1]


def corrections_of(library: Library, number: int) -> list[Told]:
    """All that was ever said of a briefing and its records, oldest first, with what each correction is today.

    Raises:
        LibraryError: when the library cannot be read.
    """
    with told_plainly(library.path):
        return _told_of(library, number)


def all_corrections(library: Library) -> Iterator[Told]:
    """All corrections of a library, those of a text together, oldest first within it.

    Raises:
        LibraryError: when the library cannot be read.
    """
    with told_plainly(library.path):
        by_text: dict[str, list[Correction]] = {}
        for correction in every_correction(library.connection):
            by_text.setdefault(correction.content_id, []).append(correction)
        for content_id, corrections in by_text.items():
            row = library.connection.execute("SELECT number FROM documents WHERE content_id = ?", (content_id,)).fetchone()
            yield from _told(library, None if row is None else row[0], corrections)


def orphans(library: Library) -> list[Correction]:
    """The corrections that would count, but whose record today's rules no longer read, or whose text is not in the library.

    Raises:
        LibraryError: when the library cannot be read.
    """
    return [told.correction for told in all_corrections(library) if told.state == "orphaned"]


def _told_of(library: Library, number: int) -> list[Told]:
    facts = document_facts(library, [number]).get(number)
    if facts is None:
        raise CorrectionError(f"{library.path}: there is no briefing #{number}")
    found = corrections_of_texts(library.connection, [facts.content_id]).get(facts.content_id, [])
    return list(_told(library, number, found))


def _told(library: Library, number: int | None, corrections: Iterable[Correction]) -> Iterator[Told]:
    ordered = list(corrections)
    homes = {} if number is None else find_homes(ordered, anchors_of(library.connection, number))
    kept = {correction.number for correction in standing(ordered)}
    counting = effective(ordered, homes)
    for correction in ordered:
        state: State = "counts" if correction.number in counting else "superseded"
        if correction.action == "undo":
            state = "undo"
        elif correction.number not in kept:
            state = "withdrawn"
        elif number is None or (correction.record is not None and correction.number not in homes):
            state = "orphaned"
        yield Told(correction, state, number, homes.get(correction.number))


def _found(library: Library, record_id: str, document: int | None) -> tuple[int, Record, Anchor]:
    """The number of its briefing, the record as it was corrected so far, and the anchor for what is said of it now."""
    rows = find_record(library, record_id)
    if document is not None:
        rows = [row for row in rows if place_of(row).document == document]
    if not rows:
        raise CorrectionError(f"there is no record {record_id!r}")
    number = place_of(rows[0]).document
    records, _ = load_corrected_records(library, number)
    meant = [record for record in records.values() if record.id == record_id]
    others = [row for row in rows if place_of(row).document != number and _is_current(library, row)]
    if not meant:
        meant = [record for record in records.values() if record.id.startswith(record_id)]
        if len(meant) != 1 or others:
            raise CorrectionError(f"more than one record has an id that begins with {record_id!r}; write more of it")
    elif any(record_id in load_corrected_records(library, place_of(row).document)[0] for row in others[:1]):
        several = ", ".join(sorted({f"#{place_of(row).document}" for row in (rows[0], *others)}))
        raise CorrectionError(f"{record_id} is in several briefings: {several}; say which")
    anchor = anchor_of(meant[0])
    first = (told.correction.record for told in _told_of(library, number) if told.record == anchor.id)
    return number, meant[0], replace(anchor, id=next(first, None) or anchor.id)


def _is_current(library: Library, row: int) -> bool:
    number = place_of(row).document
    return document_facts(library, [number])[number].is_current


def _about(
    library: Library, number: int, anchor: Anchor | None, *, action: Any, by: str, at: str, note: str | None
) -> Correction:
    facts = document_facts(library, [number]).get(number)
    if facts is None:
        raise CorrectionError(f"{library.path}: there is no briefing #{number}")
    return Correction(
        number=0,
        content_id=facts.content_id,
        kind=None if anchor is None else anchor.kind,
        record=None if anchor is None else anchor.id,
        start=None if anchor is None else anchor.start,
        end=None if anchor is None else anchor.end,
        action=action,
        note=note or None,
        by=by,
        at=at,
    )


def _publish(
    library: Library,
    batch: Batch,
    number: int,
    new: Mapping[str, Any],
    lexica: Lexica,
    *,
    action: Any,
    by: str,
    at: str,
    note: str | None,
    withdraws: int | None = None,
) -> Correction:
    from briefing_tui.extracting import default_extractor  # noqa: PLC0415 - only a day of publication needs the extractor

    about = _about(library, number, None, action=action, by=by, at=at, note=note)
    document = load_document(library, number)
    old = {"published": document.published, "published_from": document.published_from}
    dated = replace(document, published=new["published"], published_from=new["published_from"])
    batch.replace(number, prepare(default_extractor(*lexica).extract(dated)))
    said = {"old": old, "new": new} if withdraws is None else {"old": withdraws, "new": new}
    return write_correction(batch.connection, replace(about, field="published", **said))


@contextmanager
def _writing(library: Library, at: str, lexica: Lexica | None = None) -> Iterator[Batch]:
    """One transaction that is on the disk when it ends (`synchronous = FULL`: SQLite then waits for the disk at every commit)."""
    if not library.is_writable:
        raise LibraryError(f"{library.path}: is open for reading only; corrections need a library that may be written")
    rules = ""
    if lexica is not None:
        from briefing_tui.extracting.fingerprint import extraction_fingerprint  # noqa: PLC0415 - as above

        rules = extraction_fingerprint(lexica.own)
    with told_plainly(library.path):
        library.connection.execute("PRAGMA synchronous = FULL")
        try:
            with begin_batch(library, now=at, rules=rules) as batch:
                yield batch
        finally:
            library.connection.execute("PRAGMA synchronous = NORMAL")
