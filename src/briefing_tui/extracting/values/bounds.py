"""Words that bound a number: "more than", "up to", "some", "or so"; written as their tokens stand, so "c ." for "c."."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.model.vocabulary import Bound

_BEFORE: Final[dict[str, Bound]] = {
    **dict.fromkeys(
        (
            "about", "around", "roughly", "approximately", "approx", "approx .", "some", "nearly", "almost", "circa", "ca", "c .",
            "close to", "near", "an estimated", "estimated", "estimated at", "an estimated cost of", "an estimated total cost of",
            "estimated cost of", "estimated to cost", "an estimated value of", "estimated to be worth", "an estimated price of",
            "an approximate", "in the region of", "on the order of", "in the order of", "somewhere around", "just about",
            "practically", "virtually", "somewhere near", "just shy of", "shy of", "the equivalent of", "equivalent to", "~", "≈",
        ),
        "approx",
    ),
    **dict.fromkeys(
        (
            "more than", "over", "at least", "upwards of", "upward of", "exceeding", "in excess of", "north of", "no less than",
            "not less than", "no fewer than", "not fewer than", "a minimum of", "minimum of", "minimum", "beyond", "above",
            "greater than", "surpassing", "topping", "just over", "well over", "far more than", "much more than", "well above",
            "a little over", "slightly over", "slightly more than", "a little more than", "just above", "just more than",
            "well more than", "way over", "from at least", "higher than", "larger than", "a bit more than", "easily", "≥",
        ),
        "at_least",
    ),
    **dict.fromkeys(
        (
            "up to", "as much as", "as many as", "a maximum of", "maximum of", "maximum", "as high as", "not to exceed",
            "not exceeding", "up to as many as", "up to as much as", "capped at", "to the tune of up to", "potentially",
        ),
        "up_to",
    ),
    **dict.fromkeys(
        (
            "less than", "fewer than", "under", "below", "just under", "just below", "at most", "no more than", "not more than",
            "no greater than", "a little under", "slightly under", "slightly less than", "little more than", "south of",
            "well under", "only", "barely", "lower than", "smaller than", "≤",
        ),
        "at_most",
    ),
}  # fmt: skip
_UNBOUND: Final = frozenset({"only", "barely", "potentially", "easily"})
_HANDING: Final = frozenset(
    "hand hands handed handing turn turns turned turning sign signs signed signing take takes took taking taken carry carried carrying".split()
)
"""Verbs whose "over" says nothing about the number behind it ("hand over 50 tanks")."""
_LONGEST: Final = max(len(words.split()) for words in _BEFORE)
_AFTER: Final = re.compile(
    r"\s?(?P<plus>\+)(?![\w])|\s+or\s+(?P<more>more|above|over|greater)\b|[-‑]?(?P<plus_word>-plus)\b|\s+(?P<so>or\s+so|or\s+thereabouts)\b"
    r"|\s+or\s+(?P<less>less|fewer|under|below)\b|\s+(?P<least>at\s+least|at\s+a\s+minimum)(?=\s*[,.;)]|$)|\s+(?P<most>at\s+most)(?=\s*[,.;)]|$)",
    re.IGNORECASE,
)
_RANK: Final[dict[Bound, int]] = {"exact": 0, "approx": 1, "at_most": 2, "at_least": 3, "up_to": 4, "range": 5}


def bound_of(passage: Passage, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound of the number `start`–`end` (document offsets) and the span widened over the words that state it."""
    tokens = passage.tokens
    bound: Bound = "exact"
    first = passage.token_at(start)
    while first:
        for size in range(min(_LONGEST, first), 0, -1):
            words = " ".join(token.low for token in tokens[first - size : first])
            stated = _BEFORE.get(words)
            if stated is not None:
                break
        else:
            break
        if words in _UNBOUND or (words == "over" and first > 1 and tokens[first - 2].low in _HANDING):
            break
        bound = max(bound, stated, key=_RANK.__getitem__)
        first -= size
        start = tokens[first].start
    after = _AFTER.match(passage.text, end - passage.start)
    if after:
        stated = "approx" if after["so"] else "at_most" if after["less"] or after["most"] else "at_least"
        bound = max(bound, stated, key=_RANK.__getitem__)
        end = passage.start + after.end()
    return bound, start, end
