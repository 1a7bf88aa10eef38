"""Bullets and numbers at the beginning of a line."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from briefing_tui.model.patterns import compile_later

_BULLET: Final = compile_later(r"(?P<loose>[-*+–—−‐])\s+|(?P<tight>[•·‣▪●○◦■□►▶➤❖✓✔⁃∙➢◾◽▫◼◻‧∗])️?\s*|(?P<letter>o)\s+(?=\S)")
_NUMBER: Final = compile_later(
    r"(?P<open>\()?(?:(?P<digits>\d{1,3})|(?P<roman>[ivx]{2,5})|(?P<letter>[a-zA-Z]))(?P<close>[.)])\s+(?=\S)"
)
_NOT_BULLETS: Final = frozenset("©®™°№℃℉℗℠")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


class Marker(NamedTuple):
    """What stands before a list item: its `length` with the space behind it, its `style`, and its number if it has one."""

    length: int
    style: str
    number: int | None = None

    def follows(self, other: Marker | None) -> bool:
        """Whether it is the next number after `other` in the same style."""
        return (
            other is not None
            and other.style == self.style
            and self.number is not None
            and other.number is not None
            and self.number == other.number + 1
        )


def find_marker(content: str) -> Marker | None:
    """The bullet or number that `content` begins with, if something follows it."""
    if bullet := _BULLET.match(content):
        if bullet.end() == len(content):
            return None
        return Marker(bullet.end(), content[0])
    if number := _NUMBER.match(content):
        return _numbered(number)
    if ord(content[0]) > 0x2000 and _is_pictograph(content[0]):
        end = 1
        while end < len(content) and (_is_pictograph(content[end]) or content[end] in "\ufe0f\u200d"):
            end += 1
        length = end + len(content[end:]) - len(content[end:].lstrip())
        return Marker(length, content[0]) if end < length < len(content) else None
    return None


def _numbered(number: re.Match[str]) -> Marker | None:
    opened = bool(number["open"])
    if opened and number["close"] == ".":
        return None
    style = ("(" if opened else "") + number["close"]
    if number["digits"]:
        return Marker(number.end(), f"1{style}", int(number["digits"]))
    if number["roman"]:
        return None if number["close"] == "." else Marker(number.end(), f"i{style}", _roman(number["roman"]))
    letter = number["letter"]
    if letter in _ROMAN and number["close"] == ")":
        return Marker(number.end(), f"i{style}", _ROMAN[letter])
    if number["close"] == "." and (letter.isupper() or letter == "o"):
        return None
    return Marker(number.end(), f"a{style}" if letter.islower() else f"A{style}", ord(letter.lower()) - 96)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _is_pictograph(letter: str) -> bool:
    return unicodedata.category(letter) == "So" and letter not in _NOT_BULLETS and not "\U0001f1e6" <= letter <= "\U0001f1ff"
