"""The program as a person starts it."""

import os
import re
import termios

import pytest
from tests.tui.briefings import HOSTILE_TEXT

SEQUENCE = re.compile(
    rb"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])|\x1b(?P<esc>.)|(?P<c0>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])"
)
ALLOWED_CSI = re.compile(
    rb"(?:[0-9;]*m|(?:[0-9]+(?:;[0-9]+)?)?H|[0-9]*[ABCDXL]|[JK]|(?:[0-9]+;[0-9]+)?r|\?(?:7|25|1049|2004)[hl])$"
)
INVISIBLE = re.compile("[\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\ufe00-\ufe0f\U000e0000-\U000e0fff]")
COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:\b3[0-8]|\b4[0-8]|\b9[0-7]|\b10[0-7])[0-9;]*m")


def unexpected(sent: bytes, *, copying: bool = False) -> list[bytes]:
    """Whatever the program sent that an explorer has no reason to send."""
    odd: list[bytes] = []
    for match in SEQUENCE.finditer(sent):
        kind = match.lastgroup
        value = match[kind]
        if kind == "csi" and ALLOWED_CSI.match(value):
            continue
        if kind == "osc" and copying and value.startswith(b"52;c;"):
            continue
        odd.append(match[0])
    odd += [character.encode() for character in INVISIBLE.findall(sent.decode("utf-8", "replace"))]
    return odd


def assert_restored(terminal) -> None:
    """The terminal is as it was before: main screen, cursor shown, its line discipline."""
    for switch in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"):
        assert switch in terminal.sent
    assert b"Traceback" not in terminal.sent


@pytest.fixture
def seed(root):
    return root / "seeds" / "example.txt"


def test_a_newcomer_finds_reads_copies_and_leaves(start, tmp_path):
    terminal = start()
    terminal.wait_for("see all keys with ?")
    terminal.wait_for("embassy")
    assert "/ search" in terminal.lines()[-1]
    terminal.press("/norway")
    terminal.wait_for("1 hit: 1 reaction")
    terminal.wait_for("›•Norway")
    terminal.press("\r")
    terminal.press("\r")
    terminal.wait_for("back to the records")
    assert "y copy quote" in terminal.lines()[-1]
    text = terminal.lines()[terminal.line_of("4 Source text") + 1 : -2]
    sentence = next(
        index for index, line in enumerate(text) if line.startswith("› - Norwegian Foreign Minister Espen Barth Eide")
    )
    assert text[sentence + 1].endswith("commitment to an international convention opposing landmine use.")
    assert 1 <= sentence <= len(text) // 2
    terminal.press("y")
    terminal.wait_for("copied.txt")
    copied = (tmp_path / "briefing_tui_state" / "copied.txt").read_text("utf-8")
    assert copied.startswith("“Norwegian Foreign Minister Espen Barth Eide criticized the decision")
    assert re.search(r"2024-11-20, characters \d+–\d+ \[b:65c9", copied)
    assert b"\x1b]52;c;" in terminal.sent
    terminal.press("q")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)
    assert unexpected(terminal.sent, copying=True) == []


def test_the_first_frame_shows_the_text_and_then_the_records(start, seed):
    terminal = start(seed, "--published", "2024-11-20")
    terminal.wait_for("The Biden administration announced on Wednesday")
    terminal.wait_for("$275M")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_line_settings_of_the_terminal_are_restored(start, seed):
    terminal = start(seed)
    terminal.wait_for("Source text")
    assert not termios.tcgetattr(terminal.child.child_fd)[3] & (termios.ECHO | termios.ICANON)
    terminal.child.send("q")
    assert terminal.wait_for_end() == 0
    assert termios.tcgetattr(terminal.child.child_fd)[3] & termios.ECHO
    assert termios.tcgetattr(terminal.child.child_fd)[3] & termios.ICANON


def test_leaving_while_the_records_are_being_read_is_an_ordinary_end(start, seed):
    for _ in range(8):
        terminal = start(seed)
        terminal.wait_for("Source text")
        terminal.child.send("q")
        assert terminal.wait_for_end() == 0


def test_leaving_while_a_source_keeps_silent_does_not_wait_for_it(start, seed, tmp_path):
    pipe = tmp_path / "silent"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    try:
        terminal = start(seed, pipe)
        terminal.wait_for("embassy")
        terminal.child.send("q")
        assert terminal.wait_for_end() in {0, 3}
    finally:
        os.close(writer)


