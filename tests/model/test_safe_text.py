import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.safe_text import MOST_MARKS, safe_cells, safe_json, safe_line

BANNED_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
BLANKS_THAT_ARE_NOT_SPACES = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2065\u2800\u3164\ufe00\ufe0f\uffa0\U000e0100\U000e01ef"
)


def test_control_characters_become_their_pictures():
    assert safe_cells("a\x00b\x1bc\x7fd") == "a␀b␛c␡d"


def test_c1_controls_are_shown_as_replacement_characters():
    assert safe_cells("\x80\x9b31m\x9d") == "��31m�"


def test_escape_sequences_stay_readable_but_powerless():
    assert safe_line("\x1b]52;c;UFdO\x07 \x1b[2J") == "␛]52;c;UFdO␇ ␛[2J"


def test_bidirectional_controls_are_shown():
    assert safe_line("a\u202eb\u2066c\u200fd\u061ce") == "a�b�c�d�e"


def test_tags_private_characters_and_lone_surrogates_are_shown():
    assert safe_line("\U000e0041|\ue000|\ud800|\uffff") == "�|�|�|�"


def test_flags_are_shown_as_the_letters_they_are_written_with():
    assert safe_cells("🇺🇦 and 🇳🇴") == "UA and NO"


def test_separators_never_break_a_line():
    assert "\u2028" not in safe_line("a\u2028b\u2029c\x85d")
    assert safe_line("a\u2028b") == "a�b"


def test_characters_that_show_nothing_are_left_out_of_lines_and_marked_in_cells():
    assert safe_line("zero\u200bwidth soft\u00adhyphen") == "zerowidth softhyphen"
    assert safe_cells("zero\u200bwidth") == "zero·width"


def test_white_space_of_every_kind_is_one_plain_space_in_a_line():
    assert safe_line("  a\t\tb\n\nc\u00a0\u3000d ") == "a b c d"


def test_cells_keep_every_offset():
    text = "a\x1b\u200b\u202e日\n\u0301"
    assert len(safe_cells(text)) == len(text)


def test_an_ordinary_text_is_left_alone():
    text = "“Espen Barth Eide” — 155 mm, €272 million, São Tomé, 日本, Київ, 🚀"
    assert safe_cells(text) == text
    assert safe_line(text) == text


def test_marks_that_letters_need_are_kept():
    assert safe_line("e\u0301 ệ हिन्दी שָׁלוֹם ไทยน้ำ") == "e\u0301 ệ हिन्दी שָׁלוֹם ไทยน้ำ"


def test_marks_piled_on_one_letter_are_bounded():
    assert safe_cells("a" + "\u0301" * 10) == "a" + "\u0301" * MOST_MARKS + "·" * (10 - MOST_MARKS)


def test_a_mark_without_a_letter_has_nothing_to_climb_on():
    assert safe_cells("\u0301a") == "·a"
    assert safe_cells("a \u0301") == "a ·"


@given(st.text(st.characters(), max_size=60))
def test_nothing_that_steers_or_hides_ever_comes_out(text):
    for safe in (safe_cells(text), safe_line(text)):
        assert not [character for character in safe if unicodedata.category(character) in BANNED_CATEGORIES]
        assert not [character for character in safe if character in BLANKS_THAT_ARE_NOT_SPACES and character != "\u2800"]
        assert not [character for character in safe if character.isspace() and character != " "]
        safe.encode("utf-8")


@given(st.text(st.characters(), max_size=60))
def test_cells_are_as_many_as_code_points(text):
    assert len(safe_cells(text)) == len(text)


@given(st.text(st.characters(), max_size=60))
def test_what_is_safe_stays_as_it_is(text):
    once = safe_line(text)
    assert safe_line(once) == once
    assert safe_cells(safe_cells(text)) == safe_cells(text)


def test_every_single_code_point_is_safe():
    for code in range(0x110000):
        (safe,) = safe_cells("x" + chr(code))[1:]
        assert unicodedata.category(safe) not in BANNED_CATEGORIES, hex(code)


def test_json_keeps_letters_and_escapes_what_could_steer_a_terminal_or_hide():
    assert safe_json('"Élysée 日本 🚀"') == '"Élysée 日本 🚀"'
    assert safe_json('"a\x7fb\x9bc\u202ed\ufeffe\ud800f"') == r'"a\u007fb\u009bc\u202ed\ufeffe\ud800f"'
    assert safe_json('"\U000e0041"') == '"\\udb40\\udc41"'


@given(st.text())
def test_json_means_the_same_as_before_and_is_harmless(text: str):
    escaped = safe_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert not {unicodedata.category(character) for character in escaped} & BANNED_CATEGORIES
