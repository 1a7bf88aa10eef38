"""Parquet keeps types."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing_tui.exporting.columns import COLUMNS
from briefing_tui.model import AidPackage, Briefing

pytest.importorskip("pyarrow")


def test_columns_have_types_and_numbers_are_exact(briefing: Briefing) -> None:
    import pyarrow.parquet as files

    from briefing_tui.exporting.parquet_file import write_parquet

    held = io.BytesIO()
    assert write_parquet(((briefing, record) for record in briefing.records), held) == 5
    table = files.read_table(held)
    assert table.schema.names == [column.name for column in COLUMNS]
    first = table.to_pylist()[0]
    assert (first["amount"], first["donors"], first["needs_review"], first["start"]) == (Decimal(275_000_000), ["USA"], False, 21)
    assert first["stance"] is None


def test_a_number_no_column_can_hold_is_left_out(briefing: Briefing) -> None:
    import pyarrow.parquet as files

    from briefing_tui.exporting.parquet_file import write_parquet

    package = briefing.records[0]
    assert isinstance(package, AidPackage)
    held = io.BytesIO()
    write_parquet([(briefing, replace(package, amount=Decimal("1E+60"), tranche=2**70))], held)
    (row,) = files.read_table(held).to_pylist()
    assert (row["amount"], row["tranche"], row["currency"]) == (None, None, "USD")


def test_nothing_makes_an_empty_table() -> None:
    import pyarrow.parquet as files

    from briefing_tui.exporting.parquet_file import write_parquet

    held = io.BytesIO()
    assert write_parquet([], held) == 0
    assert files.read_table(held).num_rows == 0
