"""Closed intervals of days, and the calendar arithmetic of news: the latest Friday, last month, the spring of 2022."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from briefing_tui.model.vocabulary import DatePrecision

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season in the northern hemisphere, where the meteorologist's quarter begins."""


class Interval(NamedTuple):
    """All days from `first` to `last`, both included, and the precision they were stated in."""

    first: date
    last: date
    precision: DatePrecision

    @property
    def iso(self) -> str:
        """The shortest exact ISO 8601 form: a year, a month, a day, or `first/last`."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first.year:04}"
        if first.day == 1 and (last.year, last.month) == (first.year, first.month) and _month_end(last) == last:
            return f"{first.year:04}-{first.month:02}"
        return f"{first.isoformat()}/{last.isoformat()}"


def day(value: date) -> Interval:
    """One day."""
    return Interval(value, value, "day")


def days(first: date, last: date) -> Interval:
    """An interval of days, whichever way round they are given."""
    return Interval(min(first, last), max(first, last), "interval")


def month(year: int, number: int) -> Interval:
    """A calendar month. Raises `ValueError` for years the calendar does not have."""
    first = date(year, number, 1)
    return Interval(first, _month_end(first), "month")


def year(number: int) -> Interval:
    """A calendar year. Raises `ValueError` for years the calendar does not have."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def season(year_number: int, name: str) -> Interval:
    """A season of a year; the winter of a year begins in its December."""
    first = date(year_number, SEASONS[name], 1)
    return Interval(first, _month_end(shift_months(first, 2)), "season")


def week(of: date) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(days=of.weekday())
    return Interval(monday, monday + 6 * DAY, "interval")


def shift_months(value: date, count: int) -> date:
    """The same day `count` months later, or the month's last day where it is shorter."""
    index = value.year * 12 + value.month - 1 + count
    target = date(index // 12, index % 12 + 1, 1)
    return target.replace(day=min(value.day, _month_end(target).day))


def weekday_before(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday (Monday 0) on or before the anchor; `strictly` before it."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=7 if strictly and back == 0 else back)


def weekday_after(anchor: date, weekday: int) -> date:
    """The first such weekday after the anchor."""
    return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)


def _month_end(value: date) -> date:
    return value.replace(day=monthrange(value.year, value.month)[1])
