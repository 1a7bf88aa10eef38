"""Positions told by pointing at another's: "followed suit", "echoed that appeal", "as did Berlin", "similar statements came from Oslo"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position, clip
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Stance

_REACH: Final = 3
"""Passages back within which the position pointed at is told."""
_SAID: Final = "message|statement|appeal|call|warning|remark|comment|sentiment|concern|view|demand|criticism|condemnation|reaction|response|line|plea|position"
_AFTER_SUBJECT: Final = compile_later(
    r"\b(?:follow(?:ed|s|ing)? suit|(?:did|do|does|done) (?:the same|likewise|so too)|took the same step|takes the same view|took the same line|"
    rf"(?:echo(?:ed|es)?|repeat(?:ed|s)?|shar(?:ed|es)|second(?:ed|s)|join(?:ed|s)(?: in)?|reiterat(?:ed|es)) (?:that|this|the same|those|these|its|their|the|his|her) (?:{_SAID})s?|"
    r"(?:echoed|seconded|backed up|joined) (?:him|her|them|it|those words|that)(?=[.,;]| in | on |$)|"
    rf"(?:issued|made|released|put out|sent|published|delivered|voiced|expressed|raised|gave) (?:a )?(?:similar|the same|like) (?:\w+ )?(?:{_SAID})s?|"
    r"(?:agreed|concurred)(?=[.,;]|$)|spoke in similar terms|sounded a similar note|struck a similar (?:tone|note)|was of the same mind)"
)
_BEFORE_ACTOR: Final = compile_later(
    rf"\b(?:(?:as|so|just as) (?:did|do|does|has|have|had)|similar (?:\w+ )?(?:{_SAID})s? (?:came |were issued |were made |arrived |followed )?(?:from|by)|"
    rf"(?:was|were) (?:echoed|seconded) (?:by|in)|an? (?:{_SAID}) (?:echoed|shared|seconded|repeated|taken up) (?:by|in)|(?:{_SAID})s? (?:was|were) (?:repeated|shared|backed|joined) (?:by|in)|joined by|followed by)(?= )"
)
_POINTED_AT: Final[dict[str, Stance]] = {
    "appeal": "urge",
    "call": "urge",
    "demand": "urge",
    "plea": "urge",
    "warning": "warn",
    "concern": "concern",
    "criticism": "oppose",
    "condemnation": "oppose",
}
_SUPPLIED: Final = frozenset({"joined by", "followed by"})
"""Phrases that point at a position only in its own clause."""


def read_echoes(hearing: Hearing, passage: Passage, earlier: list[Position]) -> list[Position]:
    """The positions a passage tells by pointing at one of `earlier`, those of the passage itself included."""
    low = passage.text.lower()
    found: list[Position] = []
    for match in _AFTER_SUBJECT.finditer(low):
        clauses = hearing.clauses(passage)
        verb = clauses.index(passage.start + match.start())
        if clauses.negated(verb) or hearing.quoted(passage.start + match.start(), passage.start + match.end()):
            continue
        speaker = clauses.subject(verb) or _owner(passage, passage.start + match.start())
        found.extend(_echo(passage, match, speaker, earlier))
    for match in _BEFORE_ACTOR.finditer(low):
        if match[0] in _SUPPLIED or hearing.quoted(passage.start + match.start(), passage.start + match.end()):
            continue
        clauses = hearing.clauses(passage)
        speaker = clauses.following(clauses.index(passage.start + match.end()))
        found.extend(_echo(passage, match, speaker, earlier))
    return found


def _owner(passage: Passage, verb: int) -> Speaker | None:
    """Whose the thing left out is: "Britain's did likewise"."""
    for mention in passage.mentions:
        if mention.possessive and mention.actors and 0 <= verb - mention.end <= len("'s "):
            return Speaker(mention.start, mention.end, mention.actors, mention.person, mention.role, (mention,))
    return None


def _echo(passage: Passage, match: re.Match[str], speaker: Speaker | None, earlier: list[Position]) -> list[Position]:
    start, end = passage.start + match.start(), passage.start + match.end()
    if speaker is None or not speaker.actors:
        return []
    codes = {actor.code for actor in speaker.actors}
    wanted = next((stance for word, stance in _POINTED_AT.items() if word in match[0]), None)
    models = [
        position
        for position in reversed(earlier)
        if passage.index - position.passage <= _REACH
        and position.start < start
        and codes != {actor.code for actor in position.actors}
    ]
    model = next((position for position in models if wanted in {None, position.stance}), None)
    if model is None and wanted is None:
        return []
    stance = wanted if model is None else model.stance
    if stance is None:
        return []
    return [
        Position(
            passage=passage.index,
            rule="followed-suit",
            stance=stance,
            triggers=[clip(passage, min(speaker.start, start), max(speaker.end, end))],
            speaker=speaker,
            action=None if model is None else model.action,
            directness=model.directness if model is not None and model.action is not None else "indirect",
            verb=(start, end),
            confidence=0.7,
        )
    ]
