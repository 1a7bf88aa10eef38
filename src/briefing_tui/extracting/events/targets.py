"""Who or what an event hit: whom its clause names, else whose ground it happened on, else the actor's opponent."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer, holder_of
from briefing_tui.extracting.events.inferred_agents import launching_ground
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import IRREGULARS
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Actor

_FLAGS: Final = ("-flagged", "-owned", "-registered", "-operated", "-linked")
_NO_TARGET: Final = frozenset({"missile_test", "nuclear_posture", "mobilisation", "ceasefire", "prisoner_exchange"})
_UNOPPOSED: Final = frozenset(
    {
        "naval_incident",
        "abduction",
        "targeted_killing",
        "exercise",
        "air_alert",
        "troop_deployment",
        "crackdown",
        "blockade",
        "sabotage",
        "cyber",
    }
)
"""What is not done to the opponent for want of another: ships, people and cables may be anybody's."""
_BEARERS: Final = frozenset(
    {"force", "people", "munition", "vessel", "warship", "aircraft", "leader", "person", "armour", "captive"}
)
_SURROUNDING: Final = frozenset({"around", "near", "off", "against"})
_FACING: Final = frozenset({"against", "near", "to", "along", "on", "at"})
_ANSWERS: Final = frozenset({"retaliation", "response", "revenge", "reprisal", "reply", "avenge", "retaliate", "help", "support"})
_JOINED: Final = frozenset({"and", ",", "in", "the", "its", "as", "well", "at", "toward", "against", "on"})
_TOLL: Final = re.compile(r"(?i)\b(?:killed|wounded|injured|died|dead|hurt|burned|lives)\b[^;:”]*\b(?:when|after|as)\b[^;,]*$")
"""A main clause that tells the dead of what its subordinate clause tells: "two were killed on Friday when"."""
_HELD_BY: Final = {"YEM": ("org:Houthis", frozenset({"ISR", "USA", "GBR"}))}
"""States where strikes by these aim at the movement that rules there, whenever the text names it."""
_STATE_CODE: Final = 3


class Target(NamedTuple):
    """Who was hit, the words that say so (None where the place or the sides tell), and the rule."""

    actors: tuple[Actor, ...]
    party: Party | None
    rule: str


def targets_of(
    reading: Reading, candidate: Candidate, doer: Doer, place: Location | None, *, rivals: Rivals, parties: list[Party]
) -> Target:
    """Who was hit; who left a place left it to his enemy or to nobody."""
    found = _targets_of(reading, candidate, doer, place, rivals=rivals, parties=parties)
    if candidate.action != "withdrawal":
        return found
    enemies = tuple(a for a in found.actors if any(_are_enemies(a.code, own.code, rivals) for own in doer.actors))
    return Target(enemies, found.party if enemies else None, found.rule if enemies else "none")


def _targets_of(
    reading: Reading, candidate: Candidate, doer: Doer, place: Location | None, *, rivals: Rivals, parties: list[Party]
) -> Target:
    codes = {actor.code for actor in doer.actors}
    if candidate.action in _NO_TARGET:
        return Target((), None, "none")
    if candidate.action == "weapons_authorisation":
        return _aimed_at(candidate, codes, place, rivals)
    if candidate.action == "troop_deployment":
        return _faced(candidate, codes, rivals)
    if candidate.action == "exercise":
        around = next((p for p in candidate.objects if p.preposition in _SURROUNDING and p.actors and p.place is not None), None)
        others = tuple(actor for actor in around.actors if actor.code not in codes) if around is not None else ()
        return Target(others, around if others else None, "drilled-around")
    if candidate.action == "air_defence_intercept":
        owner = _owner_of_the_missile(reading, candidate, rivals)
        if owner is not None:
            return owner
    if doer.rule == "both-sides" or (len(codes) == 2 and candidate.hit.entry.key == "exchange_fire"):
        return Target(doer.actors, None, "each-other")
    flag = _flag(candidate) if candidate.action == "naval_incident" else None
    if flag is not None and flag not in codes:
        return Target((_actor(flag, rivals),), None, "flag")
    named = _named(candidate, codes)
    if named is not None:
        ruler = (
            _ruler(named.actors[0].code, codes, rivals) if len(named.actors) == 1 and named.party and named.party.place else None
        )
        return named if ruler is None else Target((ruler,), named.party, "ruler-of-the-place")
    victims = _victims(candidate, parties, codes)
    if victims is not None:
        return Target(victims.actors, victims, "victims")
    return _of_the_place(candidate, doer, place, rivals)


