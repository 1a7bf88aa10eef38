"""Dates told by their distance: from the anchor ("last week", "two days ago") or from the last day told ("that night")."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from briefing_tui.extracting.values import date_patterns as patterns
from briefing_tui.extracting.values.calendars import RELATIVE, Calendar, Stated
from briefing_tui.extracting.values.intervals import (
    DAY,
    WEEK,
    Interval,
    day,
    days,
    month,
    season,
    shift_months,
    week,
    weekday_after,
    weekday_before,
    year,
)
from briefing_tui.extracting.values.numbers import read_numeral
from briefing_tui.extracting.values.stated_dates import month_number

_ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def read_day_word(calendar: Calendar, start: int) -> Stated | None:
    """Days and nights told by their distance: "yesterday", "earlier today", "this morning", "last night"."""
    text = calendar.passage.text
    anchor = calendar.anchor
    match = patterns.DAY_WORD.match(text, start)
    if match:
        word = re.sub(r"\s+", " ", match["word"].lower())
        if word == "today" and match["word"][0] == "T" and _name_before(text, start):
            return None
        shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
        return Stated(start, match.end(), day(anchor + shift * DAY) if anchor else None)
    match = patterns.THIS_PART.match(text, start)
    if match:
        last, night = match["which"].lower() == "last", match["part"].lower() == "night"
        if night and not last:
            return None
        if anchor is None:
            return Stated(start, match.end(), None)
        if night:
            return Stated(start, match.end(), days(anchor - DAY, anchor))
        return Stated(start, match.end(), day(anchor - DAY if last else anchor))
    return None


def _name_before(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before ("USA Today")."""
    before = re.search(r"(\w+)\s$", text[max(0, start - 24) : start])
    return bool(before and before[1][0].isupper())


def read_which(calendar: Calendar, start: int) -> Stated | None:
    """Days and periods by their order: "last week", "this month", "next Tuesday", "last May", "last summer"."""
    text = calendar.passage.text
    match = patterns.WHICH.match(text, start)
    if match is None:
        return None
    anchor = calendar.anchor
    which = re.sub(r"\s+", " ", match["which"].lower())
    if anchor is None:
        return Stated(start, match.end(), None)
    step = {"this coming": 1, "the coming": 1, "this past": -1}.get(which, RELATIVE.get(which, 0))
    ahead = calendar.ahead(start, match.end())
    if which == "this" and anchor.weekday() in {1, 2, 3, 4}:
        ahead = calendar.ahead(start, match.end(), otherwise=True)
    interval: Interval | None = None
    if match["unit"]:
        interval = unit_interval(anchor, match["unit"].lower(), step, ahead=ahead or which in {"this coming", "the coming"})
    elif match["season"]:
        name = match["season"].lower()
        number = anchor.year
        candidates = [season(number + shift, name) for shift in (-2, -1, 0, 1, 2)]
        if step < 0:
            interval = [each for each in candidates if each.last < anchor][-1]
        elif step > 0:
            interval = next(each for each in candidates if each.first > anchor)
        else:
            interval = season(number - 1 if name == "winter" and anchor.month <= 2 else number, name)
    elif match["weekday"]:
        weekday = patterns.WEEKDAYS[match["weekday"].lower()]
        if which == "next":
            interval = day(week(anchor + WEEK).first + weekday * DAY)
        elif step > 0:
            interval = day(weekday_after(anchor, weekday))
        elif step < 0:
            interval = day(weekday_before(anchor, weekday, strictly=True))
        else:
            interval = day(week(anchor).first + weekday * DAY)
    elif match["month"]:
        months = month_number(match["month"])
        number = anchor.year
        if step < 0 and months >= anchor.month:
            number -= 1
        elif step > 0 and months <= anchor.month:
            number += 1
        interval = month(number, months)
    end = match.end()
    part = patterns.PART_OF_DAY.match(text, end) if match["weekday"] else None
    return Stated(start, part.end() if part else end, interval)


def unit_interval(anchor: date, unit: str, step: int, *, ahead: bool) -> Interval | None:
    """The week, month, year, weekend or decade `step` away from the anchor's own."""
    if unit == "week":
        return week(anchor + step * WEEK)
    if unit == "month":
        shifted = shift_months(anchor, step)
        return month(shifted.year, shifted.month)
    if unit == "year":
        return year(anchor.year + step)
    if unit == "weekend":
        return _weekend(anchor, step, ahead=ahead)
    if unit == "decade":
        first = anchor.year // 10 * 10 + 10 * step
        return days(date(first, 1, 1), date(first + 9, 12, 31))
    return None


def _weekend(anchor: date, step: int, *, ahead: bool) -> Interval:
    """The weekend a text means: the latest that has begun, or the coming one; "next" is the one after this week's."""
    saturday = week(anchor).first + 5 * DAY
    if step > 0:
        saturday += 0 * DAY if ahead and anchor < saturday else WEEK
    elif step < 0 or (saturday > anchor and not ahead):
        saturday -= WEEK
    return days(saturday, saturday + DAY)


def read_weekend(calendar: Calendar, start: int) -> Stated | None:
    """The weekend before the anchor, or the coming one where the clause looks ahead."""
    match = patterns.THE_WEEKEND.match(calendar.passage.text, start)
    if match is None:
        return None
    anchor = calendar.anchor
    return Stated(start, match.end(), _weekend(anchor, 0, ahead=calendar.ahead(start, match.end())) if anchor else None)


