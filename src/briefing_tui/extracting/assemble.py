"""The last stage: records of all kinds into one briefing, in text order, each id once."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Briefing, Record, trigger, with_records

_ORDER = {"aid_package": 0, "aid_item": 1, "reaction": 2, "escalation_event": 3, "assessment": 4}


def assemble(reading: Reading, records: Sequence[Record]) -> Briefing:
    """The briefing of the reading's document. Of two records with one id the first is kept."""
    unique: dict[str, Record] = {}
    for record in records:
        unique.setdefault(record.id, record)
    ordered = sorted(
        unique.values(), key=lambda record: (trigger(record).start, trigger(record).end, _ORDER[record.kind], record.id)
    )
    return with_records(reading.document, tuple(ordered))
