"""The dead and the wounded an event's sentence counts: "killing at least 12 people and injuring 40"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.model.patterns import compile_later

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "a": 1, "an": 1,
}  # fmt: skip
_NUMBER: Final = (
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d+|"
    + "|".join(word for word in _WORDS if len(word) > 2)
    + r"|(?<=killing )an?|(?<=killed )an?|(?<=injuring )an?|(?<=wounding )an?)"
)
_BOUND: Final = (
    r"(?:at least |more than |over |about |around |some |up to |nearly |almost |another |a further |roughly |as many as )?"
)
_DEAD: Final = r"(?:killed|dead|died|dies|slain|murdered|martyred|lost their lives|lives lost)"
_HURT: Final = r"(?:wounded|injured|hurt|hospitali[sz]ed)"
_PATTERNS: Final = tuple(
    (kind, compile_later(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("killed", rf"\b(?:kill(?:ing|ed|s)?|murder(?:ing|ed)|claim(?:ing|ed) the lives of|left|leaving) {_BOUND}{_NUMBER}\b(?! (?:wounded|injured|hurt))"),
        ("killed", rf"\b{_NUMBER}(?:-[a-z]+-old)?(?: (?!and\b|wounding\b|killing\b)[\w-]+){{0,4}}? (?:were |was |have been |had been |has been |are |is |have |had )?(?:also )?(?:confirmed |reported )?{_DEAD}\b"),
        ("injured", rf"\b(?:wound(?:ing|ed|s)?|injur(?:ing|ed|es)|hurting) {_BOUND}{_NUMBER}\b(?! (?:killed|dead))"),
        ("injured", rf"\b{_NUMBER}(?: others?)?(?: (?!and\b|wounding\b|killing\b)[\w-]+){{0,4}}? (?:were |was |have been |had been |has been |are |is )?(?:also )?(?:reported )?{_HURT}\b"),
    )
)  # fmt: skip


def read_casualties(text: str, near: int | None = None) -> dict[str, tuple[int, int, int]]:
    """The counts of "killed" and "injured" in a sentence, as (number, start, end) with offsets into `text`.

    Of several counts the first of the best pattern is taken, or where `near` tells the offset of an event the one nearest to it:
    "it killed 96 militants after they attacked a base, leaving 40 dead" counts both.
    """
    found: dict[str, tuple[int, int, int]] = {}
    for kind, pattern in _PATTERNS:
        if near is None:
            match = None if kind in found else pattern.search(text)
        else:
            known = found.get(kind)
            match = min(pattern.finditer(text), key=lambda one: abs(one.start() - near), default=None)
            if match is not None and known is not None and abs(known[1] - near) <= abs(match.start() - near):
                match = None
        if match is not None:
            found[kind] = (_value(match["n"]), match.start(), match.end())
    return found


def _value(number: str) -> int:
    low = number.lower()
    return _WORDS[low] if low in _WORDS else int(low.replace(",", ""))
