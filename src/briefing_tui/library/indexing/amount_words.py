"""Amounts of money and quantities as facet words, so that comparing them is looking words up.

An amount has the word of its order of magnitude (`am8`: from 100 million to below a billion), of its first digit there (`am8x2`:
from 200 to below 300 million), and of exactly itself (`av272000000`). A range has those of everything it touches. Quantities have the same with `qm` and `qv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

HIGHEST: Final = 18
"""The order of magnitude that stands for all higher ones."""


def measure_words(low: Decimal, high: Decimal, code: str = "am") -> list[str]:
    """The words of the orders of magnitude and first digits that `low` to `high` touches; below ten it is all `am0`.

    >>> measure_words(Decimal(90), Decimal(250))
    ['am1', 'am1x9', 'am2', 'am2x1', 'am2x2']
    """
    words: list[str] = []
    first, last = order_of(low), order_of(high)
    for order in range(first, last + 1):
        words.append(f"{code}{order}")
        digits = range(first_digit(low, order) if order == first else 1, (first_digit(high, order) if order == last else 9) + 1)
        words.extend(f"{code}{order}x{digit}" for digit in digits)
    return words


def exact_word(low: Decimal, high: Decimal, code: str = "av") -> str:
    """The word of exactly this amount or range."""
    return f"{code}{_plain(low)}" if low == high else f"{code}{_plain(low)}to{_plain(high)}"


def order_of(amount: Decimal) -> int:
    """The power of ten of an amount's first digit, between 0 and `HIGHEST`."""
    return max(0, min(HIGHEST, amount.adjusted())) if amount > 0 else 0


def first_digit(amount: Decimal, order: int) -> int:
    """The digit at that power of ten; 0 for what is smaller, 9 for what is beyond it."""
    return max(0, min(9, int(amount.scaleb(-order))))


def bucket_bounds(order: int, digit: int) -> tuple[Decimal, Decimal | None]:
    """From what amount to below what amount the words of this digit reach; None: without end."""
    low = Decimal(digit).scaleb(order)
    if order == HIGHEST and digit == 9:
        return low, None
    return low, Decimal(digit + 1).scaleb(order)


def buckets() -> Iterator[tuple[int, int]]:
    """Every order of magnitude and first digit there is, ascending."""
    yield 0, 0
    for order in range(HIGHEST + 1):
        for digit in range(1, 10):
            yield order, digit


def _plain(amount: Decimal) -> str:
    """The amount as letters and digits: `1500d5` is 1500.50."""
    text = f"{amount.normalize():f}"
    return text.replace("-", "minus").replace(".", "d")
