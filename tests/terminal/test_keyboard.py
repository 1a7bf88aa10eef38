"""Keys, pastes and everything else that comes from a terminal: the reading thread by itself, then the real program."""

import os
import random
import select
import threading
import time
import tty
from collections.abc import Iterator
from contextlib import suppress

import pytest
from tests.terminal.conftest import LIMIT_SECONDS
from textual import events

from briefing_tui.tui.terminal.keyboard import Allowance, Keyboard

MEGABYTES_5 = 5_000_000


class Typist:
    """Somebody at a pseudo-terminal, and the events that come of it."""

    def __init__(self, charset: str = "utf-8", *, is_remote: bool = False) -> None:
        self.line, self.terminal = os.openpty()
        tty.setraw(self.terminal)
        self.events: list[events.Event] = []
        self.is_lost = threading.Event()
        self.keyboard = Keyboard(
            self.terminal, charset, is_remote=is_remote, on_message=self.events.append, on_lost=self.is_lost.set
        )
        self.keyboard.start()

    def type(self, keys: bytes) -> None:
        while keys:
            keys = keys[os.write(self.line, keys[:4096]) :]

    def wait_for(self, count: int) -> list[str]:
        """Names of the keys once there are so many events; a paste is "paste" with its length."""
        end = time.monotonic() + LIMIT_SECONDS
        while len(self.events) < count:
            assert time.monotonic() < end, f"only {self.names()} came"
            threading.Event().wait(0.01)
        return self.names()

    def wait_for_last(self, name: str) -> None:
        end = time.monotonic() + LIMIT_SECONDS
        while self.names()[-1:] != [name]:
            assert time.monotonic() < end, f"{name} never came"
            threading.Event().wait(0.01)

    def names(self) -> list[str]:
        return [
            f"paste {len(event.text)}" if isinstance(event, events.Paste) else getattr(event, "key", "other")
            for event in self.events
        ]

    def pause(self) -> None:
        """Wait until all has been read and nothing that was begun is waited for any more."""
        end = time.monotonic() + LIMIT_SECONDS
        quiet = 0
        while quiet < 30:
            assert time.monotonic() < end
            waits = select.select([self.terminal], [], [], 0)[0] or self.keyboard._patience is not None
            quiet = 0 if waits else quiet + 1
            threading.Event().wait(0.01)

    def leave(self) -> None:
        self.keyboard.stop()
        for descriptor in (self.line, self.terminal):
            with suppress(OSError):
                os.close(descriptor)


@pytest.fixture
def typist() -> Iterator[Typist]:
    one = Typist()
    yield one
    one.leave()


def test_keys_come_as_events_with_their_characters(typist):
    typist.type("/é字\r".encode())
    assert typist.wait_for(4) == ["slash", "é", "字", "enter"]
    assert [event.character for event in typist.events] == ["/", "é", "字", "\r"]


def test_a_letter_whose_bytes_come_one_by_one_is_one_letter(typist):
    for byte in "字".encode():
        typist.type(bytes([byte]))
    assert typist.wait_for(1) == ["字"]


@pytest.mark.parametrize(
    ("charset", "typed", "names"),
    [
        ("koi8-r", b"\xcb\xc9\xc5\xd7", ["к", "и", "е", "в"]),
        ("iso8859-1", b"\xe9\xfc", ["é", "ü"]),
        ("cp1252", b"\x80", ["euro_sign"]),
    ],
)
def test_letters_are_typed_in_the_charset_of_the_line(charset, typed, names):
    typist = Typist(charset)
    typist.type(typed)
    assert typist.wait_for(len(names)) == names
    typist.leave()


def test_bytes_that_are_no_text_are_nothing(typist):
    typist.type(b"\xff\xfe\x80\x00\xc3j\xf0\x9f")
    assert typist.wait_for(1) == ["j"]
    typist.type(b"k")
    assert typist.wait_for(2) == ["j", "k"]


