"""Where an item's noun phrase begins and ends, and the number it carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.item_words import (
    AID_ADJECTIVES,
    BEFORE_NUMBERS,
    COUNTING,
    FOLLOWERS,
    HEADS,
    MARKS,
    NOT_ADJECTIVES,
    OPENERS,
    PARTICIPLES,
    PORTIONS,
    STOPS,
    VERB_NOUNS,
)
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Quantity
from briefing_tui.model.patterns import compile_later

_LIMIT: Final = 9
"""Most words a phrase takes on the left of its head."""


def verb_starts(passage: Passage) -> frozenset[int]:
    """Offsets of verbs the lexicon knows, in forms that are no participle before a noun."""
    ends = {token.end for token in passage.tokens}
    return frozenset(
        hit.start
        for hit in passage.hits
        if hit.entry.category in {"aid_verb", "say", "event", "stance", "cue"} and hit.how.startswith("verb") and hit.end in ends
    )


def left_edge(passage: Passage, first: int, floor: int, verbs: frozenset[int]) -> tuple[int | None, Quantity | None, bool]:
    """Where the phrase begins, its number, and whether "the" or a possessive stands before it."""
    tokens = passage.tokens
    position = first
    quantity: Quantity | None = None
    ends = {number.end: number for number in passage.quantities}
    taken = 0
    while position > 0 and taken < _LIMIT:
        token = tokens[position - 1]
        if token.end <= floor and floor != passage.start:
            break
        number = next((q for q in passage.quantities if q.start <= token.start < q.end), None)
        if number is not None:
            if number.start < floor:
                break
            if _is_designation(passage, number, ends):
                position = passage.token_at(number.start) - 1
                taken += 2
                continue
            if _counts(passage, number):
                quantity = _unglued(passage, number)
            position = passage.token_at(number.start)
            taken += 1
            if quantity is not None:
                break
            continue
        if token.low == "of" and position > 1:
            number = ends.get(tokens[position - 2].end)
            before = tokens[position - 2]
            if before.low == "worth":
                break
            if number is not None or before.low in PORTIONS:
                position -= 1 if number is not None else 2
                taken += 1
                continue
            break
        if token.low == ")":
            number = next((q for q in passage.quantities if q.end in {token.start, token.end}), None)
            if number is None or passage.text[number.start - passage.start - 1 : number.start - passage.start] != "(":
                break
            quantity = number
            position = passage.token_at(number.start)
            break
        if token.low in {"and", "or"} and _paired_compounds(tokens, position):
            position -= 1
            continue
        shared = _modifiers_before(passage, position - 1, ends) if token.low == "and" and quantity is None else None
        if shared is not None and shared.start >= floor:
            quantity = shared
            position = passage.token_at(shared.start)
            break
        if token.low in {"and", "or", ","} and _measure_before(passage, position - 1) and _measure_after(passage, position):
            position -= 1
            continue
        if not _modifies(passage, token, tokens[position], verbs):
            break
        position -= 1
        taken += 1
    start = tokens[position].start
    opener = tokens[position - 1] if position else None
    share = _share_of(passage, position, ends)
    if share is not None and share.start >= floor:
        return share.start, _unglued(passage, share), False
    if quantity is None and opener is not None and opener.low in OPENERS and opener.end > floor:
        start = opener.start
        opener = tokens[position - 2] if position > 1 else None
        number = ends.get(opener.end) if opener is not None else None
        if number is not None and number.start >= floor and _counts(passage, number):  # "seven more launchers"
            quantity = _unglued(passage, number)
    if quantity is not None:
        start = max(quantity.start, floor)
        position = passage.token_at(start)
        opener = tokens[position - 1] if position else None
        while opener is not None and opener.low in BEFORE_NUMBERS and opener.end > floor:
            start = opener.start
            position -= 1
            opener = tokens[position - 1] if position else None
    if start > passage.start and passage.text[start - passage.start - 1] == "(" and quantity is not None:
        start -= 1
    definite = opener is not None and opener.low in {"the", "these", "those", "this", "that", "its", "their", "his", "her", "our"}
    return start, quantity, definite


def _is_designation(passage: Passage, number: Quantity, ends: dict[int, Quantity]) -> bool:
    """Whether a number belongs to a name that is counted itself: "two Dornier 228 aircraft"."""
    index = passage.token_at(number.start)
    return index > 1 and passage.tokens[index - 1].capital and passage.tokens[index - 2].end in ends


def _share_of(passage: Passage, position: int, ends: dict[int, Quantity]) -> Quantity | None:
    """The number of those taken out of a whole: "22 of 24 boats", "two of the larger drones", "around 200 of the weapons"."""
    tokens = passage.tokens
    index = position - 1
    if index > 0 and tokens[index].low in _WHOLES:
        index -= 1
    if index < 1 or tokens[index].low != "of":
        return None
    number = ends.get(tokens[index - 1].end)
    return number if number is not None and number.unit is None and number.value is not None else None


_WHOLES: Final = frozenset({"the", "these", "those", "its", "their", "his", "our"})


def _modifiers_before(passage: Passage, conjunction: int, ends: dict[int, Quantity]) -> Quantity | None:
    """The number before modifiers that share the head after "and": "60 land mine and obstacle breaching kits"."""
    for index in range(conjunction - 1, max(-1, conjunction - 5), -1):
        token = passage.tokens[index]
        number = ends.get(token.end)
        if number is not None:
            return number if index < conjunction - 1 and number.unit is None and number.value is not None else None
        low = token.low
        if not low.replace("-", "").isalpha() or low in STOPS or (low.endswith("s") and not low.endswith("ss")):
            return None
    return None


def _counts(passage: Passage, number: Quantity) -> bool:
    """Whether a number counts things rather than measures them ("25,000 rounds", not "155 mm", "2,000-pound" or "60-bed")."""
    if number.unit is None and _OF_A_SIZE.match(passage.text, number.end - passage.start):
        return False
    if number.unit is None or number.value is None:
        return True
    if number.unit in COUNTING:
        return True
    return passage.text.startswith(" of ", number.end - passage.start)


_OF_A_SIZE: Final = re.compile(
    r"-(?:bed|seat|man|person|strong|ton|tonne|metre|meter|foot|mile|round|barrel|year|day|month|litre|liter)\b"
)


def _unglued(passage: Passage, number: Quantity) -> Quantity:
    """The number without the "over" of "handed over 12 machines"."""
    for hit in passage.hits:
        if hit.entry.category == "aid_verb" and hit.start < number.start < hit.end:
            return replace(number, start=hit.end + 1, bound="exact")
    return number


def _paired_compounds(tokens: Sequence[Token], position: int) -> bool:
    """Whether "and" joins two compounds of one kind: "counter-artillery and counter-drone radars"."""
    if position < 2 or position >= len(tokens):
        return False
    left, right = tokens[position - 2].low.split("-", 1), tokens[position].low.split("-", 1)
    return len(left) == 2 and len(right) == 2 and left[0] == right[0]


def _measure_before(passage: Passage, conjunction: int) -> bool:
    token = passage.tokens[conjunction - 1] if conjunction else None
    return token is not None and any(
        q.end == token.end and q.unit in {"mm", "cm", "inch", "pound", "kg"} for q in passage.quantities
    )


def _measure_after(passage: Passage, position: int) -> bool:
    start = passage.tokens[position].start
    return any(q.start == start and q.unit in {"mm", "cm", "inch", "pound", "kg"} for q in passage.quantities)


def _modifies(passage: Passage, token: Token, following: Token, verbs: frozenset[int]) -> bool:
    """Whether a word can stand before the head inside its noun phrase."""
    low = token.low
    if low in MARKS:
        return token.end == following.start or following.low in MARKS or low in {"-", "/"}
    if not low[0].isalnum():
        return False
    if (
        low in STOPS
        or low in NOT_ADJECTIVES
        or (low.endswith("ly") and low not in {"early", "friendly", "deadly", "daily", "family"})
    ):
        return False
    if low.endswith(("'s", "s'")):
        return False
    if token.start in verbs and not low.endswith(("ed", "ing")) and low not in VERB_NOUNS:
        return False
    if low == "used" and _is_finite(passage, token):
        return False
    if token.start in verbs and low.endswith(("ed", "ing")) and (low not in PARTICIPLES or _is_finite(passage, token)):
        return False
    for mention in passage.mentions:
        if mention.start <= token.start < mention.end:
            name = passage.text[mention.start - passage.start : mention.end - passage.start]
            return mention.adjective or (len(name) <= _INITIALS and name.isupper())
    if any(hit.start <= token.start < hit.end and hit.entry.category in {"aid_noun", "currency"} for hit in passage.hits):
        return low in AID_ADJECTIVES
    if any(money.start <= token.start < money.end for money in passage.money):
        return False
    if any(day.start <= token.start < day.end for day in passage.dates):
        return False
    return not (low.endswith("ing") and low not in PARTICIPLES and low not in VERB_NOUNS and token.start in verbs)


_INITIALS: Final = 4
"""Letters up to which a name in capitals stands before a noun like an adjective: "US", "U.S."."""


def _is_finite(passage: Passage, token: Token) -> bool:
    """Whether a word that may be a participle before a noun is the sentence's verb ("Kyiv requested launchers", "had promised tanks")."""
    index = passage.token_at(token.start)
    if not index or not token.low.endswith("ed"):
        return False
    if token.low == "used" and passage.tokens[index - 1].low.endswith("s") and passage.tokens[index - 1].low not in _DETERMINERS:
        return True
    before = passage.tokens[index - 1]
    if before.low in _AUXILIARIES or before.low.endswith("ly"):
        return True
    mention = next((mention for mention in passage.mentions if mention.end == before.end), None)
    return mention is not None and not mention.adjective and not mention.possessive and mention.kind != "place"


