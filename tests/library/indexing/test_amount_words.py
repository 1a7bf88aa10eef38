"""Amounts as words of their size."""

import itertools
from decimal import Decimal

import pytest

from briefing_tui.library.indexing.amount_words import bucket_bounds, buckets, exact_word, measure_words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("275000000", "275000000", ["am8", "am8x2"]),
        ("100", "100", ["am2", "am2x1"]),
        ("99.99", "100", ["am1", "am1x9", "am2", "am2x1"]),
        ("0.5", "0.5", ["am0", "am0x0"]),
        ("0", "3", ["am0", "am0x0", "am0x1", "am0x2", "am0x3"]),
        ("1e30", "1e30", ["am18", "am18x9"]),
    ],
)
def test_an_amount_has_its_order_of_magnitude_and_first_digit(low: str, high: str, words: list[str]) -> None:
    assert measure_words(Decimal(low), Decimal(high)) == words


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        ("275000000", "275000000", "av275000000"),
        ("2.75E+8", "2.75E+8", "av275000000"),
        ("1500.50", "1500.5", "av1500d5"),
        ("1", "2", "av1to2"),
    ],
)
def test_an_amount_has_a_word_of_its_own(low: str, high: str, word: str) -> None:
    assert exact_word(Decimal(low), Decimal(high)) == word


def test_buckets_lie_side_by_side_from_nothing_upwards() -> None:
    bounds = [bucket_bounds(order, digit) for order, digit in buckets()]
    assert bounds[0] == (0, 1)
    assert bounds[-1][1] is None
    assert all(one[1] == other[0] for one, other in itertools.pairwise(bounds))