def test_escape_alone_comes_after_a_moment(typist):
    typist.type(b"\x1b")
    assert typist.wait_for(1) == ["escape"]


def test_half_a_letter_is_forgotten_after_a_moment():
    typist = Typist("shift_jis")
    typist.type(b"\x81")
    typist.pause()
    typist.type(b"j")
    assert typist.wait_for(1) == ["j"]
    typist.leave()


@pytest.mark.parametrize("sequence", [b"\x1b[B", b"\x1bOB", b"\x1b[6~", b"\x1b[1;5B", b"\xe5\xad\x97"])
def test_a_sequence_may_come_byte_by_byte(sequence):
    typist = Typist(is_remote=True)
    for byte in sequence:
        typist.type(bytes([byte]))
    assert len(typist.wait_for(1)) == 1
    assert "escape" not in typist.names()
    typist.leave()


@pytest.mark.parametrize(
    "begun", [b"\x1b]0;title", b"\x1bP+q", b"\x1b_Gx", b"\x1b[12;", b"\x1b[M!", b"\x1b[200~pasted", b"\x1b" * 3]
)
def test_after_what_was_begun_and_never_ended_keys_work(typist, begun):
    typist.type(begun)
    typist.pause()
    typist.type(b"j")
    typist.wait_for_last("j")
    assert set(typist.names()) <= {"j", "paste 6", "escape"}


