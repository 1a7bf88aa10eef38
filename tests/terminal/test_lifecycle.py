"""How a session ends, stops and comes back."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import termios
import time

import pexpect
import pytest
from tests.terminal.conftest import LIMIT_SECONDS, Terminal
from tests.tui.libraries import make_library

LEFT = b"\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l"
"""What gives the terminal back."""
SECRET = "the words of a document"


@pytest.fixture
def seed(root):
    return root / "seeds" / "example.txt"


@pytest.fixture
def library(tmp_path):
    return make_library(tmp_path / "archive.sqlite")


@pytest.fixture
def shell(tmp_path):
    """An interactive shell of the kind people have, with a terminal of its own."""
    children = []

    def started(name="sh", **environment):
        if shutil.which(name) is None:
            pytest.skip(f"there is no {name} here")
        child = pexpect.spawn(
            name,
            ["--norc", "-i"] if name == "bash" else ["-i"],
            dimensions=(40, 120),
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                "PS1": "ready> ",
                "ENV": "",
                "BRIEFING_TUI_CACHE": os.environ.get("BRIEFING_TUI_TEST_CACHE", str(tmp_path.parent / "cache")),
                "BRIEFING_TUI_CONFIG": str(tmp_path / "config"),
                "BRIEFING_TUI_STATE": str(tmp_path / "state"),
                **environment,
            },
        )
        child.delaybeforesend = None
        children.append(child)
        terminal = Terminal(child, 120, 40)
        terminal.wait_for("ready>")
        return terminal

    yield started
    for child in children:
        child.close(force=True)


def assert_given_back(terminal):
    """Every mode that was set has been set back after it, and the line is as it was, byte for byte."""
    sent = terminal.sent
    assert sent.rindex(LEFT) > sent.rindex(b"\x1b[?1049h")
    assert b"Traceback" not in sent
    assert termios.tcgetattr(terminal.child.child_fd) == terminal.settings_before


def program(seed):
    return f"{sys.executable} -m briefing_tui {seed}"


def count_of(terminal, switch):
    return terminal.sent.count(switch)


def wait_for_entering(terminal, times):
    terminal.wait_until(lambda: count_of(terminal, b"\x1b[?1049h") >= times, f"the screen for the {times}. time")


def wait_for_leaving(terminal, times):
    terminal.wait_until(lambda: count_of(terminal, b"\x1b[?1049l") >= times, f"the shell's screen for the {times}. time")


def state_of(number):
    """What the system says of a process: R, S, T (stopped) …; empty when it is gone."""
    try:
        with open(f"/proc/{number}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0]
    except OSError:
        return ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1])
def test_a_signal_gives_the_terminal_back_and_is_told_by_the_exit_code(start, seed, number):
    terminal = start(seed)
    terminal.wait_for("embassy")
    os.kill(terminal.child.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert_given_back(terminal)


def test_a_signal_while_the_screen_is_being_opened_gives_the_terminal_back(start, seed):
    for _ in range(3):
        terminal = start(seed)
        terminal.wait_until(lambda t=terminal: b"\x1b[?1049h" in t.sent, "the screen")
        os.kill(terminal.child.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 143
        assert_given_back(terminal)


def test_more_signals_while_it_ends_change_nothing(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(terminal.child.pid, number)
    assert terminal.wait_for_end() in {143, 129, 130}
    assert_given_back(terminal)


def test_a_signal_over_a_library_while_a_source_keeps_silent_or_hits_are_counted_ends_it(start, seed, tmp_path, library):
    pipe = tmp_path / "silent"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    try:
        terminal = start(seed, pipe)
        terminal.wait_for("embassy")
        os.kill(terminal.child.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 143
        assert_given_back(terminal)
    finally:
        os.close(writer)
    terminal = start("browse", "--library", library, "harbour")
    terminal.wait_for("Source text")
    os.kill(terminal.child.pid, signal.SIGTERM)
    assert terminal.wait_for_end() == 143
    assert_given_back(terminal)


def test_a_terminal_that_goes_away_ends_the_program(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    assert os.waitstatus_to_exitcode(terminal.hang_up()) == 129


def test_a_terminal_that_goes_away_ends_the_program_also_where_the_signal_is_ignored(start, seed, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n")
    terminal = start(seed, PYTHONPATH=str(tmp_path))
    terminal.wait_for("embassy")
    assert os.waitstatus_to_exitcode(terminal.hang_up()) == 129


def test_a_broken_pipe_elsewhere_is_no_reason_to_end(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    os.kill(terminal.child.pid, signal.SIGPIPE)
    terminal.press("?")
    terminal.wait_for("Help")
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("ending", ["signal", "key"])
def test_a_terminal_that_takes_nothing_any_more_is_not_waited_for_and_gets_the_last_words(start, seed, ending):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.settle()
    line = os.open(os.readlink(f"/proc/{terminal.child.pid}/fd/1"), os.O_RDWR | os.O_NOCTTY)
    try:
        termios.tcflow(line, termios.TCOOFF)
        terminal.child.send("\x0cjjj")
        began = time.monotonic()
        if ending == "signal":
            os.kill(terminal.child.pid, signal.SIGTERM)
        else:
            terminal.child.send("q")
        assert terminal.wait_for_end() == (143 if ending == "signal" else 0)
        assert time.monotonic() - began < LIMIT_SECONDS / 4
    finally:
        os.close(line)
    assert_given_back(terminal)


def test_a_program_that_is_busy_for_ever_ends_when_it_is_told_to(start, seed, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import time\n"
        "from briefing_tui.tui.screens.explorer_screen import ExplorerScreen\n"
        "ExplorerScreen.toggle_help = lambda self: time.sleep(3600)\n"
    )
    terminal = start(seed, PYTHONPATH=str(tmp_path))
    terminal.wait_for("embassy")
    terminal.press("?")
    os.kill(terminal.child.pid, signal.SIGTERM)
    assert terminal.wait_for_end() == 143
    assert_given_back(terminal)


def test_without_a_shell_that_could_bring_it_back_nothing_stops(start, seed):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("\x1a")
    terminal.wait_for("No shell has started this")
    terminal.wait_for("? help")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_given_back(terminal)


@pytest.mark.parametrize("name", ["sh", "bash"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_job_is_stopped_and_brought_back_in_a_window_of_another_size(shell, seed, name, wrapped):
    terminal = shell(name)
    terminal.child.send(f"sh -c '{program(seed)}; exit $?'\n" if wrapped else f"{program(seed)}\n")
    terminal.wait_for("embassy")
    for times in (1, 2):
        terminal.press("\x1a")
        wait_for_leaving(terminal, times)
        terminal.settle()
        terminal.screen.reset()
        terminal.resize(100 + times, 30 + times)
        terminal.press("echo $((6*7))\n")
        terminal.wait_for("42")
        terminal.child.send("fg\n")
        wait_for_entering(terminal, times + 1)
        terminal.wait_for("1 Aid inventory")
        terminal.wait_for("? help")
        terminal.wait_until(lambda last=29 + times: "? help" in terminal.lines()[last], "the last line")
    terminal.press("q")
    wait_for_leaving(terminal, 3)
    terminal.press("echo code $?\n")
    terminal.wait_for("code 0")


def test_after_a_stop_from_outside_the_whole_screen_is_there_again(shell, seed):
    terminal = shell("bash")
    terminal.child.send(f"{program(seed)}\n")
    terminal.wait_for("embassy")
    terminal.settle()
    number = os.tcgetpgrp(terminal.child.child_fd)
    os.kill(number, signal.SIGSTOP)
    terminal.wait_for("Stopped")
    terminal.settle()
    terminal.screen.reset()
    terminal.press("fg\n")
    terminal.wait_for("1 Aid inventory")
    terminal.wait_for("? help")
    terminal.press("q")
    wait_for_leaving(terminal, 1)
    terminal.press("echo code $?\n")
    terminal.wait_for("code 0")


def test_a_job_that_is_started_or_continued_in_the_background_leaves_the_shell_alone(shell, seed):
    terminal = shell("bash")
    terminal.child.send(f"{program(seed)} &\n")
    terminal.settle(quiet_seconds=1)
    terminal.press("jobs\n")
    terminal.wait_for("Stopped")
    assert b"\x1b[?1049h" not in terminal.sent
    terminal.child.send("fg\n")
    terminal.wait_for("embassy")
    terminal.press("\x1a")
    wait_for_leaving(terminal, 1)
    terminal.settle()
    entered = count_of(terminal, b"\x1b[?1049h")
    terminal.press("bg\n")
    terminal.settle(quiet_seconds=1)
    terminal.press("jobs\n")
    assert count_of(terminal, b"\x1b[?1049h") == entered
    terminal.press("fg\n")
    wait_for_entering(terminal, entered + 1)
    terminal.wait_for("? help")
    terminal.press("q")
    wait_for_leaving(terminal, 2)
    terminal.press("echo code $?\n")
    terminal.wait_for("code 0")


def test_a_stopped_job_can_be_told_to_end(shell, seed):
    terminal = shell("bash")
    terminal.child.send(f"{program(seed)}\n")
    terminal.wait_for("embassy")
    terminal.press("\x1a")
    wait_for_leaving(terminal, 1)
    terminal.settle()
    entered = count_of(terminal, b"\x1b[?1049h")
    terminal.press("kill %1; wait %1; echo code $?\n")
    terminal.wait_for("code 143")
    assert count_of(terminal, b"\x1b[?1049h") == entered
