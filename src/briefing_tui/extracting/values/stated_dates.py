"""Dates with a day, month or year of their own, and bare weekdays: "Nov. 20", "3 May 2023", "2014", "Wednesday night"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.values import date_patterns as patterns
from briefing_tui.extracting.values.calendars import RELATIVE, Calendar, Stated, resolve_month_day, try_year
from briefing_tui.extracting.values.intervals import DAY, WEEK, day, days, month, week, weekday_after, weekday_before, year
from briefing_tui.extracting.values.nearby import hits_around

_MOST_YEARS: Final = 200
_NAMES_TOO: Final = frozenset({"may", "march", "april", "june", "august"})
"""Months that are also verbs or given names."""


def read_iso(calendar: Calendar, start: int) -> Stated | None:
    """A day in ISO 8601, with or without its time."""
    match = patterns.ISO.match(calendar.passage.text, start)
    if match is None:
        return None
    return Stated(start, match.start() + 10, day(date(int(match["year"]), int(match["month"]), int(match["day"]))), absolute=True)


def read_numeric(calendar: Calendar, start: int) -> Stated | None:
    """Days in figures, "20/11/2024" and "2024/11/20"; one that could be two days ("3/4/2024") is not read, since countries differ."""
    text = calendar.passage.text
    match = patterns.NUMERIC_YEAR_FIRST.match(text, start)
    if match:
        return Stated(start, match.end(), day(date(int(match["year"]), int(match["month"]), int(match["day"]))), absolute=True)
    match = patterns.NUMERIC.match(text, start)
    if match is None or (start and text[start - 1] in "./"):
        return None
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] == "." and len(match["year"]) == 2:
        return None
    if one > 12 or match["mark"] == "." or one == two:
        return Stated(start, match.end(), day(date(_full_year(match["year"]), two, one)), absolute=True)
    if two > 12:
        return Stated(start, match.end(), day(date(_full_year(match["year"]), one, two)), absolute=True)
    return None


def read_day_month(calendar: Calendar, start: int) -> Stated | None:
    """The day before the month: "20 November 2024", "3-5 May"."""
    match = patterns.DAY_MONTH.match(calendar.passage.text, start)
    return None if match is None else _from_parts(calendar, match)


def read_month_first(calendar: Calendar, start: int) -> Stated | None:
    """The month first: "Nov. 20, 2024", "July 27-28", "February 2022", or a bare "March"."""
    text = calendar.passage.text
    match = patterns.MONTH_DAY.match(text, start)
    if match and not _counts_after_month(text, match):
        return _from_parts(calendar, match)
    match = patterns.MONTH_YEAR.match(text, start)
    if match:
        return _from_parts(calendar, match)
    match = patterns.MONTH.match(text, start)
    if match is None or not _is_month(text, match):
        return None
    return _from_parts(calendar, match)


def _counts_after_month(text: str, match: re.Match[str]) -> bool:
    """Whether the number after a month counts things: "in May 15 people died" names no day."""
    return (
        match["year"] is None
        and re.search(r"\b[Ii]n\s+$", text[max(0, match.start() - 6) : match.start()]) is not None
        and re.match(r"\s+(?!and\b|to\b|in\b|at\b|on\b|by\b|as\b|when\b)[a-z]+", text[match.end() :]) is not None
    )


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a bare month's name is the month and not a verb or a person ("Theresa May", "March on Rome")."""
    if patterns.NAMED_MONTH_AFTER.match(text, match.end()):
        return False
    written = match["month"]
    if written.isupper() or (len(written) == 3 and written.lower() != "may" and not match[0].endswith(".")):
        return False
    if patterns.MONTH_JOINED.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    certain = written.lower() not in _NAMES_TOO
    introduced = patterns.MONTH_INTRODUCED.search(before)
    if introduced and (certain or introduced["sure"] or not patterns.CAPITAL_NEXT.match(text, match.end())):
        return True
    return certain and not before.strip()


def _from_parts(calendar: Calendar, match: re.Match[str]) -> Stated | None:
    """A date of month, day and year as far as the match has them; the year may be relative or left to the anchor."""
    parts = match.groupdict()
    months = month_number(parts["month"])
    first, last = _day_number(parts.get("day")), _day_number(parts.get("last_day"))
    if last is not None and first is not None and last < first:
        last = None
    span = match.span()
    if match[0].endswith(".") and not calendar.passage.text[match.end() :].strip():
        span = (match.start(), match.end() - 1)
    if first is not None and patterns.NAMED_DATE_AFTER.match(calendar.passage.text, match.end()):
        return None
    written = parts.get("year")
    if written:
        return Stated(*span, try_year(int(written), months, first, last), absolute=True)
    relative = parts.get("relative")
    if relative:
        resolved = try_year(calendar.anchor.year + RELATIVE[relative], months, first, last) if calendar.anchor else None
        return Stated(*span, resolved)
    return Stated(*span, resolve_month_day(calendar, months, first, last, span), open_year=(months, first, last))


