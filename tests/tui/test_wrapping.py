from hypothesis import given
from hypothesis import strategies as st
from tests.tui.briefings import briefing, long_line

from briefing_tui.model.safe_text import safe_cells
from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.wrapping import wrap_document, wrap_excerpt, wrap_line


def lines(text, width):
    wrapped = wrap_document(briefing(text), width)
    return [
        " " * indent + wrapped.cells[start:end]
        for start, end, indent in zip(wrapped.starts, wrapped.ends, wrapped.indents, strict=True)
    ]


def test_lines_break_at_spaces():
    assert lines("the quick brown fox jumps.", 10) == ["the quick", "brown fox", "jumps."]


def test_a_word_longer_than_the_line_is_cut():
    assert lines("abcdefghij.", 4) == ["abcd", "efgh", "ij."]


def test_a_bullet_goes_on_beneath_its_words():
    assert lines("- one two three four.", 11) == ["- one two", "  three", "  four."]


def test_a_heading_is_set_off_by_an_empty_line():
    assert lines("A first sentence.\nReactions\nA second one.", 40) == ["A first sentence.", "", "Reactions", "A second one."]


def test_empty_lines_are_kept():
    assert lines("One.\n\nTwo.", 40) == ["One.", "", "Two."]


def test_an_empty_text_has_one_empty_line():
    assert lines("", 40) == [""]


def test_wide_characters_are_measured_in_cells():
    assert lines("日本語日本語.", 6) == ["日本語", "日本語", "."]


def test_the_line_of_an_offset_is_found():
    wrapped = wrap_document(briefing("the quick brown fox."), 10)
    assert wrapped.line_at(4) == 0
    assert wrapped.line_at(10) == 1


@given(st.text(st.sampled_from("ab  -日\u0301\x1b\u202e🚀\tx"), max_size=120), st.integers(1, 20), st.integers(0, 6))
def test_pieces_fit_and_cover_everything_but_spaces(text, width, hang):
    cells = safe_cells(text)
    pieces = list(wrap_line(cells, 0, len(cells), width, min(hang, width - 1)))
    position = 0
    for number, (start, end) in enumerate(pieces):
        assert cells[position:start].strip(" ") == ""
        room = width if number == 0 else width - min(hang, width - 1)
        assert width_cells(cells[start:end]) <= max(room, 2)
        position = end
    assert cells[position:].strip(" ") == ""


def test_two_million_characters_on_one_line_are_wrapped_in_full():
    document = long_line()
    wrapped = wrap_document(document, 100)
    assert wrapped.ends[-1] == len(document.text)
    assert len(wrapped) < 25_000


def excerpt(text, focus, width, most=2):
    wrapped = wrap_excerpt(text, (0, len(text)), text.index(focus), width, most)
    return [wrapped.cells[start:end] for start, end in zip(wrapped.starts, wrapped.ends, strict=True)]


def test_an_excerpt_that_fits_is_whole():
    assert excerpt("We trade in diamonds.", "trade", 12) == ["We trade in", "diamonds."]


def test_an_excerpt_is_cut_between_words():
    text = "We restrict trade in and use of diamonds."
    assert excerpt(text, "We", 17) == ["We restrict", "trade in and use…"]
    assert excerpt(text, "We", 16) == ["We restrict", "trade in and…"]
    assert excerpt(text, "diamonds", 16) == ["…use of", "diamonds."]


def test_of_a_word_longer_than_the_line_an_excerpt_leaves_out_a_letter():
    assert excerpt("abcdefghijklmnop.", "abc", 6) == ["abcde", "fghi…"]


@given(st.text("ab 界\n", min_size=1), st.data())
def test_an_excerpt_never_leaves_its_lines(text, data):
    focus = data.draw(st.integers(0, len(text) - 1))
    width = data.draw(st.integers(4, 12))
    wrapped = wrap_excerpt(text, (0, len(text)), focus, width, 2)
    assert len(wrapped.cells) == len(text)
    assert 1 <= len(wrapped) <= 2
    for start, end in zip(wrapped.starts, wrapped.ends, strict=True):
        assert 0 <= start <= end <= len(text)
        assert width_cells(wrapped.cells[start:end]) <= width
