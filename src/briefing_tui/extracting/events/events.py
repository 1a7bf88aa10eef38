"""Escalation events: what was done, or threatened, that raises or lowers the level of the conflict."""

from __future__ import annotations

from typing import Final, cast

from briefing_tui.extracting.events.agents import doer_of
from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.carried_dates import carry_dates
from briefing_tui.extracting.events.carried_doers import carried_doer, claimant, share_doers
from briefing_tui.extracting.events.carried_places import carry_places
from briefing_tui.extracting.events.casualties import read_casualties
from briefing_tui.extracting.events.clauses import BE
from briefing_tui.extracting.events.confirmations import confirm
from briefing_tui.extracting.events.counts import count_of
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.events.event_dates import date_of
from briefing_tui.extracting.events.event_places import place_of
from briefing_tui.extracting.events.inferred_agents import inferred_doer
from briefing_tui.extracting.events.irregular_bands import band_of
from briefing_tui.extracting.events.listed_events import introduces_targets, read_item, split_places
from briefing_tui.extracting.events.merging import merge_told
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.rivals import Rivals, find_rivals
from briefing_tui.extracting.events.targets import targets_of
from briefing_tui.extracting.events.told import Told
from briefing_tui.extracting.events.triggers import find_candidates
from briefing_tui.extracting.modality.modality import ModalityReading, read_modality
from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.relevance import weigh
from briefing_tui.model import Attribution, DateValue, EscalationEvent, Evidence
from briefing_tui.model.vocabulary import Direction, EventAction

_HEDGED: Final = frozenset({"speculated", "reported", "anticipated"})
"""Readings under which "the use of" a weapon is an event at all."""
_OWN_STEPS: Final = frozenset(
    {"troop_deployment", "withdrawal", "exercise", "mobilisation", "ceasefire", "prisoner_exchange", "weapons_authorisation"}
)
_SPOKEN: Final = frozenset({"claimed", "reported", "confirmed", "denied"})
_CLAIMABLE: Final = frozenset(
    {"strike", "ground_assault", "naval_incident", "other", "sabotage", "abduction", "targeted_killing", "cyber"}
)
_MAX_REPEATS: Final = 6


def read_events(reading: Reading) -> list[EscalationEvent]:
    """The escalation events of a document, each told once, in text order."""
    relevance = weigh(reading)
    if not relevance.on_subject:
        return []
    found: list[tuple[Candidate, list[Party]]] = []
    introductions: dict[int, Candidate] = {}
    used: set[int] = set()
    earlier: list[Party] = []
    for passage in reading.passages:
        if not relevance.near(passage.index):
            continue
        candidates, parties = find_candidates(passage, earlier)
        earlier = parties or earlier
        introductions.update((passage.index, candidate) for candidate in candidates if introduces_targets(candidate))
        if not candidates and introductions and passage.block.kind == "list_item":
            item = read_item(reading, passage, introductions)
            if item is not None:
                found.append(item)
                used.update(p.index for p in reading.introduction_of(passage))
        found.extend((one, parties) for candidate in candidates for one in split_places(candidate, parties))
    found = [
        (candidate, parties)
        for candidate, parties in found
        if introductions.get(candidate.passage.index) is not candidate or candidate.passage.index not in used
    ]
    if not found:
        return []
    rivals = find_rivals(reading, _stated_pairs(found))
    told: list[Told] = []
    for candidate, parties in found:
        one = _tell(reading, candidate, parties, rivals, told)
        if one is not None:
            told.append(one)
    share_doers(told)
    carry_dates(reading, told)
    events = merge_told(told, reading.document.published)
    carry_places(reading, events)
    _infer_again(reading, events, rivals)
    confirm(reading, events)
    return [_record(reading, event) for event in events]


