"""Amounts of money in a sentence, as the text states them; nothing is converted."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values.bounds import bound_of
from briefing_tui.extracting.values.currencies import (
    GLUED,
    GLUED_CODE,
    SIGN,
    SIGN_LETTERS,
    bare_dollar,
    code_currency,
    sign_currency,
    word_currency,
)
from briefing_tui.extracting.values.nearby import hits_around
from briefing_tui.extracting.values.numbers import Numeral, find_numerals, read_numeral, tidy
from briefing_tui.extracting.values.ranges import joined_by, opening, share_scale
from briefing_tui.model import Document, Money
from briefing_tui.model.patterns import compile_later

_SPACE: Final = compile_later(r"\s*")
_TO_WORD: Final = compile_later(r"(?:\s*[-‑]\s*|\s+(?:of\s+|in\s+)?)")
_ELLIPSIS: Final = compile_later(
    r"\s*(?:[.,;)]|$)|\s+(?:this|next|last|in\s+(?:19|20)\d\d|a\s+year|per\s+year|annually|from|for\s+the|to\s+the)\b",
    re.IGNORECASE,
)
_MORE_BEFORE: Final = compile_later(
    r"(?:\banother|\ba\s+further|\ban\s+(?:additional|extra)|\bthe\s+(?:remaining|other|first|second)|\bof\s+which|\bplus|\band|[,:;])\s+(?:(?:about|around|some|nearly|almost|roughly|up\s+to|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
"""Before a bare number that may be one more amount of the same money."""
_GIVER_BEFORE: Final = compile_later(
    r"(?:[,;]|\band|\bwhile)\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2}\s+(?:(?:about|around|some|nearly|almost|roughly|another|up\s+to|more\s+than|over)\s+)*$"
)
"""Before a bare number that the next giver in a row gives ("Portugal put up 100 million euros, Belgium 200 million")."""
_GOES_ON: Final = compile_later(
    r"\s+(?:for|to|in|on|towards?|through|via|by|is|was|were|are|will|would|has|had|could|may|might|earlier|later|last|next|this|more|as|and|or|but|under|over|since|after|before|of\s+(?:it|that|which|aid))\b|\s*[.,;:)—–]|$",
    re.IGNORECASE,
)
_COUNTED: Final = compile_later(
    r"\s+(?:people|children|refugees|civilians|residents|rounds|shells|families|women|others|more\s+people|tonnes|tons|doses|barrels)\b",
    re.IGNORECASE,
)
_OF_BEFORE: Final = compile_later(
    r"\b(?:of|population|people|by|with|home\s+to|than|nearly|about|some|over)\s+(?:(?:about|some|nearly|more\s+than|over|around)\s+)?$",
    re.IGNORECASE,
)
_MONEYS_WORTH: Final = compile_later(
    r"(?:[a-z-]+\s+)?(?:aid|funding|funds?|support|assistance|equipment|money|damage|savings|investments?|debts?|cash|spending|assets|loans?|grants?|arms|weapons"
    r"|kit|taxpayers?|revenue|exports?|trade|goods|contracts?|orders?|cuts|reserves|credit|business|profits?)\b",
    re.IGNORECASE,
)
"""What millions of pounds are of when they are money and no weight."""
_LOOSE_SIZE: Final = Decimal(1000)


@dataclass(slots=True)
class Amount:
    """A number with the sign, code or word that makes it money; offsets within the sentence."""

    numeral: Numeral
    start: int
    end: int
    currency: str | None = None
    inferred: bool = False
    times: int = 1


def find_money(passage: Passage, document: Document | None = None, before: Passage | None = None) -> None:
    """Fill `passage.money`. `document` tells whose "$" or "kroner" it is where the sentence does not; `before` is the sentence
    whose money "another 25 million" goes on counting.
    """
    text = passage.text
    hits = [hit for hit in passage.hits if hit.entry.category == "currency"]
    signed = "$" in text or (not text.isascii() and SIGN_LETTERS.search(text) is not None)
    glued = [match for match in GLUED_CODE.finditer(text) if match[1] in GLUED]
    if not hits and not signed and not glued:
        if before is not None and before.money and _ANOTHER.search(text):
            passage.money = _another(passage, before.money[-1])
        return
    amounts = [
        Amount(numeral, numeral.start, numeral.end)
        for numeral in find_numerals(text, passage.tokens, passage.start, abbreviated=True)
    ]
    if signed:
        _read_signs(passage, document, amounts)
    for match in glued:
        numeral = read_numeral(text, match.end(), abbreviated=True)
        if numeral:
            amounts.append(Amount(numeral, match.start(), numeral.end, code_currency(match[1])))
    if hits:
        _read_words(passage, document, hits, amounts)
    amounts.sort(key=lambda amount: (amount.start, -amount.end))
    passage.money = _join(passage, amounts)


_ANOTHER: Final = compile_later(
    r"\b(?:another|a\s+further|an\s+(?:additional|extra)|the\s+remaining|of\s+(?:that|this|which|it|the\s+total)(?:\s+\w+)?,)\s+(?:(?:about|around|some|nearly|almost|roughly|up\s+to|more\s+than|over)\s+)?\d[\d.,]*\s?(?:million|billion|bn|mn|m|b)\b",
    re.IGNORECASE,
)


def _another(passage: Passage, last: Money) -> list[Money]:
    """Bare amounts that go on from the sentence before ("Another 25 million will go to demining")."""
    found = []
    for numeral in find_numerals(passage.text, passage.tokens, passage.start, abbreviated=True):
        amount = Amount(numeral, numeral.start, numeral.end)
        if _MORE_BEFORE.search(passage.text, 0, amount.start) and _continues(passage, amount, last):
            found.append(_single(passage, amount))
    return found


def is_conversion(passage: Passage, money: Money) -> Money | None:
    """The amount that `money` restates in another currency ("€1bn ($1.1bn)", "£100m, or $127m"); None when it stands for itself."""
    place = bisect_left(passage.money, money.start, key=lambda other: other.start)
    return _converted(passage, place, _CHAIN)


_CHAIN: Final = 4
_LONGEST_GAP: Final = 60
_CONVERSION_GAP: Final = compile_later(
    r"[^()$€£\d]{0,30}\((?:[^()]{0,40}(?:;|,|or|/|\|)\s*)?(?:(?:or|i\.e\.|approx\.?|about|around|roughly|some|equivalent\s+to|equal\s+to|worth|the\s+equivalent\s+of|at\s+the\s+time|now|=|≈|~)[\s,]*)*"
    r"|\s*,?\s*(?:or|equivalent\s+to|the\s+equivalent\s+of|which\s+is|that\s+is|equal\s+to|i\.e\.,?|=|/|\|)\s*(?:(?:about|around|roughly|some|nearly|approximately)\s+)?"
    r"|\s*[—–-]\s*(?:or|about|around|roughly|equivalent\s+to|approximately)\s+",
    re.IGNORECASE,
)


def _converted(passage: Passage, place: int, chain: int) -> Money | None:
    """The amount that the one at `place` restates; `chain` bounds how many restatements may follow each other."""
    money = passage.money[place]
    for earlier in range(place - 1, max(-1, place - 1 - chain), -1):
        base = passage.money[earlier]
        gap = passage.text[base.end - passage.start : money.start - passage.start]
        if len(gap) > _LONGEST_GAP:
            return None
        if base.currency != money.currency and _CONVERSION_GAP.fullmatch(gap):
            first = _converted(passage, earlier, chain - 1)
            return first if first is not None and first.currency != money.currency else base
    return None


def _read_signs(passage: Passage, document: Document | None, amounts: list[Amount]) -> None:
    text = passage.text
    by_start = {amount.start: amount for amount in amounts}
    by_end = {amount.end: amount for amount in amounts}
    for sign in SIGN.finditer(text):
        after = _SPACE.match(text, sign.end())
        at = after.end() if after else sign.end()
        numeral = read_numeral(text, at, abbreviated=True)
        currency = sign_currency(sign)
        inferred = False
        if currency is None:
            currency, inferred = bare_dollar(passage, passage.start + sign.start(), document)
        if numeral is not None and text[at].isdecimal():
            if _is_designation(passage, numeral):
                continue
            amount = by_start.get(at)
            if amount is None:
                amount = Amount(numeral, at, numeral.end)
                amounts.append(amount)
            amount.numeral, amount.start, amount.end = numeral, sign.start(), numeral.end
            amount.currency, amount.inferred = currency, inferred
            continue
        before = sign.start() - (text[max(0, sign.start() - 2) : sign.start()].endswith((" ", "\u00a0")))
        amount = by_end.get(before)
        if amount is not None and amount.currency is None:
            amount.end, amount.currency, amount.inferred = sign.end(), currency, inferred


def _is_designation(passage: Passage, numeral: Numeral) -> bool:
    """Whether a small bare number only counts the weapon that follows it ("$5 Patriot batteries", a slip of the keyboard)."""
    if numeral.scaled or numeral.value >= _LOOSE_SIZE:
        return False
    offset = passage.start + numeral.end + 1
    return any(hit.start == offset and hit.entry.category == "weapon" for hit in hits_around(passage, offset, offset))


def _read_words(passage: Passage, document: Document | None, hits: list[Hit], amounts: list[Amount]) -> None:
    text = passage.text
    longest: dict[int, Hit] = {}
    for hit in hits:
        longest.setdefault(hit.start - passage.start, hit)
    by_start = {amount.numeral.start: amount for amount in amounts}
    for amount in amounts:
        if amount.currency is not None and amount.end != amount.numeral.end:
            continue
        gap = _TO_WORD.match(text, amount.end)
        named = longest.get(gap.end()) if gap else None
        if named is None or not _fits(text, named, amount, passage):
            continue
        currency, inferred = word_currency(named, passage, document)
        if amount.currency is not None and named.how != "code" and amount.currency != currency and not amount.inferred:
            continue
        amount.end, amount.currency, amount.inferred = named.end - passage.start, currency, inferred
        amount.times = named.entry.get("times", 1)
    for start, hit in longest.items():
        if hit.how != "code":
            continue
        after = _SPACE.match(text, hit.end - passage.start)
        following = by_start.get(after.end()) if after else None
        if following is not None and following.currency is None and _fits(text, hit, following, passage):
            following.start, following.currency = start, word_currency(hit, passage, document)[0]


def _fits(text: str, hit: Hit, amount: Amount, passage: Passage) -> bool:
    """Whether a word that also means other things is money after this number."""
    numeral = amount.numeral
    big = numeral.scaled or numeral.value >= _LOOSE_SIZE
    if hit.entry.get("scale") and not big:
        return False
    if hit.entry.get("weight"):
        hyphen = text[amount.end : amount.end + 1] in "-‑"
        rest = text[hit.end - passage.start : hit.end - passage.start + 4]
        if not numeral.scaled and (hyphen or rest == " of " or not passage.has("state")):
            return False
        if rest == " of " and not _MONEYS_WORTH.match(text, hit.end - passage.start + 4):
            return False
    word = text[hit.start - passage.start : hit.end - passage.start]
    return hit.how == "code" or not word.isupper() or hit.entry.key == "TRY" or len(word) > 4


def _join(passage: Passage, amounts: list[Amount]) -> list[Money]:
    found: list[Money] = []
    reach = -1
    position = 0
    while position < len(amounts):
        first = amounts[position]
        position += 1
        if first.start < reach:
            continue
        if position < len(amounts):
            second = amounts[position]
            if _are_ends(passage.text, first, second):
                position += 1
                reach = second.end
                found.extend(_pair(passage, first, second))
                continue
        if first.currency is None and not (found and _continues(passage, first, found[-1])):
            continue
        reach = first.end
        found.append(_single(passage, first))
    return found


def _continues(passage: Passage, amount: Amount, before: Money) -> bool:
    """Whether a bare "5 billion" is money like the amount before it ("raise 40 billion euros … now asks for 5 billion")."""
    text = passage.text
    if not amount.numeral.scaled or before.amount < _LOOSE_SIZE or _COUNTED.match(text, amount.end):
        return False
    more = _MORE_BEFORE.search(text, max(0, amount.start - 60), amount.start) and _GOES_ON.match(text, amount.end)
    more = more or (_GIVER_BEFORE.search(text, max(0, amount.start - 80), amount.start) and _GOES_ON.match(text, amount.end))
    if not more and not _ELLIPSIS.match(text, amount.end):
        return False
    if text[amount.start : amount.end].lower().endswith("dozen") or (
        not more and _OF_BEFORE.search(text, max(0, amount.start - 40), amount.start)
    ):
        return False
    amount.currency, amount.inferred = before.currency, True
    return True


def _value(amount: Amount) -> Decimal:
    return tidy(amount.numeral.value * amount.times)


def _single(passage: Passage, amount: Amount) -> Money:
    base = passage.start
    bound, start, end = bound_of(passage, base + amount.start, base + amount.end)
    assert amount.currency is not None
    return Money(
        amount=_value(amount),
        currency=amount.currency,
        bound=bound,
        currency_inferred=amount.inferred,
        start=start,
        end=end,
    )


def _are_ends(text: str, low: Amount, high: Amount) -> bool:
    """Whether two amounts are the ends of one range or of a change; the lower one then takes the upper one's scale."""
    if low.currency is None and high.currency is None:
        return False
    if low.currency is not None and high.currency is not None and low.currency != high.currency:
        return False
    announced, _ = opening(text, low.start)
    joint = joined_by(text, low.end, high.start, announced)
    if joint is None or joint == "or":
        return False
    if low.currency is None and _like_a_year(text, low):
        return False
    if high.currency is None and (low.numeral.scaled or not (high.numeral.scaled or joint == "dash")):
        return False
    shared = share_scale(text, low.numeral, high.numeral)
    if shared.value >= high.numeral.value and announced is None:
        return False
    low.numeral = shared
    return True


def _like_a_year(text: str, amount: Amount) -> bool:
    return amount.end - amount.start == 4 and text[amount.start : amount.end].isdecimal() and text[amount.start] in "12"


def _pair(passage: Passage, low: Amount, high: Amount) -> list[Money]:
    """One range, or two amounts when the words tell of a change from one to the other ("raised from 75 to 85 billion kroner")."""
    currency = low.currency or high.currency
    assert currency is not None
    low.currency = high.currency = currency
    low.inferred = high.inferred = low.inferred or high.inferred
    low.times = high.times = max(low.times, high.times)
    announced, start = opening(passage.text, low.start)
    if announced == "change" or _value(low) >= _value(high):
        return [_single(passage, low), _single(passage, high)]
    _, begin, end = bound_of(passage, passage.start + start, passage.start + high.end)
    return [
        Money(
            amount=_value(low),
            amount_high=_value(high),
            currency=currency,
            bound="range",
            currency_inferred=low.inferred,
            start=begin,
            end=end,
        )
    ]
