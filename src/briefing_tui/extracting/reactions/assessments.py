"""What analysts, institutes and intelligence services judge to be so: attributed analytic claims, which are no position."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing_tui.extracting.modality.modality import read_modality
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.assessors import (
    affiliated,
    is_analyst,
    judges_at_times,
    may_assess,
    study_of,
    unnamed_analysts,
)
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import clip
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.relevance import weigh
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor, Assessment, Attribution
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Modality

_JUDGING: Final = (
    "assess",
    "judge",
    "estimat",
    "believ",
    "reckon",
    "forecast",
    "predict",
    "conclude",
    "calculat",
    "doubt",
    "suspect",
)
"""Stems of the verbs that judge rather than tell."""
_JUDGING_STANCES: Final = frozenset({"reject_nouns", "wonder_whether", "concern", "concern_nouns", "warn", "retort"})
"""Verbs of stance by which analysts judge: "doubt", "fear", "warn"."""
_EXPECTING: Final = frozenset(
    "expect expects expected see sees regard regards consider considers count counts counted put puts think thinks show shows showed suggests suggest "
    "attribute attributes find finds found recorded record documented tracked".split()
)
"""Verbs of judgement that are none of saying."""
_EXPECTS: Final = compile_later(
    r"\b(?:expect|see|regard|count|put|think|consider|show|suggest|f(?:ou|i)nd|record|document|track)\w*\b"
)
_SHORT: Final = 3
_TRAILING: Final = 8
"""Words that may follow ", analysts say" for the claim to stand before it."""
_FRONTING: Final = frozenset("in on at after during by as with from for".split())
_FRONTED: Final = 7
"""Words a phrase before the subject has at most."""
_HEDGED: Final = frozenset(
    "could may might likely probably unlikely appears appear seems seem would possibly potentially almost".split()
)


class _Cue(NamedTuple):
    """The words that attribute a judgement, `text[start:end]`."""

    start: int
    end: int
    rule: str
    judges: bool
    """Whether they are words of judging, rather than of saying."""


def read_assessments(reading: Reading) -> list[Assessment]:
    """The assessments of a document: "according to the Institute for the Study of War", "analysts say", "MI6 assesses that"."""
    relevance = weigh(reading)
    if not relevance.on_subject:
        return []
    hearing = Hearing(reading, find_quotes(reading), relevance)
    found: list[Assessment] = []
    for passage in reading.passages:
        if not relevance.near(passage.index) or not may_assess(passage):
            continue
        if passage.has("accord", "say", "stance") or _EXPECTS.search(passage.text):
            made = _said(hearing, passage) or _expected(hearing, passage)
            if made is not None:
                found.append(made)
    return found


def _said(hearing: Hearing, passage: Passage) -> Assessment | None:
    """The judgement that a verb of saying or "according to" attributes."""
    memory = Memory()
    clauses = hearing.clauses(passage)
    for hit in passage.of("accord", "say", "stance", "label"):
        according = hit.entry.category == "accord"
        if hearing.quoted(hit.start, hit.end) or (hit.entry.category == "stance" and hit.entry.key not in _JUDGING_STANCES):
            continue
        if according:
            speaker = clauses.following(clauses.index(hit.end)) or unnamed_analysts(hearing, passage, hit.end)
        else:
            speaker = governor(hearing, passage, hit, memory) or _after(clauses, hit) or study_of(passage, hit.start)
        assessor = _assessor(hearing, passage, hit, speaker)
        if assessor is None:
            continue
        content = _content(passage, hit, assessor, according=according)
        if content is not None:
            judges = hit.entry.key == "according" or _judges(hearing, hit)
            cue = _Cue(hit.start, hit.end, "according-to" if according else "analyst-says", judges)
            return _assessment(hearing, passage, cue, assessor, content)
    return None


def _expected(hearing: Hearing, passage: Passage) -> Assessment | None:
    """The judgement of a verb that is none of saying: "economists expect", "observers see", "Oryx has counted"."""
    clauses = hearing.clauses(passage)
    for at, token in enumerate(passage.tokens):
        if token.low not in _EXPECTING or hearing.quoted(token.start, token.end):
            continue
        speaker = clauses.subject(at) or study_of(passage, token.start)
        known = None if speaker is None else affiliated(hearing, passage, speaker)
        if known is None and (speaker is None or not speaker.actors or not is_analyst(hearing, speaker)):
            continue
        speaker = known or speaker
        if speaker is None:
            continue
        cue = _Cue(token.start, token.end, "analyst-expects", judges=True)
        content = _content(passage, cue, speaker, according=False)
        if content is not None:
            return _assessment(hearing, passage, cue, speaker, content)
    return None


def _after(clauses: Clauses, hit: Hit) -> Speaker | None:
    """The analyst after the verb: “…,” said Jane Roe of the institute."""
    at = clauses.index(hit.start)
    return clauses.following(clauses.index(hit.end)) if clauses.low(at - 1) in {",", "”", '"'} else None


def _assessor(hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker | None) -> Speaker | None:
    """The speaker where he is an analyst, or judges like one here, with the institute a stranger is of."""
    if speaker is None:
        return None
    if not speaker.actors or all(actor.code.startswith("group:") for actor in speaker.actors):
        known = affiliated(hearing, passage, speaker)
        if known is not None:
            return known
    if not speaker.actors:
        return None
    if is_analyst(hearing, speaker):
        return speaker
    judging = hit.entry.category == "accord" or hit.entry.key == "say" or _judges(hearing, hit)
    return speaker if judging and judges_at_times(hearing, passage, speaker) else None


def _judges(hearing: Hearing, hit: Hit) -> bool:
    return hearing.text[hit.start : hit.end].lower().startswith(_JUDGING)


def _content(passage: Passage, cue: Hit | _Cue, speaker: Speaker, *, according: bool) -> tuple[int, int] | None:
    """The claim: the clause after "assesses that", or the sentence before ", according to" or ", analysts say"."""
    after = passage.between(speaker.end if speaker.start >= cue.start else cue.end, passage.end)
    while after and after[0].low in {",", "that", ":", "says", "said"}:
        after.pop(0)
    before = passage.between(passage.start, min(cue.start, speaker.start))
    closed = bool(before) and before[-1].low in {",", "—", "–", "”", '"', "the", "a"}
    while before and before[-1].low in {",", "—", "–", "and", "but", "”", '"', "the", "a", "an"}:
        before.pop()
    while before and before[0].low in {"“", '"', "but", "and"}:
        before.pop(0)
    if before and before[0].low in _FRONTING and len(before) <= _FRONTED:
        before = []  # "In its daily update, the ministry said …"
    trailing = sum(token.low not in {".", ","} for token in after)
    chosen = before if len(before) > _SHORT and (according or (closed and trailing <= _TRAILING)) else after
    while chosen and chosen[-1].low in {".", ",", "”", '"'}:
        chosen.pop()
    return (chosen[0].start, chosen[-1].end) if len(chosen) > _SHORT else None


def _assessment(hearing: Hearing, passage: Passage, cue: _Cue, speaker: Speaker, content: tuple[int, int]) -> Assessment:
    reading = hearing.reading
    start, end = content
    words = {token.low for token in passage.between(start, end)}
    modality: Modality = "speculated" if words & _HEDGED else read_modality(reading, passage, start, end).modality
    trigger = (
        clip(passage, min(cue.start, speaker.start), max(cue.end, speaker.end))
        if cue.rule == "according-to"
        else clip(passage, start, end)
    )
    about: list[Actor] = []
    for mention in passage.mentions:
        if start <= mention.start and mention.end <= end:
            about.extend(actor for actor in mention.actors if all(actor.code != known.code for known in about))
    evidence = [
        reading.evidence("trigger", *trigger, cue.rule),
        reading.evidence("content", start, end, cue.rule),
        reading.evidence("attribution", cue.start, cue.end, cue.rule),
    ]
    evidence.extend(reading.evidence("actor", mention.start, mention.end, cue.rule) for mention in speaker.mentions)
    return Assessment(
        id=reading.record_id("assessment", [trigger]),
        assessor=speaker.actors[0],
        content=hearing.text[start:end],
        about=tuple(about),
        modality=modality,
        attribution=Attribution(source=speaker.actors[0], cue=hearing.text[cue.start : cue.end], interested=False),
        confidence=0.8 if cue.judges else 0.7,
        evidence=tuple(evidence),
    )
