"""Whether the clause around a date looks ahead: "will vote on Thursday", "talks are due Friday", "On Monday, leaders will meet"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage, Token

_REACH: Final = 16
"""How many words a verb may stand away from its date."""

_FUTURE_WORDS: Final = (
    "will shall won't would 'll scheduled expected slated due upcoming plans planned planning intends intend intending expects tomorrow"
    " forthcoming poised anticipated postponed rescheduled begins starts opens expires convenes kicks hopes aims looms deadline"
    " promises promised vows vowed pledges pledged agreed prepares preparing gearing set could may might should must can cannot"
)
_FUTURE: Final = frozenset(_FUTURE_WORDS.split())
_PAST_WORDS: Final = (
    "said says told tells was were had has have did didn't struck hit met came took gave held made went sent fell shot began left found saw got"
    " brought wrote spoke led won lost broke flew fought kept became ran rose sank stood drove grew knew heard paid put read dealt spent sought"
    " built caught taught bought thought felt laid lay blew threw drew withdrew swore tore bore wore chose froze rang sang according"
    " reports writes notes adds claims urges warns quoted"
)
_PAST: Final = frozenset(_PAST_WORDS.split())
_NOT_PAST: Final = frozenset(
    [
        "united",
        "armed",
        "combined",
        "need",
        "speed",
        "red",
        "indeed",
        "seed",
        "feed",
        "hundred",
        "bed",
        "proceed",
        "succeed",
        "exceed",
        "led",
        "sacred",
    ]
)
_LASTED: Final = frozenset(
    ["was", "were", "lasted", "remained", "stayed", "continued", "ran", "went", "held", "waited", "worked", "served"]
)
"""What has lasted until a day is over; what else is said to go on "until Tuesday" is not."""
_OVER: Final = frozenset(["had", "was", "were"])
_OVER_REACH: Final = 3
"""How soon after "until Sunday" these tell that it is over: "which until Sunday had been quiet"."""
_PROMISING: Final = frozenset(["agreed", "pledged", "vowed", "promised", "planned", "hopes", "aims", "plans"])
_HAPPENS: Final = frozenset(
    ["takes", "comes", "goes", "meets", "travels", "heads", "visits", "hosts", "votes", "faces", "resumes", "ends"]
)
_AUXILIARIES: Final = frozenset(["is", "are", "be", "being"])
"""A participle after these tells no past: "are to be released", "is tipped to"."""
_STOPS: Final = frozenset([";", ":", "—", "“", '"', "”", "(", ")"])


def looks_ahead(passage: Passage, start: int, end: int) -> bool | None:
    """Whether the words nearest to `text[start:end]` that tell a tense tell the future; None where none tells.

    The nearest such word before the date decides ("said on Wednesday that it will"); with none before it in the clause,
    the first one after it does ("On Monday, leaders will").
    """
    tokens = passage.tokens
    index = passage.token_at(start)
    if index and tokens[index - 1].low in {"until", "till", "through"}:
        lasted = any(token.low in _LASTED for token in tokens[max(0, index - _REACH) : index])
        after = passage.token_at(end)
        return not (lasted or any(token.low in _OVER for token in tokens[after : after + _OVER_REACH]))
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if tokens[place].low in _STOPS:
            break
        told = _tense(tokens, place)
        if told is not None:
            return told
    after = passage.token_at(end)
    if passage.block.kind == "heading" and any(token.low == "to" for token in tokens[:index]):
        return True
    for place in range(after, min(len(tokens), after + _REACH)):
        if tokens[place].low in _STOPS:
            break
        told = _tense(tokens, place)
        if told is not None:
            return told
    return None


def _tense(tokens: list[Token], place: int) -> bool | None:
    """True for a word of the future, False for one of the past, None for any other."""
    low = tokens[place].low
    if low == "may" and tokens[place].capital:
        return None
    if low in _FUTURE:
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if low in {"would", "could", "may", "might", "should", "must"} and following == "have":
            return False
        if low == "set":
            return True if following in {"to", "for"} else None
        return low not in _PROMISING or following in {"to", "for"}
    if low in {"to", "be"}:
        previous = tokens[place - 1].low if place else ""
        if low == "to" and previous in {"is", "are", "ready", "about", "going"}:
            return True
        return True if low == "be" and previous == "to" else None
    if low in _HAPPENS:
        return True
    if low.endswith("ed") and place and tokens[place - 1].low in _AUXILIARIES:
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        return True if following == "to" and tokens[place - 1].low in {"is", "are"} else None
    if low in _PAST or (len(low) > 4 and low.endswith("ed") and low not in _NOT_PAST and not tokens[place].capital):
        return False
    return None
