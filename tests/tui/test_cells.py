from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.model.safe_text import safe_cells
from briefing_tui.tui.cells import clip, fitting, is_one_cell_each, pad, share_width, width_cells

SAFE = st.text(st.characters(), max_size=40).map(safe_cells)


def test_a_text_that_fits_is_not_cut():
    assert clip("Norway", 6) == "Norway"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis():
    assert clip("Norwegian Foreign Minister", 10) == "Norwegian…"


def test_wide_characters_count_two_cells():
    assert width_cells("日本") == 4
    assert clip("日本語", 5) == "日本…"
    assert clip("日本語", 4) == "日…"
    assert pad("日本語", 4) == "日… "


def test_no_room_means_no_text():
    assert clip("anything", 0) == ""
    assert pad("anything", 0) == ""


def test_one_cell_each_is_never_said_of_a_character_that_is_not():
    assert [
        hex(code) for code in range(0x20, 0x30000) if is_one_cell_each(chr(code)) and cell_len(chr(code)) != 1 and code > 0x7F
    ] == []


def test_marks_stay_with_their_letter():
    assert fitting("ae\u0301b", 0, 4, 2) == 3


@given(SAFE, st.integers(0, 30))
def test_clipping_and_padding_keep_to_the_room(text, room):
    assert width_cells(clip(text, room)) <= room
    assert width_cells(pad(text, room)) == room


def test_columns_that_fit_keep_their_natural_width():
    assert share_width([10, 5, 5], [3, 3, 3], 30) == [10, 5, 5]


def test_the_widest_columns_give_way_first():
    assert share_width([20, 5], [4, 4], 15) == [10, 5]


def test_no_column_goes_below_its_least_width_while_another_can_give():
    assert share_width([20, 9], [8, 8], 17) == [9, 8]
    assert share_width([20, 9], [8, 9], 18) == [9, 9]


def test_when_even_the_least_widths_do_not_fit_the_last_columns_go():
    assert share_width([20, 9, 9], [8, 8, 8], 10) == [8, 2, 0]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), min_size=1, max_size=6), st.integers(0, 120))
def test_shared_widths_never_exceed_the_room(columns, room):
    widths = share_width([natural for natural, _ in columns], [least for _, least in columns], room)
    assert sum(widths) <= max(room, 0) or sum(natural for natural, _ in columns) <= room
    assert all(0 <= width <= natural for width, (natural, _) in zip(widths, columns, strict=True))
