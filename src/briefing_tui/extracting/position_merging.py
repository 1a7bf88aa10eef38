"""One record per speaker and position: what one speaker says in several sentences to one effect is joined."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.positions import Position

_NEAR_PASSAGES: Final = 2
"""Sentences apart within which a speaker who keeps the same stance is still making the same point."""


def merge_positions(positions: list[Position]) -> list[Position]:
    """The positions in text order, those of one speaker to the same effect joined; the surest reading leads."""
    ordered = sorted(positions, key=lambda position: (position.start, -position.confidence))
    merged: list[Position] = []
    for position in ordered:
        twin = next((other for other in reversed(merged) if _same_point(other, position)), None)
        if twin is None:
            merged.append(position)
        else:
            merged[merged.index(twin)] = _joined(twin, position)
    return merged


def _same_point(one: Position, other: Position) -> bool:
    if one.action != other.action:
        return False
    if _overlap(one, other) and (one.speaker is None or other.speaker is None or one.speaker.key == other.speaker.key):
        return True
    if one.stance != other.stance or one.speaker is None or other.speaker is None or one.speaker.key != other.speaker.key:
        return False
    return abs(other.passage - one.passage) <= _NEAR_PASSAGES


def _overlap(one: Position, other: Position) -> bool:
    return any(start < last and first < end for start, end in one.triggers for first, last in other.triggers)


def _joined(one: Position, other: Position) -> Position:
    lead, rest = (one, other) if one.confidence >= other.confidence else (other, one)
    extra = [span for span in rest.triggers if not any(span[0] < end and start < span[1] for start, end in lead.triggers)]
    return replace(
        lead,
        triggers=[*lead.triggers, *extra],
        quote=lead.quote or rest.quote,
        directness=lead.directness if lead.quote is not None or rest.quote is None else rest.directness,
        toward=lead.toward or rest.toward,
        date=lead.date or rest.date,
    )
