"""What analysts, institutes and intelligence services judge to be so: attributed analytic claims, which are no position."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.modality.modality import read_modality
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import clip
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.relevance import weigh
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor, Assessment, Attribution
from briefing_tui.model.vocabulary import Modality

_ANALYSTS: Final = frozenset(
    "analyst analysts expert experts observer observers intelligence economists economist strategists historian historians researchers "
    "researcher think-tank think-tanks forecasters scholars monitors monitor".split()
)
_JUDGING: Final = frozenset("assess judge estimate believe reckon forecast predict conclude calculate doubt suspect".split())
_JUDGING_STANCES: Final = frozenset({"reject_nouns", "concern", "concern_nouns", "warn"})
"""Verbs of stance by which analysts judge: "doubt", "fear", "warn"."""
_ANALYTIC_KINDS: Final = frozenset({"think_tank", "monitor", "research"})
_SERVICES: Final = ("intelligence", "joint chiefs", "ministry of defence", "defence intelligence")
_HEDGED: Final = frozenset(
    "could may might likely probably unlikely appears appear seems seem would possibly potentially almost".split()
)


def read_assessments(reading: Reading) -> list[Assessment]:
    """The assessments of a document: "according to the Institute for the Study of War", "analysts say", "MI6 assesses that"."""
    relevance = weigh(reading)
    if not relevance.on_subject:
        return []
    hearing = Hearing(reading, find_quotes(reading), relevance)
    found: list[Assessment] = []
    for passage in reading.passages:
        if passage.has("accord", "say", "stance") and relevance.near(passage.index):
            found.extend(_in_passage(hearing, passage))
    return found


def is_analyst(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether the speaker analyses for a living: a think tank, "analysts", an intelligence service."""
    words = hearing.text[speaker.start : speaker.end].lower()
    return (
        bool(_ANALYSTS.intersection(words.replace("’s", "").split()))
        or any(service in words for service in _SERVICES[:1])
        or any(_is_institute(hearing, actor, speaker) for actor in speaker.actors)
    )


def _is_institute(hearing: Hearing, actor: Actor, speaker: Speaker) -> bool:
    if not actor.code.startswith("org:"):
        return False
    for passage in hearing.reading.passages:
        if passage.start <= speaker.start < passage.end:
            return any(
                hit.entry.category == "org"
                and hit.entry.get("kind") in _ANALYTIC_KINDS
                and speaker.start <= hit.start
                and hit.end <= speaker.end
                for hit in passage.hits
            )
    return False


def _in_passage(hearing: Hearing, passage: Passage) -> list[Assessment]:
    memory = Memory()
    clauses = hearing.clauses(passage)
    for hit in passage.of("accord", "say", "stance"):
        if hearing.quoted(hit.start, hit.end):
            continue
        if hit.entry.category == "stance" and hit.entry.key not in _JUDGING_STANCES:
            continue
        if hit.entry.category == "accord":
            speaker = clauses.following(clauses.index(hit.end))
        else:
            speaker = governor(hearing, passage, hit, memory)
        if speaker is None or not speaker.actors or not is_analyst(hearing, speaker):
            continue
        content = _content(hearing, passage, hit, speaker)
        if content is not None:
            return [_assessment(hearing, passage, hit, speaker, content)]
    return []


def _content(hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker) -> tuple[int, int] | None:
    """The claim: the clause after "assesses that", or the sentence before ", according to"."""
    after = passage.between(max(hit.end, speaker.end), passage.end)
    while after and after[0].low in {",", "that", ":", "says", "said"}:
        after.pop(0)
    before = passage.between(passage.start, min(hit.start, speaker.start))
    while before and before[-1].low in {",", "—", "–", "and", "but"}:
        before.pop()
    chosen = before if hit.entry.category == "accord" and len(before) > 3 else after
    while chosen and chosen[-1].low in {".", ",", "”"}:
        chosen.pop()
    if len(chosen) < 4:
        return None
    start, end = chosen[0].start, chosen[-1].end
    return (start, end) if hearing.text[start:end].strip() else None


def _assessment(hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker, content: tuple[int, int]) -> Assessment:
    reading = hearing.reading
    start, end = content
    rule = "according-to" if hit.entry.category == "accord" else "analyst-says"
    words = {token.low for token in passage.between(start, end)}
    modality: Modality = "speculated" if words & _HEDGED else read_modality(reading, passage, start, end).modality
    trigger = (
        clip(passage, min(hit.start, speaker.start), max(hit.end, speaker.end))
        if rule == "according-to"
        else clip(passage, start, end)
    )
    about: list[Actor] = []
    for mention in passage.mentions:
        if start <= mention.start and mention.end <= end:
            about.extend(actor for actor in mention.actors if all(actor.code != known.code for known in about))
    evidence = [
        reading.evidence("trigger", *trigger, rule),
        reading.evidence("content", start, end, rule),
        reading.evidence("attribution", hit.start, hit.end, rule),
    ]
    evidence.extend(reading.evidence("actor", mention.start, mention.end, rule) for mention in speaker.mentions)
    judged = hit.entry.key == "according" or any(
        hearing.text[hit.start : hit.end].lower().startswith(stem[:5]) for stem in _JUDGING
    )
    return Assessment(
        id=reading.record_id("assessment", [trigger]),
        assessor=speaker.actors[0],
        content=hearing.text[start:end],
        about=tuple(about),
        modality=modality,
        attribution=Attribution(source=speaker.actors[0], cue=hearing.text[hit.start : hit.end], interested=False),
        confidence=0.8 if judged else 0.7,
        evidence=tuple(evidence),
    )
