"""Who takes a diplomatic step, and with whom: the owner of the embassy, the agent of a passive, both sides of talks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.clause_words import PASSIVE
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor

_STATE_CODE: Final = 3
_PARTY_AFTER: Final = 9
_INTRANSITIVE: Final = frozenset(
    "in for on by over at . yesterday today again briefly privately alone face late early".split()
) | {""}
"""Words after "met" or "spoke" that show both sides to be its subject."""
_OBJECT_AFTER: Final = 9
"""Tokens between a verb of meeting and those met."""


def doer_of(hearing: Hearing, passage: Passage, hit: Hit, thing: Hit | None, memory: Memory) -> Speaker | None:
    """Who takes the step: the owner of the embassy, the agent of a passive, or the subject."""
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    auxiliary = clauses.auxiliary(verb)
    before = thing is not None and thing.end <= hit.start
    if thing is not None and thing.entry.category == "mission" and before:
        return _owner(clauses, thing)
    if before and auxiliary in PASSIVE:
        agent = clauses.agent(verb) or _own_hand(hearing, thing)
        if agent is None and thing is not None and thing.entry.key == "envoy":
            agent = _host(hearing, passage, thing)
        return agent
    speaker = governor(hearing, passage, hit, memory)
    if speaker is None and thing is not None and thing.entry.category == "mission":
        return _owner(clauses, thing)
    return speaker


def _own_hand(hearing: Hearing, thing: Hit | None) -> Speaker | None:
    """The publisher of a statement, for its own step told without a subject ("a note of protest has been conveyed")."""
    publisher = hearing.reading.publisher
    if publisher is None or thing is None or thing.entry.key != "protest":
        return None
    return Speaker(thing.start, thing.start, (publisher,), hearing.reading.publisher_person)


def _host(hearing: Hearing, passage: Passage, envoy: Hit) -> Speaker | None:
    """The state that an envoy is accredited to, which summons or expels him: "the ambassador in London was called in".

    Without a place it is the state the text names most, other than the envoy's own.
    """
    clauses = hearing.clauses(passage)
    at = clauses.index(envoy.end)
    if clauses.low(at) in {"in", "to"}:
        for hit in passage.of("state", "place"):
            if 0 < clauses.index(hit.start) - at <= 2:
                state = hit.entry.key if hit.entry.category == "state" else hit.entry.get("state")
                if state:
                    name = hit.entry.get("label", hit.entry.key) if hit.entry.category == "state" else state
                    return Speaker(hit.start, hit.end, (Actor(code=state, name=name, via="metonym"),))
    own = {
        hit.entry.key
        for hit in passage.of("state")
        if hit.start < envoy.start and clauses.index(envoy.start) - clauses.index(hit.start) <= 3
    }
    counts: dict[str, int] = {}
    for other in hearing.reading.passages:
        for mention in other.mentions:
            for actor in mention.actors:
                if len(actor.code) == _STATE_CODE and actor.code not in own:
                    counts[actor.code] = counts.get(actor.code, 0) + 1
    if not own or not counts:
        return None
    code = max(counts, key=lambda key: counts[key])
    return Speaker(envoy.start, envoy.start, (Actor(code=code, name=code, via="definite_phrase"),))


def _owner(clauses: Clauses, thing: Hit) -> Speaker | None:
    """Whose embassy it is: "U.S. and other Western embassies", "Sweden's mission", "the embassy of Japan"."""
    at = clauses.index(thing.start)
    chain: list[Mention] = []
    place = at
    while place >= 0 and at - place <= 12:
        mention = clauses.mention_at[place] if place < len(clauses.tokens) else None
        if mention is not None and mention.actors:
            if mention not in chain:
                chain.append(mention)
            place = clauses.first(mention) - 1
            continue
        if place == at or clauses.low(place) in {
            "and",
            ",",
            "other",
            "many",
            "several",
            "'s",
            "the",
            "its",
            "their",
            "own",
            "of",
            "to",
            "-",
            "as",
            "both",
        }:
            place -= 1
            continue
        break
    if not chain:
        for place in range(at, min(at + 4, len(clauses.tokens))):
            mention = clauses.mention_at[place]
            if mention is not None and clauses.low(place - 1) == "of":
                chain.append(mention)
                break
    chain.reverse()
    return speaker_of([owner for mention in chain for owner in _owners_within(clauses, mention)]) if chain else None


def _owners_within(clauses: Clauses, mention: Mention) -> list[Mention]:
    """The states in "U.S. and Dutch embassies" where the whole was taken for a collective."""
    if not mention.actors or not mention.actors[0].code.startswith("group:"):
        return [mention]
    states = [
        replace(mention, actors=(Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="demonym"),))
        for hit in clauses.passage.of("state")
        if mention.start <= hit.start and hit.end <= mention.end
    ]
    return states or [mention]


def has_party(clauses: Clauses, hit: Hit, speaker: Speaker) -> bool:
    """Whether another state's or organisation's people stand after "spoke with", "met", or both sides before "met in Doha"."""
    at = clauses.index(hit.end)
    if len(speaker.actors) > 1 and (clauses.low(at) in _INTRANSITIVE or (at < len(clauses.tokens) and clauses.dated[at])):
        return True
    known = {actor.code for actor in speaker.actors}
    for place in range(at, min(at + _PARTY_AFTER, len(clauses.tokens))):
        if clauses.low(place) in {",", ";", ".", "reporters", "journalists", "about"}:
            return False
        mention = clauses.noun(place)
        if mention is None or clauses.low(place - 1) == "in":
            continue
        if hit.entry.get("people") and mention.person is None and mention.role is None:
            return False
        codes = {actor.code for actor in mention.actors}
        if "counterpart" in clauses.passage.text[mention.start - clauses.passage.start : mention.end - clauses.passage.start]:
            return True
        if mention.kind == "medium" or any(code.startswith("group:") for code in codes):
            return False
        return bool(codes - known) or (not codes and mention.person != speaker.person)
    return False


def with_parties(clauses: Clauses, hit: Hit, speaker: Speaker, action: str) -> Speaker:
    """For talks both sides are actors."""
    if action != "talks" or hit.entry.key not in {"meet", "host", "hold_talks"}:
        return speaker
    at = clauses.index(hit.end)
    for place in range(at, min(at + _OBJECT_AFTER, len(clauses.tokens))):
        if clauses.noun(place) is None or clauses.low(place - 1) == "in":
            continue
        if hit.entry.key != "hold_talks" or clauses.low(place - 1) in {"with", "between"}:
            other = clauses.following(place)
            if other is not None:
                named = [
                    mention for mention in other.mentions if not mention.actors or not mention.actors[0].code.startswith("group:")
                ]
                joined = speaker_of([*speaker.mentions, *(named or other.mentions)]) if speaker.mentions else speaker
                return Speaker(speaker.start, speaker.end, joined.actors, speaker.person, speaker.role, joined.mentions)
    return speaker
