import itertools

import pytest
from tests.tui.briefings import harbour, hostile

from briefing_tui.model.panes import PANES, pane_records
from briefing_tui.telling.rows import FORMS, RowText, row_text
from briefing_tui.telling.wording import actor_brief_names, actor_names
from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.columns import GAP, fit_narrow_form, fit_table, fit_table_form, line_count, narrow_line, table_line


def rows(pane, *briefings):
    return [row_text(record) for one in briefings for record in pane_records(one, pane)]


def row(*cells, indent=0):
    """A row that writes actors the same way in every form."""
    return RowText((cells,) * len(FORMS), indent)


@pytest.mark.parametrize(("room", "flow"), [(120, "United States → Ukraine"), (90, "US → Ukraine"), (56, "USA → UKR")])
def test_tables_write_actors_as_fully_as_they_have_room_for(room, flow):
    package = next(one for one in rows("aid", harbour()) if one.cells[1])
    several = [package, row("a" * 50, *package.cells[1:])]
    widths = (max(16, room - 62), {120: 24, 90: 12, 56: 9}[room], 9, 8)
    form = fit_table_form("aid", several, widths)
    assert dict(table_line("aid", package, widths, form))["flow"].strip() == flow


def test_one_row_that_is_too_long_does_not_turn_the_names_of_all_others_into_codes():
    long = row("a very long list of actors", "embassy closed", "act", "words", "asserted")
    norway = RowText(tuple((name, "opposes", "act", "words", "asserted") for name in ("Norway", "Norway", "NOR")))
    assert fit_narrow_form("reactions", [long, norway, norway], 30) == FORMS.index(actor_brief_names)
    assert fit_table_form("reactions", [long, norway, norway], (10, 10, 5, 16, 8)) == FORMS.index(actor_names)


def test_where_names_would_be_cut_throughout_there_are_codes():
    event = RowText(
        tuple(("2025-02-02", "strike", sides, "Kharkiv", "claimed") for sides in ("Russia → Ukraine",) * 2 + ("RUS → UKR",))
    )
    form = fit_narrow_form("events", [event], 36)
    assert "".join(cell for _, cell in narrow_line("events", event, 1, 36, form)) == "  2025-02-02 · RUS → UKR     Kharkiv"


def test_a_narrow_reaction_tells_who_vouches_only_where_it_is_not_the_text_itself():
    asserted = row("Norway", "opposes", "paraphrased", "condemned the strike", "asserted")
    reported = row("Norway", "opposes", "paraphrased", "condemned the strike", "reported")
    assert "".join(cell for _, cell in narrow_line("reactions", asserted, 1, 30)) == "  condemned the strike        "
    assert "".join(cell for _, cell in narrow_line("reactions", reported, 1, 30)) == "  condemned the str…  reported"


def test_an_empty_column_takes_no_room():
    package = row("what", "", "announced", "asserted")
    assert [name for name, _ in table_line("aid", package, fit_table("aid", [package], 80))] == ["what", "status", "modality"]


def test_a_narrow_package_has_two_lines_and_its_items_one():
    package = rows("aid", harbour())[0]
    assert line_count("aid", 40, is_part=False) == 2
    assert line_count("aid", 40, is_part=True) == 1
    assert "".join(cell for _, cell in narrow_line("aid", package, 1, 38, 1)) == "  US → Ukraine    announced · asserted"


def test_a_narrow_item_tells_status_and_modality_only_when_they_are_not_the_usual():
    usual = row("HIMARS", "", "announced", "asserted", indent=1)
    rare = row("HIMARS", "", "delivered", "claimed", indent=1)
    assert narrow_line("aid", usual, 0, 30) == [("what", "  HIMARS".ljust(30))]
    assert "".join(cell for _, cell in narrow_line("aid", rare, 0, 32)) == "  HIMARS     delivered · claimed"


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("room", [0, 1, 5, 13, 38, 61, 90, 140])
def test_every_line_fills_its_room_and_never_more(pane, room):
    some = rows(pane, harbour(), hostile())
    table = fit_table(pane, some, room)
    for one, form in itertools.product(some, range(len(FORMS))):
        cells = table_line(pane, one, table, form)
        assert sum(width_cells(cell) for _, cell in cells) + GAP * max(0, len(cells) - 1) <= max(room, GAP * len(cells))
        for line in (0, 1):
            if room >= 13:
                assert sum(width_cells(cell) for _, cell in narrow_line(pane, one, line, room, form)) <= room


def test_a_long_item_runs_on_over_the_empty_column_beside_it():
    package = row("$5M", "United States → Ukraine", "announced", "asserted")
    name = "High Mobility Artillery Rocket Systems"
    item = row(name, "", "announced", "asserted", indent=1)
    widths = fit_table("aid", [package, item], 78)
    first, second = table_line("aid", package, widths), table_line("aid", item, widths)
    assert [column for column, _ in first] == ["what", "flow", "status", "modality"]
    assert [column for column, _ in second] == ["what", "status", "modality"]
    assert second[0][1].startswith(f"  {name}")
    assert len("  ".join(cell for _, cell in first)) == len("  ".join(cell for _, cell in second))
