"""How much: an amount or a number with the bounds its text gives it, and sums of such that keep them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefing_tui.model.vocabulary import Bound


@dataclass(frozen=True, slots=True)
class Size:
    """From `low` to `high`, both included; `high` None is an open end ("more than"). `is_about` marks what a text only rounds."""

    low: Decimal
    high: Decimal | None
    is_about: bool = False

    def __add__(self, other: Size) -> Size:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Size(self.low + other.low, high, self.is_about or other.is_about)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high and not self.is_about


def size_of(value: Decimal, high: Decimal | None, bound: Bound) -> Size:
    """The range that a value and its bound leave: "up to 5" is 0–5, "more than 5" is 5 and no end, "4 to 5" is 4–5."""
    match bound:
        case "up_to" | "at_most":
            return Size(Decimal(0), value if high is None else max(value, high))
        case "at_least":
            return Size(value, None)
        case _:
            top = value if high is None else high
            return Size(min(value, top), max(value, top), bound == "approx")


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
            high = None if whole.high is None or part.high is None else max(whole.high, part.high)
            whole = Size(min(whole.low, part.low), high, whole.is_about or part.is_about)
    return whole


def difference(one: Size, other: Size) -> Size | None:
    """`one` less `other` as a range; None when an open end leaves no lowest value.

    The result's `high` is None where it has no highest value.
    """
    if other.high is None:
        return None
    return Size(one.low - other.high, None if one.high is None else one.high - other.low, one.is_about or other.is_about)
