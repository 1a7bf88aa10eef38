"""Who or what an event hit, and how many weapons or strikes it was."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import holder_of
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.model import Actor

_NO_TARGET: Final = frozenset(
    {"missile_test", "nuclear_posture", "mobilisation", "exercise", "ceasefire", "prisoner_exchange", "air_alert"}
)
_BEARERS: Final = frozenset(
    {"force", "people", "munition", "vessel", "warship", "aircraft", "leader", "person", "armour", "captive"}
)
_TOLL: Final = re.compile(r"(?i)\b(?:killed|wounded|injured|died|dead|hurt|burned|lives)\b[^;:”]*\b(?:when|after|as)\b[^;,]*$")
"""A main clause that tells the dead of what its subordinate clause tells: "two were killed on Friday when"."""


def targets_of(
    candidate: Candidate, actors: tuple[Actor, ...], place: Location | None, rivals: Rivals, parties: list[Party]
) -> tuple[tuple[Actor, ...], Party | None]:
    """Who was hit: the state or organisation named as object, else the place's state, else the actor's opponent."""
    codes = {actor.code for actor in actors}
    if candidate.action in _NO_TARGET:
        return (), None
    if candidate.action == "weapons_authorisation":
        allowed = [actor.code for party in candidate.objects if party is not candidate.actor for actor in party.actors]
        aimed_at = next((rival for rival in map(rivals.of, allowed) if rival is not None and rival.code not in codes), None)
        return ((aimed_at,) if aimed_at is not None else ()), None
    for party in candidate.objects:
        if candidate.action == "weapon_first_use" and party.is_any({"munition"}):
            continue  # "the use of French missiles" says whose make, not whom they hit
        bodies = party.is_any(_BEARERS | {"site", "territory"})
        others = tuple(
            actor for actor in party.actors if actor.code not in codes and (bodies or not actor.code.startswith("group:"))
        )
        if others and party is not candidate.actor:
            return others, party
    victims = _victims(candidate, parties, codes)
    if victims is not None:
        return victims.actors, victims
    holder = holder_of(candidate, place)
    if holder is not None and holder not in codes and place is not None and place.state in codes:
        return (rivals.actors.get(holder) or Actor(code=holder, name=holder, via="name"),), None
    if place is not None and place.state and place.state not in codes:
        known = rivals.actors.get(place.state)
        return (known or Actor(code=place.state, name=place.state, via="name"),), None
    for code in sorted(codes):
        rival = rivals.of(code)
        if rival is not None:
            return (rival,), None
    return (), None


def _victims(candidate: Candidate, parties: list[Party], codes: set[str]) -> Party | None:
    """The dead and wounded of a main clause whose subordinate tells the blow: "several peacekeepers were killed when their car …"."""
    passage = candidate.passage
    if not _TOLL.search(passage.text[: candidate.start - passage.start]):
        return None
    return next(
        (
            party
            for party in parties
            if party.end < candidate.start
            and party.preposition is None
            and party.is_any({"force", "people", "leader"})
            and any(not actor.code.startswith("group:") and actor.code not in codes for actor in party.actors)
        ),
        None,
    )


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
