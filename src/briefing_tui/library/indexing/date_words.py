"""Days and longer times as facet words, so that asking for a range of days is looking words up.

A time is cut into the fewest whole years, months and days. Each of these has its own word and those of the month and year around it
(`dt2024`, `dt202411`, `dt20241119`: something in there), and a whole month or year a word that says so (`dt202411m`, `dt2024y`).
A record answers a range when the two have a day in common: a part of the record lies in a part of the range, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

UNKNOWN: Final = "dtunknown"
"""The word of records whose text gives no date for them."""
_LONGEST_YEARS: Final = 150
"""Longer times of records are cut off; no news event takes them."""


class Part(NamedTuple):
    """A whole year (`month` 0), month (`day` 0) or a day."""

    year: int
    month: int = 0
    day: int = 0

    def word(self) -> str:
        """Its facet word."""
        return f"dt{self.year:04}" + (f"{self.month:02}" if self.month else "") + (f"{self.day:02}" if self.day else "")

    def whole(self) -> str:
        """The facet word of what covers all of it."""
        return self.word() + ("" if self.day else "m" if self.month else "y")

    def around(self) -> Iterator[Part]:
        """The month and year it lies in, without itself."""
        if self.day:
            yield Part(self.year, self.month)
        if self.month:
            yield Part(self.year)


def date_words(iso: str) -> list[str]:
    """The facet words of a record's date: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `first/last`. None for what is no date.

    >>> date_words("2024-11")
    ['dt202411', 'dt202411m', 'dt2024']
    """
    span = days_of(iso)
    if span is None:
        return [UNKNOWN]
    first, last = span
    words: dict[str, None] = {}
    for part in parts_of(first, min(last, date(min(first.year + _LONGEST_YEARS, 9999), 12, 31))):
        words[part.word()] = None
        words[part.whole()] = None
        for around in part.around():
            words[around.word()] = None
    return list(words)


def asked_words(first: date, last: date) -> list[str]:
    """The words one of which every record has whose date has a day in common with `first` to `last`.

    >>> asked_words(date(2024, 11, 19), date(2024, 11, 19))
    ['dt20241119', 'dt202411m', 'dt2024y']
    """
    words: dict[str, None] = {}
    for part in parts_of(first, last):
        words[part.word()] = None
        for around in part.around():
            words[around.whole()] = None
    return list(words)


def days_of(iso: str) -> tuple[date, date] | None:
    """First and last day of a date in one of the four forms; None when it is none of them."""
    begin, slash, end = iso.partition("/")
    try:
        first, last = _span(begin)
        return (first, max(first, _span(end)[1])) if slash else (first, last)
    except ValueError:
        return None


def parts_of(first: date, last: date) -> Iterator[Part]:
    """The fewest whole years, months and days that make up `first` to `last`, both included."""
    day = first
    while day <= last:
        if day.day == 1 and day.month == 1 and date(day.year, 12, 31) <= last:
            yield Part(day.year)
            end = date(day.year, 12, 31)
        elif day.day == 1 and (end := _month_end(day)) <= last:
            yield Part(day.year, day.month)
        else:
            yield Part(day.year, day.month, day.day)
            end = day
        if end >= date.max:
            return
        day = end + timedelta(1)


def _span(text: str) -> tuple[date, date]:
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == 7:
        first = date.fromisoformat(f"{text}-01")
        return first, _month_end(first)
    day = date.fromisoformat(text)
    return day, day


def _month_end(day: date) -> date:
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)
