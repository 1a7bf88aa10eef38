"""Numerals in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.extracting.values.numbers import MAX_DIGITS, ordinal_at, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", "7"),
        ("thirty-one", "31"),
        ("ninety nine", "99"),
        ("one hundred", "100"),
        ("two hundred and fifty", "250"),
        ("two hundred and fifty thousand", "250000"),
        ("three million four hundred thousand", "3400000"),
        ("twelve hundred", "1200"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("half a million", "500000"),
        ("a quarter of a billion", "250000000"),
        ("two and a half million", "2500000"),
        ("42", "42"),
        ("1,000", "1000"),
        ("1,250,000.50", "1250000.5"),
        ("1.250.000", "1250000"),
        ("25 000", "25000"),
        ("25\u00a0000", "25000"),
        ("3,5 billion", "3500000000"),
        ("1.2 million", "1200000"),
        ("300-million", "300000000"),
        ("100 thousand", "100000"),
        ("1½ million", "1500000"),
        ("4 dozen", "48"),
        ("500 crore", "5000000000"),
        ("40+ trillion", "40000000000000"),
    ],
)
def test_a_numeral_is_read_exactly(text, value):
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(value), len(text))


@pytest.mark.parametrize(
    "text", ["first", "twenty-third", "two-thirds", "one third", "once", "tenth", "zero-sum", "155mm", "2A6", "none", "1" * 40]
)
def test_what_is_no_numeral_is_not_read(text):
    assert read_numeral(text, 0) is None


def test_a_numeral_ends_where_a_second_one_begins():
    numeral = read_numeral("two five", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(2), 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [("30m", "30000000"), ("1.2bn", "1200000000"), ("5 mln", "5000000"), ("200K", "200000"), ("2tn", "2000000000000")],
)
def test_an_abbreviated_scale_is_read_only_where_money_is_expected(text, value):
    written = read_numeral(text, 0, abbreviated=True)
    assert written is not None
    assert written.value == Decimal(value)
    bare = read_numeral(text, 0)
    assert bare is None or bare.value != Decimal(value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("71st", 71),
        ("23rd", 23),
        ("third", 3),
        ("twenty-third", 23),
        ("one hundredth", 100),
        ("hundred and first", None),
        ("one hundred and first", 101),
        ("Twelfth", 12),
        ("fortieth", 40),
    ],
)
def test_an_ordinal_has_its_number(text, number):
    assert ordinal_at(text) == number


@pytest.mark.parametrize("text", ["", "three", "71", "the third", "secondary", "1,000"])
def test_what_is_no_ordinal_has_no_number(text):
    assert ordinal_at(text) is None


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_grouped_number_reads_back_as_itself(number):
    text = f"{number:,}"
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.start, numeral.end) == (Decimal(number), 0, len(text))


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_a_decimal_reads_back_exactly(number):
    numeral = read_numeral(f"{number}", 0)
    assert numeral is not None
    assert numeral.value == number


@given(st.text(max_size=60), st.integers(min_value=0, max_value=60))
def test_reading_never_fails_and_stays_within_the_text(text, start):
    numeral = read_numeral(text, start, abbreviated=True)
    if numeral is not None:
        assert start == numeral.start < numeral.end <= len(text)


def test_a_run_of_digits_as_long_as_a_serial_number_is_none():
    assert read_numeral("9" * (MAX_DIGITS + 1), 0) is None
