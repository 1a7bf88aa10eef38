"""Positions told by a noun of stance: "drew criticism from Oslo", "Norway's condemnation of the raid", "calls from Warsaw"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor

_NOUN_REACH: Final = 7
"""Tokens between a light verb and its noun of stance ("expressed his country's deep concern")."""
_BEARING_REACH: Final = 3
"""The same for "have", "give", "make", which carry any noun."""
_NOT_WORDS_ALONE: Final = frozenset(
    "support backing request requests approval threat threats relief thanks call encouragement assurance".split()
)
"""Nouns of stance that as often name help or paper as a position."""
_OWNED: Final = 2
"""Words between an owner and the noun of stance that is his."""
_SPOKEN: Final = frozenset(
    "condemnation denunciation criticism rejection objection call appeal plea demand warning endorsement praise denial rebuke".split()
)
"""Nouns of stance that are always said: "Norway's condemnation of the raid", unlike its fear or its retaliation."""
_COMING: Final = frozenset("came come comes coming poured flooded rained followed arrived emerged heard flowed streamed".split())
"""Verbs by which reactions arrive."""
_COMING_REACH: Final = 10
_MATERIAL: Final = frozenset(
    "military financial humanitarian economic air logistical material security budget budgetary technical".split()
)
_CLAUSE_BREAKS: Final = frozenset({",", ";", ":", "that", "and", "but", "“", "”", '"', "who", "which", "."})


def noun_after(hearing: Hearing, passage: Passage, hit: Hit) -> Hit | None:
    """The noun of stance that a light verb carries, within reach after it; None when there is none or it is aid."""
    for noun in passage.of("stance_noun"):
        if noun.start < hit.end or hearing.quoted(noun.start, noun.end):
            continue
        between = passage.between(hit.end, noun.start)
        if hit.entry.key == "bear" and (len(between) > _BEARING_REACH or any(token.low in {"and", "not"} for token in between)):
            return None
        if len(between) > _NOUN_REACH or any(token.low in _CLAUSE_BREAKS for token in between if token.low != "and"):
            return None
        if between and between[-1].low in _MATERIAL and noun.entry.key == "support":
            return None  # "gave military support" is aid
        return noun
    return None


def read_provoked(hearing: Hearing, passage: Passage, hit: Hit) -> Position | None:
    """Read "drew condemnation from X", "was met with praise by X": the reaction is the object, the actor comes after."""
    noun = noun_after(hearing, passage, hit)
    if noun is None:
        return None
    clauses = hearing.clauses(passage)
    at = clauses.index(noun.end)
    speaker = (
        clauses.following(at + 1)
        if _is_backed(clauses, hit, at)
        else _source_after(clauses, at, of=hit.entry.category == "provoke")
    )
    if speaker is None:
        return None
    position = Position(
        passage=passage.index,
        rule="provoked-reaction",
        stance=noun.entry.get("stance"),
        triggers=[clip(passage, hit.start, speaker.end)],
        speaker=speaker,
        verb=(hit.start, hit.end),
        cue=(noun.start, noun.end),
        confidence=0.7,
    )
    position.date = nearest_date(passage, hit.start, speaker.end)
    return position


def read_possessed(hearing: Hearing, passage: Passage, found: list[Position]) -> list[Position]:
    """Read "Norway's condemnation of …", "calls from Warsaw for …": a noun of stance with its owner."""
    out: list[Position] = []
    clauses = hearing.clauses(passage)
    for noun in passage.of("stance_noun"):
        if hearing.quoted(noun.start, noun.end) or any(
            start < noun.end and noun.start < end for position in found for start, end in position.triggers
        ):
            continue
        at = clauses.index(noun.end)
        said = passage.text[noun.start - passage.start : noun.end - passage.start].lower().rstrip("s") in _SPOKEN
        speaker = _owner_of(passage, noun) if said and clauses.low(at) in {"of", "for", "that", "against", "over"} else None
        source = at if clauses.low(at) in {"from", "by"} else _came_from(clauses, at)
        if speaker is None and source is None:
            continue
        at = source if source is not None else at
        speaker = speaker or clauses.following(at + 1) or _capitals(clauses, at + 1)
        if speaker is None or (
            not said and passage.text[noun.start - passage.start : noun.end - passage.start].lower() in _NOT_WORDS_ALONE
        ):
            continue
        position = Position(
            passage=passage.index,
            rule="noun-of-stance",
            stance=noun.entry.get("stance"),
            triggers=[clip(passage, min(noun.start, speaker.start), max(noun.end, speaker.end))],
            speaker=speaker,
            cue=(noun.start, noun.end),
            confidence=0.6,
        )
        out.append(position)
    return out


def _capitals(clauses: Clauses, at: int) -> Speaker | None:
    """The governments meant by capitals that stand from token `at` on: "came from Beijing and New Delhi"."""
    actors: list[Actor] = []
    start = end = None
    at += clauses.low(at) == "the"
    for hit in clauses.passage.of("state"):
        first = clauses.index(hit.start)
        joined = first == at or (start is not None and at < first <= at + 2 and clauses.low(first - 1) in {"and", ","})
        if hit.how in {"capital", "metonym"} and joined:
            actors.append(Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="metonym"))
            start, end = (hit.start if start is None else start), hit.end
            at = clauses.index(hit.end)
    return None if start is None or end is None else Speaker(start, end, tuple(actors))


def _came_from(clauses: Clauses, at: int) -> int | None:
    """Index of the "from" that tells where a reaction came from: "criticism poured in from", "calls for restraint came from"."""
    came = False
    for place in range(at, min(at + _COMING_REACH, len(clauses.tokens))):
        low = clauses.low(place)
        if low in _COMING:
            came = True
        elif low in {"from", "by"} and came:
            return place
        elif low in {",", ";", ":", "that", "who", "which", "“", '"'}:
            return None
    return None


def _owner_of(passage: Passage, noun: Hit) -> Speaker | None:
    """Whose the stance is: "Norway's firm condemnation of the raid"."""
    for mention in passage.mentions:
        if (
            mention.possessive
            and mention.actors
            and mention.end <= noun.start
            and len(passage.between(mention.end, noun.start)) <= _OWNED
        ):
            return Speaker(mention.start, mention.end, mention.actors, mention.person, mention.role, (mention,))
    return None


def _is_backed(clauses: Clauses, hit: Hit, at: int) -> bool:
    """Whether something "has the backing of" those named at token `at` and on."""
    return clauses.low(at) == "of" and clauses.low(clauses.index(hit.start)) in {
        "has",
        "have",
        "had",
        "enjoys",
        "enjoyed",
        "won",
        "wins",
    }


def _source_after(clauses: Clauses, at: int, *, of: bool) -> Speaker | None:
    for place in range(at, min(at + 6, len(clauses.tokens))):
        if clauses.low(place) in {"from", "by", "among"} or (of and place == at and clauses.low(place) == "of"):
            return clauses.following(place + 1)
        if clauses.low(place) in {",", ";", "and", "but"}:
            return None
    return None
