"""Publication dates as texts and feeds write them. Only full dates count: a year is never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from briefing_tui.model.patterns import compile_later

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_ISO: Final = r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
DATE_PATTERN: Final = compile_later(
    rf"(?i)\b(?:{_ISO}|{_WEEKDAY}(?:{_DAY}\s+{_MONTH},?\s+{_YEAR}|{_MONTH.replace('month', 'month_')}\s+{_DAY.replace('day', 'day_')},?\s+"
    rf"{_YEAR.replace('year', 'year_')}))\b"
)
"""A full date in words or ISO 8601."""
_TIME: Final = compile_later(r"[\s,T]*(?:at )?\d{1,2}[:.]\d\d\b.{0,40}")


def read_day(text: str) -> str | None:
    """The day (YYYY-MM-DD) that `text`, and nothing but it, states; None for anything else."""
    match = DATE_PATTERN.fullmatch(text.strip().strip("()[]").rstrip("."))
    return day_of(match) if match else None


def publication_day(stated: str) -> str | None:
    """The day (YYYY-MM-DD) of a date or time as feeds and page heads state it; None when it is neither. Zones are not converted."""
    stated = stated.strip()
    try:
        return datetime.fromisoformat(stated).date().isoformat()
    except ValueError:
        match = DATE_PATTERN.match(stated)
    if match is None or (match.end() < len(stated) and not _TIME.fullmatch(stated, match.end())):
        return None
    return day_of(match)


def day_of(match: re.Match[str]) -> str | None:
    """The day of a match of `DATE_PATTERN`, None when the calendar has no such day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        year, month, day = (match[name] or match[f"{name}_"] for name in ("year", "month", "day"))
        return date(int(year), _MONTHS[month.lower()], int(day)).isoformat()
    except ValueError:
        return None
