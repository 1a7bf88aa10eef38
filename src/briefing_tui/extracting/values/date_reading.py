"""Reads one expression of a date where it begins, and resolves it against the anchor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from briefing_tui.extracting.values import date_patterns as patterns
from briefing_tui.extracting.values.calendars import Calendar, Stated
from briefing_tui.extracting.values.intervals import DAY, day, days
from briefing_tui.extracting.values.relative_dates import (
    read_ago,
    read_day_word,
    read_narrative,
    read_rolling,
    read_season,
    read_streak,
    read_weekend,
    read_which,
    unit_interval,
)
from briefing_tui.extracting.values.stated_dates import (
    read_day_month,
    read_iso,
    read_iso_month,
    read_month_first,
    read_numeric,
    read_weekday,
    read_years,
)

Reader = Callable[[Calendar, int], Stated | None]


def read_date(calendar: Calendar, start: int) -> Stated | None:
    """The date expression that begins at `start` in the sentence; None where none does."""
    text = calendar.passage.text
    readers = _DIGIT_READERS if text[start].isdecimal() else _WORD_READERS
    for reader in readers:
        try:
            stated = reader(calendar, start)
        except (ValueError, OverflowError):
            stated = None
        if stated is not None:
            return stated
    return None


def read_overnight(calendar: Calendar, start: int) -> Stated | None:
    """The night that ends on the anchor's morning, named by that day: "overnight"; or by the day named, "overnight into Tuesday"."""
    text = calendar.passage.text
    anchor = calendar.anchor
    match = patterns.OVERNIGHT.match(text, start)
    if match is None:
        return None
    if match["into"]:
        into = read_date(calendar, match.end())
        if into is not None:
            resolved = into.interval
            return Stated(start, into.end, day(resolved.first) if resolved else None, into.absolute)
    named = patterns.NIGHT_OF.match(text, match.end())
    dated = read_date(calendar, named.end()) if named else None
    if dated is not None and dated.interval is not None and dated.interval.precision == "day":
        return Stated(start, dated.end, dated.interval, dated.absolute, dated.open_year)
    return Stated(start, start + len("overnight"), day(anchor) if anchor else None)


def _read_prefixed(calendar: Calendar, start: int) -> Stated | None:
    """Dates with a part of them named: "early 2024", "mid-November", "the end of last year", "late Wednesday": the date itself, the span with its prefix.

    What "early" leaves out is not exact, so the whole month or year stands.
    """
    text = calendar.passage.text
    match = patterns.PREFIX.match(text, start)
    if match is None or match.end() >= len(text) or match.end() == start:
        return None
    position = match.end()
    inner: Stated | None = None
    for reader in _INNER_READERS:
        inner = reader(calendar, position)
        if inner is not None:
            break
    if inner is None:
        whole = patterns.WHOLE_UNIT.match(text, position)
        if whole is None or not match[0].lower().rstrip().endswith("the") or "of" not in match[0].lower():
            return None
        anchor = calendar.anchor
        return Stated(start, whole.end(), unit_interval(anchor, whole["unit"], 0, ahead=False) if anchor else None)
    half = patterns.HALF.match(match[0])
    if half and inner.interval is not None and inner.interval.precision == "month":
        first, last = inner.interval.first, inner.interval.last
        middle = first.replace(day=15)
        return Stated(
            start, inner.end, days(first, middle) if half["which"] == "first" else days(middle + DAY, last), inner.absolute
        )
    return Stated(start, inner.end, inner.interval, inner.absolute, inner.open_year)


def read_hours_to(calendar: Calendar, start: int) -> Stated | None:
    """The day and night that end at an hour of a day: "24 hours to 6 a.m. Tuesday"."""
    match = patterns.HOURS_TO.match(calendar.passage.text, start)
    if match is None or match.end() >= len(calendar.passage.text):
        return None
    ending = read_date(calendar, match.end())
    if ending is None or ending.interval is None or ending.interval.precision != "day":
        return None
    last = ending.interval.first
    return Stated(start, ending.end, days(last - int(match["hours"]) // 24 * DAY, last), ending.absolute)


_DIGIT_READERS: Final[tuple[Reader, ...]] = (
    read_iso,
    read_iso_month,
    read_numeric,
    read_hours_to,
    read_day_month,
    read_ago,
    read_narrative,
    read_years,
)


_WORD_READERS: Final[tuple[Reader, ...]] = (
    read_month_first,
    read_weekday,
    read_day_word,
    read_overnight,
    read_weekend,
    read_rolling,
    read_which,
    read_season,
    read_ago,
    read_narrative,
    read_streak,
    _read_prefixed,
)


_INNER_READERS: Final[tuple[Reader, ...]] = (
    read_day_month,
    read_years,
    read_month_first,
    read_weekday,
    read_day_word,
    read_which,
    read_season,
)
