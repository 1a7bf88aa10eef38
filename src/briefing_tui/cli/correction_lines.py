"""Corrections and the fields they can set, as lines for people and objects for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from briefing_tui.library.corrections import Told
from briefing_tui.library.editable import editable_fields
from briefing_tui.library.overlay import Correction
from briefing_tui.model import Record
from briefing_tui.model.json_form import to_plain
from briefing_tui.model.safe_text import safe_line

_WHAT: Final = {"accept": "accepted", "reject": "rejected"}
_LONGEST: Final = 60


def correction_line(told: Told) -> str:
    """One correction: when, who, about what, what was said, what became of it, and the note."""
    correction = told.correction
    place = f"#{told.document}" if told.document is not None else correction.content_id
    about = f"{told.record or correction.record} in {place}" if correction.record else place
    state = "" if told.state in ("counts", "undo") else f"  ({told.state})"
    note = f"  “{correction.note}”" if correction.note else ""
    return safe_line(f"{correction.number}  {correction.at}  {correction.by}  {about}  {what_it_says(correction)}{state}{note}")


def what_it_says(correction: Correction) -> str:
    """What a correction says in a few words: "stance: oppose → warn"."""
    if correction.action == "edit":
        return f"{correction.field}: {_shown(correction.old)} → {_shown(correction.new)}"
    if correction.action == "publish":
        return f"published: {_day(correction.old)} → {_day(correction.new)}"
    if correction.action == "undo":
        return f"withdraws {correction.old}"
    return _WHAT[correction.action]


def correction_object(told: Told) -> dict[str, Any]:
    """The same for a program: all that is known; `record` is its id today, None for an orphan, `first_record` the one it had."""
    plain = asdict(told.correction)
    first = plain.pop("record")
    return {"state": told.state, "document": told.document, "record": told.record, "first_record": first, **plain}


def field_lines(record: Record) -> Iterator[str]:
    """The fields of a record that can be set, with their values and, where these are closed, the words there are."""
    fields = editable_fields(type(record))
    room = max(map(len, fields))
    yield f"{record.kind} {record.id}"
    for name, field in fields.items():
        choices = f"   ({', '.join(field.choices)})" if field.choices else ""
        yield f"  {name:<{room}} = {_shown(to_plain(getattr(record, name)))}{choices}"


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(_shown(part) for part in value)
    if isinstance(value, dict):
        return str(value.get("code", value))
    words = safe_line(str(value))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _day(value: Any) -> str:
    published = value.get("published") if isinstance(value, dict) else None
    return str(published) if published else "not known"
