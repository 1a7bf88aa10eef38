"""Checks a briefing's JSON object against everything it promises: its form, its text, its evidence, its seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.json_form import seal_of
from briefing_tui.model.json_reading import FormError, fields_from_plain
from briefing_tui.model.verification import Fault, coverage_faults, document_faults, record_faults


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: how many records and spans of evidence were looked at, and every fault."""

    records: int
    spans: int
    faults: tuple[Fault, ...]


def check_sealed(value: Any) -> Checked:
    """Check `value`, one object as `extract` prints it and JSON parses it.

    Raises:
        FormError: when it is not of that form at all.
    """
    try:
        fields = fields_from_plain(Briefing, value)
    except FormError as error:
        if not isinstance(value, dict) or not {"seal", "form"} & value.keys() or value.get("seal") == seal_of(value):
            raise
        # It has our marks and another form: it is nothing foreign, and no later version either, it was changed.
        return Checked(0, 0, (Fault(None, f"changed since it was written: {error}"),))
    for name in ("form", "records", "seal"):
        if name not in value:
            raise FormError(f"the field {name!r} is missing")
    records = fields["records"]
    faults = [
        *document_faults(
            text=fields["text"],
            sha256=fields["sha256"],
            content_id=fields["content_id"],
            blocks=fields.get("blocks", ()),
            sentences=fields.get("sentences", ()),
        ),
        *record_faults(records, fields["text"]),
        *coverage_faults(fields.get("coverage"), fields["text"]),
    ]
    if not faults and value["seal"] != seal_of(value):
        faults.append(Fault(None, "changed since it was written: text and evidence agree, the seal over the rest does not"))
    return Checked(len(records), sum(len(record.evidence) for record in records), tuple(faults))
