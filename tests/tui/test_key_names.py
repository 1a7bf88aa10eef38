"""Which key a character or a sequence stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from briefing_tui.tui.terminal.key_names import Key, key_of_character, key_of_sequence

CURSOR_KEYS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
BY_NUMBER = {"home": (1, 7), "insert": (2,), "delete": (3,), "end": (4, 8), "pageup": (5,), "pagedown": (6,)}


@pytest.mark.parametrize(("name", "letter"), CURSOR_KEYS.items())
def test_cursor_keys_in_either_mode(name, letter):
    assert key_of_sequence(f"\x1b[{letter}") == Key(name)
    assert key_of_sequence(f"\x1bO{letter}") == Key(name)
    assert key_of_sequence(f"\x1b[1;5{letter}") == Key(f"ctrl+{name}")
    assert key_of_sequence(f"\x1b[1;3{letter}") == Key(f"alt+{name}")
    assert key_of_sequence(f"\x1b[1;6{letter}") == Key(f"ctrl+shift+{name}")


@pytest.mark.parametrize(("name", "numbers"), BY_NUMBER.items())
def test_home_end_and_the_keys_beside_them_as_every_terminal_sends_them(name, numbers):
    for number in numbers:
        assert key_of_sequence(f"\x1b[{number}~") == Key(name)
        assert key_of_sequence(f"\x1b[{number}^") == Key(f"ctrl+{name}")


@pytest.mark.parametrize(
    ("sequence", "name"),
    [
        ("\x1bOP", "f1"),
        ("\x1b[11~", "f1"),
        ("\x1b[[A", "f1"),
        ("\x1b[[E", "f5"),
        ("\x1b[15~", "f5"),
        ("\x1b[17~", "f6"),
        ("\x1b[24~", "f12"),
        ("\x1b[34~", "f20"),
    ],
)
def test_function_keys(sequence, name):
    assert key_of_sequence(sequence) == Key(name)


def test_shift_tab_as_xterm_and_as_the_linux_console_send_it():
    assert key_of_sequence("\x1b[Z") == Key("shift+tab")
    assert key_of_sequence("\x1b\t") == Key("shift+tab")


def test_the_number_block_types_what_is_on_its_keys():
    assert key_of_sequence("\x1bOp") == Key("0", "0")
    assert key_of_sequence("\x1bOo") == Key("slash", "/")
    assert key_of_sequence("\x1bOM") == Key("enter", "\r")


def test_a_key_with_alt_types_nothing():
    assert key_of_sequence("\x1bj") == Key("alt+j")
    assert key_of_sequence("\x1b\x7f") == Key("alt+backspace")


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[99;5u", Key("ctrl+c")),
        ("\x1b[27;5;99~", Key("ctrl+c")),
        ("\x1b[27u", Key("escape", "\x1b")),
        ("\x1b[97;2u", Key("A", "A")),
        ("\x1b[47:63;2u", Key("question_mark", "?")),
        ("\x1b[9;2u", Key("shift+tab")),
        ("\x1b[1092u", Key("ф", "ф")),
        ("\x1b[97;129u", Key("a", "a")),
    ],
)
def test_keys_told_by_their_code_point(sequence, key):
    assert key_of_sequence(sequence) == key


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[?62;22c",  # device attributes
        "\x1b[>41;390;0c",
        "\x1b[=0c",
        "\x1b[0n",  # status
        "\x1b[24;80R",  # where the cursor is
        "\x1b[1;5R",
        "\x1b[?1;1;1R",
        "\x1b[?2026;2$y",  # a mode
        "\x1b[4;1$y",
        "\x1b[8;24;80t",  # sizes
        "\x1b[48;24;80;384;640t",
        "\x1b[?0u",  # what keyboard protocol
        "\x1b[I",  # focus
        "\x1b[O",
        "\x1b[<0;10;10M",  # the mouse
        "\x1b[M !!",
        "\x1b[1;5u",  # no character
        "\x1b[99999999999u",
        "\x1b[55296u",  # half of a character
        "\x1b[1114112u",
        "\x1b[57358u",  # a key for private use
        "\x1b[97;1:3u",  # let go
        "\x1b[1;1:3A",
        "\x1b[99999;99999~",
        "\x1b[1;99999A",
        "\x1b[E",
        "\x1b[~",
        "\x1b[",
    ],
)
def test_what_no_key_sends_is_no_key(sequence):
    key = key_of_sequence(sequence)
    assert key is None or key.name.startswith("alt+")


@pytest.mark.parametrize(
    ("character", "key"),
    [
        ("j", Key("j", "j")),
        ("é", Key("é", "é")),
        (" ", Key("space", " ")),
        ("/", Key("slash", "/")),
        ("?", Key("question_mark", "?")),
        ("]", Key("right_square_bracket", "]")),
        ("\r", Key("enter", "\r")),
        ("\x7f", Key("backspace", "\x7f")),
        ("\x03", Key("ctrl+c", "\x03")),
    ],
)
def test_characters(character, key):
    assert key_of_character(character) == key


@pytest.mark.parametrize("character", ["\x00", "\x84", "\u202e", "\ud800", "\ue000", "\ufeff"])
def test_what_shows_nothing_is_no_key(character):
    assert key_of_character(character) is None


@pytest.mark.parametrize(
    ("sequence", "name"),
    [
        (sequence, keys[0].value)
        for sequence, keys in ANSI_SEQUENCES_KEYS.items()
        if isinstance(keys, tuple)
        and len(keys) == 1
        and keys[0].value.rstrip("0123456789") in {"escape", "f", "enter", "backspace", *CURSOR_KEYS, *BY_NUMBER}
        and "\x1b\x1b" not in sequence
        and ";" not in sequence  # Textual counts F1 with Shift as F13, and so on
        and "$" not in sequence
    ],
)
def test_textual_knows_the_same_keys_by_the_same_names(sequence, name):
    key = key_of_character(sequence) if len(sequence) == 1 else key_of_sequence(sequence)
    assert key is not None
    assert key.name == name


@given(st.from_regex(r"\x1b[\[O][0-?]{0,20}[ -/]{0,2}[@-~]", fullmatch=True))
def test_any_sequence_has_a_name_or_none(sequence):
    key = key_of_sequence(sequence)
    assert key is None or key.name
