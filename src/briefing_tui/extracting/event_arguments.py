"""The details of a candidate event: where, when, with what, how many, and who did it where the clause does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.candidates import Candidate
from briefing_tui.extracting.locations import Location
from briefing_tui.extracting.participants import Party
from briefing_tui.extracting.party_words import IRREGULARS
from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.extracting.rivals import Rivals
from briefing_tui.model import Actor, DateValue

_ORIGINS: Final = frozenset({"from", "by", "with", "for", "than", "like"})
_BOTH_SIDES: Final = frozenset({"ceasefire", "prisoner_exchange"})
_NO_TARGET: Final = frozenset(
    {"missile_test", "nuclear_posture", "mobilisation", "exercise", "ceasefire", "prisoner_exchange", "air_alert"}
)
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
_SUBORDINATES: Final = frozenset(
    {"since", "after", "before", "as", "when", "while", "which", "who", "that", "where", "until", ";"}
)
_BEARERS: Final = frozenset(
    {"force", "people", "munition", "vessel", "warship", "aircraft", "leader", "person", "armour", "captive"}
)
_FINITE_FORMS: Final = frozenset({"verb.ed", "verb.past"})
_LOCATIVE: Final = frozenset({"in", "at", "near", "over", "across", "on", "around", "outside"})
_INITIAL_TOKENS: Final = 6
_OCCUPATIONS: Final = (
    (
        re.compile(
            r"\b(?:Russian?|Moscow|Kremlin)[- ](?:occupied|held|controlled|annexed|installed|appointed|backed|seized)\b|\bCrimean?\b|\bSevastopol\b"
        ),
        "RUS",
        "UKR",
    ),
    (re.compile(r"\bIsraeli?[- ](?:occupied|held|annexed|controlled)\b|\boccupied Golan\b"), "ISR", "SYR"),
)
"""How a text says that a place is in other hands: pattern, holder, owner under international law."""
_OWN_FORCES: Final = re.compile(r"(?:the )?(?:troops|forces|soldiers|units|army|warplanes|jets|fighter jets|aircraft)")
"""Forces that a commander or ministry speaks of without a flag are its own."""
_STATE_FORCES: Final = re.compile(
    r"\b(?:army|military|government|regime|junta|security|state|national)(?: (?:troops|forces|soldiers|jets?|warplanes?|aircraft|planes?|helicopters?|drones?))? *$"
)
_TOLL: Final = re.compile(r"(?i)\b(?:killed|wounded|injured|died|dead|hurt|burned|lives)\b[^;:”]*\b(?:when|after|as)\b[^;,]*$")
"""A main clause that tells the dead of what its subordinate clause tells: "two were killed on Friday when"."""
_FIGHTING: Final = frozenset({"strike", "ground_assault", "territory_change", "withdrawal"})
_SAYING: Final = frozenset(
    "called calls describes described says said considers considered regards regarded claims claimed denies denied insists insisted accused accuses blamed blames".split(" ")
)
_STATE_CODE: Final = 3
"""Letters of an ISO 3166-1 alpha-3 code."""
_ARMY_SPEAKS: Final = re.compile(r"\b(?:army|military|security|defence|defense) (?:officers?|officials?|sources?|spokes\w+|commanders?)\b")
_STATE_STEPS: Final = frozenset({"nuclear_posture", "mobilisation", "weapons_authorisation", "weapon_first_use"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it, and the words that say so (None where the text leaves it to the context)."""

    actors: tuple[Actor, ...]
    span: tuple[int, int] | None
    rule: str


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
        inside = low <= party.start < high
        if not inside and not labelled and not _is_initial(candidate, party):
            continue
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


def date_of(candidate: Candidate) -> DateValue | None:
    """The date of the trigger's clause, else the only date of its sentence when no other clause lies between."""
    passage = candidate.passage
    dates = [date for date in passage.dates if date.precision != "unknown" and not _is_benchmark(passage, date)]
    low, high = _clause(candidate)
    near = [date for date in dates if low <= date.start < high]
    if near:
        return min(near, key=lambda date: min(abs(date.start - candidate.end), abs(candidate.start - date.end)))
    if len(dates) != 1 or candidate.rule == "reference":
        return None
    return None if _is_elsewhere(passage, candidate, dates[0]) else dates[0]


def _is_elsewhere(passage: Passage, candidate: Candidate, date: DateValue) -> bool:
    """Whether another clause begins between the trigger and a date: "… since Moscow invaded in 2022", not "… since 2022"."""
    if date.start >= candidate.end:
        between = passage.between(candidate.end, date.start)
    elif _TOLL.search(passage.text[: candidate.start - passage.start]):
        return False
    else:
        between = passage.between(date.end, candidate.start)
        commas = [index for index, token in enumerate(between) if token.low == ","]
        between = between[commas[-1] + 1 :] if commas else between
    for token in between:
        following = passage.token_at(token.end)
        begins = (
            following < len(passage.tokens)
            and passage.tokens[following].start != date.start
            and not passage.tokens[following].low[0].isdigit()
        )
        if token.low in _SUBORDINATES and begins:
            return True
    return False


