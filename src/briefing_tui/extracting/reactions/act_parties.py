"""Who takes a diplomatic step, and with whom: the owner of the embassy, the agent of a passive, both sides of talks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.clause_words import PASSIVE
from briefing_tui.extracting.reactions.governors import Memory, governor, main_subject
from briefing_tui.extracting.reactions.hearing import Hearing, tense_of
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor

_STATE_CODE: Final = 3
_NATION_REACH: Final = 2
"""Words between a state's name and the people or envoys that are its own."""
_PHASES: Final = frozenset(
    "began begins begin begun started starts start continued continues continue finished finishes completed resumed kept keeps stopped considered announced "
    "announces confirmed confirms reported".split()
)
"""Verbs that a gerund follows with the same subject."""
_DOCUMENTS: Final = frozenset(
    "decree order law bill legislation package decision rules regulation directive decrees orders".split()
)
_ISSUED: Final = frozenset(
    "signed signs issued issues passed passes approved approves adopted adopts published announced".split()
)
_CAUSES: Final = frozenset("for despite since from besides of".split())
_PLANNING: Final = frozenset(
    "is are was were due set expected scheduled plans planned intends intended will wants wanted decided decides agreed agrees moved voted vowed pledged "
    "promised threatened threatens prepared continues continued opted resolved poised forced about preparing planning ready considering".split()
)
_PARTY_AFTER: Final = 9
_INTRANSITIVE: Final = frozenset(
    "in for on by over at . yesterday today again briefly privately alone face late early".split()
) | {""}
"""Words after "met" or "spoke" that show both sides to be its subject."""
_DELEGATES: Final = frozenset(
    "delegation delegations team envoy envoys negotiators officials mediators leaders delegates".split()
)
_GATHERED: Final = frozenset("ministers leaders ambassadors envoys negotiators delegations chiefs presidents".split())
_COUNTERPARTS: Final = frozenset("counterpart counterparts advisers ministers presidents leaders premiers".split())
"""Nouns that show talks to be between governments, though nobody is named."""
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
    if before and auxiliary in PASSIVE and tense_of(hit) != "ing":
        return _hidden_hand(hearing, passage, hit, thing)
    if auxiliary in PASSIVE and hit.entry.key == "host" and clauses.low(verb + 1) == "by":
        guest, receiver = clauses.subject(verb), clauses.following(verb + 2)
        if guest is not None and receiver is not None:
            return speaker_of([*guest.mentions, *receiver.mentions])
    if auxiliary in PASSIVE and hit.entry.key == "persona":  # "two envoys were declared persona non grata"
        envoys = [
            other
            for other in passage.of("act_object")
            if other.entry.key in {"envoy", "mission_staff"} and other.end <= hit.start
        ]
        return _hidden_hand(hearing, passage, hit, envoys[-1]) if envoys else None
    speaker = governor(hearing, passage, hit, memory) or _around(clauses, hit, verb) or _of_pronoun(clauses, verb, memory)
    if speaker is not None and not before and hit.entry.key == "leave_now" and not speaker.actors and thing is not None:
        return _own_people(passage, thing.end)
    if speaker is None and thing is not None and thing.entry.category == "mission":
        return _owner(clauses, thing)
    return speaker


def _hidden_hand(hearing: Hearing, passage: Passage, hit: Hit, thing: Hit | None) -> Speaker | None:
    """Who takes a step told in the passive: its agent, else the state whose people or envoy it is about, else who reports it."""
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    by = next(
        (at for at in range(verb + 1, verb + _OBJECT_AFTER) if clauses.low(at) == "by"), None
    )  # "from" tells where, not who
    agent = None if by is None or clauses.mention_at[min(by + 1, len(clauses.tokens) - 1)] is None else clauses.following(by + 1)
    agent = (
        agent or (None if by is None or clauses.low(by + 1) != "the" else clauses.following(by + 1)) or _own_hand(hearing, thing)
    )
    if agent is not None or thing is None:
        return agent
    if (thing.entry.category == "state" or thing.entry.key in {"nationals", "mission_staff", "operations"}) and hit.entry.get(
        "action"
    ) in {
        "evacuation",
        "travel_warning",
    }:
        return _own_people(passage, thing.end) or _reporter(hearing, passage, thing)
    if thing.entry.key in {"envoy", "non_grata", "mission_staff"}:
        return _reporter(hearing, passage, thing) or _host(hearing, passage, thing)
    return None


def _own_people(passage: Passage, end: int) -> Speaker | None:
    """The state whose people stand right before `end`: "1,000 Chinese nationals", "Australians"."""
    for hit in reversed(passage.of("state")):
        if hit.end <= end and hit.how in {"demonym", "people", "name"} and passage.distance(hit.end, end) <= _NATION_REACH:
            name = hit.entry.get("label", hit.entry.key)
            return Speaker(hit.start, hit.end, (Actor(code=hit.entry.key, name=name, via="demonym"),))
    return None


