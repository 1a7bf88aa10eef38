"""What a terminal sends, split into what was typed, sequences and pastes."""

import codecs
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.tui.terminal.splitting import Pasted, Piece, Sequence, Splitter, Typed

ESCAPE = Sequence("\x1b")
INTERESTING = st.sampled_from(
    [
        "\x1b",
        "\x1b[",
        "\x1bO",
        "\x9b",
        "\x8f",
        "\x1b]",
        "\x9d",
        "\x1bP",
        "\x1b_",
        "\x1b\\",
        "\x9c",
        "\x07",
        "\x18",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[M",
        "\x1b[<",
        "\x1b[[",
        "[A",
        "~",
        "$",
        ";",
        "9" * 30,
        "u",
        "a" * 40,
        "é",
        "字",
        "�",
        "\r",
        "\x7f",
    ]
)
INPUT = st.lists(INTERESTING | st.text(max_size=3), max_size=30).map("".join)


def pieces_of(*parts: str, is_remote: bool = False) -> list[Piece]:
    """What comes of parts that arrive at once, and of the silence after them."""
    return pieces_with_pauses([parts], is_remote=is_remote)


def pieces_with_pauses(bursts: list[tuple[str, ...]], *, is_remote: bool = False) -> list[Piece]:
    """The same with a moment between the bursts, shorter than any patience."""
    splitter = Splitter(escape_seconds=0.1, is_remote=is_remote)
    pieces: list[Piece] = []
    for burst in bursts:
        for part in burst:
            pieces += splitter.feed(part)
        pieces += splitter.rest()
    while splitter.patience is not None:
        pieces += splitter.give_up()
    return pieces


def test_letters_and_control_characters_are_typed():
    assert pieces_of("/norway\r") == [Typed("/norway\r")]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[A",
        "\x1bOA",
        "\x1b[1;5C",
        "\x1b[5~",
        "\x1b[[A",
        "\x1b[3$",
        "\x1b[7^",
        "\x1b[99;5u",
        "\x1b[1;2:3A",
        "\x1bOP",
        "\x1bO5A",
    ],
)
def test_a_sequence_is_one_however_it_is_cut(sequence):
    assert pieces_of(sequence + "j") == [Sequence(sequence), Typed("j")]
    for cut in range(1, len(sequence)):
        assert pieces_with_pauses([(sequence[:cut],), (sequence[cut:] + "j",)]) == [Sequence(sequence), Typed("j")]


def test_8_bit_introducers_are_the_same_as_7_bit_ones():
    assert pieces_of("\x9bA\x8fB\x9d0;x\x9cj") == [Sequence("\x1b[A"), Sequence("\x1bOB"), Typed("j")]


def test_other_8_bit_controls_and_bytes_that_are_no_text_are_nothing():
    assert pieces_of("a\x84\x85\x99\ufffdb") == [Typed("ab")]


def test_escape_alone_is_a_key_after_a_while():
    splitter = Splitter(escape_seconds=0.1)
    assert [*splitter.feed("\x1b"), *splitter.rest()] == []
    assert splitter.patience == 0.1
    assert list(splitter.give_up()) == [ESCAPE]
    assert splitter.patience is None


def test_escape_and_a_letter_at_once_are_the_letter_pressed_with_alt():
    assert pieces_of("\x1bj") == [Sequence("\x1bj")]


def test_escape_and_a_letter_one_after_the_other_are_two_keys():
    assert pieces_with_pauses([("\x1b",), ("j",)]) == [ESCAPE, Typed("j")]


def test_on_a_remote_line_escape_and_a_letter_are_two_keys_though_they_arrive_together():
    assert pieces_of("\x1bj", is_remote=True) == [ESCAPE, Typed("j")]


@pytest.mark.parametrize("bracket", ["[", "]", "O", "P", "_"])
def test_escape_and_then_a_key_that_could_begin_a_sequence_are_two_keys(bracket):
    assert pieces_with_pauses([("\x1b",), (bracket,)]) == [ESCAPE, Typed(bracket)]


def test_escape_twice_is_two_keys():
    assert pieces_of("\x1b\x1b") == [ESCAPE, ESCAPE]
    assert pieces_of("\x1b\x1b[A") == [ESCAPE, Sequence("\x1b[A")]


@pytest.mark.parametrize(
    "string", ["\x1b]0;title\x07", "\x1b]52;c;eA==\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b_Gi=1;OK\x1b\\", "\x1bX\x18"]
)
def test_a_control_string_is_nothing(string):
    assert pieces_of(string + "j") == [Typed("j")]
    assert pieces_of(*string, "j") == [Typed("j")]


@pytest.mark.parametrize("string", ["\x1b]0;title", "\x1bPquit", "\x9dq"])
def test_a_control_string_without_an_end_is_nothing_and_keys_work_after_a_second(string):
    splitter = Splitter(escape_seconds=0.1)
    assert [*splitter.feed(string), *splitter.rest()] == []
    assert splitter.patience == 1
    assert list(splitter.give_up()) == []
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


def test_a_sequence_within_a_control_string_ends_it():
    assert pieces_of("\x1b]0;x\x1b[Aj") == [Sequence("\x1b[A"), Typed("j")]


@pytest.mark.parametrize("broken", ["\x1b[1;", "\x1b[", "\x1b[M!", "\x1b[" + "9" * 5000, "\x1b[?", "\x1bO1"])
def test_a_sequence_without_an_end_never_becomes_text(broken):
    splitter = Splitter(escape_seconds=0.1)
    pieces = [*splitter.feed(broken), *splitter.rest()]
    assert splitter.patience == 0.1
    pieces += splitter.give_up()
    assert all(piece == Sequence("\x1b[") for piece in pieces)
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


