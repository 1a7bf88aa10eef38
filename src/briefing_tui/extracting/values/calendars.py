"""What a date's reader knows and says: the anchor, the last day told, and the date as stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.values.intervals import Interval, day, days, month
from briefing_tui.extracting.values.tense import looks_ahead
from briefing_tui.model.patterns import compile_later

_FAR: Final = 240
_RECENT: Final = 125
_LATELY: Final = 45
"""Days: a month and day without a year that is so far ahead and so little ago is rather the one ago, whatever the tense."""
_DETERMINED: Final = compile_later(r"\b(?:the|its|his|her|their|our|this|that|\w+[’']s?)\s+$", re.IGNORECASE)
_NAMED: Final = compile_later(
    r"\s+(?:[a-z][\w-]*\s+){0,3}?(?!and\b|or\b|to\b|in\b|at\b|on\b|by\b|for\b|is\b|was\b|will\b|as\b)[a-z][\w-]*"
)
_ARRANGED: Final = compile_later(
    r"\b(?:meeting|summit|talks|deadline|election|elections|vote|referendum|conference|session|hearing|ballot|runoff|inauguration|handover|launch|visit|drills?|exercises?|cut-?off|date|expiry|planned|upcoming|is|are|will|would|due|set)\b"
)
"""Nouns whose day may as well be to come."""
RELATIVE: Final = {"last": -1, "this": 0, "next": 1}
"""How many years, weeks or months away a word of order is."""


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
    past_year: int | None = None
    """The year of the last full date of this paragraph, which news goes on from where the day is not a recent one."""

    def ahead(self, start: int, end: int, *, otherwise: bool = False) -> bool:
        """Whether the clause around `text[start:end]` looks ahead; `otherwise` where no word tells."""
        told = looks_ahead(self.passage, self.passage.start + start, self.passage.start + end)
        return otherwise if told is None else told


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
    candidates = []
    for number in range(anchor.year - 4, anchor.year + 5):
        try:
            candidates.append(in_year(number, months, first, last))
        except ValueError:
            continue
    if calendar.past_year is not None and calendar.past_year < anchor.year and first is not None:
        told_on = _told_on(calendar, months, first, last, candidates)
        if told_on is not None:
            return told_on
    coming = next((each for each in candidates if each.last >= anchor), None)
    gone = next((each for each in reversed(candidates) if each.first <= anchor), None)
    if coming is None or gone is None:
        return coming or gone
    if first is not None and (coming.first - anchor).days > _FAR and (anchor - gone.last).days < _RECENT:
        return gone  # who speaks in August of a 4 August to come says "next year"
    if first is not None and names_an_event(calendar.passage.text, *span):
        return gone
    return coming if calendar.ahead(*span) else gone


def _told_on(calendar: Calendar, months: int, first: int, last: int | None, candidates: list[Interval]) -> Interval | None:
    """The day in the year a paragraph is at, where it follows the last day told and no recent day fits: "On 24 February 2022 …. On 1 March"."""
    anchor, year = calendar.anchor, calendar.past_year
    if anchor is None or year is None or any(abs((anchor - each.first).days) <= _LATELY for each in candidates):
        return None
    found = try_year(year, months, first, last)
    if found is None or (calendar.latest is not None and found.first < calendar.latest):
        return None
    return found


def names_an_event(text: str, start: int, end: int) -> bool:
    """Whether a date stands between "the" or an owner and a noun for what happened: "the 1 October barrage", "its September 19 assault"."""
    determined = _DETERMINED.search(text, max(0, start - 24), start)
    noun = _NAMED.match(text, end)
    return determined is not None and noun is not None and not _ARRANGED.search(noun[0])


def in_year(number: int, months: int, first: int | None, last: int | None) -> Interval:
    """A month, a day or some days of a month in a year. Raises `ValueError` where the calendar has none such."""
    if first is None:
        return month(number, months)
    start = date(number, months, first)
    return day(start) if last is None or last == first else days(start, date(number, months, last))


def try_year(number: int, months: int, first: int | None, last: int | None) -> Interval | None:
    """A month or its days in a year; None where the calendar has none such."""
    try:
        return in_year(number, months, first, last)
    except ValueError:
        return None