def read_rolling(calendar: Calendar, start: int) -> Stated | None:
    """Periods that end or begin at the anchor: "the past 24 hours", "the last two weeks", "over the past day", "the next three years"."""
    text = calendar.passage.text
    match = patterns.ROLLING.match(text, start)
    if match is None:
        return None
    which = match["which"].lower()
    if which in {"previous", "preceding", "coming"}:
        return None
    if which != "past" and not match[0].lower().startswith("the") and not text[match.end()].isdecimal():
        return None
    numeral = read_numeral(text, match.end())
    unit = patterns.ROLLING_UNIT.match(text, numeral.end if numeral else match.end())
    if unit is None:
        return None
    if numeral is None and which != "past" and not patterns.SPAN_INTRODUCED.search(text, max(0, start - 12), start):
        return None
    count = int(numeral.value) if numeral and numeral.value <= 10_000 else 1
    anchor = calendar.anchor
    if anchor is None:
        return Stated(start, unit.end(), None)
    sign = 1 if which == "next" else -1
    return Stated(start, unit.end(), days(_away(anchor, unit["unit"].lower(), sign * count), anchor))


def read_streak(calendar: Calendar, start: int) -> Stated | None:
    """Days in a row that end with the anchor: "for a third day", "entered a fifth straight night"."""
    text = calendar.passage.text
    match = patterns.STREAK.match(text, start)
    if match is None or not patterns.STREAK_INTRODUCED.search(text, max(0, start - 10), start):
        return None
    anchor = calendar.anchor
    if anchor is None:
        return Stated(start, match.end(), None)
    named = patterns.ON_WEEKDAY.match(text, match.end())
    if named is not None:
        back = (anchor.weekday() - patterns.WEEKDAYS[named["weekday"].lower()]) % 7
        anchor -= back * DAY
    return Stated(
        start, named.end() if named else match.end(), days(anchor - (_ORDINALS.index(match["which"].lower()) + 1) * DAY, anchor)
    )


def _away(anchor: date, unit: str, count: int) -> date:
    """The day `count` units after the anchor, or before it."""
    if unit == "hour":
        return anchor + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in {"day", "night"}:
        return anchor + timedelta(days=count)
    if unit in {"week", "fortnight"}:
        return anchor + timedelta(days=count * (7 if unit == "week" else 14))
    return shift_months(anchor, count * {"month": 1, "year": 12, "decade": 120}[unit])


def read_season(calendar: Calendar, start: int) -> Stated | None:
    """A season of a stated year, or of last, this or next year."""
    match = patterns.SEASON_YEAR.match(calendar.passage.text, start)
    if match is None:
        return None
    name = match["season"].lower()
    if match["year"]:
        return Stated(start, match.end(), season(int(match["year"]), name), absolute=True)
    anchor = calendar.anchor
    return Stated(start, match.end(), season(anchor.year + RELATIVE[match["relative"]], name) if anchor else None)


def read_ago(calendar: Calendar, start: int) -> Stated | None:
    """Days ago, "two days ago", "a fortnight ago"; weeks and longer give the week, month or year that far back."""
    text = calendar.passage.text
    numeral = read_numeral(text, start)
    article = None if numeral else patterns.ARTICLE.match(text, start)
    if (numeral is None and article is None) or text[max(0, start - 5) : start].lower() == "half ":
        return None
    match = patterns.AGO.match(text, numeral.end if numeral else article.end() if article else start)
    if match is None:
        return None
    anchor = calendar.anchor
    if anchor is None:
        return Stated(start, match.end(), None)
    count = 1 if numeral is None else int(numeral.value)
    if count > 100_000:
        return None
    unit = match["unit"].lower()
    if unit == "hour":
        return Stated(start, match.end(), day(anchor - timedelta(days=count // 24)))
    back = _away(anchor, unit, -count)
    interval = {"day": day, "night": day, "week": week, "fortnight": week}.get(unit)
    if interval is not None:
        return Stated(start, match.end(), interval(back))
    return Stated(start, match.end(), month(back.year, back.month) if unit == "month" else year(back.year))


def read_narrative(calendar: Calendar, start: int) -> Stated | None:
    """Days counted from the last day told: "the following day", "that night", "two days later"."""
    text = calendar.passage.text
    latest = calendar.latest
    if latest is None:
        return None
    match = patterns.NARRATIVE.match(text, start)
    if match:
        which = re.sub(r"\s+", " ", (match["which"] or match["side"] or "same").lower()).removeprefix("very ")
        shift = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(which, 0)
        return Stated(start, match.end(), day(latest + shift * DAY), absolute=True)
    numeral = read_numeral(text, start)
    article = None if numeral else patterns.ARTICLE.match(text, start)
    if numeral is None and article is None:
        return None
    match = patterns.LATER.match(text, numeral.end if numeral else article.end() if article else start)
    if match is None or (numeral is not None and numeral.value > 400):
        return None
    count = int(numeral.value) if numeral else 1
    back = match["side"].lower() in {"earlier", "before"}
    unit = match["unit"].lower()
    there = _away(latest, unit, -count if back else count)
    if unit == "month":
        return Stated(start, match.end(), month(there.year, there.month), absolute=True)
    return Stated(start, match.end(), week(there) if unit == "week" else day(there), absolute=True)
