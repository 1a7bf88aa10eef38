"""A record answers a range of days when the two have a day in common."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.indexing.date_words import asked_words, date_words, days_of, parts_of

DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_ranges_share_a_word_when_they_share_a_day(one: date, two: date, three: date, four: date) -> None:
    first, last = sorted((one, two))
    asked_first, asked_last = sorted((three, four))
    shares_word = bool(set(date_words(f"{first}/{last}")) & set(asked_words(asked_first, asked_last)))
    assert shares_word == (first <= asked_last and asked_first <= last)


@given(DAYS, st.integers(0, 900))
def test_the_parts_of_a_range_are_its_days_each_once(first: date, length: int) -> None:
    last = first + timedelta(length)
    spans = []
    for part in parts_of(first, last):
        iso = "-".join(f"{number:02}" for number in part if number)
        spans.append(days_of(iso))
    assert spans[0][0] == first  # type: ignore[index]
    assert spans[-1][1] == last  # type: ignore[index]
    assert all(one[1] + timedelta(1) == other[0] for one, other in itertools.pairwise(spans))  # type: ignore[index]


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-11-19", {"dt20241119", "dt202411", "dt2024"}),
        ("2024-11", {"dt202411", "dt202411m", "dt2024"}),
        ("2024", {"dt2024", "dt2024y"}),
        ("2024-10-31/2024-11-01", {"dt20241031", "dt202410", "dt20241101", "dt202411", "dt2024"}),
        ("2024-11-05/2024-11-02", {"dt20241105", "dt202411", "dt2024"}),
        ("autumn", {"dtunknown"}),
        ("2024-02-31", {"dtunknown"}),
        ("9999-12-31", {"dt99991231", "dt999912", "dt9999"}),
    ],
)
def test_a_date_has_the_words_of_its_parts(iso: str, words: set[str]) -> None:
    assert set(date_words(iso)) == words


def test_a_month_and_a_year_answer_when_one_of_their_days_is_asked_for() -> None:
    assert asked_words(date(2024, 11, 19), date(2024, 11, 20)) == ["dt20241119", "dt202411m", "dt2024y", "dt20241120"]


def test_a_range_of_thousands_of_years_has_no_thousands_of_words() -> None:
    assert len(date_words("0001/9999")) < 400


def test_a_time_asked_for_is_not_cut_off() -> None:
    assert "dt2055" in asked_words(date(1900, 1, 1), date(2060, 12, 31))
