"""Reads one expression of a date where it begins, and resolves it against the anchor."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from briefing_tui.extracting import date_patterns as patterns
from briefing_tui.extracting.intervals import (
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
from briefing_tui.extracting.numbers import read_numeral
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.tense import looks_ahead

_RELATIVE: Final = {"last": -1, "this": 0, "next": 1}
_MOST_YEARS: Final = 200
_NAMES_TOO: Final = frozenset({"may", "march", "april", "june", "august"})
"""Months that are also verbs or given names."""


@dataclass(slots=True)
class Stated:
    """A date as stated at `text[start:end]` of a sentence.

    `interval` is None when it cannot be resolved. `absolute` tells that no anchor was needed. `open_year` keeps month and
    days of a date whose year the anchor chose, so that a range can give it another ("from 24 February to 3 March 2022").
    """

    start: int
    end: int
    interval: Interval | None
    absolute: bool = False
    open_year: tuple[int, int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A sentence with the day its relative dates count from.

    `latest` is the last day the text told of, from which "the following day" counts. `year` is the last year stated in a
    reference work, which narrates in order; news counts from the anchor instead.
    """

    passage: Passage
    anchor: date | None
    latest: date | None = None
    year: int | None = None

    def ahead(self, start: int, end: int, *, otherwise: bool = False) -> bool:
        """Whether the clause around `text[start:end]` looks ahead; `otherwise` where no word tells."""
        told = looks_ahead(self.passage, self.passage.start + start, self.passage.start + end)
        return otherwise if told is None else told


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


def resolve_month_day(
    calendar: Calendar, months: int, first: int | None, last: int | None, span: tuple[int, int]
) -> Interval | None:
    """A month or its days without a year: the latest on or before the anchor, or the next one where the clause looks ahead."""
    if calendar.year is not None:
        try:
            return in_year(calendar.year, months, first, last)
        except ValueError:
            return None
    anchor = calendar.anchor
    if anchor is None:
        return None
    ahead = calendar.ahead(*span)
    candidates = []
    for number in range(anchor.year - 4, anchor.year + 5):
        try:
            candidates.append(in_year(number, months, first, last))
        except ValueError:
            continue
    if ahead:
        return next((each for each in candidates if each.last >= anchor), None)
    return next((each for each in reversed(candidates) if each.first <= anchor), None)


def in_year(number: int, months: int, first: int | None, last: int | None) -> Interval:
    """A month, a day or some days of a month in a year. Raises `ValueError` where the calendar has none such."""
    if first is None:
        return month(number, months)
    start = date(number, months, first)
    return day(start) if last is None or last == first else days(start, date(number, months, last))


def _month_number(written: str) -> int:
    return patterns.MONTHS[written.lower().rstrip(".")]


def _day_number(written: str | None) -> int | None:
    return int(re.sub(r"\D", "", written)) if written else None


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _read_iso(calendar: Calendar, start: int) -> Stated | None:
    match = patterns.ISO.match(calendar.passage.text, start)
    if match is None:
        return None
    return Stated(start, match.start() + 10, day(date(int(match["year"]), int(match["month"]), int(match["day"]))), absolute=True)


def _read_numeric(calendar: Calendar, start: int) -> Stated | None:
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


def _read_day_month(calendar: Calendar, start: int) -> Stated | None:
    match = patterns.DAY_MONTH.match(calendar.passage.text, start)
    return None if match is None else _from_parts(calendar, match)


def _read_month_first(calendar: Calendar, start: int) -> Stated | None:
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
        and re.search(r"\b[Ii]n\s+$", text[: match.start()]) is not None
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
    before = text[: match.start()]
    certain = written.lower() not in _NAMES_TOO
    introduced = patterns.MONTH_INTRODUCED.search(before[-24:])
    if introduced and (certain or introduced["sure"] or not patterns.CAPITAL_NEXT.match(text, match.end())):
        return True
    return certain and not before.strip()


