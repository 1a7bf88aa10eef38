"""How something was received somewhere: "There was anger in Baghdad", "The reaction from Tehran was furious"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position, clip
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import Stance

_THERE: Final = frozenset("was were is are came followed greeted met".split())
_REACTION: Final = re.compile(r"\b(?:reaction|response|verdict|tone|mood|answer|reply)s?\b")
_COLOURS: Final[dict[Stance, frozenset[str]]] = {
    "oppose": frozenset(
        "furious angry scathing hostile negative defiant dismissive harsh blistering withering icy frosty critical outraged cold fierce contemptuous".split()
    ),
    "support": frozenset(
        "positive warm supportive enthusiastic jubilant favourable favorable upbeat welcoming encouraging".split()
    ),
    "concern": frozenset("worried alarmed nervous anxious gloomy cautious wary grim subdued".split()),
    "neutral": frozenset("muted guarded non-committal noncommittal measured restrained lukewarm cool".split()),
}
_REACH: Final = 8


def read_receptions(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The moods and reactions of states that a passage tells as nouns, where no other rule has read these words."""
    found: list[Position] = []
    clauses = hearing.clauses(passage)
    for noun in passage.of("stance_noun"):
        at = clauses.index(noun.end)
        first = clauses.index(noun.start)
        told = clauses.low(at) == "in" or (clauses.low(at) in _THERE and clauses.low(at + 1) == "in")
        if not told or not (clauses.low(first - 1) in _THERE or clauses.low(first - 2) in _THERE or first <= 1):
            continue
        capital = _capital(passage, clauses.index(noun.end) + (1 if clauses.low(at) == "in" else 2))
        if capital is not None:
            mood = (_government(capital), noun.entry.get("stance"))
            found.extend(_reception(hearing, passage, [*known, *found], (noun.start, capital.end), mood))
    for match in _REACTION.finditer(passage.text):
        start, end = passage.start + match.start(), passage.start + match.end()
        words = [token.low for token in passage.between(end, passage.end)[:_REACH]]
        stance = next((name for name, colours in _COLOURS.items() if colours.intersection(words)), None)
        if stance is None or not _THERE.intersection(words):
            continue
        at = clauses.index(end)
        speaker = clauses.following(at + 1) if clauses.low(at) in {"from", "in", "of"} else _owner(passage, start)
        if speaker is not None:
            found.extend(_reception(hearing, passage, [*known, *found], (min(start, speaker.start), end + 25), (speaker, stance)))
    return found


def _capital(passage: Passage, at: int) -> Hit | None:
    if at >= len(passage.tokens):
        return None
    start = passage.tokens[at].start
    return next((hit for hit in passage.of("state") if hit.start == start and hit.how in {"capital", "metonym"}), None)


def _government(capital: Hit) -> Speaker:
    name = capital.entry.get("label", capital.entry.key)
    return Speaker(capital.start, capital.end, (Actor(code=capital.entry.key, name=name, via="metonym"),))


def _owner(passage: Passage, noun: int) -> Speaker | None:
    for mention in passage.mentions:
        if mention.possessive and mention.actors and 0 <= noun - mention.end <= len("'s official "):
            return Speaker(mention.start, mention.end, mention.actors, mention.person, mention.role, (mention,))
    return None


def _reception(
    hearing: Hearing, passage: Passage, known: list[Position], span: tuple[int, int], reader: tuple[Speaker, Stance]
) -> list[Position]:
    whose, stance = reader
    start, end = span[0], min(span[1], passage.end)
    if hearing.quoted(*span) or any(first < end and start < last for each in known for first, last in each.triggers):
        return []
    return [
        Position(
            passage=passage.index,
            rule="reception",
            stance=stance,
            triggers=[clip(passage, start, end, tokens=8)],
            speaker=whose,
            cue=(start, end),
            confidence=0.6,
        )
    ]
