"""Search as people type it: case, accents and the odd hyphen or space do not matter.

Texts are folded character by character, so an offset into the folded text is the offset into the text.
"""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple
from unicodedata import normalize

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_SAME: Final = str.maketrans("‘’ʼ‛“”„«»‐‑‒–—―−ıøłđħŧ", "''''" + '"""""' + "-------ioldht")
BETWEEN_LETTERS: Final = re.compile(r"[\s\u0300-\u036f\u00ad\u200b-\u200d\u2060-]+")
"""What may be passed over between the letters of a query: all that is in `_JOINT`, `_GAP` and `_LOOSE_GAP`."""
_JOINT: Final = r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060-]{0,2}"
"""What may stand between two letters of one word: accents, soft and hard hyphens, zero-width characters."""
_GAP: Final = r"[\s\u0300-\u036f-]{1,4}"
_LOOSE_GAP: Final = r"[\s-]{0,2}"
_LONGEST_LOOSE_WORD: Final = 40
"""Letters; longer words are found only as written, so that no query takes long."""
_WORD: Final = re.compile(r"[^\s-]+(?:-[^\s-]+)*")
_BOUNDARY: Final = re.compile(r"(?<=\d)[\s-]+(?=[^\W\d])|(?<=[^\W\d])[\s-]+(?=\d)|(?<=\w)-(?=\w)")


def fold(text: str) -> str:
    """`text` in lower case without accents, one character for each code point."""
    return text.lower() if text.isascii() else _BEYOND_ASCII.sub(_folded, text).lower()


def row_needle_words(query: str) -> list[str]:
    """The words a row has to contain to match `query`, in the form of `row_haystack`. Numbers keep their unit: "155 mm" is one word."""
    return row_haystack(query).split()


def row_haystack(text: str) -> str:
    """A row's words folded for plain containment: "155 mm", "155-mm" and "155mm" are the same, hyphens inside words are left out."""
    return _BOUNDARY.sub("", " ".join(fold(text).split()))


class TextQuery(NamedTuple):
    """A query as it is looked for in a text."""

    pattern: re.Pattern[str]
    """Finds it in folded text."""
    letters: str
    """What every match consists of apart from `BETWEEN_LETTERS`, beginning with its first character; empty if that is not known."""


def text_query(query: str) -> TextQuery | None:
    """How `query` is looked for in a text, or None when there is nothing to look for."""
    pattern = text_pattern(query)
    if pattern is None:
        return None
    folded = fold(query).lstrip(" -")
    return TextQuery(pattern, "" if BETWEEN_LETTERS.match(folded) else BETWEEN_LETTERS.sub("", folded))


def text_pattern(query: str) -> re.Pattern[str] | None:
    """A pattern that finds `query` as a phrase in folded text, or None when there is nothing to look for."""
    words = _WORD.findall(fold(query))
    if not words:
        return re.compile(re.escape(fold(query.strip()))) if query.strip() else None
    pattern = _pattern_of_word(words[0])
    for before, word in itertools.pairwise(words):
        loose = before[-1].isdigit() != word[0].isdigit()
        pattern += (_LOOSE_GAP if loose else _GAP) + _pattern_of_word(word)
    return re.compile(pattern)


def any_word_pattern(query: str) -> re.Pattern[str] | None:
    """A pattern that finds every single word of `query` in folded text; for marking rows."""
    words = sorted(set(_WORD.findall(fold(query))), key=lambda word: (-len(word), word))
    phrase = text_pattern(query)
    if phrase is None:
        return None
    return re.compile("|".join([phrase.pattern, *map(_pattern_of_word, words)]))


def _pattern_of_word(word: str) -> str:
    if len(word) > _LONGEST_LOOSE_WORD:
        return re.escape(word)
    parts: list[str] = []
    before = ""
    for character in word:
        if character == "-":
            parts.append(_LOOSE_GAP)
        else:
            if before and before != "-":
                unit = (before.isdigit() and character.isalpha()) or (before.isalpha() and character.isdigit())
                parts.append(_LOOSE_GAP if unit else _JOINT if character.isalpha() else "")
            parts.append(re.escape(character))
        before = character
    return "".join(parts)


def _folded(match: re.Match[str]) -> str:
    character = match[0].translate(_SAME)
    if character.isascii():
        return character
    base = normalize("NFD", character)[0]
    if base.isascii():
        return base
    lower = base.lower()
    return lower if len(lower) == 1 else base
