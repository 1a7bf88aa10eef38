"""Verbs of war that mean no war: "struck oil", "hit back", "sanctions targeting officials", "pulled out of the talks"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.clauses import BE
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

_IDIOMS: Final[dict[str, frozenset[str]]] = {
    "strike": frozenset(
        "deal deals agreement tone chord bargain accord headlines shelves criticism accusations insults questions lawsuits tweets".split(
            " "
        )
    ),
    "withdrawal": frozenset(
        "dead wounded injured homeless displaced stranded damaged missing trapped hospitalised hospitalized talks negotiations agreement deal treaty pact meeting summit race event tournament conference court bid accord convention contest election".split(
            " "
        )
    ),
}
"""What is struck, hit or left in a manner of speaking, by action."""
_FOUND: Final = frozenset("oil gold gas water back out record hard home bottom snags roadblocks".split(" "))
"""What is struck or hit right after the verb without a blow: "struck oil", "hit back"."""
_AFTER_FIND: Final = frozenset(
    {",", ".", ";", "in", "off", "and", "at", "near", "with", "by", "after", "hours", "on", "against", "from"}
)


def is_idiom(passage: Passage, hit: Hit, last: int) -> bool:
    """Whether the verb means no blow or retreat of arms here: "struck oil", "hit record highs", "pulled out of the talks"."""
    words = _IDIOMS.get(str(hit.entry.get("action")))
    if words is None:
        return False
    following = [token.low for token in passage.tokens[last : last + 5]]
    found = len(following) > 1 and following[0] in _FOUND and following[1] in _AFTER_FIND
    return any(word in words for word in following) or (found and hit.entry.get("action") == "strike")


def only_aims(passage: Passage, first: int, hit: Hit) -> bool:
    """Whether "targeting" only says at what something else is aimed: "sanctions targeting officials", "strikes targeting depots"."""
    if passage.tokens[first].low != "targeting" or not hit.how.endswith(".ing") or not first:
        return False
    return passage.tokens[first - 1].low not in BE | {"by", "of", "for"} and not passage.tokens[first - 1].low.endswith("ly")
