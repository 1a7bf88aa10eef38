"""Dates in a sentence, resolved against the document's own anchor."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final, cast, get_args

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values import date_patterns as patterns
from briefing_tui.extracting.values.calendars import Calendar, Stated, in_year, resolve_month_day
from briefing_tui.extracting.values.date_reading import read_date
from briefing_tui.extracting.values.intervals import Interval, day, days, shift_months
from briefing_tui.extracting.values.numbers import may_start
from briefing_tui.model import DateValue, Document
from briefing_tui.model.vocabulary import DateAnchor

_ANCHORS: Final = frozenset(get_args(DateAnchor))
_REFERENCE_WORK: Final = re.compile(r"wikipedia|encyclop(?:a?e|æ)dia|britannica", re.IGNORECASE)
_MEMORY: Final = 4
"""How many sentences back "the following day" may count from."""
_SINCE_REACH: Final = 120
_SINCE: Final = re.compile(r"\bsince\b(?P<between>[^.;:()]{0,110})$", re.IGNORECASE)
_DASHED: Final = re.compile(r"[-‑](?=[A-Z\d])")


def find_dates_in_order(reading: Reading) -> None:
    """Fill the `dates` of every passage, each sentence knowing the last day told before it."""
    document = reading.document
    narrates = is_reference_work(document)
    year: int | None = None
    latest: date | None = None
    told_at = 0
    dated_block = -1
    for passage in reading.passages:
        near = passage.index - told_at <= _MEMORY
        going_on = year is not None and passage.sentence.block == dated_block and near
        find_dates(
            passage,
            document,
            latest=latest if near else None,
            year=year if narrates else None,
            past_year=year if going_on else None,
        )
        for value in passage.dates:
            if value.first is None:
                continue
            first = date.fromisoformat(value.first)
            if value.precision == "day":
                latest, told_at = first, passage.index
            if value.anchor == "text" and value.precision in {"day", "month"}:
                year, dated_block = first.year, passage.sentence.block


def is_reference_work(document: Document) -> bool:
    """Whether a document narrates the past in order, as an encyclopedia does: its days follow the last year it states."""
    return any(name and _REFERENCE_WORK.search(name) for name in (document.publisher, document.url))


def find_dates(
    passage: Passage, document: Document, *, latest: date | None = None, year: int | None = None, past_year: int | None = None
) -> None:
    """Fill `passage.dates`. `latest`, `year` and `past_year` are what the text told before: see `Calendar`.

    A span covers the expression without its preposition. Without an anchor a relative date stays, with precision "unknown".
    """
    if not _may_hold_dates(passage):
        return
    calendar = Calendar(passage, _anchor_of(document), latest, year, past_year)
    text = passage.text
    base = passage.start
    named = {hit.start - base: hit for hit in passage.hits if hit.entry.category == "named_day"}
    found: list[Stated] = []
    reach = 0
    for token in passage.tokens:
        start = token.start - base
        low = token.low
        if low.isalpha():
            if low not in patterns.STARTERS and not may_start(low) and start not in named:
                continue
        elif not low[0].isalnum():
            continue
        if start < reach:
            continue
        for position in _starts(text, start, token.end - base):
            stated = _named(calendar, named[position]) if position in named else read_date(calendar, position)
            if stated is not None and position >= reach:
                found.append(stated)
                reach = stated.end
                if stated.interval is not None and stated.interval.precision == "day":
                    calendar = replace(calendar, latest=stated.interval.first)
                dash = patterns.JOINT.match(text, reach)
                if dash and not dash["word"]:
                    after = read_date(calendar, dash.end()) if dash.end() < len(text) else None
                    if after is not None:
                        found.append(after)
                        reach = after.end
                break
    anchor = _anchor_kind(document)
    passage.dates = [_value(stated, anchor, base) for stated in _join(calendar, found)]


def introduced_by_since(passage: Passage, value: DateValue) -> bool:
    """Whether a running total counts from this date: "since October 2023", "since the start of the invasion in February 2022"."""
    return (
        _SINCE.search(passage.text, max(0, value.start - passage.start - _SINCE_REACH), value.start - passage.start) is not None
    )


def _may_hold_dates(passage: Passage) -> bool:
    """Whether the sentence has a word or number that any date needs; most have none and cost no more than this."""
    telling = patterns.TELLING
    for token in passage.tokens:
        low = token.low
        if low in telling:
            return True
        if low[0].isdecimal():
            if len(low) >= 4 or passage.text[token.end - passage.start : token.end - passage.start + 1] in {"/", "."}:
                return True
        elif "-" in low and any(part in telling for part in low.split("-")):
            return True
    return False


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where in a word an expression may begin: at its start, and after a dash ("Monday-Wednesday", "pre-2014")."""
    if not text[start].isalpha():
        return [start]
    return [start, *(match.end() for match in _DASHED.finditer(text, start, end))]


