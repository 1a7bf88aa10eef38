"""How large a terminal is taken to be."""

import fcntl
import os
import struct
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.terminal.sizes import clamp_size, is_too_small, terminal_size, told_size, words_of_too_small


@pytest.fixture
def terminal():
    descriptors = os.openpty()
    yield descriptors[1]
    for descriptor in descriptors:
        os.close(descriptor)


def resize(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


@pytest.mark.parametrize(
    ("claimed", "size"),
    [
        ((120, 40), (120, 40)),
        ((20, 5), (20, 5)),
        ((500, 200), (500, 200)),
        ((501, 201), (500, 200)),
        ((65535, 65535), (500, 200)),
        ((3, 2), (3, 2)),
        ((0, 0), (80, 24)),
        ((0, 40), (80, 40)),
        ((120, 0), (120, 24)),
    ],
)
def test_the_size_is_what_the_terminal_claims_within_bounds(terminal, claimed, size):
    resize(terminal, *claimed)
    assert terminal_size(terminal) == size


def test_the_environment_has_no_say(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "7")
    monkeypatch.setenv("LINES", "7")
    resize(terminal, 100, 30)
    assert terminal_size(terminal) == (100, 30)


def test_what_is_no_terminal_has_the_usual_size(tmp_path):
    with (tmp_path / "file").open("w") as file:
        assert told_size(file.fileno()) is None
        assert terminal_size(file.fileno()) == (80, 24)


@given(st.integers(-5, 10**9), st.integers(-5, 10**9))
def test_every_size_is_brought_within_what_can_be_drawn(width, height):
    columns, rows = clamp_size(width, height)
    assert 1 <= columns <= 500
    assert 1 <= rows <= 200


def test_below_twenty_by_five_a_window_is_too_small():
    assert not is_too_small(20, 5)
    assert is_too_small(19, 5)
    assert is_too_small(20, 4)


@given(st.integers(1, 500))
def test_the_words_for_it_fit(width):
    assert 1 <= len(words_of_too_small(width)) <= width
