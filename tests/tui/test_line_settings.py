"""The settings of a terminal's line."""

import os
import termios

import pytest

from briefing_tui.tui.terminal.line_settings import LineSettings

EVERY_BYTE = bytes(range(256))


@pytest.fixture
def line():
    """Both ends of a pseudo-terminal whose line changes all that it can change."""
    ends = os.openpty()
    settings = termios.tcgetattr(ends[1])
    settings[0] |= termios.ICRNL | termios.IXON | termios.ISTRIP | termios.PARMRK | termios.BRKINT | termios.INPCK
    settings[3] |= termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN
    termios.tcsetattr(ends[1], termios.TCSANOW, settings)
    yield ends
    for end in ends:
        os.close(end)


def test_every_byte_arrives_at_once_and_as_it_was_typed(line):
    LineSettings(line[1]).take_over()
    for byte in EVERY_BYTE:
        os.write(line[0], bytes([byte]))
        assert os.read(line[1], 10) == bytes([byte])


def test_what_is_sent_is_sent_as_it_is(line):
    LineSettings(line[1]).take_over()
    os.write(line[1], b"a\nb\r\n")
    assert os.read(line[0], 100) == b"a\nb\r\n"


def test_the_settings_are_given_back_as_they_were_and_only_once(line):
    before = termios.tcgetattr(line[1])
    settings = LineSettings(line[1])
    settings.take_over()
    settings.take_over()
    assert termios.tcgetattr(line[1]) != before
    settings.give_back()
    assert termios.tcgetattr(line[1]) == before
    settings.give_back()
    assert termios.tcgetattr(line[1]) == before


def test_what_is_no_terminal_has_no_settings(tmp_path):
    with (tmp_path / "file").open("w") as file:
        settings = LineSettings(file.fileno())
        settings.take_over()
        settings.give_back()