_DETERMINERS: Final = frozenset("its his this various hundreds thousands dozens".split())
_AUXILIARIES: Final = frozenset("has have had having who which it he she they we also already then later never not and".split())


def right_edge(passage: Passage, run: list[Hit], last: int, ceiling: int) -> tuple[int, int]:
    """The end of the phrase and the index of the token after it: generic heads and closing brackets belong to it."""
    tokens = passage.tokens
    end = run[-1].end
    while last < len(tokens):
        token = tokens[last]
        if token.start >= ceiling and token.start != end:
            break
        if token.low == ")" and passage.text.rfind("(", 0, token.start - passage.start) >= run[0].start - passage.start:
            end = token.end
            last += 1
            continue
        if token.low in HEADS and token.start - end <= 1 and not token.capital:
            end = token.end
            last += 1
            continue
        further = _head_further_on(passage, run, last, ceiling) if token.start - end <= 1 else None
        if further is not None:
            last = further + 1
            end = tokens[further].end
            continue
        if token.low == "-" and token.start == end and last + 1 < len(tokens):
            following = tokens[last + 1]
            if following.start == token.end and following.low in {"style", "type", "class", "made"}:
                end = following.end
                last += 2
                continue
        break
    spread = _BY_THE.match(passage.text, end - passage.start) or _COMPLEMENT.match(passage.text, end - passage.start)
    if spread:
        end = passage.start + spread.end()
        last = passage.token_at(end)
    return end, last


