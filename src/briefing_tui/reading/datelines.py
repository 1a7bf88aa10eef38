"""Datelines: where, and often when, a report was filed ("WASHINGTON, Nov. 20 (AP) — …")."""

from __future__ import annotations

from itertools import islice
from typing import Final

from briefing_tui.model.patterns import compile_later
from briefing_tui.reading.days import DATE_PATTERN, day_of, read_day

_LONGEST: Final = 110
_DASH: Final = compile_later(r"(?:\s+-|\s*(?:--|[—–―]))\s*|-\s+")
_STOP_BEHIND_YEAR: Final = compile_later(r"(?<=\d{4})[.:]\s+|(?<=\d{4}\))[.:]\s+")
_STOP_AT_END: Final = compile_later(r"(?<=\d)[.:]$|(?<=\d\))[.:]$")
_OPENS_TEXT: Final = compile_later(r"[^\W_a-z]|[“\"‘(]")
_AGENCY: Final = compile_later(r"(?<=\S) ?\([A-Z][\w.’'/ -]{1,40}\)$")
_WHEN: Final = compile_later(
    r",? ?\(?(?:[JFMASOND][A-Za-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [JFMASOND][A-Za-z]{2,8}\.?(?:,? \d{4})?|\d{4}-\d\d-\d\d)\)?$"
)
_BETWEEN_PLACES: Final = compile_later(r"\s*[/,&]\s*|\s+and\s+")
_PLACE: Final = compile_later(r"[A-Z][\w.’'-]*(?: (?:(?:of|the|and|de|la|al) )?[A-Z][\w.’'-]*){0,4}")
_MOST_PLACES: Final = 5
_RELEASED: Final = compile_later(
    r"(?i)(?:first |last )?(?:published|posted|released|issued|date|dated|updated|for immediate release|press release|for release)\b"
    r"(?:\s+(?:on|at))?\s*[:|—–-]?\s*"
)


def find_dateline(content: str, *, first: bool) -> int:
    """How many characters of a paragraph are a dateline, with its dash and the space behind; 0 when it has none.

    The paragraph that opens the text (`first`) may have a bare "Geneva –". Behind a day a full stop or colon will do for a dash:
    "OSLO, 28 November 2024. Norway will …".
    """
    head = content[:_LONGEST]
    for dash in islice(_DASH.finditer(head), 3):
        if _OPENS_TEXT.match(content, dash.end()) and _is_dateline(head[: dash.start()], first=first):
            return dash.end()
    stop = _STOP_BEHIND_YEAR.search(head)
    if stop and _OPENS_TEXT.match(content, stop.end()) and _is_place_and_day(head[: stop.start()]):
        return stop.end()
    return 0


def _is_dateline(words: str, *, first: bool) -> bool:
    """Whether these words are a place in capitals, or places with an agency, a date or a country behind, or in brackets."""
    bracketed = words.startswith("(") and words.endswith(")") and words.count("(") == 1
    if bracketed:
        words = words[1:-1]
    place = _AGENCY.sub("", words)
    told = bracketed or place != words
    words = place
    place = _WHEN.sub("", words)
    told = told or place != words
    parts = _BETWEEN_PLACES.split(place)
    if len(parts) > _MOST_PLACES or not all(_PLACE.fullmatch(part) for part in parts):
        return False
    in_capitals = len(parts[0]) > 2 and parts[0].isupper()
    return told or in_capitals or first or (len(parts) == 2 and "," in place)


def is_lone_dateline(content: str, *, first: bool) -> bool:
    """Whether a line is nothing but a place and a day: "The Hague, 22 November 2024".

    The first line of a text may be a title that ends in a day; there the place is a single word, or in capitals.
    """
    words = content.rstrip(".:")
    if len(words) > _LONGEST or not _is_place_and_day(words):
        return False
    place = _WHEN.sub("", words)
    return not first or " " not in place or place.isupper()


def _is_place_and_day(words: str) -> bool:
    return bool(_WHEN.search(words)) and date_in_dateline(words) is not None and _is_dateline(words, first=False)


def bare_dateline(content: str) -> str:
    """A dateline without the dash or stop that ends it."""
    return _STOP_AT_END.sub("", content).rstrip(" -–—―")


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
