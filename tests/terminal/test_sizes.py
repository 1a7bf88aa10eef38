"""Windows of all sizes, and the real program in them."""

import os
import signal
from pathlib import Path

import pytest
from tests.terminal.test_program import unexpected


@pytest.fixture
def seed(root):
    return root / "seeds" / "example.txt"


def resident_megabytes(terminal) -> float:
    lines = Path(f"/proc/{terminal.child.pid}/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) / 1024


@pytest.mark.parametrize("size", [(20, 5), (21, 6), (40, 12), (79, 24), (80, 24), (120, 40), (300, 100), (500, 200)])
def test_from_twenty_by_five_to_five_hundred_by_two_hundred_it_shows_records(start, seed, size):
    terminal = start(seed, size=size)
    terminal.wait_for("Aid")
    terminal.press("3")
    terminal.wait_for("Events" if size[0] < 120 else "Escalation events")
    terminal.press("jj/kyiv\r")
    terminal.press("?\x1bwj\x1b4G")
    assert unexpected(terminal.sent) == []
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


def test_a_terminal_that_does_not_say_its_size_is_taken_for_eighty_by_twenty_four(start, seed):
    terminal = start(seed, size=(80, 24))
    terminal.child.setwinsize(0, 0)
    terminal.wait_for("1 Aid")
    terminal.settle()
    terminal.press("\x0c")
    terminal.settle()
    assert terminal.lines()[23].startswith(" enter")
    assert len(terminal.lines()) == 24


def test_beyond_the_largest_size_the_rest_of_the_window_stays_empty(start, seed):
    terminal = start(seed, size=(600, 250))
    terminal.wait_for("embassy")
    terminal.settle()
    assert not any(line[500:].strip() for line in terminal.screen.display)
    assert not any(line.strip() for line in terminal.screen.display[200:])
    assert terminal.lines()[199].startswith(" enter")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_window_that_claims_to_be_enormous_takes_no_more_memory_than_one_that_is_large(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.screen.resize(200, 500)
    terminal.child.setwinsize(65535, 65535)
    terminal.wait_until(lambda: terminal.lines()[199].startswith(" enter"), "a line of keys at the bottom")
    terminal.press("jj4G")
    assert resident_megabytes(terminal) < 150
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


def test_a_storm_of_resizing_settles_in_the_last_size(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    for step in range(100):
        terminal.child.setwinsize(3 + step % 60, 3 + step * 7 % 200)
        os.kill(terminal.child.pid, signal.SIGWINCH)
    terminal.resize(90, 28)
    terminal.wait_until(lambda: terminal.lines()[27].startswith(" enter"), "a line of keys at the bottom")
    terminal.settle(quiet_seconds=1)
    shown = terminal.lines()
    terminal.press("\x0c")
    terminal.settle()
    assert terminal.lines() == shown
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_window_without_room_says_so_in_one_line_and_everything_is_back_when_it_grows(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("2jj")
    terminal.settle()
    before = terminal.lines()
    for size in [(19, 40), (60, 4), (10, 2), (5, 1), (1, 1)]:
        terminal.resize(*size)
        first, *others = terminal.lines()
        assert first in {"terminal too small: 20×5 at least", "terminal too small", "too small", "small", "…"}
        assert not any(others)
    terminal.press("3jjjjGw")
    terminal.resize(120, 40)
    terminal.wait_for("embassy")
    terminal.settle()
    assert terminal.lines() == before
    terminal.resize(6, 2)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
