from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.search_box import LONGEST_QUERY, SearchBox


def typed(*keys):
    box = SearchBox()
    for key in keys:
        box.press(key, key if len(key) == 1 else {"space": " "}.get(key))
    return box


def test_letters_and_spaces_are_inserted_at_the_caret():
    assert typed("n", "o", "space", "r").text == "no r"
    box = typed("a", "c", "left", "b")
    assert (box.text, box.caret) == ("abc", 2)


def test_the_keys_of_a_shell_edit_the_line():
    assert typed("a", "b", "backspace").text == "a"
    assert typed("a", "b", "home", "delete").text == "b"
    assert typed("a", "space", "b", "c", "ctrl+w").text == "a "
    assert typed("a", "b", "ctrl+u", "c").text == "c"
    assert typed("a", "b", "left", "ctrl+k").text == "a"


def test_other_keys_are_not_for_the_box():
    assert not SearchBox().press("f5", None)
    assert not SearchBox().press("ctrl+x", "\x18")


def test_lines_that_are_pasted_are_words_side_by_side():
    box = SearchBox()
    box.insert("ukraine\rdrones\r\nkyiv\r")
    assert box.text == "ukraine drones kyiv"


def test_what_is_pasted_becomes_one_harmless_line():
    box = SearchBox()
    box.insert("a\x1b[31m\nb" * 200)
    assert box.text.isprintable()
    assert len(box.text) == LONGEST_QUERY


def test_a_thousand_characters_are_taken():
    box = SearchBox()
    box.insert("norway " * 1000)
    assert len(box.text) == LONGEST_QUERY == 1000
    assert not box.press("x", "x") or len(box.text) == 1000


def test_marks_that_are_typed_after_their_letter_stay():
    assert typed("क", "\u093f", "ก", "\u0e35").text == "किกี"
    assert typed("e", "\u0301", "x").text == "e\u0301x"
    assert typed("\u0301").text == "·"
    assert typed("a", "space", "\u0301").text == "a ·"


@given(
    st.lists(st.sampled_from(["a", "日", "left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+k", "space"])),
    st.integers(4, 20),
)
def test_the_caret_stays_in_the_text_and_in_sight(keys, room):
    box = typed(*keys)
    assert 0 <= box.caret <= len(box.text)
    before, under, after = box.visible(room)
    assert width_cells(before + (under or " ") + after) <= room
