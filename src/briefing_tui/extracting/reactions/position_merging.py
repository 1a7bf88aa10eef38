"""One record per speaker and position: what one speaker says in several sentences to one effect is joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.reactions.positions import Position
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.model.vocabulary import ReactionAction, Stance

_NEAR_PASSAGES: Final = 1
"""Sentences apart within which a speaker who keeps the same stance is still making the same point."""
_NEAR_OWN: Final = 1
"""The same in a publisher's own statement, where every sentence is its own."""
_REPEATABLE: Final = frozenset(
    "embassy_closed embassy_reopened embassy_open embassy_limited visit call talks un_vote ambassador_summoned ambassador_recalled".split()
)
"""Steps a text comes back to; of the others ("sanctions", "legislation") each telling may be another step."""
_DEMANDING: Final = frozenset(
    {"urge-verb", "urge-nouns-verb", "ask-verb", "want-verb", "need-verb", "own-statement", "stance-noun"}
)
"""Rules that read a demand."""
_MOST_TRIGGERS: Final = 40
"""Tellings of one position that are kept as its evidence; nobody reads more."""
_SHARED_WORDS: Final = 3
_SHARED_PART: Final = 0.5
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_COLOURLESS: Final = frozenset(
    "that this with from have will would their they must should which said says been were more than into also about after against over "
    "these those what when while where there other some such your".split()
)


def merge_positions(reading: Reading, positions: list[Position]) -> list[Position]:
    """The positions in text order, those of one speaker to the same effect joined; the surest reading leads."""
    ordered = sorted(positions, key=lambda position: (position.start, -position.confidence))
    merged = Merged(reading)
    for position in ordered:
        merged.add(position)
    return merged.positions


@dataclass(slots=True)
class Merged:
    """The positions merged so far, found again by sentence, and by stance and step where words or a headline may tell them anywhere.

    Without the two indexes every position would be held against every other, in a text that condemns a thousand times.
    """

    reading: Reading
    positions: list[Position] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)
    """The words of each position, as `_shares_words` compares them."""
    by_passage: dict[int, set[int]] = field(default_factory=dict)
    by_step: dict[tuple[Stance, ReactionAction | None], set[int]] = field(default_factory=dict)

    def add(self, position: Position) -> None:
        """Join a position to its twin, or take it in as a new one."""
        words = _words(self.reading, position)
        place = self._twin(position, words)
        if place is None:
            place = len(self.positions)
            self.positions.append(position)
            self.words.append(words)
        else:
            self.positions[place] = _joined(self.positions[place], position)
            self.words[place] = _words(self.reading, self.positions[place])
        kept = self.positions[place]
        for passage in {position.passage, kept.passage}:
            self.by_passage.setdefault(passage, set()).add(place)
        repeatable = kept.action is None or kept.action in _REPEATABLE
        if kept.heading or (repeatable and len(self.words[place]) >= _SHARED_WORDS):
            self.by_step.setdefault((kept.stance, kept.action), set()).add(place)

    def _twin(self, position: Position, words: frozenset[str]) -> int | None:
        places = set(self.by_step.get((position.stance, position.action), ()))
        for passage in range(position.passage - _NEAR_PASSAGES, position.passage + _NEAR_PASSAGES + 1):
            places.update(self.by_passage.get(passage, ()))
        for place in sorted(places, reverse=True):
            other = self.positions[place]
            if (
                _same_point(self.reading, other, position)
                or _headline(other, position)
                or (_shares_words(self.words[place], words) and _may_repeat(self.reading, other, position))
            ):
                return place
        return None