def _head_further_on(passage: Passage, run: list[Hit], last: int, ceiling: int) -> int | None:
    """Index of a head noun two or three words after a system's name ("Saab 340 AEW surveillance planes")."""
    tokens = passage.tokens
    if run[-1].entry.category != "weapon":
        return None
    for index in range(last, min(last + 4, len(tokens))):
        token = tokens[index]
        if token.start >= ceiling or not token.low[0].isalnum() or token.low in STOPS or token.low.endswith(("ed", "ing")):
            return None
        if any(hit.start == token.start and hit.entry.category in {"aid_verb", "say", "event"} for hit in passage.hits):
            return None
        if token.low in HEADS and not token.capital:
            return index
    return None


_ACRONYM: Final = re.compile(r"\s*\([A-Z][\w/-]{1,11}\)")
_COMPLEMENT: Final = compile_later(
    r" (?:of (?:its|their|his|her|our) own\b|for (?:(?:air|coastal|point|territorial|drone) defen[cs]e|air-to-air combat|mine clearance|night flying)\b|(?:for|sufficient for|enough for) (?:attack|defen[cs]e|reconnaissance|surveillance)(?: and (?:attack|defen[cs]e|reconnaissance|surveillance))?\b"
    r"|(?:sufficient |enough )?(?:for|to (?:feed|treat|shelter|serve)) (?:(?:about|around|some|nearly|almost|more than|over|up to|at least|an estimated|another) )?\d[\d,. ]*(?:million )?"
    r"(?:\w+ )?(?:people|families|households|children|patients|civilians|refugees|residents|homes|students|pupils|women|inhabitants|soldiers|troops|beds)\b)"
)
"""What belongs to a thing after its noun: whom supplies suffice for, what drones are for."""
_BY_THE: Final = re.compile(r" by the (?:dozen|hundred|thousand|million|score|truckload|tonne|ton)s?\b")


def is_noun_like(token: Token, verbs: frozenset[int]) -> bool:
    """Whether a word right after a would-be head looks like the real head ("drone factory")."""
    low = token.low
    if low in STOPS or low in FOLLOWERS or token.start in verbs or low.endswith(("ly", "ed", "ing")):
        return False
    return low.isalpha()
