"""Where an event happened: the most specific named place of its own clause."""

from __future__ import annotations

import itertools
import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.event_dates import sayings_of
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.model.patterns import compile_later

_ORIGINS: Final = frozenset({"from", "by", "with", "for", "than", "like"})
_BEARERS: Final = frozenset(
    {"force", "people", "munition", "vessel", "warship", "aircraft", "leader", "person", "armour", "captive"}
)
_LOCATIVE: Final = frozenset({"in", "at", "near", "over", "across", "on", "around", "outside", "along", "off", "inside"})
_HARD: Final = frozenset(
    {
        ";",
        ":",
        "—",
        "after",
        "before",
        "while",
        "when",
        "which",
        "who",
        "whose",
        "that",
        "where",
        "because",
        "since",
        "until",
        "although",
        "as",
        "having",
        "”",
    }
)
"""Words that begin another clause, whose place is its own."""
_ANSWERS: Final = frozenset({"retaliation", "response", "revenge", "reprisal", "reply", "avenge", "retaliate"})
_SAYING: Final = frozenset(
    "called calls describes described says said considers considered regards regarded claims claimed denies denied insists insisted accused accuses blamed blames".split(
        " "
    )
)
_AUXILIARIES: Final = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_TRUCES: Final = frozenset({"ceasefire", "prisoner_exchange"})
_BROKERED: Final = compile_later(r"\b(?:announc\w*|talks|negotiat\w*|briefing|summit|met|meeting|signed)\b[^;]*$", re.IGNORECASE)
_MOVES: Final = frozenset({"troop_deployment", "withdrawal", "exercise", "mobilisation"})
_DEEDS_FOR: Final = frozenset(
    {"help", "aid", "assist", "support", "back", "join", "warn", "urge", "pressure", "defend", "protect", "deter", "punish"}
)
"""Verbs whose object is whom something is done for or to, not where: "to help Moscow"."""
_MODIFIED: Final = frozenset(
    "counteroffensive offensive operation campaign government authorities officials talks summit agreement agreements accord accords deal process format memorandum conference regime protocol plan initiative".split(
        " "
    )
)
_QUARTER: Final = compile_later(r" (?:district|suburb|neighbou?rhood|quarter|area|suburbs|town|province|region) of (?:the )?")
_INITIAL_TOKENS: Final = 6
_APPOSED: Final = 8
"""Words between a place and the "where" that goes on to tell of it."""
_HARD_COST: Final = 12.0
_VERB_COST: Final = 5.0
_COMMA_COST: Final = 1.5
_TOKEN_COST: Final = 0.12
_ORIGIN_COST: Final = 6.0
_LEFT_COST: Final = 2.0
_MOST: Final = 11.0
_RANK_COST: Final = (3.0, 1.5, 0.0)
"""What a state and a region cost more than a town or site, the most specific place."""


def place_of(candidate: Candidate, parties: list[Party]) -> Location | None:
    """The most specific named place of the trigger's clause: what was hit first, then what stands nearest."""
    if candidate.place is not None:
        return candidate.place
    best: tuple[float, Location] | None = None
    for party in parties:
        location = party.place
        if location is None or not _may_be_where(candidate, party, location):
            continue
        cost = _cost(candidate, party, location)
        if cost <= _MOST and (best is None or cost < best[0]):
            best = (cost, location)
    return _inner(parties, candidate.passage, best[1]) if best is not None else _at_home(candidate)


def _at_home(candidate: Candidate) -> Location | None:
    """The state that puts its own forces on alert or calls them up."""
    actor = candidate.actor
    if candidate.action != "mobilisation" or actor is None:
        return None
    for hit in candidate.passage.of("state"):
        if (
            hit.how == "name"
            and (actor.start <= hit.start < actor.end or hit.end <= actor.start)
            and hit.entry.key == actor.actors[0].code
        ):
            start = hit.start - candidate.passage.start
            return Location(hit.start, hit.end, candidate.passage.text[start : start + hit.end - hit.start], hit.entry.key, 0)
    return None


def _may_be_where(candidate: Candidate, party: Party, location: Location) -> bool:
    """Whether a place says where, and not whose, who or from where."""
    passage, actor, preposition = candidate.passage, candidate.actor, party.preposition
    if actor is not None and actor.start <= party.start < actor.end and actor.mention is not None:
        return False
    if party.mention is not None and party.actors and (party.mention.person is not None or _speaks(passage, party)):
        return False
    index = passage.token_at(party.start)
    if is_modifier(passage, location) or (index and passage.tokens[index - 1].low in _DEEDS_FOR):
        return False
    if preposition is None and party.mention is not None and candidate.action in _MOVES and location.start == party.start:
        return False  # "to help Moscow retake the region"
    labelled = _is_label(passage, location)
    if preposition is None and party not in candidate.objects and not labelled:
        return False  # a capital that speaks or acts
    if candidate.action == "weapons_authorisation" and preposition is None and party.actors:
        return False  # a capital that is allowed to
    if candidate.action in _TRUCES and _BROKERED.search(passage.text[: location.start - passage.start]):
        return False  # where it was signed, not where the guns fall silent
    if location.rank == 0:
        possessive = party.mention is not None and party.mention.possessive  # "Ukraine's first use" says whose
        bare = preposition in _ORIGINS or (party.mention is not None and preposition is None)
        whose = party.is_any(_BEARERS) and location.start == party.start  # "U.S. troops", but "troops to Russia" are there
        return not (possessive or bare or whose)
    return True