def _named(calendar: Calendar, hit: Hit) -> Stated:
    """A date with a name of its own in the lexicon ("the October 7 attack"), or a day of every year ("Christmas Eve")."""
    start, end = hit.start - calendar.passage.start, hit.end - calendar.passage.start
    if hit.entry.get("date"):
        return Stated(start, end, day(date.fromisoformat(hit.entry.get("date"))), absolute=True)
    months, days_of_month = map(int, hit.entry.get("month_day").split("-"))
    interval = resolve_month_day(calendar, months, days_of_month, None, (start, end))
    return Stated(start, end, interval, open_year=(months, days_of_month, None))


def _anchor_of(document: Document) -> date | None:
    try:
        return date.fromisoformat(document.published) if document.published else None
    except ValueError:
        return None


def _anchor_kind(document: Document) -> DateAnchor:
    if not document.published:
        return "none"
    return cast("DateAnchor", document.published_from) if document.published_from in _ANCHORS else "metadata"


def _join(calendar: Calendar, found: list[Stated]) -> list[Stated]:
    """The dates with those that are the two ends of one interval made into it."""
    text = calendar.passage.text
    joined: list[Stated] = []
    position = 0
    while position < len(found):
        first = found[position]
        position += 1
        if position < len(found):
            second = found[position]
            link = patterns.JOINT.fullmatch(text, first.end, second.start)
            if link is not None and _is_range(text, first, link):
                position += 1
                joined.append(_between(first, second))
                continue
        joined.append(first)
    return joined


def _is_range(text: str, first: Stated, link: re.Match[str]) -> bool:
    opening = patterns.OPENING.search(text, max(0, first.start - 24), first.start)
    word = (link["word"] or "").lower()
    if word == "and":
        return opening is not None and opening["word"].lower() == "between"
    return not word or word in {"to", "through", "thru", "until", "till"} or opening is not None


def _between(first: Stated, second: Stated) -> Stated:
    """The interval from one date to the other; a year stated with the second serves the first as well."""
    start, end = first.interval, second.interval
    if first.open_year is not None and end is not None and (second.absolute or (start is not None and start.first > end.first)):
        start = _same_year(first.open_year, end.first)
    if second.open_year is not None and start is not None and first.absolute and first.open_year is None:
        end = _next_in(second.open_year, start.first)
    if start is not None and end is not None and end.first < start.first and not second.absolute:
        end = _later(second, start.first, end)
    interval = None if start is None or end is None or end.last < start.first else Interval(start.first, end.last, "interval")
    if interval is not None and interval.first == interval.last:
        interval = day(interval.first)
    return Stated(first.start, second.end, interval, second.absolute and (first.absolute or first.open_year is not None))


def _same_year(parts: tuple[int, int | None, int | None], limit: date) -> Interval | None:
    """Month and day in the latest year that puts them on or before `limit`."""
    for number in (limit.year, limit.year - 1):
        try:
            interval = in_year(number, *parts)
        except ValueError:
            continue
        if interval.first <= limit:
            return interval
    return None


def _next_in(parts: tuple[int, int | None, int | None], limit: date) -> Interval | None:
    """Month and day in the first year that puts them on or after `limit`."""
    for number in (limit.year, limit.year + 1):
        try:
            interval = in_year(number, *parts)
        except ValueError:
            continue
        if interval.last >= limit:
            return interval
    return None


def _later(second: Stated, limit: date, end: Interval) -> Interval | None:
    """The second end of a range moved after the first: "from Saturday to Monday" does not run backwards."""
    if second.open_year is not None:
        return _next_in(second.open_year, limit)
    if end.first == end.last:
        moved = end.first
        while moved < limit and (limit - moved).days < 8:
            moved = date.fromordinal(moved.toordinal() + 7)
        return day(moved) if moved >= limit else None
    return days(shift_months(end.first, 12), shift_months(end.last, 12))


def _value(stated: Stated, anchor: DateAnchor, base: int) -> DateValue:
    start, end = base + stated.start, base + stated.end
    interval = stated.interval
    if interval is None:
        return DateValue(iso=None, precision="unknown", anchor="text" if stated.absolute else anchor, start=start, end=end)
    return DateValue(
        iso=interval.iso,
        first=interval.first.isoformat(),
        last=interval.last.isoformat(),
        precision=interval.precision,
        anchor="text" if stated.absolute else anchor,
        start=start,
        end=end,
    )
