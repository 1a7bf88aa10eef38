"""People's corrections laid over extracted records. Pure: what was extracted stays as it was.

A correction is anchored by the text, the record's kind and its trigger. It finds its record by id; when today's rules read the
text otherwise, by the trigger that overlaps most. One that finds none is orphaned: it is kept, and shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from briefing_tui.library.day_spans import DATED, as_date_value
from briefing_tui.model import Record, trigger
from briefing_tui.model.json_form import to_plain
from briefing_tui.model.json_reading import FormError, fields_from_plain

Action = Literal["accept", "reject", "edit", "publish", "undo"]
Decision = Literal["accept", "reject"]

_DECIDED: Final = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one person said once. `kind`, `record`, `start` and `end` (of the first trigger) are None when it concerns the briefing.

    `old` and `new` are plain JSON values: of the field for an edit, of `published` and `published_from` for a day of publication;
    `old` of an undo is the number of the correction it withdraws. `at` is UTC, ISO 8601.
    """

    number: int
    content_id: str
    kind: str | None = None
    record: str | None = None
    """The id the record had when it was first corrected."""
    start: int | None = None
    end: int | None = None
    action: Action
    field: str | None = None
    old: Any = None
    new: Any = None
    note: str | None = None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a record stands: what its corrections hold on to."""

    id: str
    kind: str
    start: int
    end: int


def anchor_of(record: Record) -> Anchor:
    """The anchor of a record."""
    span = trigger(record)
    return Anchor(record.id, record.kind, span.start, span.end)


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that were not withdrawn, oldest first; undos are not among them."""
    ordered = sorted(corrections, key=lambda correction: correction.number)
    withdrawn = {correction.old for correction in ordered if correction.action == "undo"}
    return [correction for correction in ordered if correction.action != "undo" and correction.number not in withdrawn]


def effective(corrections: Iterable[Correction], homes: Mapping[int, str]) -> set[int]:
    """The numbers of the corrections that count today: the newest of a record's decisions, of each field, of the day of publication.

    `homes` is the result of `find_homes`.
    """
    newest: dict[tuple[str, str], int] = {}
    for correction in standing(corrections):
        if correction.action == "publish":
            newest[correction.content_id, "published"] = correction.number
        elif correction.number in homes:
            newest[homes[correction.number], correction.field or "decision"] = correction.number
    return set(newest.values())


def find_homes(corrections: Iterable[Correction], anchors: Sequence[Anchor]) -> dict[int, str]:
    """The id of the record that each correction of a record concerns today, by the correction's number; orphans are left out.

    All corrections with one id and kind move together, to where the newest of them stood. A record with corrections of its own is
    not given those of another that is gone, and no record gets those of two: a false record that someone rejected must not, when
    the rules have learnt, drag down its neighbour.
    """
    known = {(anchor.kind, anchor.id) for anchor in anchors}
    lost: dict[tuple[str, str], Correction] = {}
    homes: dict[int, str] = {}
    concerned = [correction for correction in corrections if correction.record is not None and correction.kind is not None]
    taken: set[tuple[str, str]] = set()
    for correction in concerned:
        key = (correction.kind or "", correction.record or "")
        if key in known:
            homes[correction.number] = key[1]
            taken.add(key)
        else:
            lost[key] = correction
    moved: dict[tuple[str, str], str] = {}
    pairs = sorted(
        (
            (-_overlap(anchor, correction), abs(anchor.start - (correction.start or 0)), key, anchor.id)
            for key, correction in lost.items()
            for anchor in anchors
            if anchor.kind == correction.kind and _overlap(anchor, correction) > 0
        ),
    )
    for _, _, key, record in pairs:
        if key not in moved and (key[0], record) not in taken:
            moved[key] = record
            taken.add((key[0], record))
    for correction in concerned:
        home = moved.get((correction.kind or "", correction.record or ""))
        if home is not None:
            homes[correction.number] = home
    return homes


def lay_over(records: Sequence[Record], corrections: Sequence[Correction]) -> tuple[tuple[Record, ...], dict[str, str]]:
    """The records as people have corrected them, and what was decided of them by id.

    A decision is "accepted" or "rejected", "edited" when only fields were changed, or "accepted edited". Rejected records are
    there still. What a person has looked at needs no review any more.
    """
    if not corrections:
        return tuple(records), {}
    homes = find_homes(corrections, [anchor_of(record) for record in records])
    mine: dict[str, list[Correction]] = {}
    for correction in standing(corrections):
        if correction.number in homes:
            mine.setdefault(homes[correction.number], []).append(correction)
    decisions: dict[str, str] = {}
    laid = []
    for record in records:
        made, decision = _corrected(record, mine.get(record.id, ()))
        laid.append(made)
        if decision:
            decisions[record.id] = decision
    return tuple(laid), decisions


def _corrected(record: Record, corrections: Iterable[Correction]) -> tuple[Record, str]:
    decided = ""
    changed: dict[str, Any] = {}
    for correction in corrections:
        if correction.action == "edit" and correction.field is not None:
            changed[correction.field] = correction.new
        else:
            decided = _DECIDED[correction.action]
    made = record
    edited = False
    for field, value in changed.items():
        other = with_field(made, field, value)
        if other is not None:
            made, edited = other, True
    words = [word for word in (decided, "edited" if edited else "") if word]
    if words:
        made = replace(made, needs_review=False)
    return made, "rejected" if decided == "rejected" else " ".join(words)


def with_field(record: Record, field: str, value: Any) -> Record | None:
    """The record with the plain `value` in `field`; None when the contract has no such field, or not of that form."""
    plain = {part.name: to_plain(getattr(record, part.name)) for part in fields(record) if part.name != "evidence"}
    if field not in plain:
        return None
    plain[field] = value
    try:
        if field in DATED:
            span = trigger(record)
            old = getattr(record, DATED[field])
            start, end = (span.start, span.end) if old is None else (old.start, old.end)
            plain[DATED[field]] = to_plain(as_date_value(value, start, end))
        return type(record)(**fields_from_plain(type(record), plain | {"evidence": []}) | {"evidence": record.evidence})
    except (FormError, TypeError, ValueError):
        return None


def _overlap(anchor: Anchor, correction: Correction) -> int:
    if correction.start is None or correction.end is None:
        return 0
    return min(anchor.end, correction.end) - max(anchor.start, correction.start)
