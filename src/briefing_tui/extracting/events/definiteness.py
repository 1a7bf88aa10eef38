"""Whether an event noun points back to what was told before: "the attack", "one of the deadliest attacks in years"."""

from __future__ import annotations

import itertools
from typing import Final

from briefing_tui.extracting.events.clauses import BE, HAVE
from briefing_tui.extracting.passages import Passage

DEFINITE: Final = frozenset({"the", "this", "these", "those", "that", "such", "both"})
_RANKED: Final = frozenset({"one", "latest", "last"})
_AMONG: Final = frozenset({"string", "series", "spate", "wave", "slew", "succession", "most", "worst", "row", "recent"})


def is_definite(passage: Passage, first: int) -> bool:
    """Whether the noun at token `first` follows "the", "this" or "both" within its own phrase."""
    carriers = {verb.start for verb in passage.of("carry", "cue") if verb.how.startswith("verb")}
    for token in reversed(passage.tokens[max(0, first - 3) : first]):
        if token.start in carriers or token.low in BE | HAVE:
            return False  # "the president directed strikes"
        if token.low == "that" and passage.tokens[first].low.endswith("s"):
            return False  # "said that attacks"
        if token.low in DEFINITE:
            return True
        dated = any(date.start <= token.start < date.end for date in passage.dates)
        if token.low in {"a", "an"} or not (token.low.isalpha() or dated):
            return False
    return False


def first_word(passage: Passage, first: int) -> int:
    """Offset of the determiner the noun at token `first` begins with, else of the noun itself."""
    for index in range(first - 1, max(-1, first - 4), -1):
        if passage.tokens[index].low in DEFINITE:
            return passage.tokens[index].start
    return passage.tokens[first].start


def is_compared(passage: Passage, first: int) -> bool:
    """Whether the noun sets an event told beside it among others: "one of the deadliest attacks", "the latest in a string of strikes"."""
    words = [token.low for token in passage.tokens[max(0, first - 8) : first]]
    ranked = any(left in _RANKED and right in {"of", "in"} for left, right in itertools.pairwise(words))
    return ranked and any(word in _AMONG or word.endswith("est") for word in words)
