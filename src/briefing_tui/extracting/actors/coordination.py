"""Mentions that share one place in a sentence: "Spain, Italy and Greece", "European nations, including Spain and Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model.patterns import compile_later

_LINK: Final = compile_later(
    r"""^(?:\s\([^()]{1,24}\))?(?:
        \s*,\s*(?:and|or|but\ also|as\ well\ as|along\ with|together\ with|plus|including|such\ as|among\ them|notably|like|not\ least)?\s*
      | \s+(?:and|or|&|as\ well\ as|along\ with|together\ with|plus|including|such\ as|like|both)\s+
      | \s*/\s*
      | \s*\((?:including|such\ as|among\ them)\s+
      | ,?\s+and\ (?:also|even)\s+
    )(?:(?:both|also|then|the|its|their|his|her|several|many|some|other|all|fellow|neighbouring|neighboring|nearby)\s+){0,2}$""",
    re.VERBOSE,
)
_LISTING: Final = compile_later(r"\b(?:including|such as|among them|notably|like)\b")


def coordinated(passage: Passage, mention: Mention) -> tuple[Mention, ...]:
    """The whole coordination a mention belongs to, in text order; the mention alone where it stands by itself.

    Possessives ("Russia's and Ukraine's") and bare adjectives end a coordination, as does anything but a comma, a
    conjunction or "including" between two mentions.
    """
    mentions = passage.mentions
    at = next((index for index, other in enumerate(mentions) if other.start == mention.start), None)
    if at is None:
        return (mention,)
    first = last = at
    while first and _linked(passage, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _linked(passage, mentions[last], mentions[last + 1]):
        last += 1
    return tuple(mentions[first : last + 1])


def coordinations(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """Every coordination of two or more of these mentions, in text order."""
    first = 0
    for index in range(1, len(mentions) + 1):
        if index == len(mentions) or not _linked(passage, mentions[index - 1], mentions[index]):
            if index - first > 1:
                yield mentions[first:index]
            first = index


def is_listing(passage: Passage, group: tuple[Mention, ...]) -> bool:
    """Whether the first of a coordination names the whole and the rest its members: "European nations, including …"."""
    return len(group) > 1 and _LISTING.search(_between(passage, group[0], group[1])) is not None


def _linked(passage: Passage, left: Mention, right: Mention) -> bool:
    if left.possessive or left.kind in ("medium", "pronoun") or right.kind in ("medium", "pronoun"):
        return False
    return _LINK.match(_between(passage, left, right)) is not None


def _between(passage: Passage, left: Mention, right: Mention) -> str:
    return passage.text[left.end - passage.start : right.start - passage.start]
