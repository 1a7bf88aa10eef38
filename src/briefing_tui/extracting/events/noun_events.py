"""Nouns and fixed phrases that tell an event: whose, on what, with what, where and when stand around them."""

from __future__ import annotations

import itertools
from typing import Final

from briefing_tui.extracting.events.candidates import LIMIT_TOKENS, WEAPONS, Candidate, detail_score, is_on_foot
from briefing_tui.extracting.events.clauses import BE, HAVE, read_roles
from briefing_tui.extracting.events.definiteness import first_word, is_compared, is_definite
from briefing_tui.extracting.events.noun_arguments import (
    AIM,
    DIRECTLY,
    acts_on,
    agent_of,
    carrier_of,
    objects_of,
    owner_of,
    targets_of,
)
from briefing_tui.extracting.events.other_senses import is_other_noun_sense
from briefing_tui.extracting.events.participants import Party, actor_codes
from briefing_tui.extracting.events.party_words import PREPOSITIONS
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

_EVENT_SCORE: Final = 2
_DEED_SCORE: Final = 3
_PHRASE_SCORE: Final = 2
_GENERIC: Final = frozenset({"any", "anywhere", "every", "whatever", "whenever", "future"})
_ABLE: Final = frozenset({"actor", "force", "person", "munition", "aircraft", "hacker", "warship", "vessel"})
_TARGETS: Final = frozenset({"site", "territory", "vessel", "warship", "people", "force", "captive"})
_FIGURATIVE: Final = frozenset(
    "democracy sovereignty freedom freedoms rights truth values dignity institutions constitution media press judiciary independence religion faith rule law decency".split(
        " "
    )
)
_NAMED_SO: Final = frozenset("called calls calling branded termed labelled labeled denounced".split(" "))
_WANTED: Final = frozenset({"immediate", "permanent", "lasting", "possible", "durable", "eventual"})
_PLEADED: Final = frozenset({"ceasefire_verb", "block_aid"})
"""What both sides are often urged to do."""
_RESOLVED: Final = frozenset(
    "agreed agree agrees agreeing pledged vowed promised began begin begins continued continue continues forced planned plans decided ready started prepared set threatened"
    " threatens deal accord agreement used uses using expected".split(" ")
)
_BEGUN: Final = frozenset({"began", "started", "begins", "starts", "begun", "continued", "resumed"})
_DATING: Final = frozenset({"since", "before", "after", "when", "until", "as", "because", "while"})
_LEADS: Final = frozenset({"after", "following", "in", "during", "by", "amid", "from"})
_PHASED: Final = frozenset({"ceasefire", "exercise", "withdrawal", "prisoner_exchange", "blockade"})
"""Events that last: "the truce took effect on Sunday" tells one even though it is "the" truce."""
_EFFECTS: Final = frozenset(
    "scheduled planned due erupted raged rages flared spread ensued unfolded reignited erupts passed shifted broken collapsing holding got gets damages razes razed gutted wrecks wrecked claimed sank sets kills leaves triggers triggered hurts shakes rocks breaks shatters deepened lasting sent buried trapped collapsed plunged hits sends destroys injures wounds sparks started rocked shook jolted rattled heard reported rang echoed burned gutted flattened ripped tore ignited leaves leaving killed kills wounded injured hit struck damaged destroyed sparked caused disrupted forced left knocked triggered targeted set tore leveled levelled"
    " sounded continued resumed intensified began took has have had was were came occurred happened lasted followed broke collapsed held takes take took goes go expires begins starts enters entered came ended ends runs holds holding".split(
        " "
    )
)
_MODIFIERS: Final = frozenset(
    "character price charm diplomatic sales marketing heart panic hunger labor labour general personal verbal political legal rail transit teachers workers workers' union partisan ad racist media"
    " shark lightning bird asthma rental wildcat actors writers nurses doctors train bus airline".split(" ")
)
_HEADS: Final = frozenset(
    "station stations fighter fighters aircraft helicopter helicopters submarine submarines drone drones group groups capability capabilities weapon weapons jets package price plan zone"
    " ban deal sales line vehicle vehicles ads munitions planes brigade brigades battalion battalions unit units team teams vote warning missions proposal proposals talks negotiations offer efforts bid hopes terms framework discussions prospects monitors accord".split(
        " "
    )
)
_BACKED: Final = frozenset({"backed", "supported", "accompanied", "preceded", "covered", "traumatised", "traumatized"})
_MIGRANTS: Final = frozenset({"aliens", "migrants", "immigrants", "privacy", "illegals"})
_MEETING: Final = frozenset(
    {
        "senate",
        "nomination",
        "nominations",
        "ministers",
        "leaders",
        "talks",
        "agreement",
        "treaty",
        "deal",
        "diplomats",
        "officials",
        "lawmakers",
    }
)
_LAUNCH_PADS: Final = frozenset({"LBN", "PSE", "YEM", "IRQ", "SYR"})
"""States from whose ground movements fire: "rockets from Lebanon" are not Lebanon's."""
_SHIP_NOUNS: Final = frozenset({"strike_noun", "drone_strike", "missile_strike"})