def _is_benchmark(passage: Passage, date: DateValue) -> bool:
    """Whether a date only measures: "the largest mobilization since 1973"."""
    before = passage.tokens[max(0, passage.token_at(date.start) - 7) : passage.token_at(date.start)]
    if not before or before[-1].low != "since":
        return False
    return any(
        token.low in {"first", "most", "worst", "least"} or (token.low.endswith("est") and len(token.low) > 5) for token in before
    )


def doer_of(
    reading: Reading, candidate: Candidate, source: Mention | None, place: Location | None, rivals: Rivals, *, spoken: bool = False
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
    army = _army_of_the_place(reading, candidate, place, rivals)
    if army is not None:
        return army
    own = _speakers_own(reading, candidate, source)
    if own is not None:
        return own
    if candidate.actor is not None and candidate.actor.actors:
        return Doer(candidate.actor.actors, (candidate.actor.start, candidate.actor.end), "subject")
    if candidate.pronoun is not None:
        named = source or _earlier_subject(reading, candidate)
        if named is not None:
            return Doer(named.actors, (candidate.pronoun.start, candidate.pronoun.end), "pronoun")
    between = next((party for party in candidate.objects if party.preposition == "between" and len(party.actors) > 1), None)
    if between is not None and candidate.action == "ground_assault":
        return Doer(between.actors, (between.start, between.end), "between")
    found = _unnamed(reading, candidate, source, place, rivals, spoken=spoken) or _sentence_subject(reading, candidate)
    return found or _opposed(candidate, place, source, rivals)


def _army_of_the_place(reading: Reading, candidate: Candidate, place: Location | None, rivals: Rivals) -> Doer | None:
    """ "The army" in a country at war with a movement is that country's, whichever state was named last."""
    party = candidate.actor
    if party is None or party.mention is None or party.mention.kind != "definite" or place is None or place.state is None:
        return None
    if candidate.action not in _FIGHTING or any(actor.code == place.state for actor in party.actors):
        return None
    if not _STATE_FORCES.search(reading.text[party.start : party.end].lower()):
        return None
    state, rival = rivals.actors.get(place.state), rivals.of(place.state)
    if state is None or rival is None or not rival.code.startswith("org:"):
        return None
    return Doer((state,), (party.start, party.end), "army-of-the-place")


def _speakers_own(reading: Reading, candidate: Candidate, source: Mention | None) -> Doer | None:
    """ "Its soldiers" in what a spokesman says are his own side's."""
    party = candidate.actor
    if party is None or source is None or source.end > party.start or not party.is_any({"force", "aircraft", "warship"}):
        return None
    if _first_word(reading, party) not in {"its", "their", "our"} or not source.actors or source.actors[0].code.startswith("group:"):
        return None
    return Doer(source.actors, (source.start, source.end), "possessive")


def targets_of(
    candidate: Candidate, actors: tuple[Actor, ...], place: Location | None, rivals: Rivals, parties: list[Party]
) -> tuple[tuple[Actor, ...], Party | None]:
    """Who was hit: the state or organisation named as object, else the place's state, else the actor's opponent."""
    codes = {actor.code for actor in actors}
    if candidate.action in _NO_TARGET:
        return (), None
    for party in candidate.objects:
        bodies = party.is_any(_BEARERS | {"site", "territory"})
        others = tuple(
            actor for actor in party.actors if actor.code not in codes and (bodies or not actor.code.startswith("group:"))
        )
        if others and party is not candidate.actor:
            return others, party
    victims = _victims(candidate, parties, codes)
    if victims is not None:
        return victims.actors, victims
    holder = _holder(candidate, place)
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


def _holder(candidate: Candidate, place: Location | None) -> str | None:
    """The state that holds a place which is not its own, when the sentence says so: "Russian-occupied Luhansk", "Crimea"."""
    if place is None or place.state is None:
        return None
    for pattern, holder, owner in _OCCUPATIONS:
        if place.state == owner and pattern.search(candidate.passage.text):
            return holder
    return None


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


def _both_sides(candidate: Candidate, rivals: Rivals) -> Doer:
    found: dict[str, Actor] = {}
    span: tuple[int, int] | None = None
    for party in (candidate.actor, *candidate.objects):
        if party is not None and party.actors and party.preposition in {None, "between", "with", "of", "by", "from", "and"}:
            for actor in party.actors:
                found.setdefault(actor.code, actor)
            span = span or (party.start, party.end)
    sides = rivals.sides()
    if len(found) == 1 and candidate.action == "ceasefire" and not _is_own(candidate):
        found, span = {}, None
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


def _earlier_subject(reading: Reading, candidate: Candidate) -> Mention | None:
    """The actor a subject pronoun most likely means: the first mention of the sentence before, else of this one."""
    before = [m for m in candidate.passage.mentions if candidate.pronoun and m.end <= candidate.pronoun.start and m.actors]
    if before:
        return before[0]
    if candidate.passage.index:
        for mention in reading.passages[candidate.passage.index - 1].mentions:
            if mention.actors and not mention.adjective:
                return mention
    return None


def _sentence_subject(reading: Reading, candidate: Candidate) -> Doer | None:
    """For a participle, and for steps only a state takes: the first actor named before the trigger, else in the sentence before."""
    participle = candidate.hit.how.endswith(".ing") and candidate.doer is None
    if not participle and candidate.action not in _STATE_STEPS and not (candidate.action == "exercise" and candidate.roles is None):
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


def _unnamed(
    reading: Reading, candidate: Candidate, source: Mention | None, place: Location | None, rivals: Rivals, *, spoken: bool
) -> Doer | None:
    """Forces without a flag: "its troops" are the speaker's, "the army" the place's, "gunmen" their own, a ministry's "units" the ministry's."""
    party = candidate.doer
    words = (
        reading.text[max(candidate.passage.start, party.start - 12) : party.end].lower()
        if party is not None
        else _before(reading, candidate)
    )
    if party is not None and (not party.is_any({"force", "aircraft"}) or party.actors):
        return None
    if party is not None and _first_word(reading, party) in {"its", "their", "his", "our"}:
        named = source or (None if spoken else _earlier_subject(reading, candidate))
        if named is not None and named.actors:
            return Doer(named.actors, (named.start, named.end), "possessive")
    if _STATE_FORCES.search(words) and place is not None and place.state is not None:
        state = rivals.actors.get(place.state) or Actor(code=place.state, name=place.state, via="definite_phrase")
        return Doer((state,), None, "army-of-the-place")
    if party is None:
        return None
    alone = _OWN_FORCES.fullmatch(reading.text[party.start : party.end].lower())
    if alone and candidate.action in {"territory_change", "ground_assault"} and place is not None and place.state in rivals.actors:
        rival = rivals.of(place.state)
        if rival is None or (rival.code.startswith("org:") and source is None):
            return Doer((rivals.actors[place.state],), None, "army-of-the-place")
    if alone and source is None and _ARMY_SPEAKS.search(candidate.passage.text):
        state = _state_side(rivals)
        if state is not None:
            return Doer((state,), None, "army-that-speaks")
    if source is not None and source.actors and alone:
        own = tuple(actor for actor in source.actors if not actor.code.startswith("group:"))
        if own and source.kind not in {"medium", "collective"}:
            return Doer(own, (source.start, source.end), "speaker")
    if words.endswith(IRREGULARS):
        exact = reading.text[party.start : party.end]
        return Doer((Actor(code=f"group:{exact}", name=exact, via="collective"),), (party.start, party.end), "collective")
    publisher = reading.publisher
    if publisher is not None and (len(publisher.code) == _STATE_CODE or publisher.code == "org:NATO") and "enemy" not in words:
        return Doer((Actor(code=publisher.code, name=publisher.name, via="publisher"),), (party.start, party.end), "publisher")
    return None


def _state_side(rivals: Rivals) -> Actor | None:
    """The state among the two sides of a text, when it fights a movement and not another state."""
    states = [actor for actor in rivals.sides() if len(actor.code) == _STATE_CODE]
    return states[0] if len(states) == 1 else None


def _before(reading: Reading, candidate: Candidate) -> str:
    """The two words before an event noun: "army" in "army airstrikes"."""
    return (
        reading.text[max(candidate.passage.start, candidate.hit.start - 20) : candidate.hit.start].lower()
        if candidate.roles is None
        else ""
    )


def _first_word(reading: Reading, party: Party) -> str:
    """A determiner the phrase begins with, or that stands right before it."""
    inside = reading.text[party.start : party.end].lower().partition(" ")[0]
    return (
        inside
        if inside in {"its", "their", "his", "our"}
        else reading.text[max(0, party.start - 12) : party.start].lower().rstrip().rpartition(" ")[2]
    )


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
    holder = _holder(candidate, place)
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
        state = _state_side(rivals)
        if state is not None and (place is None or place.state in {None, state.code}):
            return Doer((state,), None, "side-with-aircraft")
    if place is not None and place.state:
        rival = rivals.of(place.state)
        if rival is not None:
            return Doer((rival,), None, "opposed-to-the-place")
    return Doer((), None, "unknown")
