"""Amounts of money in a sentence, as the text states them; nothing is converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from briefing_tui.extracting.bounds import bound_of
from briefing_tui.extracting.currencies import (
    GLUED,
    GLUED_CODE,
    SIGN,
    SIGN_LETTERS,
    bare_dollar,
    code_currency,
    sign_currency,
    word_currency,
)
from briefing_tui.extracting.numbers import Numeral, find_numerals, read_numeral, tidy
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Document, Money

_SPACE: Final = re.compile(r"\s*")
_TO_WORD: Final = re.compile(r"(?:\s*[-‑]\s*|\s+(?:of\s+|in\s+)?)")
_RANGE: Final = re.compile(
    r"\s*[-‑–—]\s*|\s+(?:to|up\s+to|and|or)\s+(?:(?:about|around|roughly|nearly|some|as\s+much\s+as)\s+)?", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:(?:about|around|roughly|some)\s+)?$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:(?:about|around|roughly|some|nearly|just|more\s+than|over)\s+)*$", re.IGNORECASE)
_CHANGE: Final = re.compile(
    r"\b(?:increas|rais|rais|ris|rose|grow|grew|expand|lift|boost|top|doubl|tripl|quadrupl|hik|up(?=\s+from)|jump|climb|swell|"
    r"cut|reduc|lower|slash|drop|fall|fell|declin|shrink|shrank|trim|scal|bump|surg|soar|bring|brought|went|go|extend|ramp)\w*",
    re.IGNORECASE,
)
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


def find_money(passage: Passage, document: Document | None = None) -> None:
    """Fill `passage.money`. `document` tells whose "$" or "kroner" it is where the sentence does not."""
    text = passage.text
    hits = [hit for hit in passage.hits if hit.entry.category == "currency"]
    signed = SIGN_LETTERS.search(text) is not None
    glued = [match for match in GLUED_CODE.finditer(text) if match[1] in GLUED]
    if not hits and not signed and not glued:
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


def is_conversion(passage: Passage, money: Money) -> Money | None:
    """The amount that `money` restates in another currency ("€1bn ($1.1bn)", "£100m, or $127m"); None when it stands for itself."""
    place = passage.money.index(money)
    for base in reversed(passage.money[:place]):
        gap = passage.text[base.end - passage.start : money.start - passage.start]
        if base.currency == money.currency:
            continue
        if _CONVERSION_GAP.fullmatch(gap):
            earlier = is_conversion(passage, base)
            return earlier if earlier is not None and earlier.currency != money.currency else base
        if len(gap) > 60:
            return None
    return None


_CONVERSION_GAP: Final = re.compile(
    r"[^()$€£\d]{0,30}\((?:[^()]{0,40}(?:;|,|or|/|\|)\s*)?(?:(?:or|i\.e\.|approx\.?|about|around|roughly|some|equivalent\s+to|equal\s+to|worth|the\s+equivalent\s+of|at\s+the\s+time|now|=|≈|~)[\s,]*)*"
    r"|\s*,?\s*(?:or|equivalent\s+to|the\s+equivalent\s+of|which\s+is|that\s+is|equal\s+to|i\.e\.,?|=|/|\|)\s*(?:(?:about|around|roughly|some|nearly|approximately)\s+)?"
    r"|\s*[—–-]\s*(?:or|about|around|roughly|equivalent\s+to|approximately)\s+",
    re.IGNORECASE,
)


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
        before = len(text[: sign.start()].rstrip())
        amount = by_end.get(before)
        if amount is not None and amount.currency is None:
            amount.end, amount.currency, amount.inferred = sign.end(), currency, inferred


def _is_designation(passage: Passage, numeral: Numeral) -> bool:
    """Whether a small bare number only counts the weapon that follows it ("$5 Patriot batteries", a slip of the keyboard)."""
    if numeral.scaled or numeral.value >= _LOOSE_SIZE:
        return False
    offset = passage.start + numeral.end + 1
    return any(hit.start == offset and hit.entry.category == "weapon" for hit in passage.hits)


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
        if rest == " of " and numeral.value < 10**6:
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
            high = _range(passage.text, first, amounts[position])
            if high is not None:
                low = _value(first, high)
                second = amounts[position]
                position += 1
                reach = second.end
                found.extend(_pair(passage, first, second, low, high))
                continue
        if first.currency is None:
            continue
        reach = first.end
        found.append(_single(passage, first, first.start))
    return found


def _value(amount: Amount, other: Decimal | None = None) -> Decimal:
    del other
    return tidy(amount.numeral.value * amount.times)


def _single(passage: Passage, amount: Amount, begin: int) -> Money:
    base = passage.start
    bound, start, end = bound_of(passage, base + begin, base + amount.end)
    assert amount.currency is not None
    return Money(
        amount=_value(amount),
        currency=amount.currency,
        bound=bound,
        currency_inferred=amount.inferred,
        start=start,
        end=end,
    )


def _range(text: str, low: Amount, high: Amount) -> Decimal | None:
    """The upper end when the two amounts are the ends of one range."""
    if low.currency is None and high.currency is None:
        return None
    link = _RANGE.fullmatch(text, low.end, high.start)
    if link is None:
        return None
    word = link[0].split()
    if word and word[0].lower() in {"and", "or"}:
        if word[0].lower() == "or" or not _BETWEEN.search(text, 0, low.start):
            return None
    if low.currency is not None and high.currency is not None and low.currency != high.currency:
        return None
    if (
        high.currency is None
        and high.numeral.scaled == low.numeral.scaled
        and not (low.end == high.start - 1 and not low.numeral.scaled)
    ):
        return None
    if high.currency is None and low.numeral.scaled:
        return None
    value = low.numeral.value
    if high.numeral.scaled and not low.numeral.scaled and value < _LOOSE_SIZE:
        scale = high.numeral.value / _plain(text, high.numeral)
        low.numeral = Numeral(tidy(value * scale), low.numeral.start, low.numeral.end, scaled=True)
    return high.numeral.value if low.numeral.value < high.numeral.value or _FROM.search(text, 0, low.start) else None


def _plain(text: str, numeral: Numeral) -> Decimal:
    """The number before its scale: 1.5 for "1.5 billion"."""
    digits = re.match(r"[\d.,]+", text[numeral.start : numeral.end])
    if digits is None:
        words = text[numeral.start : numeral.end].replace("-", " ").split()
        head = read_numeral(" ".join(words[:-1]), 0)
        return head.value if head else Decimal(1)
    raw = digits[0].rstrip(".,")
    return Decimal(raw.replace(",", "." if re.fullmatch(r"\d+,\d{1,2}", raw) else "")) or Decimal(1)


def _pair(passage: Passage, low: Amount, high: Amount, low_value: Decimal, high_value: Decimal) -> list[Money]:
    """One range, or two amounts when the words tell of a change from one to the other ("raised from 75 to 85 billion kroner")."""
    text = passage.text
    currency = low.currency or high.currency
    assert currency is not None
    inferred = low.inferred or high.inferred
    low.currency = high.currency = currency
    low.inferred = high.inferred = inferred
    start = low.start
    came = _FROM.search(text, 0, start)
    if came:
        if low_value >= high_value or _CHANGE.search(text, max(0, came.start() - 80), came.start()):
            return [_single(passage, low, low.start), _single(passage, high, high.start)]
        start = came.start()
    else:
        between = _BETWEEN.search(text, 0, start)
        start = between.start() if between else start
    bound, begin, end = bound_of(passage, passage.start + start, passage.start + high.end)
    del bound
    return [
        Money(
            amount=low_value,
            amount_high=tidy(high_value * high.times),
            currency=currency,
            bound="range",
            currency_inferred=inferred,
            start=begin,
            end=end,
        )
    ]
