"""Bounds stay bounds when they are added up."""

from decimal import Decimal

import pytest

from briefing_tui.model.vocabulary import Bound
from briefing_tui.tallying.sizes import Size, difference, size_of, total, widest


@pytest.mark.parametrize(
    ("bound", "size"),
    [
        ("exact", Size(Decimal(5), Decimal(5))),
        ("approx", Size(Decimal(5), Decimal(5), is_about=True)),
        ("at_least", Size(Decimal(5), Decimal(5), is_open=True)),
        ("up_to", Size(Decimal(0), Decimal(5))),
        ("at_most", Size(Decimal(0), Decimal(5))),
        ("range", Size(Decimal(5), Decimal(5))),
    ],
)
def test_a_bound_leaves_a_range(bound: Bound, size: Size) -> None:
    assert size_of(Decimal(5), None, bound) == size


def test_a_range_goes_from_its_low_to_its_high_figure() -> None:
    assert size_of(Decimal(4), Decimal(6), "range") == Size(Decimal(4), Decimal(6))


def test_a_sum_has_the_sum_of_the_low_and_of_the_high_ends() -> None:
    assert total([Size(Decimal(0), Decimal(275)), Size(Decimal(100), Decimal(100))]) == Size(Decimal(100), Decimal(375))


def test_one_open_end_leaves_the_sum_open_and_one_rounded_figure_makes_it_rounded() -> None:
    parts = [Size(Decimal(1), Decimal(1), is_open=True), Size(Decimal(2), Decimal(2), is_about=True)]
    assert total(parts) == Size(Decimal(3), Decimal(3), is_open=True, is_about=True)


def test_nothing_has_no_sum() -> None:
    assert total([]) is None


def test_of_several_bounds_on_one_figure_the_widest_range_stands() -> None:
    assert widest([Size(Decimal(400), Decimal(400)), Size(Decimal(0), Decimal(400))]) == Size(Decimal(0), Decimal(400))
    assert widest([Size(Decimal(400), Decimal(400), is_open=True), Size(Decimal(400), Decimal(400))]) == Size(
        Decimal(400), Decimal(400), is_open=True
    )


def test_a_difference_is_a_range_too() -> None:
    assert difference(Size(Decimal(60), Decimal(60), is_open=True), Size(Decimal(10), Decimal(20))) == Size(
        Decimal(40), Decimal(50), is_open=True
    )
    assert difference(Size(Decimal(60), Decimal(60)), Size(Decimal(10), Decimal(20))) == Size(Decimal(40), Decimal(50))


def test_nothing_is_known_of_the_difference_to_an_open_end() -> None:
    assert difference(Size(Decimal(60), Decimal(60)), Size(Decimal(10), Decimal(10), is_open=True)) is None
