"""Two numbers that are the ends of one range ("10-15", "between 50 and 60"), or the start and end of a change."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal

from briefing_tui.extracting.values.numbers import Numeral, read_numeral, tidy
from briefing_tui.model.patterns import compile_later

Link = Literal["range", "choice", "change"]

_LINK: Final = compile_later(
    r"\s*[-‑–—]\s*|\s+(?P<word>to|and|or)\s+(?:(?:up\s+to|about|around|roughly|nearly|some|as\s+much\s+as|even)\s+)?",
    re.IGNORECASE,
)
_BETWEEN: Final = compile_later(r"\b(?:anywhere\s+)?between\s+(?:(?:about|around|roughly|some)\s+)?$", re.IGNORECASE)
_FROM: Final = compile_later(
    r"\b(?:anywhere\s+)?from\s+(?:(?:about|around|roughly|some|nearly|just|more\s+than|over)\s+)*$", re.IGNORECASE
)
_CHANGE: Final = compile_later(
    r"\b(?:increas|rais|ris(?:e|ing)|rose|grow|grew|expand|lift|boost|top(?:s|ped|ping|\sup)|doubl|tripl|quadrupl|hik(?:e|ing)|"
    r"jump|climb|swell|swollen|cut|reduc|lower|slash|drop|fall|fell|declin|shrink|shrank|trim|scal|bump|surg|soar|bring|brought|"
    r"went|gone|goes|extend|ramp|up\s+$|down\s+$)\w*",
    re.IGNORECASE,
)
_SMALL: Final = Decimal(1000)


def opening(text: str, start: int) -> tuple[Link | None, int]:
    """What the words right before a number at `start` announce, and where they begin."""
    between = _BETWEEN.search(text, max(0, start - 30), start)
    if between:
        return "range", between.start()
    came = _FROM.search(text, max(0, start - 40), start)
    if came:
        changed = _CHANGE.search(text, max(0, came.start() - 80), came.start())
        return ("change" if changed else "range"), came.start()
    return None, start


def joined_by(text: str, low_end: int, high_start: int, announced: Link | None) -> str | None:
    """The kind of words between two numbers that make them one expression: "dash", "to", "and" or "or"; None otherwise."""
    if high_start - low_end > 24:
        return None
    link = _LINK.fullmatch(text, low_end, high_start)
    if link is None:
        return None
    word = (link["word"] or "dash").lower()
    return None if word == "and" and announced != "range" else word


def share_scale(text: str, low: Numeral, high: Numeral) -> Numeral:
    """The lower number with the upper one's scale: the 1 of "1-2 billion" is a billion."""
    if high.scaled and not low.scaled and low.value < _SMALL:
        plain = _before_scale(text, high)
        if plain and low.value < plain:
            return Numeral(tidy(low.value * (high.value / plain)), low.start, low.end, scaled=True)
    return low


def _before_scale(text: str, numeral: Numeral) -> Decimal | None:
    """The number before its scale: 1.5 for "1.5 billion", 2 for "two million"."""
    digits = re.match(r"\d[\d.,]*", text[numeral.start : numeral.end])
    written = digits[0].rstrip(".,") if digits else re.split(r"[\s-]+", text[numeral.start : numeral.end])[0]
    if re.fullmatch(r"\d+,\d{1,2}", written):
        written = written.replace(",", ".")
    head = read_numeral(written, 0)
    return head.value if head and head.end == len(written) else None
