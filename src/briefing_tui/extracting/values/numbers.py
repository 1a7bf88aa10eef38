"""Numerals in English text, in digits or in words, read exactly into `Decimal`.

>>> read_numeral("some 1.2 million people", 5)
Numeral(value=Decimal('1200000'), start=5, end=16, scaled=True)
>>> read_numeral("two hundred and fifty thousand", 0).value
Decimal('250000')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Token
from briefing_tui.model.patterns import compile_later

MAX_DIGITS: Final = 18
"""Longer runs of digits are serial numbers, not amounts."""

_UNDER_TWENTY: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_BY_TEN: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES: Final = {word: Decimal(value) for value, word in enumerate(_UNDER_TWENTY.split(), 1)}
_TENS: Final = {word: Decimal(value * 10) for value, word in enumerate(_BY_TEN.split(), 2)}
_SCALES: Final = {
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_DOZEN: Final = Decimal(12)
_HUNDRED: Final = Decimal(100)
_ABBREVIATED: Final = {
    "k": _SCALES["thousand"],
    "m": _SCALES["million"],
    "mm": _SCALES["million"],
    "mn": _SCALES["million"],
    "mil": _SCALES["million"],
    "mio": _SCALES["million"],
    "mln": _SCALES["million"],
    "b": _SCALES["billion"],
    "bn": _SCALES["billion"],
    "bln": _SCALES["billion"],
    "t": _SCALES["trillion"],
    "tn": _SCALES["trillion"],
    "trn": _SCALES["trillion"],
    "tln": _SCALES["trillion"],
}
_GLUED_SCALES: Final = frozenset({"k", "bn", "mn", "mln"})
_FRACTIONS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_LEADS: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}

NUMBER_WORDS: Final = frozenset({*_ONES, *_TENS, "hundred", "dozen", *_SCALES})
_STARTS: Final = frozenset({*_ONES, *_TENS})
_LEADERS: Final = frozenset({"a", "an", "half", "quarter"})
_AFTER_LEADER: Final = frozenset({"hundred", "dozen", *_SCALES, "a", "an", "of"})

_DIGITS: Final = compile_later(
    r"""
    (?P<grouped>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?)
    | (?P<dotted>\d{1,3}(?:\.\d{3}){2,}(?!\d))
    | (?P<spaced>\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:\x20\d{3})*\x20\d00(?!\d))
    | (?P<comma>\d{1,3},\d{1,2}(?=[\s-]?(?:[mb](?:illion|n|ln)|trillion|thousand)\b))
    | (?P<plain>\d+(?:\.\d+)?)
    """,
    re.VERBOSE,
)
_SCALE: Final = compile_later(
    r"(?:\s+|\s?[-‑]\s?|\+\s?)(hundred|thousand|lakh|million|crore|billion|trillion|dozen)s?(?![^\W_])", re.IGNORECASE
)
_SHORT_SCALE: Final = compile_later(r"\s?(mln|bln|trn|tln|mio|mn|bn|tn|mm|mil|m|b|k|t)(?![^\W_])", re.IGNORECASE)
_WORD: Final = compile_later(r"[A-Za-z]+")
_GAP: Final = compile_later(r"\s+and\s+|\s+|[-‑]")
_LEAD: Final = compile_later(
    r"(?:half[\s-]+an?|(?:a|one|three)[\s-]quarters?\s+of\s+an?|an?)[\s-]+(?=(?:hundred|thousand|million|billion|trillion|dozen)(?![^\W_]))",
    re.IGNORECASE,
)
_AND_A_HALF: Final = compile_later(r"\s+and\s+a\s+half(?![^\W_])", re.IGNORECASE)
_FRACTION_TAIL: Final = compile_later(
    r"[-‑](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![^\W_])|"
    r"[-‑\s](?:half|halves|thirds?|quarters?|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)(?![^\W_])",
    re.IGNORECASE,
)
_DASH_THEN_NUMBER: Final = compile_later(r"\s?[-‑–—]\s?(?=[\d$€£¥]|[a-z])", re.IGNORECASE)

_UNDER_TWENTIETH: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth"
)
_BY_TENTH: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_ORDINAL_ONES: Final = {word: value for value, word in enumerate(_UNDER_TWENTIETH.split(), 1)}
_ORDINAL_TENS: Final = {word: value * 10 for value, word in enumerate(_BY_TENTH.split(), 2)}
_ORDINAL_DIGITS: Final = compile_later(r"(\d{1,9})(?:st|nd|rd|th)", re.IGNORECASE)


class Numeral(NamedTuple):
    """A number at `text[start:end]`. `scaled` tells whether the text wrote a scale ("million", "bn", "dozen") after it."""

    value: Decimal
    start: int
    end: int
    scaled: bool = False


def read_numeral(text: str, start: int, *, abbreviated: bool = False, glued: re.Pattern[str] | None = None) -> Numeral | None:
    """The longest numeral that begins at `start`; None where none does.

    `abbreviated` also reads "m", "bn" and "k" as scales, as amounts of money are written. `glued` says which letters may
    follow the digits at once ("155mm"); without it such a word is no numeral.
    """
    if start >= len(text):
        return None
    if not text[start].isdecimal():
        return _read_words(text, start)
    return _read_digits(text, start, abbreviated=abbreviated, glued=glued)


def find_numerals(
    text: str, tokens: Sequence[Token], base: int, *, abbreviated: bool = False, glued: re.Pattern[str] | None = None
) -> list[Numeral]:
    """All numerals of a sentence whose `tokens` are given, in order; offsets are within `text`, which begins at `base`.

    Numbers that begin inside a word ("F-16", "M1A2") are not read; the second of "10-15" is.
    """
    found: list[Numeral] = []
    reach = base
    for index, token in enumerate(tokens):
        low = token.low
        if low in _LEADERS:
            if not _leads(tokens, index):
                continue
        elif low not in _STARTS and (low.isalpha() or not (low[0].isdecimal() or may_start(low))):
            continue
        if token.start < reach:
            continue
        position: int | None = token.start - base
        while position is not None:
            numeral = read_numeral(text, position, abbreviated=abbreviated, glued=glued)
            if numeral is None:
                break
            found.append(numeral)
            reach = base + numeral.end
            dash = _DASH_THEN_NUMBER.match(text, numeral.end)
            position = dash.end() if dash else None
    return found


def ordinal_at(text: str) -> int | None:
    """The number of an ordinal written as the whole of `text`; None for anything else.

    >>> ordinal_at("71st"), ordinal_at("twenty-third"), ordinal_at("third"), ordinal_at("three")
    (71, 23, 3, None)
    """
    low = text.strip().lower().replace("‑", "-")
    digits = _ORDINAL_DIGITS.fullmatch(low)
    if digits:
        return int(digits[1])
    words = low.replace("-", " ").split()
    if not words or len(words) > 6:
        return None
    last = _ORDINAL_ONES.get(words[-1]) or _ORDINAL_TENS.get(words[-1])
    if last is None:
        return None
    rest = [word for word in words[:-1] if word != "and"]
    if not rest:
        return last
    head = read_numeral(" ".join(rest), 0)
    if head is None or head.end != len(" ".join(rest)):
        return None
    if words[-1] == "hundredth":
        return int(head.value) * 100
    return int(head.value) + last if int(head.value) % 10 == 0 else None


def tidy(value: Decimal) -> Decimal:
    """`value` without exponent or trailing zeros: `Decimal("1.250E+9")` becomes `Decimal("1250000000")`."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()


