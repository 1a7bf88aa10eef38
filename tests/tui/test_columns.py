import pytest
from tests.tui.briefings import harbour, hostile

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.columns import GAP, fit_table, line_count, narrow_line, table_line
from briefing_tui.tui.rows import PANES, RowText, pane_records, row_text


def rows(pane, *briefings):
    return [row_text(record) for one in briefings for record in pane_records(one, pane)]


def test_wide_panes_show_names_and_narrow_ones_codes():
    wide = fit_table("aid", rows("aid", harbour()), 120)
    narrow = fit_table("aid", rows("aid", harbour()), 56)
    assert "United States → Ukraine" in dict(table_line("aid", rows("aid", harbour())[0], wide))["flow"]
    assert "USA → UKR" in dict(table_line("aid", rows("aid", harbour())[0], narrow))["flow"]


def test_an_empty_column_takes_no_room():
    row = RowText(("what", "", "announced", "asserted"), ("what", "", "announced", "asserted"))
    assert [name for name, _ in table_line("aid", row, fit_table("aid", [row], 80))] == ["what", "status", "modality"]


def test_a_narrow_package_has_two_lines_and_its_items_one():
    package = rows("aid", harbour())[0]
    assert line_count("aid", 40, is_part=False) == 2
    assert line_count("aid", 40, is_part=True) == 1
    assert "".join(cell for _, cell in narrow_line("aid", package, 1, 38)) == "  USA → UKR       announced · asserted"


def test_a_narrow_item_tells_status_and_modality_only_when_they_are_not_the_usual():
    usual = RowText(("HIMARS", "", "announced", "asserted"), ("HIMARS", "", "announced", "asserted"), 1)
    rare = RowText(("HIMARS", "", "delivered", "claimed"), ("HIMARS", "", "delivered", "claimed"), 1)
    assert narrow_line("aid", usual, 0, 30) == [("what", "  HIMARS".ljust(30))]
    assert "".join(cell for _, cell in narrow_line("aid", rare, 0, 32)) == "  HIMARS     delivered · claimed"


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("room", [0, 1, 5, 13, 38, 61, 90, 140])
def test_every_line_fills_its_room_and_never_more(pane, room):
    some = rows(pane, harbour(), hostile())
    table = fit_table(pane, some, room)
    for row in some:
        cells = table_line(pane, row, table)
        assert sum(width_cells(cell) for _, cell in cells) + GAP * max(0, len(cells) - 1) <= max(room, GAP * len(cells))
        for line in (0, 1):
            if room >= 13:
                assert sum(width_cells(cell) for _, cell in narrow_line(pane, row, line, room)) <= room


def test_a_long_item_runs_on_over_the_empty_column_beside_it():
    package = RowText(("$5M", "United States → Ukraine", "announced", "asserted"), ("$5M", "USA → UKR", "announced", "asserted"))
    name = "High Mobility Artillery Rocket Systems"
    item = RowText((name, "", "announced", "asserted"), (name, "", "announced", "asserted"), 1)
    widths = fit_table("aid", [package, item], 78)
    first, second = table_line("aid", package, widths), table_line("aid", item, widths)
    assert [column for column, _ in first] == ["what", "flow", "status", "modality"]
    assert [column for column, _ in second] == ["what", "status", "modality"]
    assert second[0][1].startswith(f"  {name}")
    assert len("  ".join(cell for _, cell in first)) == len("  ".join(cell for _, cell in second))
