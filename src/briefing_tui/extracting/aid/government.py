"""What a verb of giving governs, read in its own clause: no other verb, no new clause and no preposition may come between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.chains import FIGHTING, filler_spans
from briefing_tui.extracting.aid.item_bounds import verb_starts
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.model.patterns import compile_later

_SUBORDINATING: Final = frozenset(
    "after before while when whenever because although though since until till amid despite where whereas unless if lest but whereby once which who whom"
    " whose that what why how following".split()
)
_MARKS: Final = frozenset({";", ":", ".", "!", "?", "“", "”", '"'})
_NO_AS: Final = frozenset({"well", "part", "many", "much", "of", "long", "soon", "a", "an", "additional", "extra"})
_BAD_GOVERNORS: Final = frozenset(
    "on in at by against from near under through across into between among about than within around behind of off onto per via beyond during to for with"
    " without over using like including such".split()
)
_DETERMINERS: Final = frozenset("the a an its their his her our some more several other those these both all".split())
_OTHER_VERBS: Final = frozenset(
    "is are was were has have had does do did can could may might must should would will said says say uses use used operates operate fight fights fought hit"
    " hits destroyed shot fired launched struck killed made makes make built builds developed let lets told made produce produces produced producing manufacture manufactures manufactured such contain contains include includes".split()
)
_LONGEST: Final = 24
_PURPOSE: Final = compile_later(
    r"\b(?:to (?:help )?(?:\w+ )?(?:repel|counter|defend|protect|shoot|intercept|fend|resist|stop|combat|withstand|hold|fight|deter|ward|thwart)\b|against\b|hit by\b|victims of\b|affected by\b)",
    re.IGNORECASE,
)


def clause_span(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The offsets of the clause around `start`–`end`: to the nearest mark, relative or subordinating word on either side."""
    tokens = passage.tokens
    first, last = passage.token_at(start), passage.token_at(end)
    low, high = passage.start, passage.end
    for index in range(first - 1, -1, -1):
        if _divides(tokens, index):
            low = tokens[index].end
            break
    for index in range(last, len(tokens)):
        if _divides(tokens, index):
            high = tokens[index].start
            break
    return low, high


def _divides(tokens: Sequence[Token], index: int) -> bool:
    low = tokens[index].low
    if low in _MARKS:
        return True
    if low == "as":
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        before = tokens[index - 1].low if index else ""
        return after not in _NO_AS and before not in {"such", "known", "well", "described", "far"}
    if low == "following":
        return index == 0 or tokens[index - 1].low not in {"the", "with"}
    return low in _SUBORDINATING


def fights_here(passage: Passage, start: int, end: int, things: Sequence[Thing]) -> bool:
    """Whether a word of fighting stands in the clause before `end`: not in the name of a thing, nor in what the thing is to be used against."""
    low, _ = clause_span(passage, start, end)
    text, base = passage.text, passage.start
    purpose = _PURPOSE.search(text, low - base, end - base)
    limit = purpose.start() if purpose else end - base
    return any(
        not any(thing.start - base <= match.start() < thing.end - base for thing in things)
        for match in FIGHTING.finditer(text, low - base, limit)
    )


def governs(passage: Passage, verb: AidVerb, thing: Thing) -> bool:
    """Whether a thing is the object of an active verb though adverbs, places, times or asides stand between the two."""
    between = passage.between(verb.end, thing.start)
    if len(between) > 1 and between[0].low == ",":  # "handed, after months of talks, …"
        close = next((index for index, token in enumerate(between[1:], 1) if token.low == ","), None)
        if close is not None and close <= _ASIDE:
            between = between[close + 1 :]
            if not between:
                return True
    if not between or len(between) > _LONGEST:
        return False
    spans = filler_spans(passage)
    verbs = verb_starts(passage)
    first = passage.token_at(between[0].start)
    for offset, token in enumerate(between):
        if any(low <= token.start < high for low, high, _ in spans):
            continue
        if token.start in verbs or token.low in _OTHER_VERBS or _divides(passage.tokens, first + offset):
            return False
        if token.low in {"and", "or"} and offset + 1 < len(between) and between[offset + 1].start in verbs:
            return False
    position = len(between) - 1
    while position >= 0 and between[position].low in _DETERMINERS:
        position -= 1
    if position < 0:
        return True
    last = between[position]
    if last.low in _BAD_GOVERNORS or last.low in {"and", "or", "–", "—", "("}:
        return False
    if last.low == ",":
        return sum(token.low == "," for token in between[: position + 1]) == 2 and position <= _ASIDE
    if any(low <= last.start < high and kind in {"mention", "date"} for low, high, kind in spans):
        return thing.quantity is not None
    return last.low.endswith("ly") or last.low in _ADVERBS


_ASIDE: Final = 14
_ADVERBS: Final = frozenset(
    "today yesterday tomorrow also now already soon instead free back home over too again another further yet still only even".split()
)
