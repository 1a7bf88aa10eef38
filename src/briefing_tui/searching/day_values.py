"""Days as queries write them: 2024, 2024-11, 2024-11-19, today, 7d; ranges with open ends, comparisons, unknown."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing_tui.model.patterns import compile_later
from briefing_tui.searching.tree import Days, Unknown
from briefing_tui.searching.written import Written, shown

COMPARISON: Final = compile_later(r"\s*(>=|<=|=>|=<|[<>=≤≥])\s*")
SAME_COMPARISON: Final = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<="}
HINT: Final = "write a day as 2024-11-19, a month as 2024-11, a range as 2024-11-01..2024-11-20, the last week as 7d"

_CALENDAR: Final = compile_later(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?|([0-9]{4})([0-9]{2})([0-9]{2})")
_LAST: Final = compile_later(r"([0-9]{1,9})\s*(d|w|m|y|days?|weeks?|months?|years?)")
_EARLIEST: Final = date.min
_LATEST: Final = date.max


def read_days(written: Written, today: date | None) -> Days | Unknown:
    """The days that a value of `date:` or `published:` means.

    Raises:
        QueryError: pointing at the value.
    """
    text = written.text.strip().lower()
    if text == "unknown":
        return Unknown()
    comparison = COMPARISON.match(text)
    if comparison:
        return _compared(comparison[1], _period(text[comparison.end() :], written, today), written)
    first, dots, last = text.replace("…", "..").partition("..")
    if not dots:
        return _period(first, written, today)
    if not first and not last:
        raise written.wrong("a range needs at least one of its ends", HINT)
    begin = _period(first, written, today).first if first else None
    end = _period(last, written, today).last if last else None
    if begin and end and begin > end:
        raise written.wrong(f"{shown(written.text)} ends before it begins", "the earlier day comes first")
    return Days(begin, end)


def read_after(written: Written, today: date | None) -> Days:
    """From the first day of the period named by `after:`, that day included."""
    return Days(_period(written.text.strip().lower(), written, today).first, None)


def read_before(written: Written, today: date | None) -> Days:
    """Up to the day before the period named by `before:`."""
    return _compared("<", _period(written.text.strip().lower(), written, today), written)


def _compared(sign: str, period: Days, written: Written) -> Days:
    sign = SAME_COMPARISON.get(sign, sign)
    first, last = period.first, period.last
    assert first is not None
    assert last is not None
    match sign:
        case ">=":
            return Days(first, None)
        case "<=":
            return Days(None, last)
        case ">":
            if last == _LATEST:
                raise written.wrong("no day is later than that")
            return Days(date.fromordinal(last.toordinal() + 1), None)
        case "<":
            if first == _EARLIEST:
                raise written.wrong("no day is earlier than that")
            return Days(None, date.fromordinal(first.toordinal() - 1))
        case _:
            return period


def _period(text: str, written: Written, today: date | None) -> Days:
    """The closed interval of a day, month, year or of the time until today."""
    text = text.strip()
    last = _LAST.fullmatch(text)
    if last or text in {"today", "yesterday"}:
        if today is None:
            raise written.wrong(f"{shown(text)} needs to know what day it is", HINT)
        if text == "today":
            return Days(today, today)
        if text == "yesterday":
            day = _days_before(today, 1)
            return Days(day, day)
        assert last is not None
        return Days(_start_of_last(int(last[1]), last[2][0], today, written), today)
    calendar = _CALENDAR.fullmatch(text)
    if calendar is None:
        raise written.wrong(f"{shown(written.text)} is not a day", HINT)
    year, month, day_of_month = calendar[1] or calendar[4], calendar[2] or calendar[5], calendar[3] or calendar[6]
    return _calendar_period(int(year), int(month) if month else None, int(day_of_month) if day_of_month else None, written)


def _calendar_period(year: int, month: int | None, day: int | None, written: Written) -> Days:
    if not year:
        raise written.wrong("there is no year 0000")
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        raise written.wrong(f"there is no month {month:02}", "dates are written year-month-day")
    if day is None:
        return Days(date(year, month, 1), date(year, month, _days_in(year, month)))
    if not 1 <= day <= _days_in(year, month):
        raise written.wrong(f"{year:04}-{month:02} has no day {day:02}")
    return Days(date(year, month, day), date(year, month, day))


def _start_of_last(count: int, unit: str, today: date, written: Written) -> date:
    """The first of the last so many days, weeks, months or years, of which today is the last day."""
    if not count:
        raise written.wrong("that is no time at all", "7d is the last seven days, today included")
    if unit in "dw":
        return _days_before(today, count * (7 if unit == "w" else 1) - 1)
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    if year < 1:
        return _EARLIEST
    same_day = date(year, month, min(today.day, _days_in(year, month)))
    return date.fromordinal(same_day.toordinal() + 1)


def _days_before(day: date, count: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - count))


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return date(year, month + 1, 1).toordinal() - date(year, month, 1).toordinal()
