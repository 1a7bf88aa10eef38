"""A document together with every record read from it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Annotated, Final, Literal

from briefing_tui.model.coverage import Coverage
from briefing_tui.model.document import Document
from briefing_tui.model.records import AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record
from briefing_tui.model.strictness import TOLD_APART_BY_KIND
from briefing_tui.model.values import Evidence
from briefing_tui.model.verification import evidence_faults, record_faults

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
    records: tuple[
        Annotated[AidPackage | AidItem | Reaction | EscalationEvent | Assessment, TOLD_APART_BY_KIND],
        ...,
    ] = ()
    coverage: Coverage | None = None
    """What no record used, when it was asked for."""
    seal: str | None = field(default=None, compare=False)
    """A sha256 over everything else in the JSON form, set when it is written (`json_form.seal_of`); None in memory."""

    def __post_init__(self) -> None:
        for fault in record_faults(self.records, self.text):
            raise EvidenceError(fault.message)


def check_evidence(record: Record, text: str) -> None:
    """Raise `EvidenceError` unless the record has a trigger and every span of it says exactly what `text` says there."""
    for fault in evidence_faults(record, text):
        raise EvidenceError(fault.message)


def trigger(record: Record) -> Evidence:
    """The first trigger span: the words that made the record."""
    return next(span for span in record.evidence if span.role == "trigger")


def with_records(document: Document, records: tuple[Record, ...], coverage: Coverage | None = None) -> Briefing:
    """The briefing of `document` with `records`; raises `EvidenceError` as `Briefing` does."""
    return Briefing(**{part.name: getattr(document, part.name) for part in fields(Document)}, records=records, coverage=coverage)