def test_nothing_that_a_terminal_answers_or_reports_is_a_key(typist):
    for answer in (
        b"[?62;22c",
        b"[>41;390;0c",
        b"[0n",
        b"[24;80R",
        b"[?2026;2$y",
        b"[I",
        b"[O",
        b"[<0;3;4M",
        b"[M !!",
        b"[?1u",
        b"[8;9;9t",
    ):
        typist.type(b"\x1b" + answer)
    typist.type(b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|XTerm(390)\x1b\\\x1b_Gi=1;OK\x1b\\j")
    assert typist.wait_for(1) == ["j"]


def test_a_size_told_in_band_counts_where_the_system_knows_none(typist):
    typist.type(b"\x1b[48;70000;99999;0;0t\x1b[48;0;0;0;0t\x1b[48;30;90;0;0tj")
    typist.wait_for_last("j")
    assert [event.size for event in typist.events[:-1]] == [(500, 200), (90, 30)]


def test_five_megabytes_in_brackets_are_one_paste_of_a_thousand_characters(typist):
    typist.type(b"\x1b[200~" + b"q\r" * (MEGABYTES_5 // 2) + b"\x1b[201~j")
    assert typist.wait_for(2) == ["paste 1000", "j"]


def test_five_megabytes_without_brackets_are_a_paste_too_until_the_line_is_quiet(typist):
    typist.type(b"q\r" * (MEGABYTES_5 // 2))
    assert typist.wait_for(1) == ["paste 1000"]
    typist.pause()
    typist.type(b"j")
    assert typist.wait_for(2) == ["paste 1000", "j"]


@pytest.mark.parametrize("unit", [b"\x1b[B", b"\x1b[I\x1b[O", b"\x1b[<35;10;10M", b"\x1b]0;x\x07", b"\x03", b"\x9b", b"\x1b"])
def test_of_a_flood_no_more_keys_come_than_can_be_answered(typist, unit):
    typist.type(unit * (500_000 // len(unit)))
    typist.pause()
    typist.type(b"j")
    typist.wait_for_last("j")
    assert len(typist.events) < 2_000


@pytest.mark.parametrize("seed", range(6))
def test_noise_of_any_kind_is_survived(seed):
    random_bytes = random.Random(seed)
    typist = Typist(random_bytes.choice(["utf-8", "koi8-r", "ascii", "shift_jis"]), is_remote=seed % 2 == 0)
    for _ in range(40):
        typist.type(random_bytes.randbytes(random_bytes.randrange(400)))
    typist.pause()
    typist.type(b"\x1b[B")
    typist.wait_for_last("down")
    typist.leave()


def test_a_terminal_that_goes_away_is_told_once(typist):
    os.close(typist.line)
    assert typist.is_lost.wait(LIMIT_SECONDS)
    assert typist.events == []


def test_a_stopped_keyboard_leaves_what_is_typed_to_others(typist):
    typist.keyboard.stop()
    typist.type(b"ls\r")
    assert os.read(typist.terminal, 10) == b"ls\r"
    assert typist.events == []


def test_an_allowance_is_used_up_and_comes_back():
    now = 0.0
    allowance = Allowance(2, 10, clock=lambda: now)
    assert [allowance.takes() for _ in range(3)] == [True, True, False]
    now = 0.1
    assert [allowance.takes() for _ in range(2)] == [True, False]
    now = 100
    assert [allowance.takes() for _ in range(3)] == [True, True, False]


@pytest.fixture
def explorer(start, root):
    terminal = start(root / "seeds" / "example.txt")
    terminal.wait_for("embassy")
    terminal.settle()
    return terminal


def assert_works(terminal) -> None:
    """A search that is begun, typed and left, and the end."""
    terminal.press("/norway")
    terminal.wait_for("1 hit")
    terminal.press("\r")
    terminal.child.send("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("brackets", [(b"\x1b[200~", b"\x1b[201~"), (b"", b"")])
def test_a_huge_paste_is_never_run_as_keys_and_the_program_answers_after_it(explorer, brackets):
    before = explorer.lines()
    begin, end = brackets
    explorer.child.send(begin + b"/x\rq" * (MEGABYTES_5 // 4) + end)
    explorer.settle(quiet_seconds=1)
    assert explorer.lines()[:-2] == before[:-2]
    assert_works(explorer)


def test_of_a_huge_paste_into_the_search_a_thousand_characters_are_taken(explorer):
    explorer.press("/")
    explorer.child.send(b"\x1b[200~" + b"norway " * (MEGABYTES_5 // 7) + b"\x1b[201~")
    explorer.wait_for("norway norway")
    explorer.press(b"\x1b")
    assert_works(explorer)


def test_reports_and_answers_cost_nothing(explorer):
    before = explorer.lines()
    flood = b"\x1b[I\x1b[O" * 300 + b"\x1b[?62c\x1b[1;1R\x1b[48;10;10;0;0t\x1b[<0;5;5M\x1b[<0;5;5m\x1b]11;rgb:0/0/0\x07"
    assert explorer.press(flood) == 0
    assert explorer.lines() == before
    assert_works(explorer)


@pytest.mark.parametrize("term", ["linux", "vt100", "screen", "rxvt", "xterm-256color"])
def test_cursor_keys_of_every_terminal_move(start, root, term):
    terminal = start(root / "seeds" / "example.txt", TERM=term)
    terminal.wait_for("embassy")
    terminal.press("2")
    rows = {}
    for keys in (b"\x1b[H", b"\x1b[1~", b"\x1b[7~", b"\x1bOH"):
        terminal.press(b"\x1bOB\x1b[B")
        terminal.press(keys)
        rows[keys] = marked_rows(terminal)
    assert len(set(rows.values())) == 1
    first = rows[b"\x1b[H"]
    for keys in (b"\x1b[F", b"\x1b[4~", b"\x1b[8~", b"\x1bOF"):
        terminal.press(keys)
        assert marked_rows(terminal) != first
        terminal.press(b"\x1b[H")
    terminal.press(b"\x1b[15~\x1b[17~\x1b[24~\x1bOS\x1b[[E\x1b[2~\x1b[3~")
    assert marked_rows(terminal) == first
    terminal.child.send("q")
    assert terminal.wait_for_end() == 0


def marked_rows(terminal) -> tuple[str, ...]:
    """The lines with the sign of a selected row."""
    return tuple(line for line in terminal.lines() if "›" in line or ">" in line)
