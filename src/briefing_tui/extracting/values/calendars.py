"""What a date's reader knows and says: the anchor, the last day told, and the date as stated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.values.intervals import Interval, day, days, month
from briefing_tui.extracting.values.tense import looks_ahead

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


def try_year(number: int, months: int, first: int | None, last: int | None) -> Interval | None:
    """A month or its days in a year; None where the calendar has none such."""
    try:
        return in_year(number, months, first, last)
    except ValueError:
        return None
