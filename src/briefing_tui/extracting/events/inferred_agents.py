"""Who did what no words say who did: the movement whose ground it came from, the army that tells of it, the side opposed to whoever was hit.

Nothing is inferred where the text says that nobody is known, or where the publisher takes no side.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing_tui.extracting.events.candidates import ROCKETEERS, Candidate
from briefing_tui.extracting.events.doers import Doer, holder_of
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.events.unnamed_forces import state_side
from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_OWN_STEPS: Final = frozenset(
    {
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
    }
)
"""What only its own author's name tells: nobody is opposed to whom it was done to."""
_BLOWS: Final = frozenset({"strike", "ground_assault", "territory_change", "naval_incident", "targeted_killing"})
_STATE_CODE: Final = 3
_FROM: Final = compile_later(r"\b(?:from|out of)\s+(?:southern |northern |the |inside |positions in )*$", re.IGNORECASE)
_FROM_REACH: Final = 40
_LAUNCH_GROUNDS: Final = {
    "LBN": ("org:Hezbollah",),
    "YEM": ("org:Houthis",),
    "PSE": ("org:Hamas", "org:Palestinian Islamic Jihad"),
    "IRQ": ("org:Islamic Resistance in Iraq", "org:Kataib Hezbollah"),
}
"""States from whose ground movements fire, with the movements."""
_ROUTES: Final = re.compile(r"red sea|gulf of aden|bab[ -]?(?:el|al)[ -]?mand[ae]b", re.IGNORECASE)
"""Waters where the ships are attacked by one movement, whenever a text names it."""
_SOLDIERS: Final = compile_later(
    r"\b(?:army|military|air force|navy|armed forces|defen[cs]e (?:ministry|minister|forces|secretary)|ministry of (?:national )?defen[cs]e|general staff|pentagon"
    r"|idf|centcom|central command|coast guard|security forces|revolutionary guards?|sbu)\b",
    re.IGNORECASE,
)
_UNKNOWN: Final = compile_later(
    r"\b(?:did|has|have|had) not (?:immediately |yet )?(?:comment|commented|claim|claimed|said who)\b|\bdeclined to comment\b|\bno (?:immediate )?claims? of responsibility\b"
    r"|\bno (?:group|one|side|party)\b[^.;]{0,30}\bclaimed\b|\b(?:not|un)(?: immediately)? ?(?:known|clear) who\b|\bnot (?:know|say|said) who\b|\bsource of (?:the )?fire\b|\bunidentified\b",
    re.IGNORECASE,
)
_IMPARTIAL: Final = compile_later(
    r"\b(?:OCHA|UNICEF|UNHCR|UNRWA|WFP|IOM|MSF|United Nations|UN|ICRC|Red Cross|Red Crescent|Relief|Humanitarian|Médecins|Doctors Without Borders|Save the Children|ReliefWeb)\b"
)


def inferred_doer(reading: Reading, candidate: Candidate, place: Location | None, source: Mention | None, rivals: Rivals) -> Doer:
    """The most likely author, with the rule that found him; nobody where nothing tells."""
    if candidate.hit.entry.key in {"clash", "fighting"} and candidate.rule != "reference":
        return Doer((), None, "unknown")
    if candidate.action == "air_defence_intercept":
        return _interceptor(candidate, place, source, rivals)
    if candidate.action in _OWN_STEPS or candidate.action == "other":
        return Doer((), None, "unknown")
    ground = launching_ground(reading, candidate, rivals)
    if ground is not None:
        return Doer((ground.actor,), (ground.start, ground.end), "launching-ground")
    found = _telling_army(reading, candidate, place, source)
    if found is not None:
        return found
    if _is_unknown(reading, candidate):
        return Doer((), None, "unknown")
    return _opposed(candidate, place, rivals)


def _interceptor(candidate: Candidate, place: Location | None, source: Mention | None, rivals: Rivals) -> Doer:
    """Who shot something down: the state below, the speaker, or the side opposed to what was shot down."""
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


class LaunchingGround(NamedTuple):
    """A movement and the words that name the ground its missiles came from."""

    actor: Actor
    start: int
    end: int


def launching_ground(reading: Reading, candidate: Candidate, rivals: Rivals) -> LaunchingGround | None:
    """The movement a text names whose ground the missiles came from: "rockets fired from southern Lebanon"."""
    passage = candidate.passage
    for hit in passage.of("state"):
        if hit.entry.key not in _LAUNCH_GROUNDS or not -_FROM_REACH <= hit.start - candidate.hit.end <= _FROM_REACH:
            continue
        if not _FROM.search(reading.text, max(passage.start, hit.start - _FROM_REACH), hit.start):
            continue
        movement = next((rivals.actors[code] for code in _LAUNCH_GROUNDS[hit.entry.key] if code in rivals.actors), None)
        if movement is not None:
            return LaunchingGround(movement, hit.start, hit.end)
    return None


