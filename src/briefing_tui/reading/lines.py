"""The lines of a text and whether it was wrapped by hand at a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from briefing_tui.reading.markers import find_marker

WIDEST_WRAP: Final = 120
"""Columns. Lines longer than this are paragraphs of their own, not wrapped text."""
_NARROWEST_WRAP: Final = 40
_TAB_STOP: Final = 8
_FULL_STOPS: Final = ".!?:;…。！？"
_CLOSERS: Final = "\"'”’»)]"
_FIRST_WORD: Final = re.compile(r"\S+")


class Line(NamedTuple):
    """A line that is not blank: `text[start:end]` without surrounding white space.

    `indent` and `right` are the columns where it begins and ends; `after_blank` tells that a blank line, or nothing, precedes it.
    """

    start: int
    end: int
    indent: int
    right: int
    after_blank: bool


def read_lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of `text[start:end]` that are not blank."""
    lines: list[Line] = []
    after_blank = True
    offset = start
    for raw in text[start:end].split("\n"):
        content = raw.strip()
        if content:
            lead = len(raw) - len(raw.lstrip())
            indent = len(raw[:lead].expandtabs(_TAB_STOP))
            begin = offset + lead
            lines.append(Line(begin, begin + len(content), indent, indent + len(content), after_blank))
            after_blank = False
        else:
            after_blank = True
        offset += len(raw) + 1
    return lines


def ends_a_sentence(content: str) -> bool:
    """Whether a line's last mark closes a sentence or a clause that a new line may follow."""
    bare = content.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _FULL_STOPS


def breaks_for_want_of_room(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of `following` would not have fitted behind `line` within `width` columns."""
    word = _FIRST_WORD.match(text, following.start, min(following.end, following.start + width))
    return line.right + 1 + (word.end() - word.start() if word else 0) > width


def wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The column a text was wrapped at by hand, or None when each line is a paragraph of its own.

    A wrapped text breaks most lines because the next word does not fit, and goes on in lower case after many of them.
    """
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.after_blank and find_marker(text[following.start : following.start + 12]) is None
    ]
    narrow = [(line, following) for line, following in pairs if line.right <= WIDEST_WRAP]
    if not narrow or len(narrow) < 0.8 * len(pairs):
        return None
    edges = sorted(line.right for line, _ in narrow)
    width = edges[(len(edges) - 1) * 95 // 100]
    if width < _NARROWEST_WRAP:
        return None
    forced = sum(breaks_for_want_of_room(text, line, following, width) for line, following in narrow)
    running_on = sum(
        text[following.start].islower() and not ends_a_sentence(text[line.start : line.end]) for line, following in narrow
    )
    return width if forced >= 0.5 * len(narrow) and running_on >= 0.25 * len(narrow) else None
