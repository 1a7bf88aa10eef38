"""Characters for terminals that do not know all of Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.tui.terminal.charset import approximate

CHARSETS = ["ascii", "iso8859-1", "iso8859-15", "cp1252", "koi8-r", "cp866", "gb18030", "shift_jis", "linux"]


def shown(text: str, charset: str) -> str:
    return "".join(approximate(character, charset) for character in text)


@pytest.mark.parametrize(
    ("text", "charset", "expected"),
    [
        ("│─┼├└ •›»→←↑↓…", "ascii", "|-+++ *>>><^v~"),
        ("“Kyiv” ‘no’ – — ‑", "ascii", "\"Kyiv\" 'no' - - -"),
        ("€275 £1 ¥2 ₴3", "ascii", "E275 L1 Y2 U3"),
        ("déjà Zürich Łódź ß ²", "ascii", "deja Zurich Lodz s 2"),
        ("✓ ✗ × ½ ™", "ascii", "V x x ? ?"),
        ("Київ Москва", "ascii", "Kiiv Moskva"),
        ("déjà €", "iso8859-1", "déjà E"),
        ("déjà €", "iso8859-15", "déjà €"),
        ("Москва “é” │", "koi8-r", 'Москва "e" |'),
        ("字😀Ａ", "ascii", "????A "),
        ("e\u0301\u200b", "ascii", "e"),
        ("│─┼ •›→… “é” Київ Łódź ½ 字", "linux", '|-+ *>>~ "é" Київ Łódź ½ ??'.replace("|-+", "│─┼")),
    ],
)
def test_what_comes_near(text, charset, expected):
    assert shown(text, charset) == expected


def test_no_byte_is_sent_that_a_terminal_could_take_for_a_control():
    assert approximate("›", "cp1252") == ">"  # 9B there, which begins a sequence elsewhere
    assert approximate("─", "koi8-r") == "-"  # 80 there


@given(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from(CHARSETS))
def test_whatever_it_is_it_can_be_sent_and_takes_as_many_cells(character, charset):
    near = approximate(character, charset)
    assert cell_len(near) == cell_len(character)
    sent = near.encode("utf-8" if charset == "linux" else charset)
    assert charset == "linux" or not any(0x80 <= byte < 0xA0 for byte in sent)


@given(st.characters(max_codepoint=126, min_codepoint=32), st.sampled_from(CHARSETS))
def test_ascii_is_itself_everywhere(character, charset):
    assert approximate(character, charset) == character


@given(st.characters(exclude_categories=["Cs"]))
def test_in_utf_8_everything_is_itself(character):
    assert approximate(character, "utf-8") == character
