"""Publication dates as texts and feeds write them. Only full dates count: a year is never guessed."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

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
DATE_PATTERN: Final = re.compile(
    rf"(?i)\b(?:{_ISO}|{_WEEKDAY}(?:{_DAY}\s+{_MONTH},?\s+{_YEAR}|{_MONTH.replace('month', 'month_')}\s+{_DAY.replace('day', 'day_')},?\s+"
    rf"{_YEAR.replace('year', 'year_')}))\b"
)
"""A full date in words or ISO 8601."""


def read_day(text: str) -> str | None:
    """The day (YYYY-MM-DD) that `text`, and nothing but it, states; None for anything else."""
    match = DATE_PATTERN.fullmatch(text.strip().strip("()[]").rstrip("."))
    return day_of(match) if match else None


def day_of(match: re.Match[str]) -> str | None:
    """The day of a match of `DATE_PATTERN`, None when the calendar has no such day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        year, month, day = (match[name] or match[f"{name}_"] for name in ("year", "month", "day"))
        return date(int(year), _MONTHS[month.lower()], int(day)).isoformat()
    except ValueError:
        return None