def _stated_pairs(found: list[tuple[Candidate, list[Party]]]) -> list[tuple[str, str]]:
    """Who is said to act on whom, over all candidates whose clause names both."""
    pairs: list[tuple[str, str]] = []
    for candidate, _ in found:
        if candidate.actor is None or candidate.action in {
            "ceasefire",
            "prisoner_exchange",
            "exercise",
            "troop_deployment",
            "weapons_authorisation",
            "withdrawal",
        }:
            continue
        for party in candidate.objects:
            if (
                party is not candidate.actor
                and party.preposition
                not in {
                    "for",
                    "of",
                    "by",
                    "with",
                    "from",
                    "after",
                    "than",
                    "in",
                    "over",
                    "near",
                    "along",
                    "around",
                    "across",
                }
                and not party.is_any({"border"})
            ):
                pairs.extend((left.code, right.code) for left in candidate.actor.actors for right in party.actors)
    return pairs


def _shot_at(candidate: Candidate, previous: Told | None) -> Doer | None:
    """Who shot down what the strike told just before had fired: those it was aimed at."""
    if candidate.action != "air_defence_intercept" or previous is None or not previous.targets:
        return None
    if candidate.passage.index - previous.candidate.passage.index > 1:
        return None
    return Doer(previous.targets, None, "shot-at")


def _infer_again(reading: Reading, events: list[Told], rivals: Rivals) -> None:
    """Who struck a place that only the sentence before named, and whose it is."""
    for event in events:
        if event.place_rule == "place-of-clause" or event.doer.actors or event.action != "strike":
            continue
        event.doer = inferred_doer(reading, event.candidate, event.place, event.modality.source, rivals)
        if not event.targets:
            hit = targets_of(reading, event.candidate, event.doer, event.place, rivals=rivals, parties=[])
            event.targets, event.target, event.target_rule = hit.actors, hit.party, hit.rule


def _tell(reading: Reading, candidate: Candidate, parties: list[Party], rivals: Rivals, told: list[Told]) -> Told | None:
    own = candidate.roles is not None or candidate.hit.how == "name"
    start = candidate.hit.start if own else candidate.start
    told_by_verb = candidate.roles is not None
    modality = read_modality(reading, candidate.passage, start, candidate.hit.end, verb=told_by_verb, noun=not told_by_verb)
    if modality.background and (_is_presupposed(candidate) or _is_own_cue(candidate, modality)):
        modality = ModalityReading("asserted", source=modality.source)
    if modality.background or (
        candidate.hit.entry.get("hedged") and modality.modality not in _HEDGED and not _first_time(candidate)
    ):
        return None
    place = place_of(candidate, parties)
    doer = doer_of(reading, candidate, modality.source, place, rivals, spoken=modality.modality in _SPOKEN)
    if doer.span is None and candidate.action in _CLAIMABLE:
        doer = claimant(reading, candidate) or doer
    dated = date_of(candidate)
    date = dated.value if dated is not None else None
    doer = carried_doer(reading, candidate, doer, place, told, rivals=rivals, date=date)
    doer = band_of(reading, candidate, doer) or doer
    hit = targets_of(reading, candidate, doer, place, rivals=rivals, parties=parties)
    modality = _by_plan(reading, modality, {actor.code for actor in doer.actors}, candidate.action)
    modality = _by_time(reading, modality, date, {actor.code for actor in doer.actors})
    if candidate.rule != "reference" and not (
        doer.actors or hit.actors or place or date or candidate.action == "air_alert" or _hits_a_thing(candidate)
    ):
        return None
    return Told(
        candidate=candidate,
        action=candidate.action,
        doer=doer,
        targets=hit.actors,
        target=hit.party,
        target_rule=hit.rule,
        place=place,
        date=date,
        date_rule=dated.rule if dated is not None else "",
        modality=_continued(modality, candidate, doer, told[-1] if told else None),
        heading=candidate.passage.block.kind == "heading",
    )


def _is_own_cue(candidate: Candidate, modality: ModalityReading) -> bool:
    """Whether the word that would make it no deed is the deed itself: "rehearsed a blockade"."""
    return modality.cue is not None and candidate.hit.start <= modality.cue[0] < candidate.hit.end


