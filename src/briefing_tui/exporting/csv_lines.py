"""CSV (RFC 4180, UTF-8) that no spreadsheet takes for a formula and no terminal for a command.

Texts are put on one line and what is invisible or could steer a terminal is replaced, as everywhere on a screen; a text that
begins with a character by which spreadsheets know a formula gets an apostrophe before it (OWASP, "CSV Injection"). For the
words exactly as they stand, take JSON Lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from briefing_tui.exporting.columns import COLUMNS, Cell, Source, flat_row
from briefing_tui.model import Record
from briefing_tui.model.safe_text import safe_line

_FORMULA: Final = tuple("=+-@\t\r\n|%＝＋－＠")
"""The first characters of a formula or a command (the last four in East Asian settings)."""


def csv_records(pairs: Iterable[tuple[Source, Record]]) -> Iterator[str]:
    """The header and a row for each record, each with its line end."""
    yield csv_row([column.name for column in COLUMNS])
    for source, record in pairs:
        yield csv_row(flat_row(source, record))


def csv_row(cells: Sequence[Cell]) -> str:
    """One row with its line end."""
    held = io.StringIO()
    csv.writer(held).writerow([csv_cell(cell) for cell in cells])
    return held.getvalue()


def csv_cell(cell: Cell) -> str:
    r"""A value as the text of a cell: lists joined by "; ", numbers in full, truths as true and false.

    >>> csv_cell('=HYPERLINK("http://…")')
    '\'=HYPERLINK("http://…")'
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell.normalize(), "f") if cell else "0"
        case int() | float():
            return str(cell)
        case list():
            return _harmless("; ".join(cell))
        case _:
            return _harmless(cell)


def _harmless(text: str) -> str:
    line = safe_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
