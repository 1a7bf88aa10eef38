"""Candidate events of a sentence: trigger words whose surroundings are those of an act of conflict."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.candidates import Candidate
from briefing_tui.extracting.noun_events import read_noun
from briefing_tui.extracting.participants import Party, find_parties
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.verb_events import read_verb

_BLOWS: Final = frozenset({"strike", "sabotage", "other"})


def find_candidates(passage: Passage) -> tuple[list[Candidate], list[Party]]:
    """The candidates of a passage in text order, and the parties they were made from."""
    if not passage.has("event", "deed"):
        return [], []
    hits = passage.of("event", "deed")
    verbs = frozenset(hit.start for hit in (*hits, *passage.of("carry", "cue")) if hit.how.startswith("verb"))
    inside = [(hit.start, hit.end) for hit in hits if hit.entry.category == "event" and not hit.how.startswith("verb")]
    parties = [
        party
        for party in find_parties(passage, verbs)
        if not any(start <= party.start and party.end <= end for start, end in inside)
    ]
    says = frozenset(
        hit.start
        for hit in passage.of("cue")
        if hit.entry.get("scope") == "says" and not hit.how.endswith((".base", ".s", "form"))
    )
    found: dict[tuple[int, int], Candidate] = {}
    for hit in hits:
        candidate = (read_verb if hit.how.startswith("verb") else read_noun)(passage, hit, parties, says)
        if candidate is None:
            continue
        known = found.get((hit.start, hit.end))
        if known is None or candidate.score > known.score:
            found[hit.start, hit.end] = candidate
    return _joined(sorted(found.values(), key=lambda candidate: candidate.hit.start)), parties


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate where two tell one thing: "launched a strike", "a strike killed the commander", "the attack damaged a school"."""
    out: list[Candidate] = []
    for candidate in candidates:
        if out:
            last = out[-1]
            overlap = last.end > candidate.start
            if overlap and last.action == candidate.action:
                if candidate.score > last.score:
                    out[-1] = candidate
                continue
            if candidate.action == "targeted_killing" and last.action in _BLOWS and _is_subject(last, candidate):
                out[-1] = replace(
                    last, action="targeted_killing", end=max(last.end, candidate.end), objects=candidate.objects or last.objects
                )
                continue
            if overlap and candidate.action == last.action == "strike":
                continue
        out.append(candidate)
    return out


def _is_subject(noun: Candidate, verb: Candidate) -> bool:
    """Whether the noun is what the verb's clause is about."""
    gap = verb.passage.between(noun.hit.end, verb.hit.start)
    return len(gap) <= 12 and not any(token.low in {";", ":", "after", "before", "while", "said"} for token in gap)
