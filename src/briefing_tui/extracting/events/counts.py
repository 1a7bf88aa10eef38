"""How many weapons an event's clause counts."""

from __future__ import annotations

from briefing_tui.extracting.events.candidates import Candidate


def count_of(candidate: Candidate) -> tuple[int, int, int] | None:
    """How many weapons or strikes: the number right before the weapon or the event noun, as (count, start, end)."""
    heads = [party.start for party in candidate.weapons] + [candidate.hit.start]
    for quantity in candidate.passage.quantities:
        if quantity.value is None or quantity.unit is not None or quantity.value != quantity.value.to_integral_value():
            continue
        if any(0 <= head - quantity.end <= 24 for head in heads) or any(
            p.start <= quantity.start < p.end for p in candidate.weapons
        ):
            return int(quantity.value), quantity.start, quantity.end
    return None