def may_start(low: str) -> bool:
    """Whether a token, in lower case, may begin a spelled number: "twelve", "twenty-five", "half" (a million)."""
    if low in _STARTS:
        return True
    if "-" not in low and "‑" not in low:
        return False
    head = low.replace("‑", "-").partition("-")[0]
    return head in _STARTS or head in _LEADERS


def _leads(tokens: Sequence[Token], index: int) -> bool:
    """Whether "a" or "half" stands before a scale: "a dozen", "half a million"."""
    if index + 1 == len(tokens):
        return False
    following = tokens[index + 1].low
    if following in {"quarter", "half"}:
        return index + 2 < len(tokens) and tokens[index + 2].low in {"of", "a", "an"}
    return following in _AFTER_LEADER or following.partition("-")[0] in _AFTER_LEADER


def _read_digits(text: str, start: int, *, abbreviated: bool, glued: re.Pattern[str] | None) -> Numeral | None:
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > MAX_DIGITS * 2:
        return None
    raw = match[0]
    if match["comma"]:
        raw = raw.replace(",", ".")
    elif match["dotted"]:
        raw = raw.replace(".", "")
    else:
        raw = "".join(letter for letter in raw if letter.isdecimal() or letter == ".")
    if len(raw) > MAX_DIGITS:
        return None
    value = Decimal(raw)
    end = match.end()
    if end < len(text) and text[end] in _FRACTIONS:
        value += _FRACTIONS[text[end]]
        end += 1
    half = _AND_A_HALF.match(text, end)
    if half and _SCALE.match(text, half.end()):
        value += _FRACTIONS["½"]
        end = half.end()
    scaled = False
    for _ in range(2):
        scale = _SCALE.match(text, end)
        if scale is None:
            break
        value *= _scale_of(scale[1].lower())
        end = scale.end()
        scaled = True
    if abbreviated and not scaled:
        short = _SHORT_SCALE.match(text, end)
        if short and (short[1] != "T" or short.start(1) == end):
            value *= _ABBREVIATED[short[1].lower()]
            end = short.end()
            scaled = True
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        tail = glued.match(text, end) if glued else None
        if tail is None:
            return None
        if tail[0].lower() in _GLUED_SCALES:
            value *= _ABBREVIATED[tail[0].lower()]
            end, scaled = tail.end(), True
    return Numeral(tidy(value), start, end, scaled)


