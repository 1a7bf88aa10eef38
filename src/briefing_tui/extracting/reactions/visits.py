"""Visits told by nouns: "during his visit to Kyiv", "a three-day visit by American officials", "fresh from a mission to Moscow"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.governors import main_subject
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.model.patterns import compile_later

_JOURNEY: Final = "visit|trip|tour|mission|stop|stopover|swing|journey|state visit"
_WORDS: Final = r"(?:[\w“”\"’'-]+ ){0,4}?"
_ON: Final = compile_later(
    rf"\b(?:on|during|after|following|fresh from|wrapping up|wrapped up|ending|ended|concluding|concluded|began|beginning|begins|capping|"
    rf"in the course of|at the (?:start|end) of|making|made|makes|paid|pays|paying) (?:an? |his |her |their |the )(?P<words>{_WORDS})"
    rf"(?:{_JOURNEY})[”\"]? (?:to|in|of|through) (?=[A-Z])"
)
_BY: Final = compile_later(rf"\b(?:an? |the )(?P<words>{_WORDS})(?:visit|trip|stopover)s? (?:to [\w' ]{{3,30}} )?by (?=\w)")
_PRESENT: Final = compile_later(
    r"\b(?:is|was|are|were|has been|had been|have been|was back|is back) in (?P<place>[A-Z]\w+(?: [A-Z]\w+)?)"
    r" (?:for (?:a |crisis |peace |further |more )?(?:talks|meetings|a meeting|a summit|a visit|negotiations|consultations)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"for the (?:first|second|third|fourth|fifth|sixth|\w+) time|this week|today|yesterday|with a delegation|"
    r"after (?:a )?(?:stops?|visits?|visiting|stopping|talks)|to (?:meet|discuss|attend|press|drum|seek|sign|hold))"
)
Told = tuple[list[Position], list[Position]]
"""The visits found so far in the passage, and the positions other rules have read in it."""
_HELP: Final = frozenset("solidarity support aid assistance package pledge pledged supply deliveries".split())
_PLACED: Final = 4
"""Tokens after "visit to" within which the place stands."""


def read_visits(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The visits in a passage that no verb of travelling has told."""
    text = passage.text
    if "visit" not in text and " in " not in text and "trip" not in text and "mission" not in text and "tour" not in text:
        return []
    found: list[Position] = []
    for match in _ON.finditer(text):
        if _abroad(passage, match.end()):
            _add(hearing, passage, (found, known), match.span(), _traveller(hearing, passage, match.start()))
    for match in _BY.finditer(text):
        clauses = hearing.clauses(passage)
        _add(hearing, passage, (found, known), match.span(), clauses.following(clauses.index(passage.start + match.end())))
    for match in _PRESENT.finditer(text):
        if _abroad(passage, match.start("place")):
            clauses = hearing.clauses(passage)
            speaker = clauses.subject(clauses.index(passage.start + match.start()))
            if speaker is not None and speaker.person is not None:
                _add(hearing, passage, (found, known), match.span(), speaker)
    return found


def _traveller(hearing: Hearing, passage: Passage, start: int) -> Speaker | None:
    clauses = hearing.clauses(passage)
    at = clauses.index(passage.start + start)
    before = at - 1
    while before >= 0 and clauses.low(before) == ",":
        before -= 1
    beside = clauses.noun(before)
    if beside is not None and beside.person is not None:  # "Orban, fresh from his mission to Moscow"
        return clauses.subject(before + 1) or main_subject(clauses)
    return main_subject(clauses)


def _abroad(passage: Passage, offset: int) -> bool:
    start = passage.start + offset
    at = passage.token_at(start)
    return any(
        hit.entry.category in {"state", "place"} and 0 <= passage.token_at(hit.start) - at <= _PLACED
        for hit in passage.hits
        if hit.start >= start
    )


def brings_help(passage: Passage) -> bool:
    """Whether the sentence of a visit tells of help that goes with it."""
    return passage.has("aid_noun") or any(token.low in _HELP for token in passage.tokens)


def _add(hearing: Hearing, passage: Passage, told: Told, span: tuple[int, int], speaker: Speaker | None) -> None:
    found, known = told
    start, end = passage.start + span[0], passage.start + span[1]
    if speaker is None or not speaker.actors or (speaker.person is None and speaker.role is None and not speaker.mentions):
        return
    if speaker.person is None and speaker.role is None and all(mention.kind == "name" for mention in speaker.mentions):
        return  # states do not travel
    if hearing.quoted(start, end) or any(
        first < end and start < last for position in [*known, *found] for first, last in position.triggers
    ):
        return
    if any(position.action == "visit" and position.passage == passage.index for position in [*known, *found]):
        return
    found.append(
        Position(
            passage=passage.index,
            rule="act-visit-noun",
            stance="support" if brings_help(passage) else "neutral",
            triggers=[clip(passage, start, min(end + 40, passage.end), tokens=10)],
            speaker=speaker,
            action="visit",
            directness="act",
            date=nearest_date(passage, start, end),
            confidence=0.65,
        )
    )
