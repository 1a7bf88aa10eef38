"""Which currency a sign, a code or a word means, by what stands near it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values.nearby import hits_around
from briefing_tui.model import Document
from briefing_tui.model.patterns import compile_later

SIGNS: Final[Mapping[str, str]] = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₴": "UAH", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₹": "INR", "₪": "ILS",
    "₦": "NGN", "₸": "KZT", "₾": "GEL", "₼": "AZN", "฿": "THB", "₫": "VND", "₱": "PHP", "₵": "GHS", "֏": "AMD", "৳": "BDT",
}  # fmt: skip
"""Typographical signs of one currency each; "$" and "¥" are read with their letters and surroundings."""

SIGN: Final = compile_later(
    r"(?:(?<![^\W_])(?P<before>(?:US|U\.S\.?|USD|CAD|CAN|CDN|AUD|NZD|NZ|HKD|HK|SGD|NTD|NT|CN|RMB|EUR|GBP)(?=\s?[$€£¥￥])|(?:Can|CA|C|AU|A|SG|S|R|MX)(?=[$]))\s?)?"
    r"(?P<sign>[$€£¥￥₴₽₺₩₹₪₦₸₾₼฿₫₱₵֏৳])(?P<after>(?:US|USD|CAD|AUD|NZD)(?![^\W\d_]))?"
)
SIGN_LETTERS: Final = compile_later(r"[$€£¥￥₴₽₺₩₹₪₦₸₾₼฿₫₱₵֏৳]")
GLUED_CODE: Final = compile_later(r"(?<![^\W_])([A-Z]{3})(?=\d)")
"""A code written against its number, "EUR50m"."""

_DOLLARS: Final[Mapping[str, str]] = {
    "US": "USD", "U.S": "USD", "U.S.": "USD", "USD": "USD", "CAD": "CAD", "CAN": "CAD", "CDN": "CAD", "Can": "CAD", "CA": "CAD",
    "C": "CAD", "AUD": "AUD", "AU": "AUD", "A": "AUD", "NZD": "NZD", "NZ": "NZD", "HKD": "HKD", "HK": "HKD", "SGD": "SGD",
    "SG": "SGD", "S": "SGD", "NTD": "TWD", "NT": "TWD", "R": "BRL", "MX": "MXN",
}  # fmt: skip
_COMMON_CODES: Final = (
    "USD EUR GBP NOK SEK DKK ISK CAD AUD NZD CHF JPY PLN UAH CZK HUF RON BGN RSD KRW TWD HKD SGD INR PKR ILS NIS RUB CNY RMB"
    " SAR AED QAR KWD JOD EGP LBP SYP IQD ZAR NGN KES ETB BRL MXN GEL KZT AZN BYN XOF XAF XDR"
)
GLUED: Final = frozenset(_COMMON_CODES.split())
_CODE_ALIASES: Final[Mapping[str, str]] = {"NIS": "ILS", "RMB": "CNY"}
DOLLAR_STATES: Final[Mapping[str, str]] = {"CAN": "CAD", "AUS": "AUD", "NZL": "NZD"}
"""Donors whose own press writes a bare "$" for their own dollar."""
_HOMES: Final = (
    (compile_later(r"\bCanad(?:a|ian)\b|\.gc\.ca\b|canada\.ca\b|\bCBC\b|\bGlobe and Mail\b|\bGlobal Affairs Canada\b"), "CAD"),
    (compile_later(r"\bAustralian?\b|\.gov\.au\b|\.com\.au\b|\bABC News \(Australia\)|\bSydney Morning Herald\b"), "AUD"),
    (compile_later(r"\bNew Zealand\b|\.govt\.nz\b|\.co\.nz\b|\bBeehive\b|\bRNZ\b"), "NZD"),
)
_CLAUSE: Final = 600
"""How far, in code points, a country may stand from the amount whose currency it tells."""
_OWN_DOLLAR: Final = compile_later(
    r"\b(?:C|CA|CAN|CDN|A|AU|NZ)\$|\b(?:CAD|AUD|NZD)\b|\b(?:Canadian|Australian|New Zealand) dollars?\b"
)


def sign_currency(sign: re.Match[str]) -> str | None:
    """The currency of a sign with its letters ("C$"); None for a bare "$", which its surroundings decide."""
    letters: str = sign["before"] or sign["after"] or ""
    if sign["sign"] != "$":
        return "CNY" if sign["sign"] in "¥￥" and letters in {"CN", "RMB"} else SIGNS[sign["sign"]]
    return _DOLLARS.get(letters)


def code_currency(code: str) -> str:
    """The ISO 4217 code of a code as the press writes it ("NIS" is ILS)."""
    return _CODE_ALIASES.get(code, code)


def bare_dollar(passage: Passage, offset: int, document: Document | None) -> tuple[str, bool]:
    """The currency of a bare "$" and whether it was inferred: a Canadian, Australian or New Zealand donor's own dollar.

    A text that elsewhere marks such dollars ("C$", "Canadian dollars") means the United States' by a bare one.
    """
    if marks_dollars(document.text if document else passage.text):
        return "USD", False
    if document is not None:
        about = " ".join(filter(None, (document.publisher, document.url)))
        for home, currency in _HOMES:
            if about and home.search(about):
                return currency, True
    donor = None
    for hit in hits_around(passage, offset, offset + _CLAUSE, reach=_CLAUSE):
        if hit.entry.category != "state":
            continue
        if hit.entry.key == "USA" and passage.text[hit.end - passage.start : hit.end - passage.start + 1] != "$":
            return "USD", False
        if donor is None and hit.start < offset:
            donor = hit.entry.key
    if donor is not None and donor in DOLLAR_STATES:
        return DOLLAR_STATES[donor], True
    return "USD", False


@lru_cache(maxsize=1)
def marks_dollars(text: str) -> bool:
    """Whether a text writes "C$", "A$" or "Canadian dollars" anywhere. Remembers the last text, which is asked of again and again."""
    return _OWN_DOLLAR.search(text) is not None


@lru_cache(maxsize=1)
def named_nations(text: str) -> Mapping[str, int]:
    """How often a text names each nation that shares a currency's word. Remembers the last text."""
    counted: dict[str, int] = {}
    for stem, state in _NATIONS.items():
        counted[state] = counted.get(state, 0) + text.count(stem)
    return counted


