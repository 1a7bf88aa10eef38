"""The command without a verb: explorer or summary, and where its keys come from."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from briefing_tui.cli.summary import summary_lines
from briefing_tui.model import Briefing


def test_without_a_terminal_a_summary_of_the_bundled_briefing_is_printed_and_says_so(command) -> None:
    outcome = command()
    assert outcome.code == 0
    assert outcome.complaints == [
        "No file was named: this is the bundled example. briefing-tui --help tells how to open your own."
    ]
    assert "2024-11-20" in outcome.out.decode().splitlines()[0]
    assert b"\x1b" not in outcome.out


def test_every_record_of_the_summary_shows_its_words_and_offsets(briefing: Briefing) -> None:
    lines = "\n".join(summary_lines(briefing))
    for title in ("Aid inventory · 2", "International reactions · 2", "Escalation events · 1"):
        assert title in lines
    for quote in (
        "21-41  “$275 million package”",
        "56-62  “HIMARS”",
        "72-100  “labeled the move “reckless.””",
        "113-148  “a drone factory in Belgorod was hit”",
    ):
        assert quote in lines
    assert "reported" in lines


def test_the_summary_keeps_to_its_width(briefing: Briefing) -> None:
    assert max(map(len, summary_lines(briefing))) <= 100


def test_a_summary_of_several_files_names_each(command, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"# The story number {name}\n\nNorway condemned the strike.\n")
    outcome = command("--from", "markdown", tmp_path / "one.txt", tmp_path / "gone.txt", tmp_path / "two.txt")
    assert outcome.code == 3
    text = outcome.out.decode()
    assert text.index("The story number one") < text.index("The story number two")
    assert "gone.txt" in outcome.complaints[0]


def test_a_locale_without_the_characters_gets_escapes(process) -> None:
    outcome = process("-", stdin="Norway’s view.".encode(), PYTHONIOENCODING="ascii")
    assert outcome.code == 0
    assert outcome.out.isascii()


@pytest.fixture
def spawn(environment):
    """Start the command on a terminal of its own, 120 by 40."""
    children = []

    def start(*arguments: str, shell: str | None = None, **variables: str) -> pexpect.spawn:
        program = ["/bin/sh", "-c", shell] if shell else [sys.executable, "-m", "briefing_tui", *arguments]
        child = pexpect.spawn(
            program[0], program[1:], env=environment | {"TERM": "xterm-256color"} | variables, dimensions=(40, 120), timeout=60
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)


def end_of(child: pexpect.spawn) -> tuple[int, bytes]:
    """The exit code of a program that ends by itself, and what it wrote since the last expectation.

    It is waited for before its terminal is closed: closing sends SIGHUP, which a program that is still ending would die of.
    """
    child.expect(pexpect.EOF)
    shown = child.before
    child.wait()
    child.close()
    assert child.exitstatus is not None, f"ended by signal {child.signalstatus}"
    return child.exitstatus, shown


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_gets_the_summary(spawn, term: str) -> None:
    child = spawn(TERM=term)
    code, shown = end_of(child)
    assert code == 0
    assert b"Aid inventory" in shown
    assert b"\x1b" not in shown


def test_plain_prints_the_summary_even_on_a_terminal(spawn) -> None:
    child = spawn("--plain")
    code, shown = end_of(child)
    assert code == 0
    assert b"\x1b" not in shown


def test_on_a_terminal_the_explorer_opens_and_q_quits(spawn) -> None:
    child = spawn()
    child.expect(re.compile(rb"Aid inventory", re.IGNORECASE))
    child.send("q")
    code, _ = end_of(child)
    assert code == 0


def test_a_terminal_and_nothing_to_open_is_one_line_and_no_screen(spawn) -> None:
    child = spawn("no-such-file.txt")
    code, shown = end_of(child)
    assert code == 3
    assert shown.replace(b"\r\n", b"\n") == b"briefing-tui: no-such-file.txt: no such file\n"


def test_a_wrong_command_line_opens_no_screen(spawn) -> None:
    child = spawn("--publishd", "2024-11-20")
    code, shown = end_of(child)
    assert code == 2
    assert b"\x1b" not in shown


def test_documents_by_standard_input_leave_the_keyboard_to_the_explorer(spawn) -> None:
    child = spawn(shell=f"echo 'Norway condemned the strike.' | {sys.executable} -m briefing_tui -")
    child.expect(re.compile(rb"Aid inventory", re.IGNORECASE))
    child.send("q")
    code, _ = end_of(child)
    assert code == 0


def test_documents_by_standard_input_and_no_keyboard_is_exit_code_5(environment) -> None:
    master, slave = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", "-"],
            input=b"Text.",
            stdout=slave,
            stderr=subprocess.PIPE,
            env=environment | {"TERM": "xterm-256color"},
            start_new_session=True,  # without a controlling terminal there is no /dev/tty
            timeout=60,
            check=False,
        )
    finally:
        os.close(slave)
        os.close(master)
    assert done.returncode == 5
    assert done.stderr.decode().count("\n") == 1
    assert "terminal" in done.stderr.decode()
