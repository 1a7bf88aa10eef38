"""Dates as a person sets them: a day, a month, a year, or from one to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from briefing_tui.model import DateValue
from briefing_tui.model.vocabulary import DatePrecision

DATED: Final[Mapping[str, str]] = {"announced": "announced_date", "since": "since_date", "date": "date_value"}
"""Fields of records that hold a date, and where it is told how the date was resolved."""
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def as_date_value(iso: Any, start: int, end: int) -> DateValue | None:
    """How a date that a person has set is resolved; `start` to `end` is the place in the text it stands for.

    Raises:
        ValueError: when it is no date.
    """
    if not isinstance(iso, str):
        return None
    first, last, precision = read_span(iso)
    return DateValue(
        iso=iso, first=first.isoformat(), last=last.isoformat(), precision=precision, anchor="user", start=start, end=end
    )


def read_span(iso: str) -> tuple[date, date, DatePrecision]:
    """First and last day of YYYY-MM-DD, YYYY-MM, YYYY, or of two of these with a slash between.

    Raises:
        ValueError: when it is no date; the message says why.
    """
    if "/" not in iso:
        return _one(iso)
    before, after = iso.split("/", 1)
    first, last = _one(before)[0], _one(after)[1]
    if last < first:
        raise ValueError("it ends before it begins")
    return first, last, "interval"


def _one(iso: str) -> tuple[date, date, DatePrecision]:
    match = _DAY.fullmatch(iso)
    if match is None:
        raise ValueError("not of that form")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1 <= year <= 9998:
        raise ValueError(f"there is no year {match[1]}")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {match[2]}")
    if day is None:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1), "month"
    try:
        return date(year, month, day), date(year, month, day), "day"
    except ValueError:
        raise ValueError(f"{match[1]}-{match[2]} has no day {match[3]}") from None
