"""The three lists a briefing is explored in, and the order of records in them."""

from __future__ import annotations

from typing import Final, Literal

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.records import AidItem, AidPackage, EscalationEvent, Record

Pane = Literal["aid", "reactions", "events"]
PANES: Final[tuple[Pane, ...]] = ("aid", "reactions", "events")


def pane_of(record: Record) -> Pane:
    """The pane that lists the record."""
    if isinstance(record, AidPackage | AidItem):
        return "aid"
    return "events" if isinstance(record, EscalationEvent) else "reactions"


def pane_records(briefing: Briefing, pane: Pane) -> list[Record]:
    """The records of one pane in the order they are listed: text order, with parts and items beneath their package."""
    own = [record for record in briefing.records if pane_of(record) == pane]
    if pane != "aid":
        return own
    beneath: dict[str, list[Record]] = {}
    for record in own:
        above = record_above(record)
        if above is not None:
            beneath.setdefault(above, []).append(record)
    listed: list[Record] = []
    seen: set[str] = set()

    def list_with_parts(record: Record) -> None:
        if record.id in seen:
            return
        seen.add(record.id)
        listed.append(record)
        for part in beneath.get(record.id, ()):
            list_with_parts(part)

    for record in own:
        if record_above(record) is None:
            list_with_parts(record)
    listed.extend(record for record in own if record.id not in seen)
    return listed


def record_above(record: Record) -> str | None:
    """The id of the package an item or a part stands beneath."""
    if isinstance(record, AidItem):
        return record.package
    return record.parent if isinstance(record, AidPackage) else None


def is_part(record: Record) -> bool:
    """Whether the record stands indented beneath another."""
    return record_above(record) is not None
