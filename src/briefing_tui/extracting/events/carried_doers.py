"""Doers carried from what was told before: one more strike of the same raid, "the assailants", a claim of responsibility further on."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.merging import dates_fit
from briefing_tui.extracting.events.party_words import IRREGULARS
from briefing_tui.extracting.events.rivals import Rivals
from briefing_tui.extracting.events.told import Told
from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Actor, DateValue

_IN_RETURN: Final = re.compile(
    r"\bin (?:response|retaliation|return|reply|revenge|turn)\b|\bretaliat|\bhit back\b|\bstruck back\b"
)
_IN_THE_RAID: Final = re.compile(
    r"\b(?:in|by|during) (?:the|these|those|that|this|one of the) (?:\w+ )?(?:strikes?|attacks?|raids?|bombings?|bombardment|barrage|operation)\b"
)
_BOTH_SIDED: Final = frozenset({"ceasefire", "prisoner_exchange"})
_ATTACKS: Final = frozenset(
    {"strike", "ground_assault", "territory_change", "other", "abduction", "naval_incident", "targeted_killing"}
)
_REBELS: Final = ("rebels", "insurgents", "paramilitaries", "rebel group", "rebel fighters", "rebel forces", "paramilitary")
_INFERRED: Final = frozenset({"side-with-aircraft", "opposed-to-the-place", "opposed-to-the-target"})
_CARRIED_PASSAGES: Final = 4
"""How far back the attack may lie that another carries on."""
_CLAIM_PASSAGES: Final = 2
_CLAIM_REACH: Final = 9
"""Sentences within which a claim tells whose the gunmen of the lede were."""


def carried_doer(
    reading: Reading,
    candidate: Candidate,
    doer: Doer,
    place: Location | None,
    told: list[Told],
    *,
    rivals: Rivals,
    date: DateValue | None,
) -> Doer:
    """The doer, or who the text so far lets it be where the clause names nobody or only "the assailants"."""
    if doer.actors and all(actor.code.startswith("group:") for actor in doer.actors):
        return _the_same_band(reading, candidate, doer, told, rivals) or doer
    previous = _last(told, candidate, {"strike"})
    if doer.rule == "speaker" and previous is not None and _is_the_aircraft(reading, candidate):
        struck = {actor.code for actor in previous.targets}
        if any(actor.code in struck for actor in doer.actors):
            return Doer(previous.doer.actors, None, "carried-on")  # "the jets dropped two bombs", says who was bombed
    if doer.actors or doer.span is not None:
        return _by_the_same_raid(candidate, doer, previous, date) or doer
    part = _part_of_the_whole(candidate, told)
    if part is not None:
        return part
    if previous is not None and date is not None and previous.date is not None and not dates_fit(previous.date, date):
        previous = None  # another day's attack is another's
    found = _carried_on(candidate, place, previous)
    if found is None and candidate.action == "airspace_violation":
        flown = _last(told, candidate, {"troop_deployment", "airspace_violation", "exercise"})
        found = Doer(flown.doer.actors, None, "carried-on") if flown is not None and flown.doer.actors else None
    return found or doer


def _part_of_the_whole(candidate: Candidate, told: list[Told]) -> Doer | None:
    """Whose offensive it is of which this is a part: "the offensive of the rebels, including the seizure of Goma"."""
    whole = told[-1] if told else None
    if whole is None or whole.candidate.passage is not candidate.passage or not whole.doer.actors or candidate.roles is not None:
        return None
    if whole.doer.rule == "part-of-the-whole" and candidate.hit.start == whole.candidate.hit.start:
        return Doer(whole.doer.actors, None, "part-of-the-whole")
    between = [token.low for token in candidate.passage.between(whole.candidate.hit.end, candidate.hit.start)]
    return Doer(whole.doer.actors, None, "part-of-the-whole") if "including" in between[-4:] else None


def _by_the_same_raid(candidate: Candidate, doer: Doer, previous: Told | None, date: DateValue | None) -> Doer | None:
    """Those who did the strike told right before, where this one's author is only inferred and on the same side."""
    if doer.rule not in _INFERRED or previous is None or previous.doer.span is None or candidate.action != "strike":
        return None
    near = candidate.passage.index - previous.candidate.passage.index <= 1
    if not near or candidate.passage.sentence.block != previous.candidate.passage.sentence.block:
        return None
    if date is not None and previous.date is not None and not dates_fit(previous.date, date):
        return None
    mine = {actor.code for actor in doer.actors}
    return Doer(previous.doer.actors, None, "carried-on") if mine & previous.codes and mine != previous.codes else None


def share_doers(told: list[Told]) -> None:
    """Who struck a place by one sentence's own words struck it in the others too, where it was only inferred."""
    named: dict[tuple[str, str], Doer] = {}
    for one in told:
        if one.place is not None and one.place.rank == 2 and one.doer.span is not None and one.doer.actors:
            named.setdefault((one.action, one.place.name.lower()), one.doer)
    for one in told:
        if one.doer.span is None and one.place is not None and one.action not in _BOTH_SIDED:
            doer = named.get((one.action, one.place.name.lower()))
            if doer is not None:
                one.doer = Doer(doer.actors, None, "same-place")