def read_noun(passage: Passage, hit: Hit, parties: list[Party], says: frozenset[int]) -> Candidate | None:
    """The candidate a noun or phrase makes, or None when too little stands around it; a definite one may refer to an earlier event."""
    entry = hit.entry
    first, last = passage.token_at(hit.start), passage.token_at(hit.end)
    before = passage.tokens[first - 1].low if first else ""
    following = passage.tokens[last].low if last < len(passage.tokens) else ""
    if before in _MODIFIERS or following in _HEADS or before == "-" or following == "-" or _is_verb_here(passage, hit, before):
        return None
    if any(token.low in _GENERIC for token in passage.tokens[max(0, first - 3) : last + 6]):
        return None
    if (
        entry.key == "advance_noun"
        and last - first == 1
        and following.isalpha()
        and following not in PREPOSITIONS | BE | HAVE | {"and", "as", "after", "that"}
    ):
        return None  # "advance cooperation"
    if any(
        left.low in _BACKED and right.low == "by" for left, right in itertools.pairwise(passage.tokens[max(0, first - 4) : first])
    ):
        return None  # "troops backed by artillery strikes": how another thing was done
    if entry.key == "advance_noun" and before == "in" and following == "of":
        return None  # "in advance of the summit"
    if entry.key == "invasion" and any(token.low in _MIGRANTS for token in passage.tokens[max(0, first - 8) : last + 5]):
        return None
    if entry.key == "killing_noun" and following in {"but", "and", ",", ".", "in"}:
        return None
    if entry.key == "withdrawal_noun" and any(token.low in _MEETING for token in passage.tokens[last : last + 4]):
        return None  # "a retreat of foreign ministers"
    if following in {"on", "against"} and any(token.low in _FIGURATIVE for token in passage.tokens[last : last + 5]):
        return None  # "an attack on democracy"
    if entry.key == "under_fire" and following in {"for", "over"}:
        return None  # "under fire for his remarks"
    if entry.key == "capture_noun" and before == "of" and first > 1 and passage.tokens[first - 2].low in {"war", "wars"}:
        return None  # "its war of conquest"
    if entry.key == "ceasefire" and before in _WANTED:
        return None  # "efforts towards an immediate ceasefire"
    if entry.key == "offensive_noun" and passage.text[hit.start - passage.start : hit.end - passage.start].isupper():
        return None  # the title of a report's chapter
    if before in {"to", ",", "and", "or"} and entry.key in _PLEADED and not _is_resolved(passage, first):
        return None  # "urged both sides to cease hostilities"
    low, high = _bounds(passage, first, last)
    owner = owner_of(passage, parties, hit.start)
    carrier, pronoun, suffered = carrier_of(passage, parties, hit, says)
    agent = agent_of(passage, parties, hit.end, {"by", "from"} if entry.get("patient") else {"by"})
    if agent is None and entry.get("action") == "strike" and following == "from":
        agent = agent_of(passage, parties, hit.end, {"from"})
        if agent is not None and (passage.token_at(agent.start) - last > DIRECTLY or set(actor_codes(agent)) & _LAUNCH_PADS):
            agent = None
    if entry.get("turn") is not None:
        agent = None  # a truce brokered by a third party is not its truce
    near = [party for party in parties if party.start >= hit.end and party.end <= high and party is not agent]
    effect_end = _effect_end(passage, last)
    if is_other_noun_sense(passage, hit, following, near):
        return None
    targets = targets_of(passage, hit.end, near)
    if effect_end is not None and not targets and not is_definite(passage, first):
        targets = objects_of(passage, effect_end, [party for party in near if party.start >= effect_end])
    weapons = tuple(party for party in near if party.is_any(WEAPONS))
    subject = _subject(passage, hit, parties, says)
    wanted = entry.get("subject")
    if wanted and not any(party is not None and party.is_any(wanted) for party in (subject, owner)):
        return None
    if entry.get("object") and not acts_on(near, entry.get("object")):
        return None
    doer = agent or (owner if owner is not None and owner.actors else None) or (carrier if not suffered else None)
    if doer is None and subject is not None and subject.actors and not entry.get("patient"):
        doer = subject
    sufferer = carrier if suffered else subject if entry.get("patient") else None
    if sufferer is not None:
        targets = (sufferer, *targets)
    aimed = bool(targets) and targets[0].start >= hit.end and passage.token_at(targets[0].start) - last <= 5
    detail = detail_score(passage, low, high)
    action = str(entry.get("action"))
    told, indefinite = _is_told(passage, parties, first, hit.start), _is_indefinite(passage, first)
    effect = effect_end is not None
    happened = effect_end is not None and passage.tokens[passage.token_at(effect_end) - 1].low not in BE | HAVE
    if entry.get("effect") and not effect:
        return None
    score = (
        detail
        + effect
        + (effect and any(party.is_any(_TARGETS) for party in near[:1]))
        + (happened and action in _PHASED and not is_definite(passage, first))
        + aimed
        + bool(carrier or pronoun)
        + bool(weapons)
        + 2 * bool(wanted)
        + bool(entry.get("object"))
        + 2 * bool(doer and doer.actors and doer.is_any(_ABLE))
        + (told + (indefinite and (bool(detail) or told)) if entry.category == "event" and action not in _PHASED else 0)
    )
    score += any(party.place or party.actors for party in targets) + any(party.is_any(_TARGETS) for party in targets)
    score += aimed and following in AIM and bool(targets[0].place and targets[0].place.rank)
    definite = is_definite(passage, first) and not (owner and owner.actors) and not any(p.place or p.actors for p in targets)
    compared = is_compared(passage, first)
    if compared and carrier is not None:
        compared = definite = False  # "the city suffered one of the worst attacks"
    needed = _needed(hit)
    if any(token.low in _NAMED_SO for token in passage.tokens[max(0, first - 4) : first]):
        score, definite = min(score, needed - 1), True  # "an explosion in what he called a terrorist attack"
    rule = f"{entry.key.replace('_', '-')}-noun"
    start, end = _span(passage, hit, owner, (agent, *targets), subject)
    placed = bool(detail) or any(party.place is not None for party in near) or (happened and action == "ceasefire")
    under_way = (effect or carrier is not None) and placed and action in _PHASED
    if (definite and (doer is None or doer is carrier) and not aimed and not under_way and not targets) or compared:
        score, definite = min(score, needed - 1), True
    if entry.key == "invasion" and carrier is None and not _has_begun(passage, first, effect_end):
        return None
    if score == 2 and doer is not None and not passage.has("cue") and entry.category == "event" and hit.how != "name":
        return None
    if score < needed:
        if not definite or entry.get("object"):
            return None
        rule, start, end = "reference", first_word(passage, first), hit.end
    action, victim = _action(hit, targets, passage, doer), _killed_leader(passage, hit, parties)
    if victim is not None and rule != "reference":
        action, targets = "targeted_killing", (victim, *targets)
        end = max(end, victim.end) if len(passage.between(start, victim.end)) <= LIMIT_TOKENS else end
    return Candidate(
        passage=passage,
        hit=hit,
        start=start,
        end=end,
        action=action,
        actor=doer if doer is not None and doer.actors and rule != "reference" else None,
        doer=doer,
        pronoun=pronoun if doer is None and rule != "reference" else None,
        objects=targets,
        weapons=weapons,
        roles=None,
        rule=rule,
        score=score,
        definite=definite,
    )


