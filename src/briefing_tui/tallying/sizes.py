"""How much: an amount or a number with the bounds its text gives it, and sums of such that keep them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefing_tui.model.vocabulary import Bound


@dataclass(frozen=True, slots=True)
class Size:
    """From `low` to `high`, both included, or to more than `high` when it `is_open`. `is_about` marks what a text only rounds."""

    low: Decimal
    high: Decimal
    is_open: bool = False
    is_about: bool = False

    def __add__(self, other: Size) -> Size:
        return Size(self.low + other.low, self.high + other.high, self.is_open or other.is_open, self.is_about or other.is_about)


def size_of(value: Decimal, high: Decimal | None, bound: Bound) -> Size:
    """The range that a value and its bound leave: "up to 5" is 0–5, "more than 5" is 5 or more, "4 to 5" is 4–5."""
    top = value if high is None else max(value, high)
    match bound:
        case "up_to" | "at_most":
            return Size(Decimal(0), top)
        case "at_least":
            return Size(value, value, is_open=True)
        case _:
            return Size(value if high is None else min(value, high), top, is_about=bound == "approx")


def total(sizes: Iterable[Size]) -> Size | None:
    """The sum; None of nothing."""
    whole: Size | None = None
    for part in sizes:
        whole = part if whole is None else whole + part
    return whole


def widest(sizes: Iterable[Size]) -> Size | None:
    """The range that holds all of `sizes`: what stands when several texts put different bounds on one amount."""
    whole: Size | None = None
    for part in sizes:
        if whole is None:
            whole = part
        elif whole != part:
            whole = Size(
                min(whole.low, part.low),
                max(whole.high, part.high),
                whole.is_open or part.is_open,
                whole.is_about or part.is_about,
            )
    return whole


def difference(one: Size, other: Size) -> Size | None:
    """`one` less `other` as a range, open upwards; None when `other` is open, so that there is no lowest value."""
    if other.is_open:
        return None
    return Size(one.low - other.high, one.high - other.low, one.is_open, one.is_about or other.is_about)
