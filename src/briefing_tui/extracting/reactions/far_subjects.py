"""Subjects that stand where no verb looks for them: one of many, a new clause's own, the author of a letter, a capital."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.reactions.clause_words import PASSIVE
from briefing_tui.extracting.reactions.owned_speakers import PREPOSITIONS
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.model import Actor

_MANY: Final = 8
_MANY_WORDS: Final = frozenset("those countries nations states governments leaders groups capitals allies to".split())
_REACH_AFTER: Final = 16
_WORD_OF_MOUTH: Final = frozenset("statement letter resolution communique communiqué declaration message call post".split())


def one_of_many(clauses: Clauses, verb: int) -> Speaker | None:
    """Who is "among the countries calling for", "one of the first to condemn"; or stands after it: "Among those to condemn it was"."""
    lows = [clauses.low(at) for at in range(max(0, verb - _MANY), verb)]
    if not _MANY_WORDS.intersection(lows) or not ("among" in lows or "first" in lows or ("one" in lows and "of" in lows)):
        return None
    opening = verb - len(lows) + next(at for at, low in enumerate(lows) if low in {"among", "first", "one"})
    copula = opening - 1 - (clauses.low(opening - 1) == "the")
    if clauses.low(copula) in PASSIVE | {"became"}:
        return clauses.subject(copula)
    if opening == 0:  # "Among those to condemn the raid was Jordan"
        for at in range(verb + 1, min(verb + _REACH_AFTER, len(clauses.tokens))):
            if clauses.low(at) in {"was", "were", "is", "are"}:
                return clauses.following(at + 1)
    return None


def newer_subject(clauses: Clauses, verb: int, last: Speaker | None) -> Speaker | None:
    """The subject of a clause begun since the last verb: "Oslo protested; Rome went further, accusing"."""
    if last is None or not last.mentions:
        return None
    for at in range(verb - 1, clauses.index(last.end), -1):
        if clauses.low(at) == ";" or (clauses.low(at) in {"while", "but", "and"} and clauses.low(at - 1) == ","):
            mention = clauses.noun(at + 1) or clauses.noun(at + 2)
            if mention is None:
                return None
            after = clauses.last(mention) + 1
            finite = after < verb and clauses.low(after).isalpha() and not clauses.tokens[after].capital
            return speaker_of([mention]) if finite and clauses.low(after) not in PREPOSITIONS else None
    return None


def author_of(clauses: Clauses, before: int) -> Speaker | None:
    """Who wrote the statement a participle belongs to ("a statement by the Council, condemning")."""
    for at in range(before, max(-1, before - 14), -1):
        if clauses.low(at) in _WORD_OF_MOUTH and clauses.low(at + 1) in {"by", "from"}:
            return clauses.following(at + 2)
    return None


def capital_of(clauses: Clauses, verb: int) -> Speaker | None:
    """The government meant by a capital: "was welcomed in Kyiv", "criticised in Budapest"."""
    if clauses.low(verb + 1) != "in" or verb + 2 >= len(clauses.tokens):
        return None
    start = clauses.tokens[verb + 2].start
    for hit in clauses.passage.of("state"):
        if hit.start == start and hit.how == "capital":
            return Speaker(
                start, hit.end, (Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="metonym"),)
            )
    return None