def read_iso_month(calendar: Calendar, start: int) -> Stated | None:
    """A month in ISO 8601, "2024-11"; "2011-12" is rather two years."""
    match = patterns.ISO_MONTH.match(calendar.passage.text, start)
    if match is None or int(match["month"]) > int(match["year"]) % 100:
        return None
    return Stated(start, match.end(), month(int(match["year"]), int(match["month"])), absolute=True)


def read_years(calendar: Calendar, start: int) -> Stated | None:
    """A year, some years ("2022-23") or a decade ("the 1990s")."""
    text = calendar.passage.text
    match = patterns.DECADE.match(text, start)
    if match:
        first = int(match["year"])
        return Stated(start, match.end(), days(date(first, 1, 1), date(first + 9, 12, 31)), absolute=True)
    match = patterns.YEARS.match(text, start)
    if match is None or not _is_year(calendar.passage, match):
        return None
    first = int(match["year"])
    if match["last"] is None:
        return Stated(start, match.end(), year(first), absolute=True)
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if not first < last <= first + _MOST_YEARS:
        return None
    return Stated(start, match.end(), days(date(first, 1, 1), date(last, 12, 31)), absolute=True)


def _is_year(passage: Passage, match: re.Match[str]) -> bool:
    text = passage.text
    if patterns.YEAR_INTRODUCED_WRONGLY.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    if match["last"] is None and patterns.YEAR_FOLLOWED_WRONGLY.match(text, match.end()):
        return False
    if (
        match.start()
        and text[match.start() - 1] in "-‑"
        and not patterns.YEAR_PREFIXED.search(text, max(0, match.start() - 8), match.start())
    ):
        return False  # "Zapad-2025"
    offset = passage.start + match.start()
    for hit in hits_around(passage, offset, offset):
        if (
            hit.entry.category == "designator"
            and 0 <= offset - hit.end <= 1
            and "iscal" not in text[hit.start - passage.start : match.start()]
        ):
            return False
    return True


def read_weekday(calendar: Calendar, start: int) -> Stated | None:
    """A weekday with its part of the day, its week, or the date that follows it."""
    text = calendar.passage.text
    match = patterns.WEEKDAY.match(text, start)
    if match is None:
        return None
    if patterns.NAMED_WEEKDAY_BEFORE.search(text, max(0, start - 16), start) or patterns.NAMED_WEEKDAY_AFTER.match(
        text, match.end()
    ):
        return None
    number = patterns.WEEKDAYS[match["weekday"].lower().rstrip(".")]
    after = patterns.AFTER_WEEKDAY.match(text, match.end())
    if after:
        dated = read_day_month(calendar, after.end()) if text[after.end() : after.end() + 1].isdecimal() else None
        if dated is None and patterns.MONTH_DAY.match(text, after.end()):
            dated = read_month_first(calendar, after.end())
        if dated is not None:
            return _agree(calendar, dated, number, start)
    part = patterns.PART_OF_DAY.match(text, match.end())
    end = part.end() if part else match.end()
    anchor = calendar.anchor
    of_week = patterns.WEEK_OF_WEEKDAY.match(text, end)
    if of_week:
        resolved = week(anchor + RELATIVE[of_week["which"].lower()] * WEEK).first + number * DAY if anchor else None
        return Stated(start, of_week.end(), day(resolved) if resolved else None)
    if anchor is None:
        return Stated(start, end, None)
    return Stated(start, end, day(resolve_weekday(number, anchor, ahead=calendar.ahead(start, end))))


def resolve_weekday(number: int, anchor: date, *, ahead: bool) -> date:
    """A bare weekday (Monday 0) as newspapers mean it: the latest on or before the anchor, or the next where the clause looks ahead."""
    return weekday_after(anchor, number) if ahead else weekday_before(anchor, number)


def _agree(calendar: Calendar, dated: Stated, number: int, start: int) -> Stated:
    """A date with its weekday before it; where its year is open, the weekday decides between the nearest years."""
    interval, anchor = dated.interval, calendar.anchor
    if interval and anchor and dated.open_year and interval.first.weekday() != number:
        for shift in (1, -1, 2, -2, 3, -3):
            other = try_year(interval.first.year + shift, *dated.open_year)
            if other and other.first.weekday() == number and abs((other.first - anchor).days) < 400:
                interval = other
                break
    return Stated(start, dated.end, interval, dated.absolute, dated.open_year)


def month_number(written: str) -> int:
    """The number of a month's name, 1 to 12."""
    return patterns.MONTHS[written.lower().rstrip(".")]


def _day_number(written: str | None) -> int | None:
    return int(re.sub(r"\D", "", written)) if written else None


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)