def _are_enemies(left: str, right: str, rivals: Rivals) -> bool:
    """Whether two fight each other in the text, as states or as a state and a movement at its home."""
    return rivals.opposed(left, right) or left in rivals.at_home.get(right, ()) or right in rivals.at_home.get(left, ())


def _flag(candidate: Candidate) -> str | None:
    """The state whose flag or owner a ship has: "a Ruritanian-flagged tanker", "an Elbonian-owned bulker"."""
    passage = candidate.passage
    for hit in passage.of("state"):
        if candidate.start <= hit.start and passage.text[hit.end - passage.start :].startswith(_FLAGS):
            return hit.entry.key
    return None


def _aimed_at(candidate: Candidate, codes: set[str], place: Location | None, rivals: Rivals) -> Target:
    """Against whom weapons were allowed: the state they may strike in, else the opponent of who may use them."""
    over = next(
        (p for p in candidate.objects if p.preposition in {"over", "into", "inside", "against", "in", "on"} and p.actors), None
    )
    allowed = [actor.code for party in candidate.objects if party is not candidate.actor for actor in party.actors]
    if over is not None and any(rivals.of(actor.code) is not None and actor.code not in codes for actor in over.actors):
        return Target(over.actors, over, "object")
    aimed_at = next((rival for rival in map(rivals.of, allowed) if rival is not None and rival.code not in codes), None)
    if aimed_at is None and place is not None and place.state in rivals.actors and place.state not in codes:
        aimed_at = rivals.actors[place.state]
    return Target((aimed_at,) if aimed_at is not None else (), None, "opponent-of-the-allowed")


def _faced(candidate: Candidate, codes: set[str], rivals: Rivals) -> Target:
    """Whom troops were sent against: the neighbour whose border they went to, or the enemy of whom they fight beside."""
    passage = candidate.passage
    words = passage.text[max(0, candidate.start - passage.start) :].lower()[:200]
    for party in candidate.objects:
        others = tuple(actor for actor in party.actors if actor.code not in codes and len(actor.code) == _STATE_CODE)
        if others and party.preposition in _FACING and (party.is_any({"border"}) or party.preposition == "against"):
            return Target(others, party, "object")
    bordering = re.search(r"\bborder(?:s|ing)? (?:with |of )?", words)
    if bordering is not None:
        start = candidate.start + bordering.end()
        neighbour = next(
            (p for p in passage.mentions if p.actors and 0 <= p.start - start <= 4 and p.actors[0].code not in codes), None
        )
        if neighbour is not None:
            return Target(neighbour.actors, None, "bordering")
    if any(cue in words for cue in ("alongside", "fight for", "help ", "support of")):
        for mention in passage.mentions:
            if mention.start >= candidate.hit.start - 60 and mention.actors and mention.actors[0].code not in codes:
                rival = rivals.of(mention.actors[0].code)
                if rival is not None and rival.code not in codes:
                    return Target((rival,), None, "enemy-of-the-helped")
    return Target((), None, "none")


def _owner_of_the_missile(reading: Reading, candidate: Candidate, rivals: Rivals) -> Target | None:
    """Whose missile or drone was shot down: its own flag, or the movement on whose ground it was launched."""
    for party in candidate.objects:
        if party.actors and party.is_any({"munition", "aircraft", "sea_drone"}):
            return Target(party.actors, party, "object")
    ground = launching_ground(reading, candidate, rivals)
    return Target((ground.actor,), None, "launching-ground") if ground is not None else None


