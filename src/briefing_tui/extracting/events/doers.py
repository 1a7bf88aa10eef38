"""Who did an event, as a value, and the two questions every rule about doers asks: whom a pronoun means, who holds a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.model import Actor

_OCCUPATIONS: Final = (
    (
        re.compile(
            r"\b(?:Russian?|Moscow|Kremlin)[- ](?:occupied|held|controlled|annexed|installed|appointed|backed|seized)\b|\bCrimean?\b|\bSevastopol\b"
        ),
        "RUS",
        "UKR",
    ),
    (re.compile(r"\b(?:Nagorno-Karabakh|Nagorno Karabakh|Artsakh|Stepanakert|Shushi|Martakert|Martuni)\b"), "ARM", "AZE"),
    (re.compile(r"\bIsraeli?[- ](?:occupied|held|annexed|controlled)\b|\boccupied Golan\b"), "ISR", "SYR"),
)
"""How a text says that a place is in other hands: pattern, holder, owner under international law."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it, and the words that say so (None where the text leaves it to the context)."""

    actors: tuple[Actor, ...]
    span: tuple[int, int] | None
    rule: str


def earlier_subject(reading: Reading, candidate: Candidate) -> Mention | None:
    """The actor a subject pronoun most likely means: the first mention of the sentence before, else of this one."""
    before = [m for m in candidate.passage.mentions if candidate.pronoun and m.end <= candidate.pronoun.start and m.actors]
    if before:
        return before[0]
    if candidate.passage.index:
        for mention in reading.passages[candidate.passage.index - 1].mentions:
            if mention.actors and not mention.adjective:
                return mention
    return None


def holder_of(candidate: Candidate, place: Location | None) -> str | None:
    """The state that holds a place which is not its own, when the sentence says so: "Russian-occupied Luhansk", "Crimea"."""
    if place is None or place.state is None:
        return None
    for pattern, holder, owner in _OCCUPATIONS:
        if place.state == owner and pattern.search(candidate.passage.text):
            return holder
    return None
