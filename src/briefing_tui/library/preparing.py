"""A briefing made ready for the library: everything that can be done before its number is known, in any process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Final, NamedTuple

from briefing_tui.library.errors import LibraryError
from briefing_tui.library.indexing import Entries, prepare_entries
from briefing_tui.library.packing import pack_structure
from briefing_tui.library.row_numbers import FIRST_SENTENCE_UNIT, LAST_UNIT, day_number
from briefing_tui.library.texts import pack_text
from briefing_tui.model import Actor, Briefing, Record
from briefing_tui.model.json_form import to_plain
from briefing_tui.model.panes import PANES, pane_records
from briefing_tui.model.records import RECORD_CLASSES

_ROLES: Final = (("donors", "donor"), ("recipients", "recipient"), ("actors", "actor"), ("targets", "target"), ("about", "about"))


class PreparedRecord(NamedTuple):
    """One record as the tables have it; `unit` is its place in the document's part of the index."""

    unit: int
    ordinal: int
    id: str
    kind: str
    body: str
    evidence: tuple[tuple[int, str, int, int, str, str], ...]
    """Place, role, start, end, exact, rule."""
    actors: tuple[tuple[str, str], ...]
    """Role and code."""


class Prepared(NamedTuple):
    """A briefing as the tables have it, but for its number. Can be sent between processes."""

    id: str
    content_id: str
    sha256: str
    source_sha256: str
    title: str | None
    publisher: str | None
    published: str | None
    published_from: str
    url: str | None
    format: str
    encoding: str
    dateline: str | None
    notes: str
    characters: int
    structure: bytes
    parts: list[bytes]
    day: int
    counts: tuple[int, int, int]
    records: tuple[PreparedRecord, ...]
    actors: tuple[tuple[str, str], ...]
    """Code and name of every actor."""
    entries: Entries


MOST_RECORDS: Final = LAST_UNIT - FIRST_SENTENCE_UNIT
"""Records that a document has row ids for."""


def prepare(briefing: Briefing) -> Prepared:
    """The briefing made ready, as our rules read it; what people have said of its records is added when it is written.

    Raises:
        LibraryError: when it has too many records for one document.
    """
    if len(briefing.records) > MOST_RECORDS:
        raise LibraryError(
            f"makes {len(briefing.records):,} records, and one document of a library may have {MOST_RECORDS:,}; cut it into parts"
        )
    listed = [pane_records(briefing, pane) for pane in PANES]
    ordinals = {record.id: ordinal for ordinal, record in enumerate(briefing.records)}
    records: list[PreparedRecord] = []
    names: dict[str, str] = {}
    for number, record in enumerate(record for pane in listed for record in pane):
        actors: list[tuple[str, str]] = []
        for role, actor in record_actors(record):
            names.setdefault(actor.code, actor.name)
            actors.append((role, actor.code))
        records.append(
            PreparedRecord(
                unit=LAST_UNIT - number,
                ordinal=ordinals[record.id],
                id=record.id,
                kind=record.kind,
                body=record_body(record),
                evidence=tuple(
                    (place, span.role, span.start, span.end, span.exact, span.rule) for place, span in enumerate(record.evidence)
                ),
                actors=tuple(dict.fromkeys(actors)),
            )
        )
    return Prepared(
        id=briefing.id,
        content_id=briefing.content_id,
        sha256=briefing.sha256,
        source_sha256=briefing.source_sha256,
        title=briefing.title,
        publisher=briefing.publisher,
        published=briefing.published,
        published_from=briefing.published_from,
        url=briefing.url,
        format=briefing.format,
        encoding=briefing.encoding,
        dateline=briefing.dateline,
        notes=json.dumps(briefing.notes, ensure_ascii=False),
        characters=len(briefing.text),
        structure=pack_structure(briefing.blocks, briefing.sentences),
        parts=pack_text(briefing.text),
        day=day_number(briefing.published),
        counts=(len(listed[0]), len(listed[1]), len(listed[2])),
        records=tuple(records),
        actors=tuple(names.items()),
        entries=prepare_entries(briefing, {}),
    )


def record_body(record: Record) -> str:
    """The record's JSON without its evidence, keys in the order of the contract."""
    plain = {name: to_plain(getattr(record, name)) for name in _body_fields(record.kind)}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def record_actors(record: Record) -> Iterator[tuple[str, Actor]]:
    """Every actor of a record with the part it has in it."""
    for name, role in _ROLES:
        actors: tuple[Actor, ...] = getattr(record, name, ())
        for actor in actors:
            yield role, actor
    assessor: Actor | None = getattr(record, "assessor", None)
    if assessor is not None:
        yield "assessor", assessor
    if record.attribution is not None and record.attribution.source is not None:
        yield "source", record.attribution.source


@cache
def _body_fields(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(RECORD_CLASSES[kind]) if field.name != "evidence")
