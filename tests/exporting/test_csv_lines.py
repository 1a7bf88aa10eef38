"""CSV that nothing takes for a formula or a command."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.exporting.columns import COLUMNS
from briefing_tui.exporting.csv_lines import csv_cell, csv_records, csv_row
from briefing_tui.model import Briefing


def test_one_row_a_record_beneath_the_names_of_the_columns(briefing: Briefing) -> None:
    lines = list(csv_records((briefing, record) for record in briefing.records))
    assert len(lines) == 6
    assert all(line.endswith("\r\n") and line.count("\n") == 1 for line in lines)
    rows = list(csv.DictReader(io.StringIO("".join(lines), newline="")))
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert [row["kind"] for row in rows] == ["aid_package", "aid_item", "reaction", "escalation_event", "assessment"]
    assert (rows[0]["donors"], rows[0]["amount"], rows[0]["needs_review"]) == ("USA", "275000000", "false")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "␍=1+1"),
        (" =1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("|cmd", "'|cmd"),
        ("a=1", "a=1"),
        ("two\nlines", "two lines"),
        ("a \x1b[31mred", "a ␛[31mred"),
        (["USA", "org:NATO"], "USA; org:NATO"),
        (["=1"], "'=1"),
        (Decimal("1E+9"), "1000000000"),
        (Decimal("2.50"), "2.5"),
        (Decimal(0), "0"),
        (True, "true"),
        (12, "12"),
        (0.75, "0.75"),
        (None, ""),
    ],
)
def test_a_value_becomes_a_harmless_cell(cell: object, text: str) -> None:
    assert csv_cell(cell) == text  # type: ignore[arg-type]


@given(st.lists(st.text(), min_size=2, max_size=4))
def test_whatever_the_texts_hold_a_row_is_one_line_and_reads_back(cells: list[str]) -> None:
    row = csv_row(cells)
    assert row.count("\n") == 1
    assert row.endswith("\r\n")
    (back,) = csv.reader(io.StringIO(row, newline=""))
    assert len(back) == len(cells)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in back)