def same_speaker(reading: Reading, one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are one: the same person where both name one, else the same actors."""
    if one is None or other is None:
        return False
    if one.person and other.person:
        return one.person.split()[-1].lower() == other.person.split()[-1].lower()
    if (one.person or other.person) and not _points_back(reading, other if one.person else one):
        return False
    codes = {actor.code for actor in one.actors}
    return bool(codes) and codes == {actor.code for actor in other.actors}


def _is_own(reading: Reading, position: Position) -> bool:
    """Whether the publisher speaks of itself."""
    if position.own_statement or position.publishers:
        return True
    publisher = reading.publisher
    return publisher is not None and [actor.code for actor in position.actors] == [publisher.code]


def _points_back(reading: Reading, speaker: Speaker) -> bool:
    """Whether words without a name can mean a person named before: "the president", "he"."""
    if len(speaker.mentions) != 1:
        return False
    mention = speaker.mentions[0]
    plural = reading.text[mention.start : mention.end].endswith("s")
    return mention.kind in {"pronoun", "definite"} or (mention.kind == "role" and not plural)


def _same_words(one: Position, other: Position) -> bool:
    """Whether both are read from one quotation, whoever is taken to speak it."""
    return (
        one.quote is not None and other.quote is not None and one.quote.start == other.quote.start and one.action == other.action
    )


def _same_point(reading: Reading, one: Position, other: Position) -> bool:
    if _same_words(one, other) and (
        one.speaker is None or other.speaker is None or not one.speaker.person or not other.speaker.person
    ):
        return True
    if not same_speaker(reading, one.speaker, other.speaker):
        return False
    apart = abs(other.passage - one.passage)
    if one.action != other.action:
        # a council's vote and what the resolution says are one step; so are a call and what it was made to say
        if apart or None not in {one.action, other.action}:
            return False
        return "un_vote" in {one.action, other.action} or one.purpose or other.purpose
    if _overlap(one, other):
        return True
    if apart and one.speaker is not None and not one.speaker.mentions and not one.own_statement:
        return False  # two items of a list under one actor's heading are two positions
    if _demands_another(reading, one, other):
        return False
    if _is_own(reading, one) and _is_own(reading, other):
        return one.stance == other.stance and one.action == other.action and apart <= _NEAR_OWN
    if one.action is not None:
        return apart == 0 or (one.action in _REPEATABLE and apart <= _NEAR_PASSAGES)
    if other.participle and apart == 0:
        return True
    if other.unmarked and apart == 0:
        return True
    return one.stance == other.stance and apart <= _NEAR_PASSAGES


def _demands_another(reading: Reading, one: Position, other: Position) -> bool:
    """Whether two demands put in so many words ask different things, or of different people."""
    if {one.rule, other.rule} - _DEMANDING or one.stance != "urge" or other.stance != "urge":
        return False
    return not _words(reading, one) & _words(reading, other)


def _headline(one: Position, other: Position) -> bool:
    """Whether the first is a headline that the second, in the text, spells out."""
    if not one.heading or one.stance != other.stance or one.action != other.action:
        return False
    if one.speaker is None or other.speaker is None:
        return False
    codes = {actor.code for actor in one.actors}
    return bool(codes) and codes <= {actor.code for actor in other.actors}


def _may_repeat(reading: Reading, one: Position, other: Position) -> bool:
    """Whether two positions anywhere in the text are one when their words are much the same."""
    if one.stance != other.stance or one.action != other.action or (one.action is not None and one.action not in _REPEATABLE):
        return False
    return same_speaker(reading, one.speaker, other.speaker)


def _shares_words(left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    return shared >= _SHARED_WORDS and shared >= _SHARED_PART * min(len(left), len(right))


def _words(reading: Reading, position: Position) -> frozenset[str]:
    return frozenset(
        word.lower()
        for start, end in position.triggers
        for word in _WORD.findall(reading.text[start:end])
        if word.lower() not in _COLOURLESS
    )


def _overlap(one: Position, other: Position) -> bool:
    return any(start < last and first < end for start, end in one.triggers for first, last in other.triggers)


def _rank(position: Position) -> tuple[bool, bool, bool, float]:
    return position.action is not None, not position.heading, not position.participle, position.confidence


def _joined(one: Position, other: Position) -> Position:
    """One position of both: the surer one's fields, the other's where it has none; a step outweighs words."""
    lead, rest = (one, other) if _rank(one) >= _rank(other) else (other, one)
    extra = [span for span in rest.triggers if not any(span[0] < end and start < span[1] for start, end in lead.triggers)]
    speaker = lead.speaker
    if speaker is not None and not speaker.person and rest.speaker is not None and rest.speaker.person:
        speaker = rest.speaker
    return replace(
        lead,
        stance=rest.stance if rest.purpose and rest.action is None else lead.stance,
        speaker=speaker,
        triggers=[*lead.triggers, *extra][: max(_MOST_TRIGGERS, len(lead.triggers))],
        quote=lead.quote or rest.quote,
        directness=lead.directness if lead.quote is not None or rest.quote is None else rest.directness,
        toward=lead.toward or rest.toward,
        date=lead.date or rest.date,
    )