def _telling_army(reading: Reading, candidate: Candidate, place: Location | None, source: Mention | None) -> Doer | None:
    """The army that tells of a blow on another's ground or men, which is its own: "bombers hit bunkers in Yemen, the Pentagon says"."""
    if source is None or candidate.action not in _BLOWS or not source.actors:
        return None
    codes = {actor.code for actor in source.actors}
    if any(len(code) != _STATE_CODE for code in codes) or (place is not None and (place.state is None or place.state in codes)):
        return None
    if any(actor.code in codes for party in candidate.objects for actor in party.actors):
        return None
    if place is None and not any(party.actors or party.is_any({"group"}) for party in candidate.objects):
        return None
    words = reading.text[source.start : source.end]
    if not (_SOLDIERS.search(words) or _SOLDIERS.match(reading.text[source.end : source.end + 30].lstrip("’'s "))):
        return None
    return Doer(source.actors, (source.start, source.end), "army-that-tells")


def _is_unknown(reading: Reading, candidate: Candidate) -> bool:
    """Whether the text keeps the author open, or its publisher names none on principle."""
    passage = candidate.passage
    publisher = reading.document.publisher
    if publisher and _IMPARTIAL.search(publisher):
        return True
    for near in reading.passages[passage.index : passage.index + 2]:
        if near.sentence.block == passage.sentence.block and _UNKNOWN.search(near.text):
            return True
    return False


def _opposed(candidate: Candidate, place: Location | None, rivals: Rivals) -> Doer:
    """The side opposed to the occupier, the target or the state of the place."""
    holder = holder_of(candidate, place)
    if holder is not None and holder in rivals.actors:
        rival = rivals.of(holder)
        if rival is not None:
            return Doer((rival,), None, "opposed-to-the-occupier")
    on_route = place is not None and (
        _ROUTES.search(place.name) is not None or (candidate.action == "naval_incident" and place.state == "YEM")
    )
    if on_route and "org:Houthis" in rivals.actors:
        return Doer((rivals.actors["org:Houthis"],), None, "attacker-of-the-route")
    flown = candidate.hit.entry.key == "air_strike" or any(party.is_any({"aircraft"}) for party in _with_what(candidate))
    for party in candidate.objects:
        if party.preposition is None and "leader" in party.classes and party is not candidate.objects[0]:
            break  # the subject of the next clause
        for actor in party.actors:
            rival = rivals.of(actor.code)
            if rival is not None and not (flown and _has_no_aircraft(rival)):
                return Doer((rival,), None, "opposed-to-the-target")
    at_home = place is not None and place.state is not None and candidate.action == "strike" and rivals.at_home.get(place.state)
    if flown or (at_home and _by_drone(candidate) and not set(at_home) & ROCKETEERS):
        state = _state_at_war_within(place, rivals) or state_side(rivals)
        if state is not None and (place is None or place.state in {None, state.code}):
            return Doer((state,), None, "side-with-aircraft")
    if place is not None and place.state:
        rival = rivals.of(place.state)
        if rival is not None and not (
            at_home and (rival.code in at_home or candidate.hit.entry.key == "shelling")
        ):  # in a war at home either side shells
            return Doer((rival,), None, "opposed-to-the-place")
    return Doer((), None, "unknown")


def _with_what(candidate: Candidate) -> tuple[Party, ...]:
    """What did it, where that is a thing, and the weapons named with it."""
    return candidate.weapons if candidate.doer is None else (candidate.doer, *candidate.weapons)


def _has_no_aircraft(actor: Actor) -> bool:
    """Whether it is a side without an air force."""
    return actor.code == "PSE" or actor.code.startswith("org:")


def _by_drone(candidate: Candidate) -> bool:
    """Whether a drone is what struck."""
    parties = [party for party in (candidate.doer, *candidate.weapons) if party is not None]
    text, base = candidate.passage.text, candidate.passage.start
    return any("drone" in text[party.start - base : party.end - base].lower() for party in parties)


def _state_at_war_within(place: Location | None, rivals: Rivals) -> Actor | None:
    """The state of the place, where the text tells of its war with a movement at home."""
    if place is None or place.state is None or place.state not in rivals.actors:
        return None
    rival = rivals.of(place.state)
    return rivals.actors[place.state] if rival is not None and rival.code in rivals.at_home.get(place.state, ()) else None
