"""Forces without a flag: "the army", "its troops", "the enemy", "gunmen", and whose they are."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer, earlier_subject
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import IRREGULARS
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.model import Actor

_OWN_FORCES: Final = re.compile(r"(?:the )?(?:troops|forces|soldiers|units|army|warplanes|jets|fighter jets|aircraft)")
"""Forces that a commander or ministry speaks of without a flag are its own."""
_STATE_FORCES: Final = re.compile(
    r"\b(?:army|military|government|regime|junta|security|state|national)(?: (?:troops|forces|soldiers|jets?|warplanes?|aircraft|planes?|helicopters?|drones?))? *$"
)
_OF_THE_STATE: Final = re.compile(
    r"\b(?:army|military|government|regime|junta|security|state|national|federal|interior ministry|police|presidential guard)(?: (?:troops|forces|soldiers|units|officers))? *$"
    r"|^(?:the )?(?:soldiers|troops)$"
)
_FIGHTING: Final = frozenset({"strike", "ground_assault", "territory_change", "withdrawal"})
_STRANGERS: Final = re.compile(r"\b(?:rebel|insurgent|militia|foreign|hostile|opposing|paramilitary|militant)")
_ENEMY: Final = re.compile(r"\b(?:enemy|occupiers?|invaders?|aggressor)\b")
_OPENING: Final = re.compile(r"(?:Meanwhile, )?[Ii]n (?:neighbou?ring |nearby )?")
_FROM: Final = re.compile(r" (?:from|of) [\w -]+$")
_EPITHETS: Final = 3
_KINDS: Final = frozenset(
    "masked armed unidentified unknown islamist islamic jihadist ethnic separatist female young suspected tribal local communist maoist muslim christian hooded".split(
        " "
    )
)
"""Small words that say which fighters are meant."""
_STATE_CODE: Final = 3
"""Letters of an ISO 3166-1 alpha-3 code."""
_ARMY_SPEAKS: Final = re.compile(
    r"\b(?:army|military|security|defence|defense) (?:officers?|officials?|sources?|spokes\w+|commanders?)\b"
)


def army_of_the_place(reading: Reading, candidate: Candidate, place: Location | None, rivals: Rivals) -> Doer | None:
    """Whose "the army" is: in a country at war with a movement, that country's, whichever state was named last."""
    party = candidate.actor
    if party is None or party.mention is None or party.mention.kind != "definite":
        return None
    fronted = _fronted_state(candidate)
    if (
        fronted is not None
        and candidate.action in _FIGHTING
        and _STATE_FORCES.search(reading.text[party.start : party.end].lower())
    ):
        known = rivals.actors.get(fronted) or Actor(code=fronted, name=fronted, via="definite_phrase")
        return Doer((known,), (party.start, party.end), "army-of-the-place")
    if place is None or place.state is None:
        return None
    if candidate.action not in _FIGHTING or any(actor.code == place.state for actor in party.actors):
        return None
    if not _STATE_FORCES.search(reading.text[party.start : party.end].lower()):
        return None
    state, rival = rivals.actors.get(place.state), rivals.of(place.state)
    if state is None or rival is None or not rival.code.startswith("org:"):
        return None
    return Doer((state,), (party.start, party.end), "army-of-the-place")


def _fronted_state(candidate: Candidate) -> str | None:
    """The state a sentence opens on: "In neighbouring Mali, the army …"."""
    passage = candidate.passage
    match = _OPENING.match(passage.text)
    if match is None:
        return None
    start = passage.start + match.end()
    return next((hit.entry.key for hit in passage.of("state") if hit.start == start and hit.how == "name"), None)


def speakers_own(reading: Reading, candidate: Candidate, source: Mention | None) -> Doer | None:
    """Whose "its soldiers" are: in what a spokesman says, his own side's."""
    party = candidate.actor
    if party is None or source is None or source.end > party.start or not party.is_any({"force", "aircraft", "warship"}):
        return None
    fronted = _fronted_state(candidate)
    if fronted is not None and source.kind == "definite":
        known = Actor(
            code=fronted,
            name=source.actors[0].name if source.actors and source.actors[0].code == fronted else fronted,
            via="definite_phrase",
        )
        return Doer((known,), (source.start, source.end), "army-of-the-place")
    if (
        _determiner(reading, party) not in {"its", "their", "our"}
        or not source.actors
        or source.actors[0].code.startswith("group:")
    ):
        return None
    return Doer(source.actors, (source.start, source.end), "possessive")


