"""Candidate events of a sentence: trigger words whose surroundings are those of an act of conflict."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.elided import elided_parties
from briefing_tui.extracting.events.noun_events import read_noun
from briefing_tui.extracting.events.participants import Party, actor_codes, find_parties
from briefing_tui.extracting.events.ship_names import with_ships
from briefing_tui.extracting.events.small_arms import by_hand
from briefing_tui.extracting.events.verb_events import read_verb
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

_BLOWS: Final = frozenset(
    {"strike", "sabotage", "other", "ground_assault", "naval_incident", "territory_change", "targeted_killing"}
)
_MEANS_TOKENS: Final = 16
_FIREFIGHTS: Final = frozenset({"exchange_fire", "clash", "ground"})
_TOLLS: Final = frozenset({"killed", "wounded", "injured"})
_RESULTS: Final = frozenset({"kill_strike", "crash_into", "destroy", "torch", "set_fire", "strike_passive"})


def find_candidates(passage: Passage, earlier: list[Party]) -> tuple[list[Candidate], list[Party]]:
    """The candidates of a passage in text order, and the parties they were made from; `earlier` are those of the sentence before."""
    if not passage.has("event", "deed"):
        return [], []
    beyond = passage.tokens[-1].start if passage.tokens else -1
    names = [
        m for m in passage.mentions if m.kind == "name" and m.person is None and m.actors and m.actors[0].code.startswith("org:")
    ]
    hits = [
        hit
        for hit in passage.of("event", "deed")
        if hit.start <= beyond  # a word begins there, not only its second half
        and not any(name.start < hit.start and hit.end < name.end for name in names)
    ]
    verbs = frozenset(hit.start for hit in (*hits, *passage.of("carry", "cue")) if hit.how.startswith("verb"))
    says = frozenset(hit.start for hit in passage.of("cue") if _is_saying(passage, hit))
    nouns = [(hit.start, hit.end) for hit in hits if hit.entry.category == "event" and not hit.how.startswith("verb")]
    triggers = frozenset(hit.start for hit in hits if hit.how.startswith("verb") and not hit.how.endswith((".s", ".ing")))
    parties = elided_parties(passage, with_ships(passage, find_parties(passage, verbs, says, nouns)), earlier, triggers)
    found: dict[tuple[int, int], Candidate] = {}
    for hit in hits:
        candidate = (read_verb if hit.how.startswith("verb") else read_noun)(passage, hit, parties, says)
        if candidate is None:
            continue
        if candidate.action == "airspace_violation" and candidate.actor is None:
            candidate = replace(candidate, actor=_intruder(parties, hit.start))
        candidate = replace(candidate, action=by_hand(candidate))
        known = found.get((hit.start, hit.end))
        if known is None or _rank(candidate) > _rank(known):
            found[hit.start, hit.end] = candidate
    return _joined(sorted(found.values(), key=lambda candidate: candidate.hit.start)), parties


def _is_saying(passage: Passage, hit: Hit) -> bool:
    """Whether a cue is a finite verb of saying, which begins a new clause; "a suspected missile" is not."""
    if (
        hit.entry.get("scope") != "says"
        or hit.how.endswith((".base", "form"))
        or (hit.how.endswith(".s") and hit.entry.key != "say")
    ):
        return False
    first = passage.token_at(hit.start)
    following = passage.tokens[first + 1].low if first + 1 < len(passage.tokens) else ""
    if passage.tokens[first].low == "suspected" and following not in {"of", "that", "it", "they", "he", "she", "the"}:
        return False  # "struck suspected depots", "shot dead eight suspected militants"
    return not (
        first
        and passage.tokens[first - 1].low
        in {"a", "an", "the", "its", "their", "of", "by", "in", "with", "two", "three", "several"}
    )


def _rank(candidate: Candidate) -> tuple[int, int]:
    """The better detailed candidate wins, then the one whose entry asks for more particular things."""
    return candidate.score, -len(candidate.hit.entry.get("object") or ()) - len(candidate.hit.entry.get("subject") or ())


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate where two tell one thing: "launched a strike", "a strike killed the commander", "the attack damaged a school"."""
    out: list[Candidate] = []
    for found in candidates:
        candidate = _as_told(found, out)
        if out:
            last = out[-1]
            if _is_coordinate(last, candidate):
                candidate = replace(candidate, start=candidate.hit.start)
            overlap = last.end > candidate.start
            if overlap and last.action == candidate.action:
                if candidate.score > last.score:
                    out[-1] = candidate
                continue
            if (
                candidate.hit.how.endswith(".ing")
                and candidate.hit.entry.key in _RESULTS
                and any(one.action in _BLOWS | {"invasion"} for one in out)
            ):
                continue  # "…, killing three": what the strike did
            if _is_outcome(last, candidate):
                continue  # "the crackdown has killed": what the noun told of did
            if _is_toll(last, candidate):
                out[-1] = candidate  # "two people were killed when …": the toll of what follows
                continue
            if (
                last.hit.entry.key in _RESULTS
                and candidate.hit.entry.key in _FIREFIGHTS
                and len(gap := candidate.passage.between(last.hit.end, candidate.hit.start)) <= 8
                and any(token.low in {"in", "during"} for token in gap)
            ):
                out[-1] = replace(last, action="ground_assault", end=max(last.end, candidate.hit.end))
                continue
            if _is_means(last, candidate):
                kept = candidate.hit.entry.key == "strike_noun" or last.action == "targeted_killing"
                action = last.action if kept else candidate.action
                out[-1] = replace(
                    last, action=action, objects=(*last.objects, *candidate.objects), weapons=(*last.weapons, *candidate.weapons)
                )
                continue
            if (
                candidate.rule == "kill-leader-verb"
                and last.roles is None
                and last.action in _BLOWS
                and _is_subject(last, candidate)
            ):
                out[-1] = replace(
                    last, action="targeted_killing", end=max(last.end, candidate.end), objects=candidate.objects or last.objects
                )
                continue
            if overlap and candidate.action == last.action == "strike":
                continue
        out.append(candidate)
    return out