def _from_parts(calendar: Calendar, match: re.Match[str]) -> Stated | None:
    """A date of month, day and year as far as the match has them; the year may be relative or left to the anchor."""
    parts = match.groupdict()
    months = _month_number(parts["month"])
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
        return Stated(*span, _try_year(int(written), months, first, last), absolute=True)
    relative = parts.get("relative")
    if relative:
        resolved = _try_year(calendar.anchor.year + _RELATIVE[relative], months, first, last) if calendar.anchor else None
        return Stated(*span, resolved)
    return Stated(*span, resolve_month_day(calendar, months, first, last, span), open_year=(months, first, last))


def _try_year(number: int, months: int, first: int | None, last: int | None) -> Interval | None:
    try:
        return in_year(number, months, first, last)
    except ValueError:
        return None


def _read_iso_month(calendar: Calendar, start: int) -> Stated | None:
    match = patterns.ISO_MONTH.match(calendar.passage.text, start)
    if match is None or int(match["month"]) > int(match["year"]) % 100:
        return None
    return Stated(start, match.end(), month(int(match["year"]), int(match["month"])), absolute=True)


def _read_years(calendar: Calendar, start: int) -> Stated | None:
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
    offset = passage.start + match.start()
    for hit in passage.hits:
        if hit.start > offset:
            break
        if (
            hit.entry.category == "designator"
            and 0 <= offset - hit.end <= 1
            and "iscal" not in text[hit.start - passage.start : match.start()]
        ):
            return False
    return True


def _read_weekday(calendar: Calendar, start: int) -> Stated | None:
    text = calendar.passage.text
    match = patterns.WEEKDAY.match(text, start)
    if match is None:
        return None
    if patterns.NAMED_WEEKDAY_BEFORE.search(text, 0, start) or patterns.NAMED_WEEKDAY_AFTER.match(text, match.end()):
        return None
    number = patterns.WEEKDAYS[match["weekday"].lower().rstrip(".")]
    after = patterns.AFTER_WEEKDAY.match(text, match.end())
    if after:
        dated = _read_day_month(calendar, after.end()) if text[after.end() : after.end() + 1].isdecimal() else None
        if dated is None and patterns.MONTH_DAY.match(text, after.end()):
            dated = _read_month_first(calendar, after.end())
        if dated is not None:
            return _agree(calendar, dated, number, start)
    part = patterns.PART_OF_DAY.match(text, match.end())
    end = part.end() if part else match.end()
    anchor = calendar.anchor
    of_week = patterns.WEEK_OF_WEEKDAY.match(text, end)
    if of_week:
        resolved = week(anchor + _RELATIVE[of_week["which"].lower()] * WEEK).first + number * DAY if anchor else None
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
            other = _try_year(interval.first.year + shift, *dated.open_year)
            if other and other.first.weekday() == number and abs((other.first - anchor).days) < 400:
                interval = other
                break
    return Stated(start, dated.end, interval, dated.absolute, dated.open_year)


def _read_day_word(calendar: Calendar, start: int) -> Stated | None:
    text = calendar.passage.text
    anchor = calendar.anchor
    match = patterns.DAY_WORD.match(text, start)
    if match:
        word = re.sub(r"\s+", " ", match["word"].lower())
        if word == "today" and match["word"][0] == "T" and text[:start].rstrip()[-1:].isalpha() and _name_before(text, start):
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
    match = patterns.OVERNIGHT.match(text, start)
    if match is None:
        return None
    if match["into"]:
        into = read_date(calendar, match.end())
        if into is not None:
            resolved = into.interval
            return Stated(start, into.end, days(resolved.first - DAY, resolved.first) if resolved else None, into.absolute)
    return Stated(start, start + len("overnight"), days(anchor - DAY, anchor) if anchor else None)


