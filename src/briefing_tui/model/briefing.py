"""A document together with every record read from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Literal

from briefing_tui.model.document import Document
from briefing_tui.model.records import AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record
from briefing_tui.model.values import Evidence

FORMAT: Final = "briefing-tui/1"
"""Name and major version of the JSON form. Fields may be added within a version; none changes its meaning."""


class EvidenceError(ValueError):
    """A record's evidence does not resolve in its text. The message names record, role and offsets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing(Document):
    """A document and its records, in order of their trigger.

    Cannot be made when any evidence does not resolve, when two records share an id, or when a record
    refers to a package that is not there.

    Raises:
        EvidenceError: naming the record and the place.
    """

    form: Literal["briefing-tui/1"] = FORMAT
    records: tuple[AidPackage | AidItem | Reaction | EscalationEvent | Assessment, ...] = ()

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for record in self.records:
            if record.id in seen:
                raise EvidenceError(f"two records share the id {record.id}")
            seen.add(record.id)
            check_evidence(record, self.text)
        for record in self.records:
            parent = record.package if isinstance(record, AidItem) else record.parent if isinstance(record, AidPackage) else None
            for reference in (parent, *(record.items if isinstance(record, AidPackage) else ())):
                if reference is not None and reference not in seen:
                    raise EvidenceError(f"{record.kind} {record.id} refers to {reference}, which is not in the briefing")


def check_evidence(record: Record, text: str) -> None:
    """Raise `EvidenceError` unless the record has a trigger and every span of it says exactly what `text` says there."""
    if not any(span.role == "trigger" for span in record.evidence):
        raise EvidenceError(f"{record.kind} {record.id} has no trigger evidence")
    for span in record.evidence:
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.exact:
            raise EvidenceError(
                f"{record.kind} {record.id}: {span.role} evidence at {span.start}-{span.end} does not read {span.exact!r} in the text"
            )


def trigger(record: Record) -> Evidence:
    """The first trigger span: the words that made the record."""
    return next(span for span in record.evidence if span.role == "trigger")


def with_records(document: Document, records: tuple[Record, ...]) -> Briefing:
    """The briefing of `document` with `records`; raises `EvidenceError` as `Briefing` does."""
    return Briefing(**{field.name: getattr(document, field.name) for field in fields(Document)}, records=records)
