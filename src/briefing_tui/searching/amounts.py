"""Comparisons of amounts and quantities → index terms: whole orders of magnitude, whole first digits, and at the edges single values."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import Final

from briefing_tui.library.indexing.amount_words import HIGHEST, bucket_bounds, buckets
from briefing_tui.searching.expressions import Expression, any_term, both
from briefing_tui.searching.tree import Numbers

_MOST_VALUES: Final = 2_000


def amount_words(connection: sqlite3.Connection, field: str, asked: Numbers) -> Expression:
    """Rows whose amount (or quantity), or a part of its range, is among those asked for."""
    prefix, exact = ("am", "amount") if field == "amount" else ("qm", "quantity")
    words: list[str] = []
    edges: list[tuple[Decimal, Decimal | None]] = []
    whole: set[int] = set(range(HIGHEST + 1))
    digits: list[tuple[int, int]] = []
    for order, digit in buckets():
        low, high = bucket_bounds(order, digit)
        if _is_within(asked, low, high):
            digits.append((order, digit))
            continue
        whole.discard(order)
        if _touches(asked, low, high):
            edges.append((low, high))
    words.extend(f"{prefix}{order}" for order in sorted(whole))
    words.extend(f"{prefix}{order}x{digit}" for order, digit in digits if order not in whole)
    for low, high in edges:
        words.extend(_values(connection, exact, asked, low, high))
    found = any_term("facets", dict.fromkeys(words))
    return both([found, any_term("facets", [f"cu{asked.currency.lower()}"])]) if asked.currency else found


def _is_within(asked: Numbers, low: Decimal, high: Decimal | None) -> bool:
    """Whether every amount from `low` to below `high` is asked for."""
    above = asked.low is None or (asked.low <= low if asked.includes_low else asked.low < low)
    below = asked.high is None or (high is not None and asked.high >= high)
    return above and below


def _touches(asked: Numbers, low: Decimal, high: Decimal | None) -> bool:
    """Whether any amount from `low` to below `high` is asked for."""
    above = asked.high is None or (asked.high >= low if asked.includes_high else asked.high > low)
    below = asked.low is None or high is None or asked.low < high
    return above and below


def _values(connection: sqlite3.Connection, field: str, asked: Numbers, low: Decimal, high: Decimal | None) -> list[str]:
    """The words of the library's single amounts and ranges that touch this bucket and are asked for."""
    rows = connection.execute(
        "SELECT DISTINCT low, high, word FROM measures WHERE field = ? AND high >= ? AND low < ? LIMIT ?",
        (field, float(low), float("inf") if high is None else float(high), _MOST_VALUES),
    )
    found = []
    for least, most, word in ((Decimal(str(least)), Decimal(str(most)), word) for least, most, word in rows):
        above = asked.low is None or (most >= asked.low if asked.includes_low else most > asked.low)
        below = asked.high is None or (least <= asked.high if asked.includes_high else least < asked.high)
        if above and below:
            found.append(word)
    return found
