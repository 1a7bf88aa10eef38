"""Datelines: where, and often when, a report was filed ("WASHINGTON, Nov. 20 (AP) — …")."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.reading.days import DATE_PATTERN, day_of, read_day

_LONGEST: Final = 110
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JAN\w*|FEB\w*|MAR\w*|APR\w*|MAY|JUNE?|JULY?|AUG\w*|SEP\w*|OCT\w*|NOV\w*|DEC\w*)\.?"
)
_WHEN: Final = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_CAPITALS: Final = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4}"
_NAME: Final = r"[A-Z][\w.’'-]+(?: (?:of|the|and|de|la) [A-Z][\w.’'-]+| [A-Z][\w.’'-]+){0,3}"
_AGENCY: Final = r"\([A-Z][\w.’'/ -]{1,40}\)"
_DASH: Final = r"\s*(?:--|[—–―]|-(?=\s))\s*|\s+-\s*"
_DATELINE: Final = re.compile(
    rf"(?:(?P<capitals>{_CAPITALS}(?:\s?(?:/|and|&)\s?{_CAPITALS}){{0,2}})(?:,? {_NAME}){{0,2}}(?:,? {_WHEN})?(?: {_AGENCY})?"
    rf"|{_NAME}(?:\s?/\s?{_NAME})?(?:, {_NAME})?,? \(?{_WHEN}\)?(?: {_AGENCY})?"
    rf"|{_NAME}(?:, {_NAME})? {_AGENCY}"
    rf"|{_NAME}, (?:[A-Z]\.[A-Z]\.|[A-Z][\w.]+)"
    rf"|\({_NAME}(?:, {_NAME})?(?:, {_WHEN})?\))(?P<dash>{_DASH})(?=[^\W_a-z]|[“\"‘(])"
)
_PLAIN: Final = re.compile(rf"(?P<place>{_NAME})(?P<dash>\s+[—–-]\s+)(?=[A-Z“\"])")
_RELEASED: Final = re.compile(
    r"(?i)(?:first |last )?(?:published|posted|released|issued|date|dated|updated|for immediate release|press release|for release)\b"
    r"(?:\s+(?:on|at))?\s*[:|—–-]?\s*"
)


def find_dateline(content: str, *, first: bool) -> int:
    """How many characters of a paragraph are a dateline, with its dash and the space behind; 0 when it has none.

    The paragraph that opens the text (`first`) may have a bare "Geneva –".
    """
    head = content[:_LONGEST]
    match = _DATELINE.match(head) or (_PLAIN.match(head) if first else None)
    return match.end() if match and match.end() < len(content) else 0


def bare_dateline(content: str) -> str:
    """A dateline without the dash that ends it."""
    return content.rstrip(" -–—―")


def date_in_dateline(words: str) -> str | None:
    """The day a dateline states, None when it has no year."""
    stated = DATE_PATTERN.search(words)
    return day_of(stated) if stated else None


def date_line(content: str) -> str | None:
    """The day a line states that holds nothing but a date, or a date after "Published:" and the like."""
    if len(content) > _LONGEST:
        return None
    return read_day(content) or release_line(content)


def release_line(content: str) -> str | None:
    """The day behind "Published:", "For immediate release" and the like."""
    label = _RELEASED.match(content) if len(content) <= _LONGEST else None
    stated = DATE_PATTERN.match(content, label.end()) if label else None
    return day_of(stated) if stated else None
