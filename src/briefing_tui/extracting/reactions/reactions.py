"""Who takes a position, or a diplomatic step, about something that happened or may happen."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.reactions.acts import read_acts
from briefing_tui.extracting.reactions.asides import is_aside
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.indirect import read_indirect
from briefing_tui.extracting.reactions.interposed import read_interposed
from briefing_tui.extracting.reactions.labels import under_label
from briefing_tui.extracting.reactions.officials import speaking_for
from briefing_tui.extracting.reactions.position_merging import merge_positions
from briefing_tui.extracting.reactions.positions import Position, to_reaction
from briefing_tui.extracting.reactions.predicates import read_predicates
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.extracting.reactions.receptions import read_receptions
from briefing_tui.extracting.reactions.statements import is_decree, is_statement, read_statement
from briefing_tui.extracting.reactions.utterances import read_utterances
from briefing_tui.extracting.relevance import weigh
from briefing_tui.model import Reaction

_IN_A_CALL: Final = re.compile(
    r"\b(?:in|during|by|over) (?:an?|the|their|his|her) (?:(?:overnight|late-night|early-morning|separate|joint|own|brief|long|lengthy|first|second|"
    r"private|tense|heated|urgent|[a-z]+-(?:hour|minute)|phone|telephone|video|conference|three-way|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r" ){0,3}call\b(?! (?:for|to action))"
)
_CALL_REACH: Final = 90
"""Characters after the verb within which the call is named."""


def read_reactions(reading: Reading) -> list[Reaction]:
    """The positions and diplomatic steps of a document, one record per speaker and position."""
    relevance = weigh(reading)
    if not relevance.on_subject:
        return []
    hearing = Hearing(reading, find_quotes(reading), relevance)
    found: list[Position] = []
    own = is_statement(hearing)
    decree = is_decree(reading)
    for passage in reading.passages:
        if not relevance.near(passage.index):
            continue
        here: list[Position] = []
        asks = passage.text.endswith("?") and not hearing.quotes.within(passage.start, passage.end)
        if not asks and passage.has("stance", "label", "light", "provoke", "stance_noun"):
            here.extend(read_predicates(hearing, passage))
        here.extend(_replacing(read_acts(hearing, passage, [*found, *here]), here))
        if not asks and passage.has("say", "opinion", "accord"):
            here.extend(read_indirect(hearing, passage, here))
        if passage.has("say"):
            here.extend(read_interposed(hearing, passage, here))
        here.extend(read_receptions(hearing, passage, here))
        if own:
            here.extend(read_statement(hearing, passage, here))
        for position in here:
            position.heading = passage.block.kind == "heading"
        found.extend(here)
    found.extend(position for position in read_utterances(hearing) if relevance.near(position.passage))
    found = [position for position in found if not is_aside(hearing, position)]
    for position in found:
        _on_the_phone(reading, position)
        if position.speaker is not None:
            position.speaker = speaking_for(reading, under_label(reading, reading.passages[position.passage], position.speaker))
    if decree:
        found = [
            position
            for position in found
            if position.action is not None or (position.stance == "oppose" and position.quote is None)
        ]
    return [to_reaction(reading, position) for position in merge_positions(reading, found)]


def _replacing(steps: list[Position], positions: list[Position]) -> list[Position]:
    """The steps, which replace the positions in words read from the same verb ("vetoed", "lodged a protest")."""
    for step in steps:
        for rival in [position for position in positions if _same_words(position, step) or _carried_out(position, step)]:
            positions.remove(rival)
    return steps


def _carried_out(position: Position, step: Position) -> bool:
    """Whether a retort is nothing but the step it was made by ("hit back by cutting ties")."""
    if position.rule != "condemn-irregular-verb" or position.quote is not None or step.verb is None or position.verb is None:
        return False
    inside = any(start <= step.verb[0] < end for start, end in position.triggers)
    return inside and {actor.code for actor in position.actors} == {actor.code for actor in step.actors}


def _on_the_phone(reading: Reading, position: Position) -> None:
    """Make the position of someone who takes it in a telephone call that call ("told his counterpart in a call that …")."""
    if position.action is not None or position.speaker is None or position.speaker.person is None or position.verb is None:
        return
    passage = reading.passages[position.passage]
    if not passage.start <= position.verb[0] < passage.end:
        return
    match = _IN_A_CALL.search(passage.text, position.verb[1] - passage.start)
    if match is not None and match.start() <= position.verb[1] - passage.start + _CALL_REACH:
        position.action = "call"


def _same_words(one: Position, other: Position) -> bool:
    return one.verb is not None and other.verb is not None and one.verb[0] < other.verb[1] and other.verb[0] < one.verb[1]
