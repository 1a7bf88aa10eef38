"""Pipes, full disks, closed descriptors, interrupts: as processes of their own."""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

COMMAND = [sys.executable, "-m", "briefing_tui"]
LINE = json.dumps({"id": "a", "text": "Norway condemned the strike."}).encode() + b"\n"


def streaming(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """`extract` waiting for lines of JSON."""
    return subprocess.Popen(
        [*COMMAND, "extract", "--from", "jsonl", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_the_first_result_is_printed_before_the_input_ends(environment) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "--from", "jsonl", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(LINE)
        running.stdin.flush()
        ready, _, _ = select.select([running.stdout], [], [], 60)
        assert ready, "nothing was printed while the input stayed open"
        assert json.loads(running.stdout.readline())["id"] == "a"
        running.stdin.close()
        assert running.wait(60) == 0


def test_a_reader_that_goes_away_is_met_with_silence(environment) -> None:
    with streaming(environment) as running:
        running.stdout.close()
        running.stdin.write(LINE * 3)
        running.stdin.close()
        assert running.wait(60) == 141
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema"], ["extract", "-"], []])
def test_a_full_disk_is_one_clear_line_and_exit_code_6(environment, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], input=b"Text.", stdout=full, stderr=subprocess.PIPE, env=environment, timeout=60, check=False
        )
    assert done.returncode == 6
    assert done.stderr.decode().splitlines()[-1] == "briefing-tui: standard output: No space left on device"


def test_closed_standard_output_is_one_clear_line(environment) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m briefing_tui extract - >&-', sys.executable],
        input=b"Text.",
        stderr=subprocess.PIPE,
        env=environment,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (6, b"briefing-tui: standard output is closed\n")


def test_closed_standard_input_is_one_clear_line(environment) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m briefing_tui extract - <&-', sys.executable],
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, b"briefing-tui: standard input is closed\n")


def test_closed_standard_error_loses_only_the_talk(environment) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m briefing_tui extract no-such-file 2>&-', sys.executable],
        stdout=subprocess.PIPE,
        env=environment,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, b"")


def test_an_interrupt_ends_with_130_and_without_a_word(environment) -> None:
    with streaming(environment) as running:
        running.stdin.write(LINE)
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr.read() == b""


@pytest.mark.parametrize("home", ["/nonexistent", "/dev/null", "/proc"])
def test_a_home_that_cannot_be_written_breaks_nothing(environment, home: str) -> None:
    bare = {name: value for name, value in environment.items() if not name.startswith(("BRIEFING_TUI_", "XDG_"))}
    done = subprocess.run(
        [*COMMAND, "extract", "-"], input=b"Text.", capture_output=True, env=bare | {"HOME": home}, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_takes_no_more_than_a_blink(environment) -> None:
    before = os.times()
    for _ in range(5):
        subprocess.run([*COMMAND, "--help"], stdout=subprocess.DEVNULL, env=environment, timeout=60, check=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    bare = os.times()
    for _ in range(5):
        subprocess.run([sys.executable, "-c", "pass"], stdout=subprocess.DEVNULL, env=environment, timeout=60, check=True)
    python = os.times()
    start = python.children_user + python.children_system - bare.children_user - bare.children_system
    assert cpu <= max(5 * 0.060, 5 * start)


def test_progress_is_shown_to_a_person_whose_data_goes_to_a_file(environment, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(LINE * 3000)
    script = f"{sys.executable} -m briefing_tui extract {tmp_path}/many.jsonl > {tmp_path}/out.jsonl"
    child = pexpect.spawn("/bin/sh", ["-c", script], env=environment | {"TERM": "xterm"}, timeout=60)
    child.expect(rb"\r[\d,]+ briefings")
    child.expect(pexpect.EOF)
    assert child.before.endswith(b"\r")
    assert b"\x1b" not in child.before
    child.wait()  # closing first would send SIGHUP to a program that is still ending
    child.close()
    assert child.exitstatus == 0
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 3000


def test_progress_is_not_shown_where_nobody_watches(environment, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(LINE * 1000)
    done = subprocess.run(
        [*COMMAND, "extract", tmp_path / "many.jsonl"], capture_output=True, env=environment, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
