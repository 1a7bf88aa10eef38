"""The details of a candidate event: where, when, who was hit, how many."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import holder_of
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Actor

_ORIGINS: Final = frozenset({"from", "by", "with", "for", "than", "like"})
_NO_TARGET: Final = frozenset(
    {"missile_test", "nuclear_posture", "mobilisation", "exercise", "ceasefire", "prisoner_exchange", "air_alert"}
)
_BEARERS: Final = frozenset(
    {"force", "people", "munition", "vessel", "warship", "aircraft", "leader", "person", "armour", "captive"}
)
_FINITE_FORMS: Final = frozenset({"verb.ed", "verb.past"})
_LOCATIVE: Final = frozenset({"in", "at", "near", "over", "across", "on", "around", "outside"})
_INITIAL_TOKENS: Final = 6
_TOLL: Final = re.compile(r"(?i)\b(?:killed|wounded|injured|died|dead|hurt|burned|lives)\b[^;:”]*\b(?:when|after|as)\b[^;,]*$")
"""A main clause that tells the dead of what its subordinate clause tells: "two were killed on Friday when"."""
_SAYING: Final = frozenset(
    "called calls describes described says said considers considered regards regarded claims claimed denies denied insists insisted accused accuses blamed blames".split(
        " "
    )
)


def place_of(candidate: Candidate, parties: list[Party]) -> Location | None:
    """The most specific named place of the trigger's clause: what was hit first, then what stands nearest."""
    if candidate.place is not None:
        return candidate.place
    actor = candidate.actor
    best: tuple[tuple[int, int, int], Location] | None = None
    low, high = _clause(candidate)
    verbs = (hit for hit in candidate.passage.of("event", "deed") if hit.start >= candidate.end and hit.how in _FINITE_FORMS)
    following = list(dict.fromkeys(hit.start for hit in verbs))
    high = min([high, *(following if candidate.roles is not None else following[1:])])  # a noun's first verb is its own
    reading_text = candidate.passage.text
    for party in parties:
        location = party.place
        if location is None or (actor is not None and actor.start <= party.start < actor.end and actor.mention is not None):
            continue
        if party.mention is not None and party.actors and (party.mention.person is not None or _speaks(candidate.passage, party)):
            continue
        preposition = party.preposition
        labelled = reading_text[location.end - candidate.passage.start : location.end - candidate.passage.start + 1] == ":"
        if party.preposition is None and party not in candidate.objects and not labelled:
            continue  # a capital that speaks or acts
        if candidate.action == "weapons_authorisation" and party.preposition is None and party.actors:
            continue  # a capital that is allowed to
        inside = low <= party.start < high
        if not inside and not labelled and not _is_initial(candidate, party):
            continue
        if location.rank == 0 and party.mention is not None and party.mention.possessive:
            continue  # "Ukraine's first use" says whose, not where
        if location.rank == 0 and party.is_any(_BEARERS):
            continue  # "U.S. troops" says whose, not where
        if location.rank == 0 and (preposition in _ORIGINS or (party.mention is not None and preposition is None)):
            continue
        distance = party.start - candidate.end if party.start >= candidate.start else 2 * (candidate.start - party.end)
        key = (0 if inside else 1, (3 - location.rank) + 2 * (preposition in _ORIGINS), max(0, distance))
        if best is None or key < best[0]:
            best = (key, location)
    return best[1] if best is not None else None


def _speaks(passage: Passage, party: Party) -> bool:
    """Whether a capital is the one that calls or says: "what Tehran called bases"."""
    following = passage.token_at(party.end)
    return following < len(passage.tokens) and passage.tokens[following].low in _SAYING


def _is_initial(candidate: Candidate, party: Party) -> bool:
    """Whether a place opens the sentence: "In Kharkiv, …"."""
    passage = candidate.passage
    return party.end <= candidate.start and passage.token_at(party.start) <= _INITIAL_TOKENS and party.preposition in _LOCATIVE


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


def _clause(candidate: Candidate) -> tuple[int, int]:
    if candidate.roles is not None:
        return min(candidate.roles.start, candidate.start), max(candidate.roles.end, candidate.end)
    passage = candidate.passage
    low, high = passage.start, passage.end
    for token in passage.tokens:
        if token.low in {";", "after", "before", "while", "when"}:
            if token.end <= candidate.start:
                low = token.end
            elif token.start >= candidate.end:
                high = token.start
                break
    return low, high
