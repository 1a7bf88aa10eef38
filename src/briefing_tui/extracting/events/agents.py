"""Who did it: the actor of an event's clause, else what the sentence, the speaker and the sides of the text tell."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer, earlier_subject, holder_of
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.events.unnamed_forces import army_of_the_place, speakers_own, state_side, unnamed_force
from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.model import Actor

_BOTH_SIDES: Final = frozenset({"ceasefire", "prisoner_exchange"})
_NAVIES: Final = {
    "USS": ("USA", "United States"),
    "USNS": ("USA", "United States"),
    "HMS": ("GBR", "United Kingdom"),
    "HMAS": ("AUS", "Australia"),
    "HMCS": ("CAN", "Canada"),
    "BRP": ("PHL", "Philippines"),
    "ROKS": ("KOR", "South Korea"),
    "JS": ("JPN", "Japan"),
}
_PREFIX: Final = re.compile(r"\b(?:USS|USNS|HMS|HMAS|HMCS|BRP|ROKS|JS)\b")
_STATE_STEPS: Final = frozenset({"nuclear_posture", "mobilisation", "weapons_authorisation", "weapon_first_use"})


def doer_of(
    reading: Reading,
    candidate: Candidate,
    source: Mention | None,
    place: Location | None,
    rivals: Rivals,
    *,
    spoken: bool = False,
) -> Doer:
    """The actors of a candidate: the clause's own, its pronoun's antecedent, else the side opposed to whoever was hit.

    `spoken` tells that somebody says it, even where `source`, who it is, is not known.
    """
    action = candidate.action
    if action in _BOTH_SIDES:
        return _both_sides(candidate, rivals)
    ship = _ship_flag(reading, candidate)
    if ship is not None:
        return ship
    army = army_of_the_place(reading, candidate, place, rivals)
    if army is not None:
        return army
    own = speakers_own(reading, candidate, source)
    if own is not None:
        return own
    if candidate.actor is not None and candidate.actor.actors:
        return Doer(candidate.actor.actors, (candidate.actor.start, candidate.actor.end), "subject")
    if candidate.pronoun is not None:
        named = source or earlier_subject(reading, candidate)
        if named is not None:
            return Doer(named.actors, (candidate.pronoun.start, candidate.pronoun.end), "pronoun")
    between = next((party for party in candidate.objects if party.preposition == "between" and len(party.actors) > 1), None)
    if between is not None and candidate.action in {"ground_assault", "exercise"}:
        return Doer(between.actors, (between.start, between.end), "between")
    found = unnamed_force(reading, candidate, source, place, rivals, spoken=spoken) or _sentence_subject(reading, candidate)
    return found or _opposed(candidate, place, source, rivals)


def _both_sides(candidate: Candidate, rivals: Rivals) -> Doer:
    found: dict[str, Actor] = {}
    span: tuple[int, int] | None = None
    for party in (candidate.actor, *candidate.objects):
        if party is not None and party.actors and party.preposition in {None, "between", "with", "of", "by", "from", "and"}:
            for actor in party.actors:
                found.setdefault(actor.code, actor)
            span = span or (party.start, party.end)
    sides = rivals.sides()
    third = bool(sides) and not any(side.code in found for side in sides) and candidate.hit.entry.key == "ceasefire"
    if len(found) == 1 and candidate.action == "ceasefire" and (third or not _is_own(candidate)):
        found, span = {}, None  # who announced or brokered it is no party to it
    if len(found) == 1 and candidate.action == "prisoner_exchange":
        other = rivals.of(next(iter(found)))
        if other is not None:
            found.setdefault(other.code, other)
    if found:
        return Doer(tuple(found.values()), span, "parties")
    return Doer(sides, None, "sides-of-the-text")


def _is_own(candidate: Candidate) -> bool:
    """Whether one side alone is said to stop: "they will hold their fire", "Houthis announced a truce"."""
    return candidate.roles is not None or candidate.hit.entry.key == "ceasefire_verb" or candidate.actor is not None


def _ship_flag(reading: Reading, candidate: Candidate) -> Doer | None:
    """The state whose navy a ship's prefix names: "USS Carl Vinson", "HMS Somerset"."""
    party = candidate.doer
    if party is None or not party.is_any({"warship", "vessel", "weapon"}):
        return None
    match = _PREFIX.search(reading.text, max(candidate.passage.start, party.start - 8), min(candidate.passage.end, party.end + 8))
    if match is None:
        return None
    code, name = _NAVIES[match[0]]
    return Doer((Actor(code=code, name=name, via="name"),), (match.start(), match.end()), "ship-prefix")


def _sentence_subject(reading: Reading, candidate: Candidate) -> Doer | None:
    """For a participle, and for steps only a state takes: the first actor named before the trigger, else in the sentence before."""
    participle = candidate.hit.how.endswith(".ing") and candidate.doer is None
    if (
        not participle
        and candidate.action not in _STATE_STEPS
        and not (candidate.action == "exercise" and candidate.roles is None)
    ):
        return None
    if candidate.roles is not None and candidate.roles.passive:
        return None
    earlier = reading.passages[candidate.passage.index - 1].mentions if candidate.passage.index else []
    for mention in (
        *(m for m in candidate.passage.mentions if m.end <= candidate.start),
        *(m for m in earlier if not m.adjective),
    ):
        actors = tuple(actor for actor in mention.actors if not actor.code.startswith("group:"))
        if actors:
            return Doer(actors, (mention.start, mention.end), "first-named")
    return None


def _opposed(candidate: Candidate, place: Location | None, source: Mention | None, rivals: Rivals) -> Doer:
    action = candidate.action
    if candidate.hit.entry.key in {"clash", "fighting", "offensive_noun"} and candidate.rule != "reference":
        return Doer((), None, "unknown")
    if action == "air_defence_intercept":
        if place is not None and place.state in rivals.actors:
            return Doer((rivals.actors[place.state],), None, "state-of-the-place")
        if place is None and source is not None and source.actors and not source.actors[0].code.startswith("group:"):
            return Doer(source.actors, (source.start, source.end), "speaker")
        for party in candidate.weapons:
            for actor in party.actors:
                rival = rivals.of(actor.code)
                if rival is not None:
                    return Doer((rival,), None, "opposed-to-the-weapon")
        return Doer((), None, "unknown")
    if action in {
        "withdrawal",
        "mobilisation",
        "nuclear_posture",
        "exercise",
        "troop_deployment",
        "missile_test",
        "air_alert",
        "targeted_killing",
        "abduction",
        "weapons_authorisation",
    }:
        return Doer((), None, "unknown")
    holder = holder_of(candidate, place)
    if holder is not None and holder in rivals.actors:
        rival = rivals.of(holder)
        if rival is not None:
            return Doer((rival,), None, "opposed-to-the-occupier")
    for party in candidate.objects:
        for actor in party.actors:
            rival = rivals.of(actor.code)
            if rival is not None:
                return Doer((rival,), None, "opposed-to-the-target")
    if candidate.hit.entry.key == "air_strike" or any(party.is_any({"aircraft"}) for party in candidate.weapons):
        state = state_side(rivals)
        if state is not None and (place is None or place.state in {None, state.code}):
            return Doer((state,), None, "side-with-aircraft")
    if place is not None and place.state:
        rival = rivals.of(place.state)
        if rival is not None:
            return Doer((rival,), None, "opposed-to-the-place")
    return Doer((), None, "unknown")