def _is_coordinate(last: Candidate, candidate: Candidate) -> bool:
    """Whether two verbs with objects of their own share a subject: "advanced south of A and captured B"."""
    if last.roles is None or candidate.roles is None or last.end <= candidate.start:
        return False
    return candidate.hit.start >= last.end and bool(candidate.objects) and candidate.end > candidate.hit.end


def _is_outcome(last: Candidate, candidate: Candidate) -> bool:
    """Whether an event noun is the subject of the verb: "the junta's crackdown on dissent has killed hundreds"."""
    if last.roles is not None or candidate.roles is None or candidate.roles.passive or last.action == candidate.action:
        return False
    gap = candidate.passage.between(last.hit.end, candidate.hit.start)
    return (
        candidate.hit.entry.key in _RESULTS
        and candidate.start <= last.hit.start < candidate.hit.start
        and not any(token.low in {",", ";", "after", "as", "when", "and", "which"} for token in gap)
    )


def _is_means(last: Candidate, candidate: Candidate) -> bool:
    """Whether the noun says how those were killed of whom the verb tells: "killed 23 people in a car bomb attack"."""
    if last.roles is None or candidate.roles is not None or last.action not in _BLOWS or candidate.action not in _BLOWS:
        return False
    if last.hit.entry.key not in _RESULTS | {"kill_leader"} or candidate.rule == "reference":
        return False
    gap = [token.low for token in last.passage.between(last.hit.end, candidate.hit.start)]
    return (
        len(gap) <= _MEANS_TOKENS
        and bool({"in", "during"} & set(gap[-6:]))
        and not {";", "after", "when", "as", "and"} & set(gap[-6:])
    )


def _intruder(parties: list[Party], start: int) -> Party | None:
    """The aircraft with a flag last named before a crossing: "125 Chinese aircraft, with 90 of them crossing the line"."""
    return next(
        (p for p in reversed(parties) if p.end <= start and p.actors and p.is_any({"aircraft", "munition", "warship"})), None
    )


def _is_toll(last: Candidate, candidate: Candidate) -> bool:
    """Whether one tells the dead and wounded of the blow that the other tells: "a woman was killed by shrapnel after rockets hit"."""
    if last.action not in _BLOWS or candidate.action not in _BLOWS or last.roles is None or not last.roles.passive:
        return False
    if last.passage.text[last.hit.start - last.passage.start : last.hit.end - last.passage.start].lower() not in _TOLLS:
        return False
    gap = [token.low for token in last.passage.between(last.hit.end, candidate.hit.start)]
    return any(word in {"when", "after", "as"} for word in gap) and last.actor is None and ";" not in gap


def _as_told(found: Candidate, earlier: list[Candidate]) -> Candidate:
    """The candidate as what was told earlier in its sentence makes it.

    "…, the deepest incursion since": a bare noun after an event is the same thing again. "…, killing 40 and abducting 20":
    a participle shares the actor of what came before.
    """
    if not earlier:
        return found
    if found.roles is None and found.hit.how == "noun" and not any(party.place or party.actors for party in found.objects):
        same = [
            one
            for one in earlier
            if one.action == found.action and found.actor is not None and actor_codes(one.actor) == actor_codes(found.actor)
        ]
        if same or (found.actor is None and not found.objects):
            return replace(found, rule="reference", definite=True)
    if (
        found.hit.how.endswith(".ing")
        and found.actor is None
        and earlier[-1].actor is not None
        and found.action != "airspace_violation"
    ):
        return replace(found, actor=earlier[-1].actor, doer=earlier[-1].doer, start=found.hit.start)
    return found


def _is_subject(noun: Candidate, verb: Candidate) -> bool:
    """Whether the noun is what the verb's clause is about."""
    gap = verb.passage.between(noun.hit.end, verb.hit.start)
    return len(gap) <= 12 and not any(token.low in {";", ":", "after", "before", "while", "said"} for token in gap)
