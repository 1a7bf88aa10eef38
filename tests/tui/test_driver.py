"""What the driver sends once the terminal has been given back: nothing."""

import asyncio
import fcntl
import os
import pty
import struct
import sys
import termios

import pytest
from textual.app import App

from briefing_tui.tui.terminal import driver as drivers
from briefing_tui.tui.terminal.driver import LEAVE, TerminalDriver


@pytest.fixture
def line(monkeypatch):
    """The far end of a pseudo-terminal that the program under test has for its own."""
    far, near = pty.openpty()
    fcntl.ioctl(near, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.set_blocking(far, False)
    with open(near, closefd=False) as keys, open(near, "w", closefd=False) as screen:
        monkeypatch.setattr(sys, "__stdin__", keys)
        monkeypatch.setattr(sys, "__stdout__", screen)
        monkeypatch.setattr(drivers, "come_to_foreground", lambda *_, **__: True)
        monkeypatch.setattr(TerminalDriver, "_watch_signals", lambda _: None)
        yield far
    os.close(near)
    os.close(far)


def taken(line):
    """What has arrived at the far end since the last time."""
    try:
        return os.read(line, 1 << 20)
    except BlockingIOError:
        return b""


async def taken_until(line, is_all):
    """What arrives at the far end until it is all that is wanted."""
    received = b""
    async with asyncio.timeout(60):
        while not is_all(received):
            received += taken(line)
            await asyncio.sleep(0)
    return received


@pytest.mark.parametrize("is_looked_at_again", [False, True])
async def test_a_picture_that_waited_for_a_busy_terminal_does_not_come_after_it_was_given_back(line, is_looked_at_again):
    driver = TerminalDriver(App())
    driver.start_application_mode()
    display = driver.display
    display.wire.resize(80, 24)
    await taken_until(line, lambda received: received.endswith(b"\x1b[?7l"))
    driver.write("x" * 100_000)
    display.wire.paint(0, 0, [("too late", None)])
    display.show((0, 0))
    driver.stop_application_mode()
    received = await taken_until(line, lambda received: received.endswith(LEAVE.encode()))
    if is_looked_at_again:
        driver._tell_size()
    for _ in range(3):  # Textual closes its widgets now, before it closes the driver
        await asyncio.get_running_loop().run_in_executor(None, driver._outlet.write, b"")
    driver.close()
    assert b"too late" not in received + taken(line)


async def test_what_was_drawn_while_the_terminal_was_given_back_comes_when_it_is_taken_over_again(line):
    driver = TerminalDriver(App())
    driver.start_application_mode()
    driver.display.wire.resize(80, 24)
    driver.stop_application_mode()
    driver.close()
    driver.display.wire.paint(0, 0, [("drawn meanwhile", None)])
    driver.display.show((0, 0))
    await taken_until(line, lambda received: received.endswith(LEAVE.encode()))
    driver.start_application_mode()
    received = await taken_until(line, lambda received: b"drawn meanwhile" in received)
    assert received.count(b"drawn meanwhile") == 1
    driver.stop_application_mode()
    driver.close()