def _named(candidate: Candidate, codes: set[str]) -> Target | None:
    """Whom the clause names as hit, and those joined to them: "toward U.S. ships and cities in Israel"."""
    passage = candidate.passage
    for index, party in enumerate(candidate.objects):
        if candidate.action == "weapon_first_use" and party.is_any({"munition"}):
            continue  # "the use of French missiles" says whose make, not whom they hit
        if party.preposition in {"with", "off"} or (
            party.is_any({"border"}) and party.preposition in {"near", "along", "at", "on"}
        ):
            continue
        if party.start >= candidate.hit.end and any(
            token.low in _ANSWERS for token in passage.between(candidate.hit.end, party.start)
        ):
            continue  # whom it answered to
        if party.start >= candidate.hit.end and _is_origin([t.low for t in passage.between(candidate.hit.end, party.start)]):
            continue  # where it came from
        bodies = party.is_any(_BEARERS | {"site", "territory"})
        others = tuple(
            actor for actor in party.actors if actor.code not in codes and (bodies or not actor.code.startswith("group:"))
        )
        if not others or party is candidate.actor:
            continue
        if party.is_any({"munition"}) and party.preposition is None and candidate.action == "strike":
            continue  # "fired Iranian missiles" says whose make
        known = {actor.code for actor in others}
        for further in candidate.objects[index + 1 :]:
            gap = passage.between(party.end, further.start)
            if (
                not gap
                or len(gap) > 5
                or gap[0].low != "and"
                or not further.is_any({"site", "territory", "force", "warship", "vessel"})
            ):
                break
            others += tuple(a for a in further.actors if a.code not in known | codes and len(a.code) == _STATE_CODE)
        return Target(others, party, "object")
    return None


def _is_origin(words: list[str]) -> bool:
    """Whether what stands before a name says where from: "rockets from positions in Lebanon", but not "from Yemen at Israel"."""
    if "from" not in words:
        return False
    after = words[len(words) - words[::-1].index("from") :]
    return not {"toward", "towards", "at", "on", "against", "into", "to"} & set(after)


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


def _of_the_place(candidate: Candidate, doer: Doer, place: Location | None, rivals: Rivals) -> Target:
    """The state or holder of the place, a band of fighters by its own words, else the opponent."""
    codes = {actor.code for actor in doer.actors}
    holder = holder_of(candidate, place)
    if holder is not None and holder not in codes and place is not None and place.state in codes:
        return Target((_actor(holder, rivals),), None, "holder-of-the-place")
    ruler = _ruler(place.state, codes, rivals) if place is not None and place.state is not None else None
    if ruler is not None:
        return Target((ruler,), None, "ruler-of-the-place")
    off_a_coast = candidate.action == "naval_incident" and place is not None and place.rank == 0
    if place is not None and place.state and place.state not in codes and not off_a_coast:
        if not codes and rivals.at_home.get(place.state) and candidate.action == "strike":
            return Target((), None, "none")  # at home at war with itself, by nobody known
        return Target((_actor(place.state, rivals),), None, "state-of-the-place")
    fighters = _fighters(candidate)
    if fighters is not None:
        return fighters
    crossing = candidate.action == "airspace_violation" and "median line" not in candidate.passage.text
    if crossing or candidate.action in _UNOPPOSED:
        return Target((), None, "none")
    for code in sorted(codes):
        rival = rivals.of(code)
        if rival is not None:
            return Target((rival,), None, "opponent")
    return Target((), None, "none")


def _ruler(state: str, codes: set[str], rivals: Rivals) -> Actor | None:
    """The movement that rules a state and that these strike there, when the text names it."""
    movement, strikers = _HELD_BY.get(state, ("", frozenset()))
    return rivals.actors.get(movement) if codes & strikers else None


def _fighters(candidate: Candidate) -> Target | None:
    """Fighters of no flag that were hit: "killed six militants"."""
    passage = candidate.passage
    for party in candidate.objects[:1]:
        words = passage.text[party.start - passage.start : party.end - passage.start]
        if party.preposition is None and party.is_any({"force"}) and not party.actors and words.lower().endswith(IRREGULARS):
            return Target((Actor(code=f"group:{words}", name=words, via="collective"),), party, "object")
    return None


def _actor(code: str, rivals: Rivals) -> Actor:
    return rivals.actors.get(code) or Actor(code=code, name=code, via="name")