def _reporter(hearing: Hearing, passage: Passage, thing: Hit) -> Speaker | None:
    """The state that reports a step at the sentence's end, unless it is the one the step is taken against."""
    against = {
        hit.entry.key
        for hit in passage.of("state")
        if hit.start < thing.end and passage.distance(hit.end, thing.start) <= _NATION_REACH
    }
    for hit in reversed(passage.of("say")):
        if hit.start < thing.end or hearing.quoted(hit.start, hit.end):
            continue
        said = governor(hearing, passage, hit, Memory()) or hearing.clauses(passage).following(
            hearing.clauses(passage).index(hit.end)
        )
        if said is not None and any(len(actor.code) == _STATE_CODE and actor.code not in against for actor in said.actors):
            return said
    return None


def _around(clauses: Clauses, hit: Hit, verb: int) -> Speaker | None:
    """The subject of a step told in a gerund or infinitive after a verb of beginning, planning or blame."""
    before = clauses.low(verb - 1)
    tense = tense_of(hit)
    if tense == "ing" and before in _PHASES:
        return clauses.subject(verb - 1)
    if tense == "ing" and before in _CAUSES:
        return main_subject(clauses, verb)
    if tense == "ing" and before in _DOCUMENTS and any(clauses.low(at) in _ISSUED for at in range(verb - 1)):
        return main_subject(clauses, verb)
    if tense == "base" and before == "to" and clauses.low(verb - 2) in _PLANNING:
        return clauses.subject(verb - 2) or main_subject(clauses, verb)
    if tense == "base" and before == "to" and hit.entry.get("action") == "evacuation":
        meant = any(clauses.low(at) in {"will", "would", "is", "are", "sent", "sends"} for at in range(verb - 1))
        return main_subject(clauses, verb) if meant else None  # "will send a ship to fetch its citizens"
    return None


def _of_pronoun(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    """Who says of itself that "it was severing ties"."""
    at = verb - 1
    while at > 0 and clauses.transparent(at):
        at -= 1
    return memory.heard if clauses.low(at) in {"it", "they", "he", "she"} and at < verb - 1 else None


def parties_of_talks(clauses: Clauses, talks: Hit) -> Speaker:
    """Those between whom talks fail, named after "between" or before "talks"; nobody where the text names none."""
    at = clauses.index(talks.end)
    for place in range(at, min(at + _OBJECT_AFTER, len(clauses.tokens))):
        if clauses.low(place) in {"between", "with"}:
            found = clauses.following(place + 1)
            if found is not None:
                return found
        if clauses.low(place) in {",", ".", ";"}:
            break
    owners = [mention for mention in clauses.passage.mentions if mention.adjective and mention.end <= talks.start]
    near = [mention for mention in owners if clauses.index(talks.start) - clauses.index(mention.end) <= 1]
    return speaker_of(near) if near else Speaker(talks.start, talks.start, ())


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
    if len(speaker.actors) > 1 and clauses.low(at) == "by":
        return True
    gathered = clauses.low(clauses.index(speaker.end) - 1) in _GATHERED and clauses.low(at) in {"in", "on", "at"}
    if gathered and hit.entry.get("action") == "talks":
        return True  # "EU foreign ministers will meet in Brussels"
    if len(speaker.actors) > 1 and (clauses.low(at) in _INTRANSITIVE or (at < len(clauses.tokens) and clauses.dated[at])):
        return True
    known = {actor.code for actor in speaker.actors}
    for place in range(at, min(at + _PARTY_AFTER, len(clauses.tokens))):
        if clauses.low(place) in {",", ";", ".", "reporters", "journalists", "about"}:
            return False
        if clauses.low(place) in _COUNTERPARTS and place > at:
            return True
        mention = clauses.noun(place)
        if mention is None or clauses.low(place - 1) == "in":
            continue
        if hit.entry.get("people") and mention.person is None and mention.role is None and not _is_delegation(clauses, mention):
            return False
        codes = {actor.code for actor in mention.actors}
        if "counterpart" in clauses.passage.text[mention.start - clauses.passage.start : mention.end - clauses.passage.start]:
            return True
        if mention.kind == "medium" or any(code.startswith("group:") for code in codes):
            return False
        return bool(codes - known) or (not codes and mention.person != speaker.person)
    return False


def _is_delegation(clauses: Clauses, mention: Mention) -> bool:
    """Whether the words name people sent by someone ("a Hamas delegation")."""
    last = clauses.last(mention)
    return bool({clauses.low(last), clauses.low(last + 1)} & _DELEGATES)


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
