"""Row ids that carry day, document and place, so that descending order is newest first without a sort.

They stay below 2^56: across wider gaps SQLite's FTS5 (3.40) loses rows when it reads an index backwards.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

UNIT_BITS: Final = 18
DOCUMENT_BITS: Final = 22
_DAY_BITS: Final = 16
LAST_UNIT: Final = (1 << UNIT_BITS) - 1
"""Units of a document count down from here."""
FIRST_SENTENCE_UNIT: Final = LAST_UNIT >> 1
"""Bare sentences count down from here, records from `LAST_UNIT`: so a row id tells which of the two it is."""
LAST_DOCUMENT: Final = (1 << DOCUMENT_BITS) - 1
LAST_DAY: Final = (1 << _DAY_BITS) - 1
"""The sixth of June 2079; what is published later counts as published then."""
LAST_ROW: Final = (1 << _DAY_BITS + DOCUMENT_BITS + UNIT_BITS) - 1
"""No row id is higher."""
_BEFORE_FIRST: Final = date(1899, 12, 31).toordinal()


class Place(NamedTuple):
    """What a row id says: the day number, the document's number, the unit within it."""

    day: int
    document: int
    unit: int


def row_number(day: int, document: int, unit: int) -> int:
    """The row id of a unit: 16 bits of day, 22 of document, 18 of unit."""
    return day << (DOCUMENT_BITS + UNIT_BITS) | document << UNIT_BITS | unit


def is_record(row: int) -> bool:
    """Whether the unit of this row id is a record, not a bare sentence."""
    return row & LAST_UNIT > FIRST_SENTENCE_UNIT


def place_of(row: int) -> Place:
    """The parts of a row id."""
    return Place(row >> (DOCUMENT_BITS + UNIT_BITS), row >> UNIT_BITS & LAST_DOCUMENT, row & LAST_UNIT)


def day_number(published: str | None) -> int:
    """Days since 1899-12-31 of an ISO date; 0 when there is none, and for days before 1900 the first day, 1."""
    if published is None:
        return 0
    return max(1, min(LAST_DAY, date.fromisoformat(published).toordinal() - _BEFORE_FIRST))


def day_of(number: int) -> str | None:
    """The ISO date of a day number; None for 0, the unknown day."""
    return None if number == 0 else date.fromordinal(number + _BEFORE_FIRST).isoformat()


def rows_of_document(day: int, document: int) -> tuple[int, int]:
    """The first and last row id that a document can have."""
    first = row_number(day, document, 0)
    return first, first | LAST_UNIT