def _is_presupposed(candidate: Candidate) -> bool:
    """Whether a participle with its agent only says which ones are meant, whatever is wished for them: "the release of men seized by …"."""
    roles = candidate.roles
    if roles is None or not roles.passive or roles.agent is None:
        return False
    first = candidate.passage.token_at(candidate.hit.start)
    return first > 0 and candidate.passage.tokens[first - 1].low not in BE


def _hits_a_thing(candidate: Candidate) -> bool:
    """Whether the words say what a weapon hit, where the story around them says whose it is: "a mortar landed at the airport"."""
    doer = candidate.doer
    armed = candidate.roles is not None and doer is not None and doer.is_any({"munition", "sea_drone", "aircraft", "blast"})
    return armed and candidate.action == "strike" and any(party.is_any({"site", "vessel"}) for party in candidate.objects)


def _first_time(candidate: Candidate) -> bool:
    """Whether the sentence goes on to say that it was the first time."""
    return "for the first time" in candidate.passage.text[candidate.end - candidate.passage.start :]


def _by_time(reading: Reading, modality: ModalityReading, date: DateValue | None, actors: set[str]) -> ModalityReading:
    """What is dated after the text's own day has not happened: its actor's announcement is a plan, anyone else's an expectation."""
    published = reading.document.published
    if date is None or published is None or date.first is None or date.first <= published:
        return modality
    if modality.modality not in {"asserted", "claimed", "reported", "confirmed"}:
        return modality
    own = modality.source is not None and any(actor.code in actors for actor in modality.source.actors)
    return ModalityReading("planned" if own else "anticipated", modality.cue or (date.start, date.end), modality.source)


def _by_plan(reading: Reading, modality: ModalityReading, actors: set[str], action: str) -> ModalityReading:
    """What another than its actor says "will" happen is expected, not planned; one's own step promised is a plan, a blow promised a threat."""
    if modality.modality == "anticipated" and modality.cue is not None:
        word = reading.text[slice(*modality.cue)].lower()
        promised = (action in _OWN_STEPS and word.startswith(("promis", "pledg", "vow", "agree", "swor"))) or _says_own_will(
            modality, actors, word
        )
        return ModalityReading("planned", modality.cue, modality.source) if promised else modality
    if modality.modality != "planned" or modality.source is None or not actors or not modality.source.actors:
        return modality
    if any(actor.code in actors for actor in modality.source.actors) or reading.publisher in modality.source.actors:
        return modality
    return ModalityReading("anticipated", modality.cue, modality.source)


def _says_own_will(modality: ModalityReading, actors: set[str], word: str) -> bool:
    """Whether the actor itself says what it would do: "Ruritania said it would withdraw"."""
    source = modality.source
    return word == "would" and source is not None and any(actor.code in actors for actor in source.actors)


def _continued(modality: ModalityReading, candidate: Candidate, doer: Doer, previous: Told | None) -> ModalityReading:
    """What a party just told of its own deeds it goes on telling ("…, the army said. Its guns then silenced two batteries")."""
    if modality.modality != "asserted" or previous is None or previous.modality.modality != "claimed":
        return modality
    source = previous.modality.source
    near = candidate.passage.index - previous.candidate.passage.index == 1
    if not near or source is None or candidate.passage.sentence.block != previous.candidate.passage.sentence.block:
        return modality
    codes = {actor.code for actor in doer.actors}
    if candidate.action in _OWN_STEPS and not all(actor.code in previous.codes for actor in source.actors):
        return modality  # it told of another's deeds
    if not codes or not all(actor.code in codes for actor in source.actors):
        return modality
    return ModalityReading("claimed", previous.modality.cue, source)


