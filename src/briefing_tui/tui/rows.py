"""One row of text for each record: what the panes list and the plain summary prints. Pure; every string is safe for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from briefing_tui.model import AidItem, AidPackage, Assessment, Briefing, EscalationEvent, Reaction, Record, trigger
from briefing_tui.tui.safe_text import safe_line
from briefing_tui.tui.wording import (
    DIRECTNESS_WORDS,
    REACTION_ACTION_WORDS,
    STANCE_WORDS,
    actor_codes,
    actor_names,
    event_action_words,
    item_words,
    package_words,
)

Pane = Literal["aid", "reactions", "events"]
PANES: Final[tuple[Pane, ...]] = ("aid", "reactions", "events")
PANE_TITLES: Final[dict[Pane, str]] = {
    "aid": "Aid inventory",
    "reactions": "International reactions",
    "events": "Escalation events",
}
EMPTY_WORDS: Final[dict[Pane, str]] = {
    "aid": "No aid found in this text",
    "reactions": "No reactions found in this text",
    "events": "No escalation events found in this text",
}
COLUMNS: Final[dict[Pane, tuple[str, ...]]] = {
    "aid": ("what", "flow", "status", "modality"),
    "reactions": ("who", "stance", "how", "words", "modality"),
    "events": ("date", "action", "who", "place", "modality"),
}
"""What the cells of a row are, in their order."""
UNDATED: Final = "undated"
"""The date of an event whose text gives none."""


@dataclass(frozen=True, slots=True)
class RowText:
    """The cells of one record in the order of `COLUMNS`; `short` are briefer forms for narrow panes, where there are any."""

    cells: tuple[str, ...]
    short: tuple[str, ...]
    indent: int = 0
    """1 for an item beneath its package, or a part beneath its whole."""


def pane_of(record: Record) -> Pane:
    """The pane that lists the record."""
    if isinstance(record, AidPackage | AidItem):
        return "aid"
    return "events" if isinstance(record, EscalationEvent) else "reactions"


def pane_records(briefing: Briefing, pane: Pane) -> list[Record]:
    """The records of one pane in the order they are listed: text order, with parts and items beneath their package."""
    records = [record for record in briefing.records if pane_of(record) == pane]
    if pane != "aid":
        return records
    beneath: dict[str, list[Record]] = {}
    for record in records:
        above = _above(record)
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

    for record in records:
        if _above(record) is None:
            list_with_parts(record)
    listed.extend(record for record in records if record.id not in seen)
    return listed


def is_part(record: Record) -> bool:
    """Whether the record stands indented beneath another."""
    return _above(record) is not None


def row_text(record: Record) -> RowText:
    """The cells of a record's row."""
    match record:
        case AidPackage():
            flow, short_flow = _flow(record)
            what = package_words(record, trigger(record).exact)
            return _row(
                (what, flow, record.status.replace("_", " "), record.modality), {1: short_flow}, int(record.parent is not None)
            )
        case AidItem():
            flow, short_flow = ("", "") if record.package else _flow(record)
            cells = (item_words(record), flow, record.status.replace("_", " "), record.modality)
            return _row(cells, {1: short_flow}, int(record.package is not None))
        case Reaction():
            who = " · ".join(filter(None, (actor_names(record.actors), _speaker(record)))) or "someone"
            short_who = " · ".join(filter(None, (actor_codes(record.actors), _speaker(record)))) or "someone"
            stance = REACTION_ACTION_WORDS[record.action] if record.action else STANCE_WORDS[record.stance]
            words = f"“{safe_line(record.quote)}”" if record.quote else safe_line(trigger(record).exact)
            return _row((who, stance, DIRECTNESS_WORDS[record.directness], words, record.modality), {0: short_who})
        case EscalationEvent():
            action = event_action_words(record.action)
            if record.count is not None and record.count > 1:
                action = f"{action} × {record.count}"
            sides = " → ".join(filter(None, (actor_names(record.actors), actor_names(record.targets))))
            codes = " → ".join(filter(None, (actor_codes(record.actors), actor_codes(record.targets))))
            if record.targets and not record.actors:
                sides, codes = f"→ {sides}", f"→ {codes}"
            return _row(
                (safe_line(record.date or "") or UNDATED, action, sides, safe_line(record.place or ""), record.modality),
                {2: codes},
            )
        case Assessment():
            who = safe_line(record.assessor.name) if record.assessor else "someone"
            return _row((who, "assesses", DIRECTNESS_WORDS["indirect"], safe_line(record.content), record.modality), {})


def one_line(record: Record) -> str:
    """The record in one line of words, for lists outside the explorer."""
    return "  ".join(filter(None, row_text(record).cells))


def briefing_heading(briefing: Briefing) -> str:
    """Title, publisher and date of a briefing on one line; its first words where it has no title."""
    title = safe_line(briefing.title or "") or safe_line(briefing.text[:200])[:60] or "Untitled"
    parts = [title, safe_line(briefing.publisher or ""), safe_line(briefing.published or "")]
    return " · ".join(filter(None, parts))


def _row(cells: tuple[str, ...], short: dict[int, str], indent: int = 0) -> RowText:
    return RowText(cells, tuple(short.get(index, cell) for index, cell in enumerate(cells)), indent)


def _above(record: Record) -> str | None:
    if isinstance(record, AidItem):
        return record.package
    return record.parent if isinstance(record, AidPackage) else None


def _flow(record: AidPackage | AidItem) -> tuple[str, str]:
    if not record.donors and not record.recipients:
        return "", ""
    names = f"{actor_names(record.donors) or '?'} → {actor_names(record.recipients) or '?'}"
    return names, f"{actor_codes(record.donors) or '?'} → {actor_codes(record.recipients) or '?'}"


def _speaker(record: Reaction) -> str:
    return safe_line(record.person or "") or safe_line(record.role or "")
