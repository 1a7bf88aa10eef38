"""Words as the index knows them: what SQLite's tokenizer `unicode61 remove_diacritics 2` makes of a text, with places in the text.

A word is a run of letters and digits; it is folded to small letters without accents. `letters.toml` has what is a letter, in SQLite's view.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

MARK: Final = "\0"
"""Stands for a mark that is left out of the word around it. A NUL in a text itself is no letter and becomes a blank."""
_ASCII_WORD: Final = re.compile(r"[0-9a-z]+")
_WORD: Final = re.compile(r"[^ \0][^ ]*")
_USUAL_MARKS: Final = "“”’‘–—\u00a0•"
"""The characters beyond ASCII that news is full of and that are no letters; taken out first, most texts are ASCII."""
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


class Token(NamedTuple):
    """A folded word and where it stands: `text[start:end]`, in code points."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The folded words of a text, in its order.

    >>> words_of("Kyiv’s 155-mm shells, São Tomé")
    ['kyiv', 's', '155', 'mm', 'shells', 'sao', 'tome']
    """
    shapes = _shapes()
    for mark in _USUAL_MARKS:
        text = text.replace(mark, " ")
    if not text.isascii():
        text = _BEYOND_ASCII.sub(lambda run: run[0].translate(shapes).replace(MARK, ""), text)
    return text.translate(shapes).split()


def tokens_of(text: str) -> Iterator[Token]:
    """The folded words of a text with their places.

    >>> list(tokens_of("Łódź!"))
    [Token(word='łodz', start=0, end=4)]
    """
    if text.isascii():
        for match in _ASCII_WORD.finditer(text.lower()):
            yield Token(match[0], match.start(), match.end())
        return
    for match in _WORD.finditer(text.translate(_shapes())):
        yield Token(match[0].replace(MARK, ""), match.start(), match.end())


def shape_of(text: str) -> str:
    """The text folded place for place: a blank for whatever is no letter, `MARK` for marks; with a blank before and behind it.

    >>> shape_of("São Tomé!")
    ' sao tome  '
    """
    shapes = _shapes()
    if not text.isascii():
        plain = _BEYOND_ASCII.sub(lambda run: run[0].translate(shapes), text)
        if MARK in plain:  # of the text or of a mark: only letter by letter can they be told apart
            return f" {text.translate(shapes)} "
        text = plain
    return f" {text.translate(shapes)} "


def fold_words(text: str) -> str:
    """The folded words of a text with single spaces between them, as names are compared.

    >>> fold_words("U.S. Türkiye")
    'u s turkiye'
    """
    return " ".join(words_of(text))


def joined(text: str) -> str:
    """The letters and digits of a text folded into one word, as facets have it.

    >>> joined("org:United Nations")
    'orgunitednations'
    """
    return "".join(words_of(text))


class _Shapes(dict[int, str]):
    """For each code point one character: its folded letter, a blank for what is no letter, `MARK` for a mark. Filled as it is asked."""

    def __init__(self) -> None:
        table = tomllib.loads((Path(__file__).parent / "letters.toml").read_text("utf-8"))
        super().__init__({code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
        self.update((ord(pair[0]), pair[1]) for pair in table["folded"].split())
        self.update((int(code, 16), MARK) for code in table["marks"].split())
        ranges = [span.partition("-") for span in table["letters"].split()]
        self._firsts = [int(first, 16) for first, _, _ in ranges]
        self._lasts = [int(last or first, 16) for first, _, last in ranges]

    def __missing__(self, code: int) -> str:
        at = bisect_right(self._firsts, code) - 1
        shape = chr(code) if at >= 0 and code <= self._lasts[at] else " "
        self[code] = shape
        return shape


@cache
def _shapes() -> _Shapes:
    return _Shapes()