def test_a_window_can_shrink_and_grow(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    for size in [(60, 20), (40, 12), (20, 5), (3, 2), (200, 60), (100, 30)]:
        terminal.resize(*size)
        assert terminal.child.isalive()
    terminal.wait_for("1 Aid")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_hostile_text_reaches_the_terminal_harmless(start, tmp_path):
    path = tmp_path / "hostile\x1b[31m.txt"
    path.write_bytes(HOSTILE_TEXT.encode("utf-8", "surrogatepass") + b"\nUkraine received 20 tanks\x1b[2J from Poland.\n")
    terminal = start(path, tmp_path / "missing\x1b]0;x\x07.txt")
    terminal.wait_for("[the mines] [sic] [/red] [@click=app.quit]press[/]")
    terminal.settle()
    for keys in ("2", "w", "\x1b", "3", "4", "G", "/mines", "\r", "n", "?", "\x1b", "!", "\x1b", "4", "g"):
        terminal.press(keys)
    terminal.wait_for("␛[31mred")
    assert unexpected(terminal.sent) == []
    terminal.press("\x03")
    terminal.wait_for_end()
    assert unexpected(terminal.sent) == []


def test_an_idle_screen_sends_nothing(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.settle(quiet_seconds=2)
    assert terminal.read(2) == b""


def test_keys_cost_few_bytes(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.settle()
    for pane in ("1", "2", "3"):
        terminal.press(pane)
        downs = sorted(terminal.press("j") for _ in range(11))
        assert downs[5] <= 900
        assert downs[-1] <= 2500
    terminal.press("4")
    assert terminal.press("\x1b[6~") <= 12_000


@pytest.mark.parametrize(("term", "down"), [("xterm-256color", rb"\x1b\[\d+L"), ("vt100", rb"\x1bM")])
def test_what_the_terminal_was_told_to_move_and_erase_looks_like_a_frame_drawn_anew(start, seed, term, down):
    terminal = start(seed, size=(120, 30), TERM=term)
    terminal.wait_for("embassy")
    for keys in ("jjj", "2jjjjjjjj", "jjkkkkkk", "3jjjjjjjj", "4jjkkk\x04\x15", "gjjGqkkk"):
        for key in keys:
            terminal.press(key)
        terminal.settle(quiet_seconds=1)
        shown = terminal.lines()
        terminal.screen.reset()
        terminal.press("\x0c")
        terminal.wait_for("Source text")
        terminal.settle(quiet_seconds=1)
        assert terminal.lines() == shown, f"after {keys!r}"
    assert re.search(rb"r\x1b\[\d+H\n+\x1b\[r", terminal.sent)
    assert re.search(down, terminal.sent)
    assert bool(re.search(rb"\x1b\[\d+X", terminal.sent)) == (term != "vt100")


def test_a_terminal_without_erasing_gets_blanks(start, seed):
    terminal = start(seed, TERM="vt100")
    terminal.wait_for("embassy")
    terminal.press("2jjjjjjj")
    assert re.search(rb"\x1b\[\d+X", terminal.sent) is None


def test_stray_bytes_and_absurd_sequences_are_survived(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press(b"\xff\xfe\x80")
    terminal.press(b"\x1b[99999999999u")
    terminal.press(b"\x1b[<999999;999999;999999M")
    assert terminal.child.isalive()
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_terminal_that_goes_away_ends_the_program(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    status = terminal.hang_up()
    assert os.WIFEXITED(status) or os.WIFSIGNALED(status)


def test_without_colour_no_colour_is_sent(start, seed):
    terminal = start(seed, NO_COLOR="1")
    terminal.wait_for("embassy")
    terminal.press("/ukraine\r")
    assert COLOUR.search(terminal.sent) is None
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("term", ["linux", "screen", "tmux-256color", "xterm", "vt220"])
def test_other_terminals_get_at_most_sixteen_colours_and_the_same_words(start, seed, term):
    terminal = start(seed, TERM=term)
    terminal.wait_for("embassy")
    terminal.wait_for("International reactions")
    assert b"38;2;" not in terminal.sent
    assert b"38;5;" not in terminal.sent
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_missing_file_beside_a_good_one_is_told_and_the_rest_is_shown(start, seed, tmp_path):
    terminal = start(tmp_path / "missing.txt", seed)
    terminal.wait_for("1 problem: !")
    terminal.wait_for("embassy")
    terminal.press("q")
    assert terminal.wait_for_end() == 3
    assert b"missing.txt" in terminal.sent[terminal.sent.rindex(b"\x1b[?1049l") :]


def test_a_textual_that_draws_otherwise_draws_itself(start, seed, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "from inspect import signature\n"
        "import inspect\n"
        "inspect.signature = lambda function: signature(lambda other: other)"
        " if getattr(function, '__qualname__', '') == 'ChopsUpdate.__init__' else signature(function)\n"
    )
    terminal = start(seed, PYTHONPATH=str(tmp_path))
    terminal.wait_for("embassy")
    terminal.press("2jj\r")
    terminal.wait_for("back to the records")
    terminal.press("\x0cqq")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)
    assert "in a way that is not known here" in (tmp_path / "briefing_tui_state" / "failures.log").read_text("utf-8")
