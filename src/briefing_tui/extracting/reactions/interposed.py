"""Positions whose speaker stands in the middle: "The blockade, she added, was a crime", "His country, he said, stood ready to help"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.assessors import is_analyst
from briefing_tui.extracting.reactions.clause_words import AUXILIARIES, CONJUNCTIONS, STOPS
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.indirect import NEWS
from briefing_tui.extracting.reactions.judgements import judged, minded
from briefing_tui.extracting.reactions.officials import speaking_for
from briefing_tui.extracting.reactions.owned_speakers import DETERMINERS, PREPOSITIONS
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.stances import Leaning, lean
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Stance

_LONGEST: Final = 8
"""Words that a speaker and his verb between two commas may have."""
_LONGEST_SUBJECT: Final = 12
_LEAST_AFTER: Final = 3
_LEAST_WEIGHT: Final = 3.0
_OWN: Final = frozenset("his her its their our".split())


def read_interposed(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The position of a sentence that a speaker and his verb interrupt, where no other rule has read one from its words."""
    clauses = hearing.clauses(passage)
    for hit in passage.of("say"):
        verb = clauses.index(hit.start)
        beyond = clauses.index(hit.end)
        if clauses.low(beyond) != "," or hearing.quoted(hit.start, hit.end) or hearing.quotes.within(passage.start, passage.end):
            continue
        comma = next((at for at in range(verb - 1, max(0, verb - _LONGEST), -1) if clauses.low(at) == ","), None)
        if comma is None or comma < 1 or len(clauses.tokens) - beyond - 1 < _LEAST_AFTER:
            continue
        if not _parts_subject(clauses, comma, beyond):
            continue
        speaker = governor(hearing, passage, hit, Memory())
        if speaker is None or speaker.end < clauses.tokens[comma].start or is_analyst(hearing, speaker):
            continue
        speaker = speaking_for(hearing.reading, speaker)
        span = (clauses.tokens[beyond].end, passage.end)
        if any(start < span[1] and span[0] < end for position in known for start, end in position.triggers):
            continue
        told = _told(hearing, passage, speaker, comma, span)
        if told is None:
            continue
        return [_position(passage, hit, speaker, told)]
    return []


def _parts_subject(clauses: Clauses, comma: int, beyond: int) -> bool:
    """Whether the interruption stands between a subject and its verb, rather than after a whole clause."""
    after = clauses.low(beyond + 1)
    opens = (
        clauses.tokens[beyond + 1].capital
        or after in PREPOSITIONS
        or after in DETERMINERS
        or after in STOPS
        or after in CONJUNCTIONS
    )
    whole = any(clauses.low(at) in AUXILIARIES for at in range(comma))
    return after.isalpha() and not opens and not whole and comma <= _LONGEST_SUBJECT


def _told(
    hearing: Hearing, passage: Passage, speaker: Speaker, comma: int, rest: tuple[int, int]
) -> tuple[Stance, Leaning | None] | None:
    """The side of what stands before the comma and after the interruption, or None for an account."""
    codes = {actor.code for actor in speaker.actors}
    if not codes or any(code.startswith("group:") for code in codes):
        return None
    words = [token.low for token in passage.tokens]
    leaning = lean(passage, passage.start, passage.end)
    if NEWS.intersection(words) or any(rest[0] <= money.start for money in passage.money):
        return None
    subject = hearing.clauses(passage).noun(comma - 1)
    own = words[0] in _OWN or (subject is not None and {actor.code for actor in subject.actors} == codes)
    after = hearing.text[rest[0] : rest[1]]
    if own:
        mind = minded(after, passage, rest[0], rest[1])
        if mind is not None:
            return mind, None
    if leaning is not None and leaning.weight >= _LEAST_WEIGHT and leaning.stance != "concern":
        return leaning.stance, leaning
    view = judged(passage.text[: passage.tokens[comma].start - passage.start] + after)
    return None if view is None else (view, None)


def _position(passage: Passage, hit: Hit, speaker: Speaker, told: tuple[Stance, Leaning | None]) -> Position:
    stance, leaning = told
    return Position(
        passage=passage.index,
        rule="interposed-speech",
        stance=stance,
        triggers=[clip(passage, passage.start, passage.end)],
        speaker=speaker,
        verb=(hit.start, hit.end),
        cue=None if leaning is None else leaning.cue,
        date=nearest_date(passage, hit.start, passage.end),
        confidence=0.55,
        unmarked=leaning is None and bool(speaker.mentions) and speaker.mentions[0].kind == "pronoun",
    )