def _name_before(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before ("USA Today")."""
    before = re.search(r"(\w+)\s$", text[max(0, start - 24) : start])
    return bool(before and before[1][0].isupper())


def _read_which(calendar: Calendar, start: int) -> Stated | None:
    """Days and periods by their order: "last week", "this month", "next Tuesday", "last May", "last summer"."""
    text = calendar.passage.text
    match = patterns.WHICH.match(text, start)
    if match is None:
        return None
    anchor = calendar.anchor
    which = re.sub(r"\s+", " ", match["which"].lower())
    if anchor is None:
        return Stated(start, match.end(), None)
    step = {"this coming": 1, "the coming": 1, "this past": -1}.get(which, _RELATIVE.get(which, 0))
    ahead = calendar.ahead(start, match.end())
    if which == "this" and anchor.weekday() in {1, 2, 3, 4}:
        ahead = calendar.ahead(start, match.end(), otherwise=True)
    interval: Interval | None = None
    if match["unit"]:
        interval = _unit_interval(anchor, match["unit"].lower(), step, ahead=ahead or which in {"this coming", "the coming"})
    elif match["season"]:
        name = match["season"].lower()
        number = anchor.year
        candidates = [season(number + shift, name) for shift in (-2, -1, 0, 1, 2)]
        if step < 0:
            interval = [each for each in candidates if each.last < anchor][-1]
        elif step > 0:
            interval = next(each for each in candidates if each.first > anchor)
        else:
            interval = season(number, name)
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
        months = _month_number(match["month"])
        number = anchor.year
        if step < 0 and months >= anchor.month:
            number -= 1
        elif step > 0 and months <= anchor.month:
            number += 1
        interval = month(number, months)
    end = match.end()
    part = patterns.PART_OF_DAY.match(text, end) if match["weekday"] else None
    return Stated(start, part.end() if part else end, interval)


def _unit_interval(anchor: date, unit: str, step: int, *, ahead: bool) -> Interval | None:
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


def _read_weekend(calendar: Calendar, start: int) -> Stated | None:
    match = patterns.THE_WEEKEND.match(calendar.passage.text, start)
    if match is None:
        return None
    anchor = calendar.anchor
    return Stated(start, match.end(), _weekend(anchor, 0, ahead=calendar.ahead(start, match.end())) if anchor else None)


def _read_rolling(calendar: Calendar, start: int) -> Stated | None:
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


def _away(anchor: date, unit: str, count: int) -> date:
    """The day `count` units after the anchor, or before it."""
    if unit == "hour":
        return anchor + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in {"day", "night"}:
        return anchor + timedelta(days=count)
    if unit in {"week", "fortnight"}:
        return anchor + timedelta(days=count * (7 if unit == "week" else 14))
    return shift_months(anchor, count * {"month": 1, "year": 12, "decade": 120}[unit])


def _read_season(calendar: Calendar, start: int) -> Stated | None:
    match = patterns.SEASON_YEAR.match(calendar.passage.text, start)
    if match is None:
        return None
    name = match["season"].lower()
    if match["year"]:
        return Stated(start, match.end(), season(int(match["year"]), name), absolute=True)
    anchor = calendar.anchor
    return Stated(start, match.end(), season(anchor.year + _RELATIVE[match["relative"]], name) if anchor else None)


def _read_ago(calendar: Calendar, start: int) -> Stated | None:
    """Days ago, "two days ago", "a fortnight ago"; weeks and longer give the week, month or year that far back."""
    text = calendar.passage.text
    numeral = read_numeral(text, start)
    article = None if numeral else patterns.ARTICLE.match(text, start)
    if (numeral is None and article is None) or text[:start].lower().endswith("half "):
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


def _read_narrative(calendar: Calendar, start: int) -> Stated | None:
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
        return Stated(start, whole.end(), _unit_interval(anchor, whole["unit"], 0, ahead=False) if anchor else None)
    return Stated(start, inner.end, inner.interval, inner.absolute, inner.open_year)


_DIGIT_READERS: Final[tuple[Reader, ...]] = (
    _read_iso,
    _read_iso_month,
    _read_numeric,
    _read_day_month,
    _read_ago,
    _read_narrative,
    _read_years,
)
_WORD_READERS: Final[tuple[Reader, ...]] = (
    _read_month_first,
    _read_weekday,
    _read_day_word,
    _read_weekend,
    _read_rolling,
    _read_which,
    _read_season,
    _read_ago,
    _read_narrative,
    _read_prefixed,
)
_INNER_READERS: Final[tuple[Reader, ...]] = (
    _read_day_month,
    _read_years,
    _read_month_first,
    _read_weekday,
    _read_day_word,
    _read_which,
    _read_season,
)
