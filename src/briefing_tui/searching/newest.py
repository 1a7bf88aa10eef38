"""The rows an expression finds, newest first, read no further than asked."""

from __future__ import annotations

import heapq
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice, product
from operator import itemgetter
from typing import Final

from briefing_tui.searching.expressions import EVERYTHING, NOTHING, Constant, Expression, Rows, ranges_of, replaced, stretches

WIDE: Final = 1_000
"""Spans of row ids from which on it is quicker to look at rows one by one than at each span in turn."""
_MOST_WIDE: Final = 3


def newest_rows(
    connection: sqlite3.Connection, expression: Expression, most: int | None = None, last: int | None = None
) -> list[int]:
    """Row ids in descending order, at most so many, none above `last`."""
    wide = _wide_ranges(expression)
    if wide:
        return list(islice(_sieved(connection, expression, wide, last), most))
    rows: list[int] = []
    for stretch in stretches(expression):
        left = -1 if most is None else most - len(rows)
        if left == 0:
            break
        top = stretch.last if last is None else min(last, stretch.last)
        if top >= stretch.first:
            found = _found(connection, stretch.table, (stretch.match, stretch.first, top, left))
            rows.extend([row for (row,) in found])
    return rows


def count_rows(connection: sqlite3.Connection, expression: Expression, most: int | None = None) -> int:
    """How many rows there are; counting stops at `most`."""
    if _wide_ranges(expression):
        return len(newest_rows(connection, expression, most))
    total = 0
    for stretch in stretches(expression):
        left = -1 if most is None else most - total
        if left == 0:
            break
        total += connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {stretch.table} WHERE {stretch.table} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)",
            (stretch.match, stretch.first, stretch.last, left),
        ).fetchone()[0]
    return total


def _found(connection: sqlite3.Connection, table: str, parameters: tuple[str, int, int, int]) -> sqlite3.Cursor:
    return connection.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?", parameters
    )


def _wide_ranges(expression: Expression) -> tuple[Rows, ...]:
    """The ranges of very many spans (as of documents with a common word in their title), when rows can be sieved by them."""
    wide = tuple({one for one in ranges_of(expression) if len(one.spans) > WIDE})
    if not wide or len(wide) > _MOST_WIDE:
        return ()
    every = replaced(expression, dict.fromkeys(wide, EVERYTHING))
    return () if isinstance(every, Constant | Rows) else wide


def _sieved(connection: sqlite3.Connection, expression: Expression, wide: tuple[Rows, ...], last: int | None) -> Iterator[int]:
    """The rows for each way of being in the wide ranges or not, merged."""
    streams = []
    for inside in product((True, False), repeat=len(wide)):
        rest = replaced(expression, {one: EVERYTHING if is_in else NOTHING for one, is_in in zip(wide, inside, strict=True)})
        if rest != NOTHING:
            members = [(_membership(one), is_in) for one, is_in in zip(wide, inside, strict=True)]
            streams.append(_stream(connection, rest, members, last))
    return heapq.merge(*streams, reverse=True)


def _stream(
    connection: sqlite3.Connection, expression: Expression, members: list[tuple[Callable[[int], bool], bool]], last: int | None
) -> Iterator[int]:
    for stretch in stretches(expression):
        top = stretch.last if last is None else min(last, stretch.last)
        if top >= stretch.first:
            for (row,) in _found(connection, stretch.table, (stretch.match, stretch.first, top, -1)):
                if all(is_member(row) == is_in for is_member, is_in in members):
                    yield row


def _membership(ranges: Rows) -> Callable[[int], bool]:
    firsts = list(map(itemgetter(0), ranges.spans))
    lasts = list(map(itemgetter(1), ranges.spans))

    def is_member(row: int) -> bool:
        at = bisect_right(firsts, row) - 1
        return at >= 0 and row <= lasts[at]

    return is_member
