from base64 import b64decode

from briefing_tui.tui.clipboard import LARGEST_SEQUENCE, copying_of

XTERM = {"TERM": "xterm-256color"}


def test_a_terminal_gets_the_text_in_one_sequence():
    copying = copying_of("“Ørland” said no", XTERM)
    assert copying.sequence == "\x1b]52;c;4oCcw5hybGFuZOKAnSBzYWlkIG5v\x07"
    assert copying.words == "Copied to the clipboard of your terminal, if it allows it"


def test_what_is_too_long_for_terminals_is_not_sent_and_said_so():
    assert len(copying_of("x" * 74_994, XTERM).sequence) == LARGEST_SEQUENCE
    assert copying_of("x" * 74_995, XTERM) == ("", "Too long for a clipboard (100 kB)")


def test_tmux_gets_the_same_with_a_word_on_what_it_needs():
    for environment in ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, {"TERM": "tmux-256color"}):
        copying = copying_of("a", environment)
        assert copying.sequence == "\x1b]52;c;YQ==\x07"
        assert "set -s set-clipboard on" in copying.words


def test_screen_hands_it_on_in_short_pieces():
    copying = copying_of("x" * 600, {"TERM": "screen", "STY": "1.pts-0.host"})
    pieces = copying.sequence.split("\x1b\\")[:-1]
    assert all(piece.startswith("\x1bP") and len(piece) <= 250 for piece in pieces)
    whole = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert b64decode(whole.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"x" * 600


def test_a_console_has_no_clipboard():
    assert copying_of("a", {"TERM": "linux"}).sequence == ""


def test_text_that_is_no_unicode_is_copied_as_far_as_it_is():
    assert copying_of("a\ud800b", XTERM).sequence == "\x1b]52;c;YT9i\x07"


def test_a_vt100_would_print_what_it_does_not_know():
    assert copying_of("quote", {"TERM": "vt100"}) == ("", "A terminal of this kind has no clipboard")
