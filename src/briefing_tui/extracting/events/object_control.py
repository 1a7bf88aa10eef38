"""Whose deed a gerund tells that hangs on somebody's blame: "Pyongyang denounced Seoul for holding drills", "accused Kyiv of shelling a village"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.passages import Passage

_BLAMES: Final = (
    "accus", "blam", "critici", "denounc", "condemn", "blast", "slam", "berat", "castigat", "rebuk", "charg", "suspect", "warn", "deplor", "thank", "prais", "scold", "assail",
    "lambast", "chid", "decr", "sanction", "punish",
)  # fmt: skip
_LINKS: Final = frozenset({"of", "for", "over", "against"})
_CARRY_REACH: Final = 8
_BLAME_REACH: Final = 10
_NAME_GAP: Final = 3


def blamed_doer(candidate: Candidate) -> Doer | None:
    """The blamed party right before "for" or "of" and the gerund that is the event, or that carries its noun."""
    passage = candidate.passage
    gerund = _gerund(passage, candidate)
    if gerund < 2 or passage.tokens[gerund - 1].low not in _LINKS:
        return None
    link = passage.tokens[gerund - 1]
    named = [mention for mention in passage.mentions if mention.end <= link.start and mention.actors and not mention.adjective]
    if not named or len(gap := passage.between(named[-1].end, link.start)) > _NAME_GAP:
        return None
    if any(token.low in {",", ";", "and", "that"} for token in gap):
        return None
    first = passage.token_at(named[-1].start)
    if not any(token.low.startswith(_BLAMES) for token in passage.tokens[max(0, first - _BLAME_REACH) : first]):
        return None
    return Doer(named[-1].actors, (named[-1].start, named[-1].end), "blamed-object")


def _gerund(passage: Passage, candidate: Candidate) -> int:
    """The token of the gerund, or -1."""
    if candidate.roles is not None:
        return passage.token_at(candidate.hit.start) if candidate.hit.how.endswith(".ing") else -1
    last = passage.token_at(candidate.hit.start)
    for index in range(last - 1, max(0, last - _CARRY_REACH), -1):
        word = passage.tokens[index].low
        if word in {",", ";", "and", "that", "which"}:
            return -1
        if word.endswith("ing") and passage.tokens[index - 1].low in _LINKS:
            return index
    return -1