def unnamed_force(
    reading: Reading, candidate: Candidate, source: Mention | None, place: Location | None, rivals: Rivals, *, spoken: bool
) -> Doer | None:
    """Forces without a flag: "its troops" are the speaker's, "the army" the place's, "gunmen" their own, a ministry's "units" the ministry's."""
    party = candidate.doer
    words = (
        reading.text[max(candidate.passage.start, party.start - 12) : party.end].lower()
        if party is not None
        else _before(reading, candidate)
    )
    if party is not None and (not party.is_any({"force", "aircraft", "bomber"}) or party.actors):
        return None
    if party is not None and _determiner(reading, party) in {"its", "their", "his", "our"}:
        fronted = _fronted_state(candidate)
        if fronted is not None and source is not None and source.kind == "definite":
            return Doer(
                (Actor(code=fronted, name=fronted, via="definite_phrase"),), (source.start, source.end), "army-of-the-place"
            )
        named = source or (None if spoken else earlier_subject(reading, candidate))
        if named is not None and named.actors:
            return Doer(named.actors, (named.start, named.end), "possessive")
    if _STATE_FORCES.search(words) and place is not None and place.state is not None:
        state = rivals.actors.get(place.state) or Actor(code=place.state, name=place.state, via="definite_phrase")
        return Doer((state,), None, "army-of-the-place")
    if party is None:
        return None
    if _OF_THE_STATE.search(words) and candidate.action in _FIGHTING | {"crackdown", "other"}:
        at_home = [code for code in rivals.at_home if code in rivals.actors]
        if len(at_home) == 1:
            return Doer((rivals.actors[at_home[0]],), (party.start, party.end), "army-of-the-place")
    alone = _OWN_FORCES.fullmatch(reading.text[party.start : party.end].lower())
    if reading.text[party.end : party.end + 6] == " from ":
        alone = None
    if _ENEMY.search(words):
        speaker = source.actors[0] if source is not None and source.actors else _party_that_publishes(reading)
        rival = rivals.of(speaker.code) if speaker is not None else None
        return Doer((rival,), (party.start, party.end), "enemy-of-the-speaker") if rival is not None else None
    if (
        alone
        and candidate.action in {"territory_change", "ground_assault"}
        and place is not None
        and place.state in rivals.actors
    ):
        rival = rivals.of(place.state)
        if rival is None or (rival.code.startswith("org:") and source is None):
            return Doer((rivals.actors[place.state],), None, "army-of-the-place")
    if alone and source is None and _ARMY_SPEAKS.search(candidate.passage.text):
        side = state_side(rivals)
        if side is not None:
            return Doer((side,), None, "army-that-speaks")
    if source is not None and source.actors and alone:
        own = tuple(actor for actor in source.actors if not actor.code.startswith("group:"))
        struck = place is not None and any(a.code == place.state for a in own) and not rivals.at_home.get(str(place.state))
        if own and source.kind not in {"medium", "collective"} and not (struck and party.is_any({"aircraft"})):
            return Doer(own, (source.start, source.end), "speaker")
    if words.endswith(IRREGULARS) or _FROM.sub("", words).endswith(IRREGULARS):
        start = _phrase_start(candidate, party)
        exact = reading.text[start : party.end]
        return Doer((Actor(code=f"group:{exact}", name=exact, via="collective"),), (start, party.end), "collective")
    publisher = _party_that_publishes(reading)
    if publisher is not None and not _STRANGERS.search(words):
        return Doer((Actor(code=publisher.code, name=publisher.name, via="publisher"),), (party.start, party.end), "publisher")
    return None


def state_side(rivals: Rivals) -> Actor | None:
    """The state among the two sides of a text, when it fights a movement and not another state."""
    states = [actor for actor in rivals.sides() if len(actor.code) == _STATE_CODE]
    return states[0] if len(states) == 1 else None


def _party_that_publishes(reading: Reading) -> Actor | None:
    """The publisher, when it is a state or NATO and so a party itself; a news agency is none."""
    publisher = reading.publisher
    return publisher if publisher is not None and (len(publisher.code) == _STATE_CODE or publisher.code == "org:NATO") else None


def _before(reading: Reading, candidate: Candidate) -> str:
    """The two words before an event noun: "army" in "army airstrikes"."""
    return (
        reading.text[max(candidate.passage.start, candidate.hit.start - 20) : candidate.hit.start].lower()
        if candidate.roles is None
        else ""
    )


def _phrase_start(candidate: Candidate, party: Party) -> int:
    """Where the fighters' own phrase begins, with the words that say which they are: "Ruritanian rebels", "masked gunmen"."""
    passage = candidate.passage
    if not passage.start <= party.start < passage.end:
        return party.start
    start = party.start
    for token in reversed(passage.tokens[max(0, passage.token_at(party.start) - _EPITHETS) : passage.token_at(party.start)]):
        opens = token.start == passage.start and not token.low.endswith(("n", "ed", "ic", "ist", "al"))
        if start - token.end > 1 or not (token.low in _KINDS or (token.capital and token.low.isalpha() and not opens)):
            break
        start = token.start
    return start


def _determiner(reading: Reading, party: Party) -> str:
    """A determiner the phrase begins with, or that stands right before it."""
    inside = reading.text[party.start : party.end].lower().partition(" ")[0]
    return (
        inside
        if inside in {"its", "their", "his", "our"}
        else reading.text[max(0, party.start - 12) : party.start].lower().rstrip().rpartition(" ")[2]
    )
