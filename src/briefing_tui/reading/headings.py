"""Which lines of a plain text are headings."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.model.patterns import compile_later

LONGEST_HEADING: Final = 130
"""Characters."""
_MOST_WORDS: Final = 18
_HASHES: Final = compile_later(r"(#{1,6})\s+(?=\S)")
_KEY_AND_VALUE: Final = compile_later(r"(?:\S+ ){0,2}\S+: \S")
_PAST_TENSE: Final = compile_later(r"\b(?:said|told|announced|added|warned|was|were|had|has been|have been)\b")
_CLOCK_TIME: Final = compile_later(r"\d{1,2}[:.]\d\d\b|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE)
_QUESTION: Final = compile_later(
    r"(?:Wh(?:at|y|o|ere|en|ich|ose)|How|Will|Is|Are|Can|Could|Does|Do|Did|Should|Has|Have|Was|Were)\b.{1,75}\Z"
)
_ENDS_SHORT: Final = compile_later(r"\b(?:Jr|Sr|Inc|Ltd|Corp|[A-Z]\.[A-Z])\.\Z")
_OPENING: Final = '“"‘«('


def hashes(content: str) -> int:
    """How many characters of Markdown's heading mark, with its space, `content` begins with."""
    mark = _HASHES.match(content)
    return mark.end() if mark else 0


def is_capitals(content: str) -> bool:
    """Whether the words are all written in capitals, as "WHAT HAPPENS NEXT"."""
    upper = sum(map(str.isupper, content))
    lower = sum(map(str.islower, content))
    return upper >= 4 and lower <= upper // 12


def looks_like_heading(content: str, *, first: bool) -> bool:
    """Whether a line that stands alone and is followed by text heads it.

    Short, without a final stop and begun like a title; a title at the top of the text (`first`) may hold a colon
    ("FACT SHEET: …") where further down "Location: Beirut" is a line of its own.
    """
    if len(content) > LONGEST_HEADING or content.count(" ") >= _MOST_WORDS:
        return False
    if _CLOCK_TIME.match(content) or sum(map(str.isalpha, content)) < 2:
        return False
    if is_capitals(content):
        return content[-1] not in ".;,"
    begin = content[0]
    if not (begin.isupper() or begin.isdigit() or begin in _OPENING) or (
        content[-1] in ".;,:…—–-!/&" and not _ENDS_SHORT.search(content)
    ):
        return False
    if content[-1] in "”\"’'»" and (begin in _OPENING or content[-2:-1] in tuple(".,!?…")):
        return False
    if begin in '“"«(' and not any(close in content for close in '”"»)'):
        return False
    if content[-1] == "?" and not _QUESTION.match(content):
        return False
    if content[-1] in ")]" and content[-2:-1] in tuple(".!?"):
        return False
    return first or not (_KEY_AND_VALUE.match(content) or _reads_as_prose(content))


def _reads_as_prose(content: str) -> bool:
    """Whether a longer line tells in the past tense and is not written like a title: a sentence that lost its stop."""
    words = content.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(content) > 50 and capitals < 0.6 * len(words) and _PAST_TENSE.search(content) is not None