def _scale_of(word: str) -> Decimal:
    return _HUNDRED if word == "hundred" else _DOZEN if word == "dozen" else _SCALES[word]


def _read_words(text: str, start: int) -> Numeral | None:
    total = Decimal(0)
    current = Decimal(0)
    ceiling: Decimal | None = None
    scaled = False
    end = position = start
    lead = _LEAD.match(text, start)
    if lead:
        head = lead[0].lower()
        current = next((value for word, value in _LEADS.items() if word in head), Decimal(1))
        position = lead.end()
    previous = ""
    while (match := _WORD.match(text, position)) is not None:
        word = match[0].lower()
        if word in _ONES:
            value = _ONES[word]
            tail = current % 100
            if tail and not (tail >= 20 and tail % 10 == 0 and value < 10):
                break
            current += value
        elif word in _TENS:
            if current % 100:
                break
            current += _TENS[word]
        elif word == "hundred":
            if not 0 < current < 100:
                break
            current *= _HUNDRED
        elif word == "dozen":
            if not current:
                break
            current *= _DOZEN
            scaled = True
        elif word in _SCALES or (word.endswith("s") and word[:-1] in _SCALES and previous):
            scale = _SCALES[word.removesuffix("s")]
            if not current or (ceiling is not None and scale >= ceiling):
                break
            total += current * scale
            current = Decimal(0)
            ceiling = scale
            scaled = True
        else:
            break
        end = match.end()
        previous = word
        if word == "dozen":
            break
        half = _AND_A_HALF.match(text, end)
        if half:
            current += _FRACTIONS["½"]
            end = half.end()
        gap = _GAP.match(text, end)
        if gap is None or ("and" in gap[0].lower() and word != "hundred" and word not in _SCALES):
            break
        position = gap.end()
    value = total + current
    if end == start or not value or (end < len(text) and (text[end].isalnum() or text[end] == "_")):
        return None
    if _FRACTION_TAIL.match(text, end):
        return None
    return Numeral(tidy(value), start, end, scaled)
