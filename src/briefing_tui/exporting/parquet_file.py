"""Parquet, for data frames: the flat columns with types. Importing this module needs pyarrow, the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, Decimal, InvalidOperation
from typing import IO, Any, Final

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from briefing_tui.exporting.columns import COLUMNS, Cell, ColumnType, Source, flat_row
from briefing_tui.model import Record

_ROWS: Final = 10_000
"""Rows of a row group, and all that is held at a time."""
_DIGITS: Final = 38
_DECIMALS: Final = 6


_TYPES: Final[dict[ColumnType, Any]] = {
    "text": pa.string(),
    "list": pa.list_(pa.string()),
    "number": pa.decimal128(_DIGITS, _DECIMALS),
    "count": pa.int64(),
    "fraction": pa.float64(),
    "truth": pa.bool_(),
}


def write_parquet(pairs: Iterable[tuple[Source, Record]], stream: IO[bytes]) -> int:
    """Write the records to `stream`; returns how many."""
    schema = pa.schema([pa.field(column.name, _TYPES[column.type], metadata={"meaning": column.meaning}) for column in COLUMNS])
    written = 0
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _groups(pairs):
            columns = [
                pa.array([_typed(row[place], column.type) for row in rows], type=_TYPES[column.type])
                for place, column in enumerate(COLUMNS)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            written += len(rows)
    return written


def _groups(pairs: Iterable[tuple[Source, Record]]) -> Iterator[list[list[Cell]]]:
    held: list[list[Cell]] = []
    for source, record in pairs:
        held.append(flat_row(source, record))
        if len(held) == _ROWS:
            yield held
            held = []
    if held:
        yield held


def _typed(cell: Cell, kind: ColumnType) -> Any:
    """The cell as its column can hold it; a number beyond 38 digits or 64 bits is left out rather than rounded."""
    if cell is None:
        return None
    if kind == "number":
        try:
            return Decimal(str(cell)).quantize(Decimal(1).scaleb(-_DECIMALS), context=Context(prec=_DIGITS))
        except InvalidOperation:
            return None
    if kind == "count" and isinstance(cell, int) and not -(2**63) <= cell < 2**63:
        return None
    if kind == "text":
        return str(cell).encode("utf-8", "replace").decode()
    if kind == "list" and isinstance(cell, list):
        return [part.encode("utf-8", "replace").decode() for part in cell]
    return cell