def _has_begun(passage: Passage, first: int, effect_end: int | None) -> bool:
    """Whether the sentence tells that it began, and does not only date another thing by it ("since the invasion began")."""
    if effect_end is None or passage.tokens[passage.token_at(effect_end) - 1].low not in _BEGUN:
        return False
    return not any(token.low in _DATING for token in passage.tokens[max(0, first - 8) : first])


def _is_resolved(passage: Passage, first: int) -> bool:
    """Whether the infinitive at token `first` is one that somebody took upon himself: "agreed to lay down their arms"."""
    return any(token.low in _RESOLVED for token in passage.tokens[max(0, first - 9) : first - 1])


def _is_verb_here(passage: Passage, hit: Hit, before: str) -> bool:
    """Whether a word that is noun and verb is the verb here: "to strike", "could attack"."""
    if before.endswith("ly"):
        index = passage.token_at(hit.start) - 2
        before = passage.tokens[index].low if index >= 0 else ""
    if before not in {"to", "will", "would", "could", "may", "might", "can", "should", "must", "not", "they", "we", "who"}:
        return False
    return any(other.start == hit.start and other.how.startswith("verb") for other in passage.of("event", "deed"))


def _effect_end(passage: Passage, last: int) -> int | None:
    """Where the verb ends that tells what the noun did or that it happened: "the strike killed", "fighting erupted"; None if there is none."""
    for index, token in enumerate(passage.tokens[last : last + 12]):
        if index == 0 and token.low in {"that", "which"}:
            continue
        if token.low in {",", ";", ":", "that", "which", "and", "by", "after", "said", "not", "never", "no"}:
            return None
        if token.low in _EFFECTS:
            return _to_participle(passage, token)
    return None