def _is_label(passage: Passage, location: Location) -> bool:
    """Whether a place heads what is told of it: "Starokostiantyniv: a salvo came down"; a dateline in capitals does not."""
    return passage.text[location.end - passage.start : location.end - passage.start + 1] == ":" and not location.name.isupper()


def _speaks(passage: Passage, party: Party) -> bool:
    """Whether a capital is the one that calls or says: "what Tehran called bases"."""
    following = passage.token_at(party.end)
    return following < len(passage.tokens) and passage.tokens[following].low in _SAYING


def _cost(candidate: Candidate, party: Party, location: Location) -> float:
    """How far a place is from being that of the event: other clauses, verbs and sayings between, then words, then how vague it is."""
    passage = candidate.passage
    labelled = _is_label(passage, location)
    cost = _RANK_COST[location.rank] + _ORIGIN_COST * (party.preposition in _ORIGINS)
    if labelled:
        return cost
    start, end = candidate.hit.start, candidate.hit.end
    if party.start < end and party.end > start:
        return cost
    if party.start >= end:
        return cost + _between(candidate, passage.between(end, party.start), ahead=True)
    between = passage.between(party.end, start)
    where = next((index for index, token in enumerate(between) if token.low == "where"), None)
    which = _object_relative(candidate, between)
    where = which if where is None else where
    if where is not None and (where <= _APPOSED or which is not None):
        return cost + _TOKEN_COST * len(between) + _between(candidate, between[where + 1 :], ahead=False)
    if _is_initial(passage, party, start):
        commas = [index for index, token in enumerate(between) if token.low == ","]
        rest = between[commas[-1] + 1 :] if commas else []
        return cost + _TOKEN_COST * len(between) + sum(_HARD_COST for token in rest if token.low in _HARD | _ANSWERS)
    return cost + _LEFT_COST + _between(candidate, between, ahead=False)


def _object_relative(candidate: Candidate, between: list[Token]) -> int | None:
    """The last "which" before a verb whose object it is: "the town, which Russian troops captured and which the army retook"."""
    roles = candidate.roles
    if roles is None or roles.passive or roles.subject is None:
        return None
    whiches = [index for index, token in enumerate(between) if token.low in {"which", "that"}]
    if not whiches or whiches[0] > _APPOSED or between[whiches[-1]].end > roles.subject.start:
        return None
    return whiches[-1]


def is_modifier(passage: Passage, location: Location) -> bool:
    """Whether a place's name only modifies a noun: "its Kharkiv counteroffensive", "the Doha talks"."""
    index = passage.token_at(location.end)
    return (
        index < len(passage.tokens) and passage.tokens[index].low in _MODIFIED and passage.tokens[index].start - location.end <= 1
    )


def _inner(parties: list[Party], passage: Passage, outer: Location) -> Location:
    """The quarter within a town or province that goes by it: "the central Beirut district of Bachoura"."""
    for party in parties:
        if party.place is not None and party.place.start > outer.end:
            gap = passage.text[outer.end - passage.start : party.place.start - passage.start]
            return party.place if _QUARTER.fullmatch(gap) else outer
    return outer


def _between(candidate: Candidate, between: list[Token], *, ahead: bool) -> float:
    passage = candidate.passage
    sayings = sayings_of(passage)
    verbs = {
        hit.start
        for hit in passage.of("event", "deed")
        if (
            (hit.how.startswith("verb") and not hit.how.endswith((".ing", ".base")))
            or (ahead and hit.how == "noun" and hit.entry.get("action") not in {None, candidate.action})
        )
        and not candidate.start <= hit.start < candidate.hit.end
    }
    own = candidate.roles is None and ahead  # a noun's first verb is its own
    acting = candidate.roles is not None and not ahead  # as are a verb's auxiliaries
    cost = 0.0
    for left, token in itertools.pairwise((None, *between)):
        if token is None:
            continue
        before = left.low if left is not None else ""
        cost += _TOKEN_COST
        if (
            (token.low in _HARD and not (token.low == "as" and before in {"such", "far", "known", "well"}))
            or token.low in _ANSWERS
            or token.start in sayings
        ):
            cost += _HARD_COST
        elif token.low in _AUXILIARIES and (own or acting):
            continue
        elif token.start in verbs or token.low in _AUXILIARIES:
            cost += 0 if own else _VERB_COST
            own = False
        elif token.low == ",":
            cost += _COMMA_COST
        elif token.low in {"and", "but"} and before == ",":
            cost += _VERB_COST
        elif (
            before in {",", "and"}
            and (token.low in _LOCATIVE or (token.low.endswith("ed") and not token.capital))
            and token.low != "in"
        ):
            cost += _VERB_COST if token.low not in _LOCATIVE else 0
        elif before == "and" and token.low == "in":
            cost += _VERB_COST / 2
    return cost


def _is_initial(passage: Passage, party: Party, trigger: int) -> bool:
    """Whether a place opens the sentence, or its clause: "In Kharkiv, …"; "; near Tyre, …"."""
    if party.end > trigger or party.preposition not in _LOCATIVE:
        return False
    return passage.token_at(party.start) <= _INITIAL_TOKENS
