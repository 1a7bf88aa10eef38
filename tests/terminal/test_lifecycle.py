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
from pathlib import Path

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
    line = os.open(Path(f"/proc/{terminal.child.pid}/fd/1").readlink(), os.O_RDWR | os.O_NOCTTY)
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
    number = os.tcgetpgrp(terminal.child.child_fd)
    terminal.press("\x1a")
    wait_for_leaving(terminal, 1)
    terminal.settle()
    entered = count_of(terminal, b"\x1b[?1049h")
    terminal.press("kill %1\n")
    terminal.wait_until(lambda: not Path(f"/proc/{number}").exists(), "the end")
    terminal.press(f"wait {number}; echo code $?\n")
    terminal.wait_for("code 143")
    assert count_of(terminal, b"\x1b[?1049h") == entered


def test_inside_tmux_a_job_is_stopped_and_brought_back(seed, tmp_path):
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")

    def tmux(*arguments):
        return subprocess.run(["tmux", "-S", tmp_path / "socket", *arguments], capture_output=True, text=True, check=True).stdout

    def wait_for(words):
        end = time.monotonic() + LIMIT_SECONDS
        while words not in (shown := tmux("capture-pane", "-p")):
            assert time.monotonic() < end, f"{words!r} never came:\n{shown}"

    folders = [f"-eBRIEFING_TUI_{name}={tmp_path / name}" for name in ("CONFIG", "STATE", "CACHE", "DATA")]
    shell = ["env", "PS1=ready> ", "LANG=C.UTF-8", "bash", "--norc", "-i"]
    tmux("-f", os.devnull, "new-session", "-d", "-x", "100", "-y", "30", *folders, *shell)
    try:
        wait_for("ready>")
        tmux("send-keys", program(seed), "Enter")
        wait_for("$275M")
        tmux("send-keys", "C-z")
        wait_for("Stopped")
        assert "$275M" not in tmux("capture-pane", "-p")
        tmux("send-keys", "fg", "Enter")
        wait_for("$275M")
        tmux("send-keys", "q")
        wait_for("ready>")
        tmux("send-keys", "echo code $?", "Enter")
        wait_for("code 0")
    finally:
        tmux("kill-server")


FAILURES = {
    "drawing": "import briefing_tui.tui.widgets.source_reader as m; m.SourceReader.draw_line = fail",
    "composing": "import briefing_tui.tui.screens.files_screen as m; m.FilesScreen.compose = fail",
    "a key": "import briefing_tui.tui.screens.explorer_screen as m; m.ExplorerScreen.toggle_help = fail",
    "a message": "import briefing_tui.tui.files_app as m; m.FilesApp.on_arrived = fail",
    "a thread": "import briefing_tui.tui.files_app as m; m.FilesApp._take_in = fail",
    "a callback": "import asyncio\nimport briefing_tui.tui.files_app as m\n"
    "m.FilesApp.begin = lambda self: asyncio.get_running_loop().call_soon(fail)",
    "a task": "import asyncio\nimport briefing_tui.tui.files_app as m\n"
    "async def task(): fail()\nm.FilesApp.begin = lambda self: asyncio.get_running_loop().create_task(task()) and None",
    "the screen being taken over": "import briefing_tui.tui.terminal.driver as m; m.TerminalDriver._tell_size = fail",
    "the thread that reads keys": "import briefing_tui.tui.terminal.keyboard as m; m.Keyboard._tell = fail",
    "Textual's own start": "import textual.screen as m; m.Screen._on_mount = fail",
    "Textual's own layout": "import textual.screen as m; m.Screen._refresh_layout = fail",
    "the end": "import briefing_tui.tui.files_app as m; m.FilesApp.on_unmount = fail",
    "Textual's own end": "import briefing_tui.tui.files_app as m; m.FilesApp._shutdown = fail",
}


@pytest.mark.parametrize("where", FAILURES)
def test_a_failure_is_one_line_and_a_log_without_a_word_of_the_document(start, seed, tmp_path, where):
    (tmp_path / "sitecustomize.py").write_text(
        f"def fail(*arguments, **options):\n    local = {SECRET!r}\n    raise ValueError(local)\n{FAILURES[where]}\n"
    )
    terminal = start(seed, PYTHONPATH=str(tmp_path))
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.sent, "the screen")
    fails_at_once = {"drawing", "composing", "the screen being taken over", "Textual's own start", "Textual's own layout"}
    if where not in fails_at_once:
        terminal.wait_until(lambda: "embassy" in "\n".join(terminal.lines()) or not terminal.child.isalive(), "the records")
    if where not in fails_at_once and terminal.child.isalive():
        terminal.child.send("?" if where in {"a key", "the thread that reads keys"} else "q")
    assert terminal.wait_for_end() == 70
    assert_given_back(terminal)
    after = terminal.sent[terminal.sent.rindex(LEFT) + len(LEFT) :].decode().strip()
    log = tmp_path / "briefing_tui_state" / "failures.log"
    assert after == f"briefing-tui failed; details are in {log}"
    assert SECRET.encode() not in terminal.sent
    assert SECRET not in log.read_text("utf-8")
    assert "in fail" in log.read_text("utf-8")
    assert log.read_text("utf-8").endswith("ValueError\n\n")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def leave(terminal, how):
    match how:
        case "q":
            terminal.press("\x03")
            assert terminal.wait_for_end() == 0
        case "hang up":
            assert os.waitstatus_to_exitcode(terminal.hang_up()) == 129