def claimant(reading: Reading, candidate: Candidate) -> Doer | None:
    """Who claimed responsibility, in this sentence or the next of the paragraph."""
    passage = candidate.passage
    for near in reading.passages[passage.index : passage.index + _CLAIM_PASSAGES]:
        if near.sentence.block != passage.sentence.block:
            break
        for cue in near.of("cue"):
            if cue.entry.key != "claim_responsibility" or (near is passage and cue.start < candidate.end):
                continue
            before = [m for m in near.mentions if m.end <= cue.start and m.actors and not m.adjective]
            words = [token.low for token in near.tokens[: near.token_at(cue.start)][-3:]]
            if before and "no" not in words and len(near.between(before[-1].end, cue.start)) <= 3:
                actors = tuple(actor for actor in before[-1].actors if not actor.code.startswith("group:"))
                if actors:
                    return Doer(actors, (before[-1].start, before[-1].end), "claimed-responsibility")
    return None


def _last(told: list[Told], candidate: Candidate, actions: set[str]) -> Told | None:
    """The last event of these kinds with a doer, told a few sentences before at most."""
    for one in reversed(told):
        if candidate.passage.index - one.candidate.passage.index > _CARRIED_PASSAGES:
            return None
        if one.action in actions and one.doer.actors:
            return one
    return None


def _is_the_aircraft(reading: Reading, candidate: Candidate) -> bool:
    party = candidate.doer
    if party is None or not party.is_any({"aircraft", "munition"}):
        return False
    return reading.text[max(0, party.start - 4) : party.end].lower().lstrip().startswith("the ")


def _the_same_band(reading: Reading, candidate: Candidate, doer: Doer, told: list[Told], rivals: Rivals) -> Doer | None:
    """The movement that "the assailants" or "they" are, told of before; or the only one at home that "rebels" can mean."""
    words = doer.actors[0].name.lower()
    span = doer.span or (candidate.start, candidate.start)
    definite = (
        reading.text[slice(*span)].lower() in {"they", "it"}
        or candidate.pronoun is not None
        or reading.text[max(0, span[0] - 4) : span[1]].lower().lstrip().startswith("the ")
    )
    if not words.endswith(IRREGULARS):
        return None
    if definite:
        for one in reversed(told):
            if candidate.passage.index - one.candidate.passage.index > _CARRIED_PASSAGES:
                break
            movements = tuple(actor for actor in one.doer.actors if actor.code.startswith("org:"))
            if one.action in _ATTACKS and movements:
                return Doer(movements, doer.span, "the-same-band")
    if candidate.action in _ATTACKS:
        by_claim = _only_claimant(reading, candidate)
        if by_claim is not None:
            return Doer((by_claim,), doer.span, "claimed-responsibility")
    groups = [group for groups in rivals.at_home.values() for group in groups if group in rivals.actors]
    bare = doer.actors[0].name.islower() or "-backed" in words or doer.actors[0].name.capitalize() == doer.actors[0].name
    if (
        bare
        and words.endswith(_REBELS)
        and " " not in words.removesuffix(" fighters")
        and len(groups) == 1
        and rivals.weights[groups[0]] > 1
    ):
        return Doer((rivals.actors[groups[0]],), doer.span, "only-movement")
    return None


def _only_claimant(reading: Reading, candidate: Candidate) -> Actor | None:
    """The one movement that the next paragraphs say claimed the attack."""
    found: dict[str, Actor] = {}
    first = candidate.passage.index
    for passage in reading.passages[first : first + _CLAIM_REACH]:
        if not passage.has("cue"):
            continue
        for cue in passage.of("cue"):
            if cue.entry.key == "claim_responsibility":
                before = [m for m in passage.mentions if m.end <= cue.start and m.actors and not m.adjective]
                if (
                    before
                    and before[-1].actors[0].code.startswith("org:")
                    and len(passage.between(before[-1].end, cue.start)) <= 3
                ):
                    found.setdefault(before[-1].actors[0].code, before[-1].actors[0])
    return next(iter(found.values())) if len(found) == 1 else None


def _carried_on(candidate: Candidate, place: Location | None, previous: Told | None) -> Doer | None:
    """The actors of the attack told just before, for one more whose author is not said: "One drone hit the airport, another the port"."""
    killed = candidate.action == "targeted_killing" and _IN_THE_RAID.search(
        candidate.passage.text[candidate.hit.end - candidate.passage.start :]
    )
    if previous is None or (candidate.action != "strike" and not killed):
        return None
    if candidate.rule == "reference":
        return None
    at_home = previous.place is not None and previous.place.state in previous.codes
    if place is not None and place.state is not None and place.state in previous.codes and not at_home:
        return None
    if _IN_RETURN.search(candidate.passage.text):
        return Doer(previous.targets, None, "struck-back") if previous.targets else None
    return Doer(previous.doer.actors, None, "carried-on")
