from datetime import date

import pytest
from tests.searching.asking import refused, value

from briefing_tui.searching import QueryError, parse_query
from briefing_tui.searching.tree import Days, Unknown


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("date:2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("date:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("date:2024-11-19", date(2024, 11, 19), date(2024, 11, 19)),
        ("date:2024/11/9", date(2024, 11, 9), date(2024, 11, 9)),
        ("date:20241119", date(2024, 11, 19), date(2024, 11, 19)),
        ("date:2024-11-01..2024-11-20", date(2024, 11, 1), date(2024, 11, 20)),
        ("date:2024-10..2024-11", date(2024, 10, 1), date(2024, 11, 30)),
        ("date:2024-11..", date(2024, 11, 1), None),
        ("date:..2024-11", None, date(2024, 11, 30)),
        ("date:>=2024-11", date(2024, 11, 1), None),
        ("date:>2024-11", date(2024, 12, 1), None),
        ("date:<2024-11", None, date(2024, 10, 31)),
        ("date:≤2024-11", None, date(2024, 11, 30)),
        ("date:=2024-11-19", date(2024, 11, 19), date(2024, 11, 19)),
        ("date:today", date(2024, 11, 20), date(2024, 11, 20)),
        ("date:Yesterday", date(2024, 11, 19), date(2024, 11, 19)),
        ("date:yesterday..today", date(2024, 11, 19), date(2024, 11, 20)),
        ("published:7d", date(2024, 11, 14), date(2024, 11, 20)),
        ("published:2w", date(2024, 11, 7), date(2024, 11, 20)),
        ("published:3m", date(2024, 8, 21), date(2024, 11, 20)),
        ("published:1y", date(2023, 11, 21), date(2024, 11, 20)),
        ('published:"2 weeks"', date(2024, 11, 7), date(2024, 11, 20)),
        ("published:999999999y", date(1, 1, 1), date(2024, 11, 20)),
        ("published:999999999d", date(1, 1, 1), date(2024, 11, 20)),
        ("after:7d", date(2024, 11, 14), None),
        ("before:7d", None, date(2024, 11, 13)),
        ("before:2024", None, date(2023, 12, 31)),
        ("date:9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_days_are_read(written: str, first: date | None, last: date | None) -> None:
    assert value(written) == Days(first, last)


def test_the_day_may_be_unknown() -> None:
    assert value("date:unknown") == Unknown()
    assert value("published:unknown") == Unknown()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date:2024-13", "there is no month 13"),
        ("date:2023-02-29", "2023-02 has no day 29"),
        ("date:0000", "there is no year 0000"),
        ("date:11/19/2024", "is not a day"),
        ("date:tomorrow", "is not a day"),
        ("date:2024-11-20..2024-11-01", "ends before it begins"),
        ("date:..", "at least one of its ends"),
        ("date:1..2..3", "is not a day"),
        ("date:0d", "no time at all"),
        ("before:0001-01-01", "no day is earlier"),
        ("date:>9999", "no day is later"),
        ("after:unknown", "is not a day"),
        ("date:٢٠٢٤", "is not a day"),
    ],
)
def test_what_is_no_day_is_refused(text: str, message: str) -> None:
    said, part, _ = refused(text)
    assert message in said
    assert part == text.partition(":")[2]


def test_the_end_of_february_is_found_a_year_back() -> None:
    query = parse_query("date:1y", today=date(2024, 2, 29))
    assert query.tree == parse_query("date:2023-03-01..2024-02-29").tree


def test_without_a_today_nothing_is_counted_from_it() -> None:
    with pytest.raises(QueryError, match="needs to know what day it is"):
        parse_query("after:7d")