def _record(reading: Reading, event: Told) -> EscalationEvent:
    candidate = event.candidate
    repeats = [one for one in event.repeats if (one.candidate.start, one.candidate.end) != (candidate.start, candidate.end)][
        :_MAX_REPEATS
    ]
    main = event
    if event.heading:
        body = next((one for one in repeats if not one.heading and one.candidate.rule != "reference"), None)
        if body is not None:
            main, repeats = body, [event, *(one for one in repeats if one is not body)]
            candidate = body.candidate
    rule = candidate.rule
    evidence: list[Evidence] = [reading.evidence("trigger", candidate.start, candidate.end, rule)]
    evidence += [reading.evidence("trigger", one.candidate.start, one.candidate.end, one.candidate.rule) for one in repeats]
    if event.doer.span is not None:
        evidence.append(reading.evidence("actor", *event.doer.span, event.doer.rule))
    if event.target is not None:
        evidence.append(reading.evidence("target", event.target.start, event.target.end, event.target_rule))
    if event.place is not None:
        evidence.append(reading.evidence("place", event.place.start, event.place.end, event.place_rule))
    if event.date is not None:
        evidence.append(reading.evidence("date", event.date.start, event.date.end, event.date_rule))
    weapons = _weapons(reading, candidate)
    evidence += [reading.evidence("weapon", start, end, "weapon-in-clause") for start, end in weapons]
    count = count_of(candidate)
    if count is not None:
        evidence.append(reading.evidence("quantity", count[1], count[2], "count"))
    casualties = _casualties(candidate)
    evidence += [reading.evidence("quantity", start, end, kind) for kind, (_, start, end) in casualties.items()]
    modality = main.modality
    if modality.cue is not None:
        evidence.append(reading.evidence("modality_cue", *modality.cue, modality.modality))
    attribution = None
    if modality.source is not None and modality.source.actors:
        source = modality.source
        evidence.append(reading.evidence("attribution", source.start, source.end, "source"))
        codes = {actor.code for actor in (*event.doer.actors, *event.targets)}
        cue = reading.text[slice(*modality.cue)] if modality.cue is not None else None
        attribution = Attribution(
            source=source.actors[0], cue=cue, directness="indirect", interested=any(a.code in codes for a in source.actors)
        )
    confidence = _confidence(event)
    turn = candidate.hit.entry.get("turn")
    return EscalationEvent(
        id=reading.record_id("escalation_event", [(candidate.start, candidate.end)]),
        action=cast("EventAction", event.action),
        actors=event.doer.actors,
        targets=event.targets,
        weapons=tuple(dict.fromkeys(reading.text[start:end] for start, end in weapons)),
        count=count[0] if count is not None else None,
        killed=casualties["killed"][0] if "killed" in casualties else None,
        injured=casualties["injured"][0] if "injured" in casualties else None,
        place=event.place.name if event.place is not None else None,
        date=event.date.iso if event.date is not None else None,
        date_value=event.date,
        direction=cast("Direction", turn or "escalation"),
        modality=modality.modality,
        attribution=attribution,
        confidence=confidence,
        evidence=tuple(evidence),
    )


def _weapons(reading: Reading, candidate: Candidate) -> list[tuple[int, int]]:
    """The weapons of the clause, by their own words."""
    del reading
    out: list[tuple[int, int]] = []
    for hit in candidate.passage.of("thing", "weapon"):
        if hit.entry.category == "thing" and hit.entry.get("class") not in {"munition", "aircraft"}:
            continue
        if candidate.start <= hit.start and hit.end <= candidate.end:
            out.append((hit.start, hit.end))
    return out


def _casualties(candidate: Candidate) -> dict[str, tuple[int, int, int]]:
    passage = candidate.passage
    return {
        kind: (number, passage.start + start, passage.start + end)
        for kind, (number, start, end) in read_casualties(passage.text, candidate.hit.end - passage.start).items()
    }


def _confidence(event: Told) -> float:
    """From the rule's evidence: named actor, place, date, and whether the trigger word is one of war alone."""
    value = (
        0.5
        + 0.08 * bool(event.doer.span)
        + 0.08 * bool(event.place)
        + 0.08 * bool(event.date)
        + 0.03 * min(3, event.candidate.score - 2)
    )
    if event.candidate.hit.entry.category == "event":
        value += 0.07
    if event.doer.actors and event.doer.span is None:
        value -= 0.1
    if event.modality.modality in {"speculated", "unconfirmed"}:
        value -= 0.05
    return round(min(0.95, max(0.2, value)), 2)
