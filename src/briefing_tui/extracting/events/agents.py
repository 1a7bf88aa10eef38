"""Who did it: the actor of an event's clause, else what the sentence, the speaker and the sides of the text tell."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer, earlier_subject
from briefing_tui.extracting.events.inferred_agents import inferred_doer
from briefing_tui.extracting.events.joint_agents import blamed, with_helpers, with_partners
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.object_control import blamed_doer
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.events.unnamed_forces import army_of_the_place, speakers_own, unnamed_force
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
_BOTH: Final = re.compile(
    r"\b(?:two|both) (?:armies|sides|countries|militaries|nations|neighbou?rs|rivals|foes|states|enemies|parties|forces)$"
)
_STATE_CODE: Final = 3
_LED: Final = re.compile(r"\b([A-Z][\w.]*-led)\b")
_LED_REACH: Final = 24
_POLICE: Final = re.compile(r"\b(?:police|security forces|gendarmes|riot officers|authorities)$")
_JUNTAS: Final = ("MMR", "MLI", "BFA", "NER", "GIN", "GAB", "TCD", "SDN", "THA")
"""States that soldiers have ruled since 2014, of which alone "the junta" is said."""
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
    if candidate.action in _BOTH_SIDES:
        return _both_sides(candidate, rivals)
    doer = _doer(reading, candidate, source, place, rivals, spoken=spoken)
    return with_partners(candidate, with_helpers(reading, candidate, doer))


def _doer(
    reading: Reading, candidate: Candidate, source: Mention | None, place: Location | None, rivals: Rivals, *, spoken: bool
) -> Doer:
    both = _both_armies(reading, candidate, rivals)
    if both is not None:
        return both
    if _is_suspected(candidate):
        return Doer((), None, "unknown")
    launcher = _launcher(candidate) or blamed_doer(candidate)
    if launcher is not None:
        return launcher
    led = _led_by(reading, candidate, rivals)
    if led is not None:
        return led
    ship = _ship_flag(reading, candidate)
    if ship is not None:
        return ship
    junta = _junta(reading, candidate, rivals)
    if junta is not None:
        return junta
    army = army_of_the_place(reading, candidate, place, rivals)
    if army is not None:
        return army
    own = speakers_own(reading, candidate, source)
    if own is not None:
        return own
    told_by = candidate.actor is not None and candidate.actor.mention is not None and candidate.actor.mention.kind == "medium"
    if candidate.actor is not None and candidate.actor.actors and not told_by and not _only_speaks(reading, candidate):
        return Doer(candidate.actor.actors, (candidate.actor.start, candidate.actor.end), "subject")
    after = _by_whom(candidate)
    if after is not None:
        return after
    if candidate.pronoun is not None:
        named = source or earlier_subject(reading, candidate)
        if named is not None:
            return Doer(named.actors, (candidate.pronoun.start, candidate.pronoun.end), "pronoun")
    between = next((party for party in candidate.objects if party.preposition == "between" and len(party.actors) > 1), None)
    if between is not None and candidate.action in {"ground_assault", "exercise"}:
        return Doer(between.actors, (between.start, between.end), "between")
    found = unnamed_force(reading, candidate, source, place, rivals, spoken=spoken) or _sentence_subject(reading, candidate)
    found = found or _police(reading, candidate, place)
    return found or blamed(reading, candidate) or inferred_doer(reading, candidate, place, source, rivals)


def _junta(reading: Reading, candidate: Candidate, rivals: Rivals) -> Doer | None:
    """The state whose "junta" it is, when the text names one that soldiers rule."""
    party = candidate.actor or candidate.doer
    if party is None or not reading.text[party.start : party.end].lower().rstrip("'s’").endswith("junta"):
        return None
    if any(actor.code in _JUNTAS for actor in party.actors):
        return None
    ruled = sorted((code for code in _JUNTAS if code in rivals.actors), key=lambda code: (-rivals.weights[code], code))
    return Doer((rivals.actors[ruled[0]],), (party.start, party.end), "junta") if ruled else None


def _by_whom(candidate: Candidate) -> Doer | None:
    """Who stands after "by" right behind a deed told by a gerund: "shelling by the paramilitaries"."""
    if not candidate.hit.how.endswith(".ing"):
        return None
    passage = candidate.passage
    index = passage.token_at(candidate.hit.end)
    if index >= len(passage.tokens) or passage.tokens[index].low != "by":
        return None
    by = passage.tokens[index]
    mention = next((one for one in passage.mentions if one.actors and 0 < one.start - by.end <= len(" the ")), None)
    return Doer(mention.actors, (mention.start, mention.end), "agent") if mention is not None else None


def _police(reading: Reading, candidate: Candidate, place: Location | None) -> Doer | None:
    """Police and security forces without a flag are those of the place."""
    party = candidate.doer
    if (
        party is None
        or party.actors
        or place is None
        or place.state is None
        or candidate.action not in {"crackdown", "strike", "ground_assault"}
    ):
        return None
    if not _POLICE.search(reading.text[party.start : party.end].lower()):
        return None
    return Doer(
        (Actor(code=place.state, name=place.state, via="definite_phrase"),), (party.start, party.end), "police-of-the-place"
    )


def _is_suspected(candidate: Candidate) -> bool:
    """Whether a gerund tells what something without a flag is suspected of: "boarded a tanker suspected of cutting a cable"."""
    passage = candidate.passage
    first = passage.token_at(candidate.hit.start)
    if not candidate.hit.how.endswith(".ing") or first < 2 or passage.tokens[first - 1].low not in {"of", "for", "with"}:
        return False
    word = passage.tokens[first - 2]
    if word.low not in {"suspected", "accused", "charged"}:
        return False
    return candidate.actor is None or word.start - candidate.actor.end > len(", ")


def _led_by(reading: Reading, candidate: Candidate, rivals: Rivals) -> Doer | None:
    """The coalition that "Saudi-led warplanes" fly for, when the text names it in full."""
    party = candidate.doer
    if party is None or party.actors or not party.is_any({"force", "aircraft", "warship", "munition"}):
        return None
    match = _LED.search(reading.text, max(candidate.passage.start, party.start - _LED_REACH), party.end)
    if match is None:
        return None
    codes = sorted(code for code in rivals.actors if code.lower().startswith(f"org:{match[1].lower()} "))
    return Doer((rivals.actors[codes[0]],), match.span(), "led-by") if codes else None


def _launcher(candidate: Candidate) -> Doer | None:
    """Whose an unflagged weapon or boat is, when a participle says so: "a drone flown by the RSF", "a boat steered by the Houthis"."""
    party = candidate.doer
    if party is None or party.actors or not party.is_any({"munition", "sea_drone", "aircraft", "vessel", "blast"}):
        return None
    passage = candidate.passage
    for mention in passage.mentions:
        if party.end <= mention.start < candidate.hit.start and mention.actors:
            gap = [token.low for token in passage.between(party.end, mention.start)]
            if 1 < len(gap) <= 6 and "by" in gap[-2:] and gap[0].endswith(("ed", "n", "t", "by")) and "," not in gap:
                return Doer(mention.actors, (mention.start, mention.end), "launched-by")
            return None
    return None


def _only_speaks(reading: Reading, candidate: Candidate) -> bool:
    """Whether the "we" before an event noun is who writes of it: "we denounce the shelling of the camp"."""
    party = candidate.actor
    return (
        candidate.roles is None
        and party is not None
        and reading.text[party.start : party.end].lower() in {"we", "i"}
        and not candidate.passage.has("carry")
    )


def _both_armies(reading: Reading, candidate: Candidate, rivals: Rivals) -> Doer | None:
    """The two sides of the text where both are said to act: "the two armies exchanged fire", "both sides shelled"."""
    party = candidate.doer or candidate.actor or (candidate.roles.subject if candidate.roles is not None else None)
    if party is None:
        return None
    start = max(candidate.passage.start, party.start - len("both "))
    if _BOTH.search(reading.text[start : party.end].lower()) is None:
        return None
    sides = rivals.sides()
    return Doer(sides, (party.start, party.end), "both-sides") if sides else None


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
    party = candidate.doer or (candidate.roles.subject if candidate.roles is not None else None)
    if party is None and candidate.action == "troop_deployment":
        match = _PREFIX.search(reading.text, candidate.start, candidate.hit.start)
        if match is not None:
            code, name = _NAVIES[match[0]]
            return Doer((Actor(code=code, name=name, via="name"),), (match.start(), match.end()), "ship-prefix")
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
        if candidate.action in _STATE_STEPS - {"weapon_first_use"}:
            actors = tuple(actor for actor in actors if len(actor.code) == _STATE_CODE)
        if actors and mention.kind != "medium":
            return Doer(actors, (mention.start, mention.end), "first-named")
    return None