def word_currency(hit: Hit, passage: Passage, document: Document | None) -> tuple[str, bool]:
    """The currency a word of the lexicon means here and whether that was inferred from the countries named nearby."""
    entry = hit.entry
    states: Mapping[str, str] | None = entry.get("states")
    if states is None:
        return entry.get("iso") or entry.key, False
    default: str = entry.get("default")
    near: str | None = None
    distance = 10**9
    for other in hits_around(passage, hit.start, hit.end + _CLAUSE, reach=_CLAUSE):
        if other.entry.category == "state" and other.entry.key in states:
            away = hit.start - other.end if other.end <= hit.start else 2 * (other.start - hit.end) + 40
            if away < distance:
                near, distance = states[other.entry.key], away
    if near is not None:
        return near, near != default
    if document is not None and default != "USD":
        named = named_nations(document.text)
        counted = dict.fromkeys(states.values(), 0)
        for state, count in named.items():
            if state in states:
                counted[states[state]] += count
        best = max(counted, key=lambda currency: counted[currency])
        if counted[best] > counted.get(default, 0):
            return best, True
    return default, False


_NATIONS: Final[Mapping[str, str]] = {
    "Danish": "DNK", "Denmark": "DNK", "Norw": "NOR", "Oslo": "NOR", "Swed": "SWE", "Iceland": "ISL", "Czech": "CZE",
    "Egypt": "EGY", "Leban": "LBN", "Syria": "SYR", "Sudan": "SDN", "Britain": "GBR", "British": "GBR", "U.K.": "GBR",
    "South Korea": "KOR", "North Korea": "PRK", "Russia": "RUS", "Belarus": "BLR", "Turk": "TUR", "India": "IND",
    "Pakistan": "PAK", "Sri Lanka": "LKA", "Saudi": "SAU", "Qatar": "QAT", "Yemen": "YEM", "Oman": "OMN", "Iran": "IRN",
    "Iraq": "IRQ", "Kuwait": "KWT", "Jordan": "JOR", "Libya": "LBY", "Serbia": "SRB", "Emirat": "ARE", "Morocc": "MAR",
    "Romania": "ROU", "Moldova": "MDA", "Mexic": "MEX", "Philippine": "PHL", "Kenya": "KEN", "Somali": "SOM", "Swiss": "CHE",
    "Switzerland": "CHE", "Congo": "COD", "Rwanda": "RWA", "Mali": "MLI", "Niger": "NER",
}  # fmt: skip
"""Stems that count towards a shared word's country when its own sentence names none."""
