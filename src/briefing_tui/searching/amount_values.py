"""Amounts and quantities as queries write them: 100m, $1.5bn, EUR 2 bn, 100musd; ranges with open ends and comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from briefing_tui.model.patterns import compile_later
from briefing_tui.searching.day_values import COMPARISON, SAME_COMPARISON
from briefing_tui.searching.tree import Numbers, Unknown
from briefing_tui.searching.written import Written, shown

HINT: Final = "write an amount as 100m, $1.5bn or EUR2bn, a range as 100m..1bn, a limit as >=100m"
NUMBER_HINT: Final = "write a number as 5000, a range as 100..500, a limit as >=1000"
SCALES: Final[Mapping[str, int]] = {
    "hundred": 2, "k": 3, "thousand": 3, "thousands": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "mio": 6, "mil": 6, "million": 6,
    "millions": 6, "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9, "t": 12, "tn": 12, "trn": 12, "trillion": 12,
    "trillions": 12,
}  # fmt: skip
"""Powers of ten."""
CODES: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP"
    " CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD"
    " IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK"
    " MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS"
    " SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XAU XCD XDR XOF XPF YER"
    " ZAR ZMW"
)
"""ISO 4217."""
SIGNS: Final[Mapping[str, str]] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₴": "UAH", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₹": "INR",
    "₪": "ILS", "₦": "NGN", "₸": "KZT", "₾": "GEL", "₼": "AZN", "฿": "THB", "₫": "VND", "₱": "PHP", "₵": "GHS", "֏": "AMD",
    "৳": "BDT", "us$": "USD", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "nt$": "TWD", "r$": "BRL", "cn¥": "CNY", "mx$": "MXN",
}  # fmt: skip
NAMES: Final[Mapping[str, str]] = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "krone": "NOK", "kroner": "NOK", "krona": "SEK", "kronor": "SEK",
    "hryvnia": "UAH", "hryvnias": "UAH", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "zloty": "PLN",
    "zlotys": "PLN", "franc": "CHF", "francs": "CHF", "lira": "TRY", "won": "KRW", "rupee": "INR", "rupees": "INR",
    "shekel": "ILS", "shekels": "ILS", "nis": "ILS", "koruna": "CZK", "forint": "HUF", "forints": "HUF", "leu": "RON", "lei": "RON",
    "lev": "BGN", "leva": "BGN", "rand": "ZAR", "real": "BRL", "reais": "BRL", "lari": "GEL", "tenge": "KZT",
}  # fmt: skip
"""Words that several countries share mean the currency most traded."""

_NUMBER: Final = compile_later(r"[0-9]{1,3}(?:[,_'’ \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_AMOUNT: Final = compile_later(
    r"\s*([^\d\s.,+-]*)\s*([0-9](?:[0-9,._'’ \u00a0\u202f]*[0-9])?)\s*([^\d\s.,+-]*)\s*([^\d\s.,+-]*)\s*"
)
_MOST_DIGITS: Final = 24


def read_numbers(written: Written, *, is_money: bool = True) -> Numbers | Unknown:
    """The numbers that a value of `amount:` (or, unless `is_money`, of `quantity:`) means.

    "100..200m" is read as newspapers write it, from 100 million on.

    Raises:
        QueryError: pointing at the value.
    """
    text = written.text.strip().lower()
    if text == "unknown":
        return Unknown()
    comparison = COMPARISON.match(text)
    if comparison:
        number, _, currency = _read_one(text[comparison.end() :], written, is_money)
        match SAME_COMPARISON.get(comparison[1], comparison[1]):
            case ">=":
                return Numbers(number, None, currency=currency)
            case ">":
                return Numbers(number, None, includes_low=False, currency=currency)
            case "<=":
                return Numbers(None, number, currency=currency)
            case "<":
                return Numbers(None, number, includes_high=False, currency=currency)
            case _:
                return Numbers(number, number, currency=currency)
    first, dots, last = text.replace("…", "..").partition("..")
    if not dots:
        number, _, currency = _read_one(first, written, is_money)
        return Numbers(number, number, currency=currency)
    return _range(first.strip(), last.strip(), written, is_money)


def currency_code(text: str) -> str | None:
    """The ISO 4217 code of a code, sign or name in any case, or None.

    >>> currency_code("€"), currency_code("usd"), currency_code("kroner"), currency_code("xyz")
    ('EUR', 'USD', 'NOK', None)
    """
    text = text.strip().lower()
    known = SIGNS.get(text) or NAMES.get(text)
    if known is None and len(text) == 3 and text.isascii() and text.isalpha() and text.upper() in CODES:
        known = text.upper()
    return known


def _range(first: str, last: str, written: Written, is_money: bool) -> Numbers:
    if not first and not last:
        raise written.wrong("a range needs at least one of its ends", HINT if is_money else NUMBER_HINT)
    low, low_scale, low_currency = _read_one(first, written, is_money) if first else (None, 0, None)
    high, high_scale, high_currency = _read_one(last, written, is_money) if last else (None, 0, None)
    if low is not None and high is not None:
        if high_scale and not low_scale and low < 1000:
            low = low.scaleb(high_scale)
        if low > high:
            raise written.wrong(f"{shown(written.text)} ends before it begins", "the smaller number comes first")
    if low_currency and high_currency and low_currency != high_currency:
        raise written.wrong("both ends of a range are in one currency")
    return Numbers(low, high, currency=low_currency or high_currency)


def _read_one(text: str, written: Written, is_money: bool) -> tuple[Decimal, int, str | None]:
    """A number, the power of ten it was written with, and its currency."""
    hint = HINT if is_money else NUMBER_HINT
    match = _AMOUNT.fullmatch(text)
    number = _NUMBER.fullmatch(match[2]) if match else None
    if match is None or number is None:
        raise written.wrong(f"{shown(written.text)} is not {'an amount' if is_money else 'a number'}", hint)
    digits = "".join(letter for letter in number[0] if letter.isdigit() or letter == ".")
    if len(digits) > _MOST_DIGITS:
        raise written.wrong(f"{shown(written.text)} has more digits than any {'amount' if is_money else 'number'}", hint)
    power = 0
    currencies: list[str] = []
    for part in match.groups()[0:1] + match.groups()[2:]:
        if part in SCALES and part is not match[1] and not power:
            power = SCALES[part]
        elif part:
            scale, currency = _scale_and_currency(part)
            if currency is None or (scale and (power or part is match[1])):
                raise written.wrong(f"{shown(part)} is neither a scale nor a currency", hint)
            power = power or scale
            currencies.append(currency)
    if len(set(currencies)) > 1:
        raise written.wrong("an amount is in one currency", hint)
    if currencies and not is_money:
        raise written.wrong("a quantity has no currency", "amounts of money are found with amount:")
    return Decimal(digits).scaleb(power), power, currencies[0] if currencies else None


def _scale_and_currency(part: str) -> tuple[int, str | None]:
    """A currency alone ("usd") or with its scale before it ("musd"); in this order, for "mxn" are pesos."""
    currency = currency_code(part)
    if currency:
        return 0, currency
    for scale in sorted(SCALES, key=len, reverse=True):
        if part.startswith(scale):
            currency = currency_code(part.removeprefix(scale))
            if currency:
                return SCALES[scale], currency
    return 0, None
