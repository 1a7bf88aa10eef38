"""What says which thing is meant, after its noun: "ammunition for HIMARS", "missiles for Ukraine's NASAMS", "capabilities to augment its air defences"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.item_words import HEADS, STOPS, SUPPORTING
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import ItemClass

_ARTICLES: Final = frozenset({"the", "those", "these", "its", "their", "a", "an", "his", "her", "our"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_FIRED: Final = frozenset({"missile", "air_defence"})
"""Classes whose noun may be what another system fires: "missiles for the launchers", "interceptors for Iron Dome"."""
_FIRING: Final = frozenset({"artillery", "air_defence", "armoured_vehicle", "aviation", "small_arms", "missile"})
_ACRONYM: Final = re.compile(r"\s*\([A-Z][\w/-]{1,11}\)")
_GAP: Final = 5
"""Most words between "for" and the first system it names."""


def with_complement(passage: Passage, last: int, end: int, item_class: ItemClass) -> tuple[int, ItemClass]:
    """The end of a phrase with what its "for", "of" or "to" says, and the class of the whole; `last` is the token after `end`."""
    tokens = passage.tokens
    if last + 1 >= len(tokens):
        return end, item_class
    if tokens[last].low == "to":
        return _with_purpose(passage, end), item_class
    fired = item_class in _FIRED and tokens[last].low == "for"
    if not (item_class in SUPPORTING or fired) or tokens[last].low not in {"for", "of"}:
        return end, item_class
    hits = passage.of("weapon", "item_noun")
    first = _first_named(passage, hits, tokens[last].end)
    if first is None:
        return (_taught(tokens, last, end) if item_class == "training" else end), item_class
    named, reached = first
    if fired and not (named.entry.category == "weapon" or named.entry.get("class") in _FIRING):
        return end, item_class
    reached = _with_heads(passage, reached)
    reached, named = _with_further(passage, hits, named, reached, item_class)
    acronym = _ACRONYM.match(passage.text, reached - passage.start)
    if acronym:
        reached = passage.start + acronym.end()
    if named.entry.get("class") == "air_defence" and item_class in {"ammunition", "missile"}:
        return reached, "air_defence"
    return reached, item_class


def _first_named(passage: Passage, hits: Sequence[Hit], limit: int) -> tuple[Hit, int] | None:
    """The thing named right after "for", past articles, a possessor and modifiers; the longest where several end together."""
    for hit in hits:
        if hit.start < limit:
            continue
        gap = passage.between(limit, hit.start)
        if len(gap) > _GAP or any(
            token.low in STOPS - _ARTICLES or not (token.low[0].isalnum() or token.low in _POSSESSIVE) for token in gap
        ):
            return None
        telling = chained = hit
        for other in hits:  # "National Advanced Surface-to-Air Missile Systems": words of one name
            if chained.end < other.start <= chained.end + 1 or (limit <= other.start <= chained.end < other.end):
                chained = other
                telling = telling if telling.entry.category == "weapon" else other
        return telling, chained.end
    return None


def _with_heads(passage: Passage, reached: int) -> int:
    tokens = passage.tokens
    index = passage.token_at(reached)
    while index < len(tokens) and tokens[index].low in HEADS:
        reached = tokens[index].end
        index += 1
    return reached


def _with_further(passage: Passage, hits: Sequence[Hit], named: Hit, reached: int, item_class: ItemClass) -> tuple[int, Hit]:
    """The systems coordinated with the first: "missile, artillery and air defense systems", "rocket systems and artillery"."""
    text, base = passage.text, passage.start
    for _ in range(_MOST):
        joint = _JOINT.match(text, reached - base)
        if joint is None:
            break
        at = base + joint.end()
        following = next((hit for hit in hits if hit.start == at), None)
        if following is None:
            break
        comma = "," in joint[0]
        both_named = named.entry.category == following.entry.category == "weapon" and following.entry.get("class") not in {
            "anti_armor",
            "missile",
        }
        attributive = text[named.start - base : reached - base].lower() in _ATTRIBUTIVE
        if (
            not (both_named and not comma)
            and not attributive
            and not (
                not comma
                and item_class in {"ammunition", "missile"}
                and following.entry.get("class") in _FIRING
                and (_is_bare(following, text, base) or (item_class == "ammunition" and _fires(named, following)))
            )
        ):
            break
        named, reached = following, _with_heads(passage, following.end)
    return reached, named


_MOST: Final = 3
_JOINT: Final = re.compile(r", (?:and |or )?| (?:and|or|as well as) ")
_ATTRIBUTIVE: Final = frozenset(
    {
        "missile",
        "artillery",
        "tank",
        "mortar",
        "howitzer",
        "rocket",
        "helicopter",
        "aircraft",
        "drone",
        "vehicle",
        "air defense",
        "air defence",
        "small arms",
    }
)


def _is_bare(hit: Hit, text: str, base: int) -> bool:
    """Whether what follows "and" is arms that fire and not rounds of their own kind ("munitions for rocket systems and artillery")."""
    words = text[hit.start - base : hit.end - base].lower()
    return words in {"artillery", "mortars", "howitzers", "tanks", "small arms", "air defenses", "air defences", "guns"}


def _fires(named: Hit, following: Hit) -> bool:
    """Whether both are arms that fire, the second a named system: "ammunition for 155mm artillery systems and HIMARS"."""
    firing = _FIRING - {"missile"}
    return following.entry.category == "weapon" and named.entry.get("class") in firing and following.entry.get("class") in firing


def _taught(tokens: Sequence[Token], last: int, end: int) -> int:
    """Where training ends with those who get it: "training for Ukrainian pilots"."""
    words: list[Token] = []
    for token in tokens[last + 1 : last + 6]:
        if not token.low[0].isalnum() or (words and token.low in STOPS):
            break
        words.append(token)
    return words[-1].end if words and words[-1].low.endswith("s") else end


def _with_purpose(passage: Passage, end: int) -> int:
    """Where "capabilities to augment X, Y and Z" ends; other nouns keep to themselves."""
    text, base = passage.text, passage.start
    if _CAPABLE.search(text, max(0, end - base - 20), end - base) is None:
        return end
    match = _PURPOSE.match(text, end - base)
    return base + match.end() if match else end


_CAPABLE: Final = compile_later(r"\b(?:capabilit(?:y|ies)|funding|funds)$", re.IGNORECASE)
_NOUN_PHRASE: Final = (
    r"(?:(?!(?:and|or|as|to|in|which|that|for|by|from|with|while|after|against|is|are|was|were|will)\b)[\w’'-]+ ?){1,6}"
)
_PURPOSE: Final = compile_later(
    r" to (?:help )?(?:augment|bolster|strengthen|enhance|boost|support|sustain|maintain|repair|upgrade|moderni[sz]e|protect|defend|improve|increase|integrate|detect|counter|restore|rebuild)\s"
    + _NOUN_PHRASE
    + r"(?<! )(?:(?:, "
    + _NOUN_PHRASE
    + r"(?<! ))*,? and "
    + _NOUN_PHRASE
    + r"(?<! ))?",
    re.IGNORECASE,
)