def test_escape_leaves_a_control_string_without_an_end():
    assert pieces_with_pauses([("\x1b_q",), ("\x1b",)]) == [ESCAPE]


def test_a_sequence_that_is_far_too_long_is_skipped_to_its_end():
    assert pieces_of("\x1b[" + "1;" * 3000 + "Aj") == [Typed("j")]


def test_a_key_within_a_sequence_ends_it():
    assert pieces_of("\x1b[12\rj") == [Typed("\rj")]


def test_the_mouse_of_x10_takes_three_characters_with_it():
    assert pieces_of("\x1b[M !\u00ffj") == [Sequence("\x1b[M !\u00ff"), Typed("j")]


def test_a_paste_is_one_piece_whatever_is_in_it():
    assert pieces_of("\x1b[200~one\rq\x03\x1b[A two\x1b[201~j") == [Pasted("one\rq\x03\x1b[A two"), Typed("j")]


def test_the_end_of_a_paste_cannot_be_made_of_8_bit_controls():
    assert pieces_of("\x1b[200~a\x9b201~q\x1b[201~j") == [Pasted("a\x9b201~q"), Typed("j")]


def test_of_a_long_paste_the_first_thousand_characters_count():
    assert pieces_of("\x1b[200~" + "x" * 5000, "y" * 5000 + "\x1b[201~j") == [Pasted("x" * 1000), Typed("j")]


def test_a_paste_without_an_end_is_over_when_it_stands_still():
    splitter = Splitter(escape_seconds=0.1)
    assert [*splitter.feed("\x1b[200~abc\x1b[20"), *splitter.rest()] == []
    assert splitter.patience == 2
    assert list(splitter.give_up()) == [Pasted("abc")]
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


def test_an_end_of_a_paste_that_never_began_is_nothing():
    assert pieces_of("\x1b[201~j") == [Typed("j")]


def test_sixty_four_letters_at_once_are_typed_and_one_more_makes_a_paste_of_them():
    assert pieces_of("a" * 64) == [Typed("a" * 64)]
    assert pieces_of("a" * 65) == [Pasted("a" * 65)]


def test_a_flood_lasts_until_the_line_is_quiet():
    splitter = Splitter(escape_seconds=0.1)
    pieces = [*splitter.feed("line\r" * 1000), *splitter.rest(), *splitter.feed("quit\x1b[Aq"), *splitter.rest()]
    assert pieces == [Pasted("line\r" * 200)]
    assert splitter.patience == 0.35
    assert list(splitter.give_up()) == []
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


def test_backspace_held_down_is_no_paste():
    assert pieces_of("\x7f" * 200) == [Typed("\x7f" * 200)]
    assert pieces_of("\x7f" * 2000) == [Pasted("\x7f" * 1000)]


def test_after_drowning_everything_is_dropped_until_the_line_is_quiet():
    splitter = Splitter(escape_seconds=0.1)
    next(splitter.feed("\x1b[A\x1b[B"))
    splitter.drown()
    assert [*splitter.feed("\x1b[Bj"), *splitter.rest(), *splitter.give_up()] == []
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


@given(INPUT, st.booleans())
@example("\x1b[M\x1b[A", False)
@example("\x1b[200~\x1b[20\x1b[201~", False)
@example("a" * 64 + "\ufffd" + "a", False)
def test_it_makes_no_difference_how_the_input_is_cut(text, is_remote):
    whole = pieces_of(text, is_remote=is_remote)
    assert joined(pieces_of(*text, is_remote=is_remote)) == joined(whole)
    half = len(text) // 2
    assert joined(pieces_of(text[:half], text[half:], is_remote=is_remote)) == joined(whole)


@given(st.lists(INPUT, max_size=6), st.booleans())
def test_a_key_after_a_silence_always_arrives(bursts, is_remote):
    splitter = Splitter(escape_seconds=0.1, is_remote=is_remote)
    for burst in bursts:
        list(splitter.feed(burst))
        list(splitter.rest())
    if splitter.patience is not None:
        list(splitter.give_up())
    assert splitter.patience is None
    assert [*splitter.feed("\x1b[Bj"), *splitter.rest()] == [Sequence("\x1b[B"), Typed("j")]


@given(st.lists(INPUT, max_size=6))
def test_what_is_kept_is_bounded_and_sequences_never_come_out_as_text(bursts):
    splitter = Splitter(escape_seconds=0.1)
    for burst in bursts:
        for piece in (*splitter.feed(burst), *splitter.rest()):
            assert isinstance(piece, Sequence) or len(piece.text) <= 1000
            if isinstance(piece, Typed):
                assert not set(piece.text) & {"\x1b", "\x9b", "\x9d", "\ufffd"}
        assert len(splitter._buffer) <= 64


@given(st.binary(max_size=400), st.sampled_from(["utf-8", "ascii", "iso8859-1", "koi8-r", "cp1251", "gb18030", "shift_jis"]))
def test_any_bytes_in_any_charset_are_survived(data, charset):
    decoder = codecs.getincrementaldecoder(charset)("replace")
    splitter = Splitter(escape_seconds=0.1)
    for start, end in pairwise([*range(0, len(data), 3), len(data)]):
        list(splitter.feed(decoder.decode(data[start:end])))
    list(splitter.rest())
    list(splitter.give_up())
    assert [*splitter.feed("j"), *splitter.rest()] == [Typed("j")]


def joined(pieces: list[Piece]) -> list[Piece]:
    """What was typed in several pieces as one."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and isinstance(piece, Typed) and isinstance(whole[-1], Typed):
            whole[-1] = Typed(whole[-1].text + piece.text)
        else:
            whole.append(piece)
    return whole
