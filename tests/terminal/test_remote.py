"""What the program really sends at the end of a slow line."""

from statistics import median

import pytest
from tests.terminal.test_program import unexpected
from tests.tui.libraries import make_library
from tests.tui.test_remote import many

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


@pytest.fixture
def library(tmp_path):
    return make_library(tmp_path / "archive.sqlite", *many())


def test_keys_over_ssh_cost_what_they_may(start, library):
    terminal = start("browse", "--library", library, **SSH)
    terminal.wait_for("1 of 20")
    terminal.settle()
    assert len(terminal.sent) <= 12_000
    downs = [terminal.press("j") for _ in range(15)]
    assert median(downs) <= 300
    terminal.wait_for("4 Excerpt")
    terminal.press("4")
    terminal.wait_for("4 Source text")
    assert terminal.press("\x1b[6~") <= 5_500
    terminal.press("q")
    assert median([terminal.press("\t") for _ in range(8)]) <= 500
    terminal.press("1/")
    assert max(terminal.press(letter) for letter in "harbour") <= 1_500
    assert unexpected(terminal.sent) == []


def test_local_draws_as_at_hand_even_over_ssh(start, library):
    terminal = start("browse", "--local", "--library", library, **SSH)
    terminal.wait_for("1 of 20")
    for _ in range(3):
        terminal.press("j")
    assert "4 Source text" in "\n".join(terminal.lines())


@pytest.mark.parametrize("keys", ["", "/harb", "?", "b", "w", "4"])
def test_whatever_is_open_an_idle_screen_sends_nothing(start, library, keys):
    terminal = start("browse", "--remote", "--library", library)
    terminal.wait_for("1 of 20")
    terminal.press(keys)
    terminal.settle(quiet_seconds=2)
    assert terminal.read(2) == b""


def test_the_terminals_cursor_stands_on_the_selected_row_and_at_the_caret(start, library):
    terminal = start("browse", "--remote", "--library", library)
    terminal.wait_for("1 of 20")
    for key in ("j", "j", "j"):
        terminal.press(key)
        line = terminal.lines()[terminal.screen.cursor.y]
        assert line[terminal.screen.cursor.x :].startswith("›")
    terminal.press("/abc")
    assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (5, 38)
    terminal.resize(60, 20)
    assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (5, 18)
    assert "/abc" in terminal.lines()[18]
    terminal.press("\x1b")
    terminal.wait_for("quit")
    assert terminal.lines()[terminal.screen.cursor.y].startswith("›")