@pytest.mark.parametrize("how", ["q", "hang up", "SIGTERM"])
def test_the_last_place_in_files_comes_back(start, seed, how):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("/norway\r")
    terminal.wait_for("›•Norway")
    if how == "SIGTERM":
        os.kill(terminal.child.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 143
    else:
        leave(terminal, how)
    terminal = start(seed)
    terminal.wait_for("Back where you left off · esc clears the query")
    terminal.wait_for("›•Norway")
    terminal.press("\x1b")
    terminal.wait_for("› Norway")
    assert "•" not in "\n".join(terminal.lines())
    leave(terminal, "q")


def test_the_position_in_the_text_comes_back(start, seed):
    terminal = start(seed, size=(100, 24))
    terminal.wait_for("$275M")
    terminal.press("4")
    terminal.press("\x1b[6~")
    shown = terminal.lines()[terminal.line_of("4 Source text") + 1 : -2]
    leave(terminal, "q")
    terminal = start(seed, size=(100, 24))
    terminal.wait_for("Back where you left off")
    terminal.wait_for("$275M")
    terminal.settle()
    assert terminal.lines()[terminal.line_of("4 Source text") + 1 : -2] == shown
    assert "back to the records" in terminal.lines()[-1]
    leave(terminal, "q")


def test_a_killed_session_has_written_down_where_it_was(start, seed, tmp_path):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("3jj")
    places = tmp_path / "briefing_tui_state" / "places"
    terminal.wait_until(lambda: any(not one.name.startswith(".") for one in places.glob("*")), "a place")
    os.kill(terminal.child.pid, signal.SIGKILL)
    terminal.wait_for_end()
    terminal = start(seed)
    terminal.wait_for("Back where you left off")
    terminal.wait_until(lambda: terminal.screen.cursor is not None and b"embassy" in terminal.sent, "the records")
    terminal.settle()
    leave(terminal, "q")
    assert "pane events" in next(places.iterdir()).read_text("utf-8")


@pytest.mark.parametrize("how", ["q", "hang up"])
def test_the_last_query_and_place_in_a_library_come_back_unless_another_query_is_given(start, library, how):
    terminal = start("browse", "--library", library)
    terminal.wait_for("3 of 3")
    terminal.press("/poland\r")
    terminal.wait_for("2 hits: 1 reaction · 1 text")
    leave(terminal, how)
    terminal = start("browse", "--library", library)
    terminal.wait_for("Back where you left off · esc clears the query")
    terminal.wait_for("poland · 1 of 1")
    assert "› Poland" in "\n".join(terminal.lines())
    terminal.press("\x1b")
    terminal.wait_for("1 of 3")
    leave(terminal, "q")
    terminal = start("browse", "--library", library, "stance:support", "-source:tass")
    terminal.wait_for("1 of 1")
    assert "Back where" not in "\n".join(terminal.lines())
    leave(terminal, "q")


def test_a_broken_memory_is_nobodys_trouble(start, seed, tmp_path):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("3jj")
    leave(terminal, "q")
    (place,) = (tmp_path / "briefing_tui_state" / "places").iterdir()
    place.write_bytes(b"\xff\x1b[2J" * 100)
    terminal = start(seed)
    terminal.wait_for("embassy")
    assert "Back where" not in "\n".join(terminal.lines())
    leave(terminal, "q")
    assert re.search("places/[0-9a-f]+ is ignored", (tmp_path / "briefing_tui_state" / "failures.log").read_text("utf-8"))


def test_a_failure_before_any_key_is_not_come_back_to(start, seed, tmp_path):
    terminal = start(seed)
    terminal.wait_for("embassy")
    terminal.press("3jj")
    leave(terminal, "q")
    (tmp_path / "sitecustomize.py").write_text(
        "import briefing_tui.tui.screens.explorer_screen as m\ndef fail(*a): raise ValueError\nm.go_back_to = fail\n"
    )
    assert start(seed, PYTHONPATH=str(tmp_path)).wait_for_end() == 70
    assert list((tmp_path / "briefing_tui_state" / "places").iterdir()) == []


def test_a_kiosk_is_not_stopped_remembers_nothing_and_gives_the_terminal_back(start, library, tmp_path):
    terminal = start("--kiosk", library, "--even-if-unsafe")
    terminal.wait_for("3 of 3")
    terminal.press("3\x1a")
    os.kill(terminal.child.pid, signal.SIGTSTP)
    terminal.press("?")
    terminal.wait_for("Help")
    assert LEFT not in terminal.sent
    os.kill(terminal.child.pid, signal.SIGTERM)
    assert terminal.wait_for_end() == 143
    assert_given_back(terminal)
    assert not (tmp_path / "briefing_tui_state").exists()
