"""A position under construction: what the rules found, before positions are merged and made into records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.quotes import Quote
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.model import Actor, Attribution, DateValue, Evidence, Reaction
from briefing_tui.model.vocabulary import Directness, Modality, ReactionAction, Stance

TRIGGER_TOKENS: Final = 15
"""Longest trigger, in tokens."""
_SUBJECT_REACH: Final = 8
"""Tokens of subject a trigger may take in before the verb."""


@dataclass(slots=True)
class Position:
    """Someone's stance or step as one rule read it. All offsets count from the document's start.

    `triggers` are the words that carry it, the clearest first; `quote` is the most telling quotation.
    """

    passage: int
    rule: str
    stance: Stance
    triggers: list[tuple[int, int]]
    speaker: Speaker | None = None
    action: ReactionAction | None = None
    directness: Directness = "indirect"
    quote: Quote | None = None
    cue: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    toward: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    date: DateValue | None = None
    modality: Modality = "asserted"
    modality_cue: tuple[int, int] | None = None
    confidence: float = 0.7
    own_statement: bool = False
    """Whether the publisher says it of itself ("We condemn …")."""
    heading: bool = False
    """Whether a headline tells it; the text's own telling leads where there is one."""
    participle: bool = False
    """Whether it hangs on another verb of the sentence ("…, calling it reckless"); explicit demands and warnings do not."""
    purpose: bool = False
    """Whether it is what a call or visit was made for ("spoke with Zelenskyy to express support")."""
    unmarked: bool = False
    """Whether nothing in the words tells the stance, so that a neighbouring position of the speaker's tells it better."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who takes the position."""
        return () if self.speaker is None else self.speaker.actors

    @property
    def publishers(self) -> bool:
        """Whether the publisher speaks of itself ("we", "the Administration")."""
        return any(actor.via == "publisher" for actor in self.actors)

    @property
    def start(self) -> int:
        """Where its first words stand."""
        return min(start for start, _ in self.triggers)


def to_reaction(reading: Reading, position: Position) -> Reaction:
    """The record of a position, every field with the evidence it was read from."""
    text = reading.text
    rule = position.rule
    evidence: list[Evidence] = [reading.evidence("trigger", start, end, rule) for start, end in position.triggers]
    speaker = position.speaker
    if speaker is not None:
        for mention in speaker.mentions:
            evidence.append(reading.evidence("actor", mention.start, mention.end, rule))
            if mention.person is not None and mention.person in text[mention.start : mention.end]:
                at = text.index(mention.person, mention.start)
                evidence.append(reading.evidence("person", at, at + len(mention.person), rule))
    quote = None
    if position.quote is not None:
        quote = position.quote.words(text)
        begin = position.quote.inner_start
        begin += len(text[begin : position.quote.inner_end]) - len(text[begin : position.quote.inner_end].lstrip())
        if quote:
            evidence.append(reading.evidence("quote", begin, begin + len(quote), rule))
    for role, span in (("stance_cue", position.cue), ("place", position.place), ("modality_cue", position.modality_cue)):
        if span is not None:
            evidence.append(reading.evidence(role, *span, rule))  # type: ignore[arg-type]  # the three roles are literals above
    if position.toward is not None:
        evidence.append(reading.evidence("content", *position.toward, rule))
    if position.date is not None:
        evidence.append(reading.evidence("date", position.date.start, position.date.end, rule))
    if position.verb is not None and position.action is None:
        evidence.append(reading.evidence("attribution", *position.verb, rule))
    attribution = None
    if position.action is None and position.actors:
        cue = None if position.verb is None else text[position.verb[0] : position.verb[1]]
        attribution = Attribution(source=position.actors[0], cue=cue, directness=position.directness)
    return Reaction(
        id=reading.record_id("reaction", position.triggers),
        actors=position.actors,
        person=None if speaker is None else _in_lower_case(speaker.person),
        role=None if speaker is None else speaker.role,
        stance=position.stance,
        action=position.action,
        directness="act" if position.action is not None else position.directness,
        quote=quote or None,
        toward=None if position.toward is None else text[position.toward[0] : position.toward[1]],
        date=None if position.date is None else position.date.iso,
        date_value=position.date,
        place=None if position.place is None else text[position.place[0] : position.place[1]],
        modality=position.modality,
        attribution=attribution,
        confidence=round(position.confidence, 2),
        evidence=tuple(evidence),
    )


def _in_lower_case(name: str | None) -> str | None:
    """A name that a heading prints in capitals as it is usually written."""
    return name.title() if name is not None and name.isupper() else name


def clip(passage: Passage, start: int, end: int, *, tokens: int = TRIGGER_TOKENS) -> tuple[int, int]:
    """`start`–`end` cut to its first `tokens` tokens, without marks at its end."""
    inside = passage.between(start, end)[:tokens]
    while len(inside) > 1 and inside[-1].low in {",", ";", ":", ".", "“", '"', "(", "—", "–", "and", "the", "a", "of"}:
        inside.pop()
    return (inside[0].start, inside[-1].end) if inside else (start, end)


def leads(passage: Passage, speaker: Speaker, verb: int) -> bool:
    """Whether a speaker stands close enough before the verb at offset `verb` for a trigger to begin with it."""
    if not speaker.mentions or speaker.end > verb:
        return False
    between = passage.between(speaker.end, verb)
    if len(passage.between(speaker.start, verb)) > _SUBJECT_REACH or any(token.low in {"and", "but"} for token in between):
        return False
    return not between or between[0].low == "," or all(token.low != "," for token in between)  # "expelled one, recalled another"


def nearest_date(passage: Passage, start: int, end: int) -> DateValue | None:
    """The resolved date in the clause `start`–`end`, else the nearest in the sentence."""
    dated = [date for date in passage.dates if date.iso is not None]
    if not dated:
        return None
    return min(dated, key=lambda date: (max(0, start - date.end, date.start - end), date.start))