def _to_participle(passage: Passage, token: Token) -> int:
    """The end of the verb group that begins with a token: "have been reported"."""
    end, index = token.end, passage.token_at(token.end)
    while index < len(passage.tokens) and (
        passage.tokens[index].low in BE | HAVE
        or ((end != token.end or token.low in BE | HAVE) and passage.tokens[index].low.endswith("ed"))
    ):
        end, index = passage.tokens[index].end, index + 1
    return end


def _is_indefinite(passage: Passage, first: int) -> bool:
    """Whether the noun at token `first` follows "a", "an" or "another" within its own phrase: one certain event."""
    for token in reversed(passage.tokens[max(0, first - 3) : first]):
        if token.low in {"a", "an", "another"}:
            return True
        if not token.low.replace("-", "").isalnum():
            return False
    return False


def _is_told(passage: Passage, parties: list[Party], first: int, start: int) -> bool:
    """Whether an indefinite noun says how, or after what, something befell a thing or place: "caught fire after a drone raid"."""
    lead = next((token.low for token in reversed(passage.tokens[max(0, first - 5) : first]) if token.low in _LEADS), None)
    if lead is None or is_definite(passage, first):
        return False
    return any(party.end <= start and (party.place or party.is_any(_TARGETS)) for party in parties)


def _action(hit: Hit, targets: tuple[Party, ...], passage: Passage, doer: Party | None) -> str:
    """The entry's action; an attack on ships, or at sea and on nothing else, is a naval incident."""
    action = str(hit.entry.get("action"))
    if hit.entry.key == "water_cannon" and any(
        thing.entry.get("class") in {"police", "protest"} for thing in passage.of("thing")
    ):
        return "crackdown"
    if action == "strike" and hit.entry.key in _SHIP_NOUNS:
        ships = [party for party in targets if party.is_any({"vessel"})]
        ashore = [party for party in targets if party.is_any({"site", "territory", "people", "force"})]
        at_sea = any(
            party.place is not None and party.place.rank == 1 and party.place.name.lower().endswith(("sea", "strait", "gulf"))
            for party in targets
        )
        if not ashore and (
            ships
            or (
                at_sea
                and hit.entry.key == "strike_noun"
                and "strike" not in passage.text[hit.start - passage.start : hit.end - passage.start]
            )
        ):
            return "naval_incident"
    if hit.entry.key == "strike_noun" and "attack" in passage.text[hit.start - passage.start : hit.end - passage.start].lower():
        low = doer.start if doer is not None and doer.start < hit.start else hit.start
        if is_on_foot(passage, doer, low, passage.end):
            return "ground_assault"
    return action


def _needed(hit: Hit) -> int:
    """The score from which a noun is an event: a set phrase needs least, a word of many trades most."""
    if hit.how == "name":
        return 1 if hit.entry.category == "event" else _PHRASE_SCORE
    return _EVENT_SCORE if hit.entry.category == "event" else _DEED_SCORE


def _killed_leader(passage: Passage, hit: Hit, parties: list[Party]) -> Party | None:
    """The commander or official whom the strike killed, when that is what the sentence goes on to say."""
    if hit.entry.get("action") not in {"strike", "sabotage"}:
        return None
    for verb in passage.of("deed"):
        if verb.entry.key != "kill_leader" or verb.start < hit.end or not verb.how.endswith((".ed", ".s", ".past", ".ing")):
            continue
        gap = passage.between(hit.end, verb.start)
        if len(gap) > 14 or any(token.low in {";", ":", "after", "before", "while", "said"} for token in gap):
            return None
        victim = next((party for party in parties if party.start >= verb.end), None)
        if victim is not None and victim.is_any({"leader"}) and len(passage.between(verb.end, victim.start)) <= 4:
            return victim
        return None
    return None


def _subject(passage: Passage, hit: Hit, parties: list[Party], says: frozenset[int]) -> Party | None:
    if hit.entry.get("subject") or hit.how == "name":
        return read_roles(passage, parties, hit, says).subject
    return None


def _bounds(passage: Passage, first: int, last: int) -> tuple[int, int]:
    start, end = passage.start, passage.end
    for token in reversed(passage.tokens[:first]):
        if token.low in {";", ":", "after", "before", "while", "when", "that", "which", "who", "“"}:
            start = token.end
            break
    for token in passage.tokens[last:]:
        if token.low in {";", ":", "while", "when", "which", "who", "after", "before", "—"}:
            end = token.start
            break
    return start, end


def _span(
    passage: Passage, hit: Hit, owner: Party | None, around: tuple[Party | None, ...], subject: Party | None
) -> tuple[int, int]:
    start, end = hit.start, hit.end
    if owner is not None:
        start = owner.start
    elif subject is not None and subject.end <= hit.start and len(passage.between(subject.start, hit.start)) <= 5:
        start = subject.start
    for party in around:
        if party is not None and party.start >= hit.end and len(passage.between(start, party.end)) <= LIMIT_TOKENS:
            end = max(end, party.end)
    return start, end
