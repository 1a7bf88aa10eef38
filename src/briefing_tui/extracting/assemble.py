"""The last stage: records of all kinds in one row, in text order, each id once."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.model import Record, trigger

_ORDER = {"aid_package": 0, "aid_item": 1, "reaction": 2, "escalation_event": 3, "assessment": 4}


def assemble(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records of one document. Of two records with one id the first is kept."""
    unique: dict[str, Record] = {}
    for record in records:
        unique.setdefault(record.id, record)
    ordered = sorted(
        unique.values(), key=lambda record: (trigger(record).start, trigger(record).end, _ORDER[record.kind], record.id)
    )
    return tuple(ordered)
