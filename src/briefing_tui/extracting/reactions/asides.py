"""Positions of governments on other things than conflicts: migration, the climate, the economy, courtesies, appointments.

A text on foreign affairs speaks of everything else as well. Where its publisher is a government or a legislator, what is said in
a sentence without one plain word of conflict is judged by what that sentence is about.
"""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position
from briefing_tui.model.patterns import compile_later

_PLAIN: Final = 2
"""Weight of a word of conflict that makes its sentence one about it."""
_NEARLY_NONE: Final = 2.0
"""Weight of a sentence and its neighbours under which nothing around it is about conflict."""
_COURTESY: Final = compile_later(
    r"(?:appreciate|thank(?:s| you)?(?: so much| very much)?(?: for)?) (?:the|that|your|this|all the) (?:question|call|time|opportunity to|patience|update)"
    r"|\bI promise you\b|\bI(?: just| also)? (?:wanted?|wonder|was wondering|am wondering|was curious|would like|'d like|’d like)"
    r" (?:to (?:just )?(?:see|ask|follow up|go back|clarify|know)|if|whether|about)\b|\bon background\b|\b(?:have|take|get) (?:any|your) reaction\b"
    r"|\bpleased to (?:transmit|submit|report that|sign|host|join)\b"
    r"|\bas you know, (?:we|I) (?:do not|don['’]t) (?:comment|read out)\b"
)
_LABELLED: Final = compile_later(r"^\W{0,3}(?:Q(?::|\s{2})|(?:MODERATOR|OPERATOR|QUESTION|THE PRESS|REPORTER):)")
_PARTNERSHIP: Final = compile_later(
    r"\b(?:strong|enduring|close|productive|longstanding|long-standing|bilateral|strategic|shared|deep|historic|special|vibrant|robust)"
    r"[\w ,.’'-]{0,40}\b(?:partnerships?|relations?|relationships?|friendships?|ties|bonds?|cooperation)\b"
)
_STATE_CODE: Final = 3
_THANKING: Final = frozenset({"welcome-verb", "grateful-verb", "support-verb"})
_ON_MEETING: Final = frozenset({"call", "talks", "visit"})


def is_aside(hearing: Hearing, position: Position) -> bool:
    """Whether a position in a government's text is about something else than conflict, or about nothing."""
    publisher = hearing.reading.publisher
    if publisher is None or len(publisher.code) != _STATE_CODE:
        return False
    passage = hearing.reading.passages[position.passage]
    if _LABELLED.search(passage.text) or _COURTESY.search(passage.text):
        return True
    if any(hit.entry.get("outright") for hit in passage.of("aside")):
        return True
    if _names_conflict(passage):
        return False
    if passage.has("aside"):
        return True
    abroad = _names_others(hearing, passage)
    if position.action in _ON_MEETING:
        return not abroad
    if position.stance == "support" and (_PARTNERSHIP.search(passage.text) or _is_thanks(hearing, position, passage)):
        return True
    return not abroad and hearing.relevance.around(position.passage, 1) < _NEARLY_NONE


def _is_thanks(hearing: Hearing, position: Position, passage: Passage) -> bool:
    """Whether thanks and praise are for nothing that has to do with conflict ("commend the hospitality")."""
    if position.rule not in _THANKING or passage.has("conflict"):
        return False
    return hearing.relevance.around(position.passage, 1) < _NEARLY_NONE


def _names_conflict(passage: Passage) -> bool:
    return passage.has("weapon") or any(hit.entry.get("weight", 1) >= _PLAIN for hit in passage.of("conflict"))


def _names_others(hearing: Hearing, passage: Passage) -> bool:
    """Whether the sentence names a state or organisation other than the publisher's."""
    publisher = hearing.reading.publisher
    home = None if publisher is None else publisher.code
    return any(
        actor.code != home and not actor.code.startswith("group:") for mention in passage.mentions for actor in mention.actors
    )
