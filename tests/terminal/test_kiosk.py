"""A kiosk and people who want more of it than to read."""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.terminal.attacking import QUITTING, Visit, keys, kiosk_command, misdeeds, noise, reports, traced, wishes
from tests.terminal.test_program import COLOUR, SEQUENCE, unexpected
from tests.tui.briefings import quiet
from tests.tui.libraries import make_library

from briefing_tui.cli.sshd_fragment import Account, forced_command

LAUNCHED = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
"""The environment that the printed configuration gives."""
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
UNKNOWN_TERMS = ("../../etc/passwd", "x" * 5000, "\x1b[31mred", "xterm;id", "")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A published library: nothing beside it."""
    made = make_library(tmp_path / "made.sqlite")
    published = tmp_path / "published" / "public.sqlite"
    published.parent.mkdir()
    shutil.copy(made, published)
    return published


def state_of(folder: Path) -> dict[str, tuple[str, int, int]]:
    """What lies in a folder: contents, day of change and mode of each file."""
    return {
        str(one.relative_to(folder)): (hashlib.sha256(one.read_bytes()).hexdigest(), one.stat().st_mtime_ns, one.stat().st_mode)
        for one in folder.rglob("*")
        if one.is_file()
    }


def one_line(error: bytes) -> str:
    """What was said on standard error, which is one line without anything that steers a terminal."""
    (line,) = error.decode().splitlines()
    assert line.startswith("briefing-tui: ")
    assert line.isprintable()
    return line


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, env=LAUNCHED | environment
    )


@needs_strace
def test_no_key_chord_report_paste_or_noise_opens_a_file_to_write_starts_a_program_or_connects(library, tmp_path):
    before = state_of(library.parent)
    log = tmp_path / "trace"
    visit = Visit(traced(kiosk_command(library), log), LAUNCHED)
    visit.attack(keys())
    visit.attack(reports())
    visit.attack(wishes())
    visit.attack(noise(4_000, seed=20241120, without=QUITTING))
    visit.attack(noise(500, seed=20241121))
    visit.leave()
    assert set(visit.codes) == {0}
    assert misdeeds(log, starts=len(visit.codes)) == []
    assert state_of(library.parent) == before
    assert b"Traceback" not in visit.received


def hostile_variables() -> dict[str, str]:
    """What an attacker would like to set; the shared list besides where it lies beside the tree."""
    hostile = {
        "PYTHONPATH": "/tmp/evil",
        "PYTHONSTARTUP": "/tmp/evil/start.py",
        "PYTHONINSPECT": "1",
        "PYTHONWARNINGS": "error",
        "TEXTUAL_DRIVER": "evil:Driver",
        "TEXTUAL_LOG": "textual.log",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_DEBUG": "1",
        "BRIEFING_TUI_LIBRARY": "/etc/passwd",
        "BRIEFING_TUI_DEBUG": "1",
        "EDITOR": "sh",
        "PAGER": "sh",
        "SSH_ORIGINAL_COMMAND": "id > was-here",
        "SSH_CONNECTION": "\x1b[31mx",
        "COLUMNS": "999999999",
        "LINES": "-1",
        "LC_ALL": "../../etc/passwd",
        "LANGUAGE": "$(id)",
        "TZ": "/etc/passwd",
        "HOME": "/dev/full",
        "ENV": "/tmp/evil/env.sh",
    }
    shared = Path(__file__).parents[3] / "shared" / "terminal" / "hostile_inputs.json"
    if shared.is_file():
        for one in json.loads(shared.read_text("utf-8"))["inputs"]:
            if one["class"] == "environment":
                for name, value in variables_of(one).items():
                    hostile.setdefault(name, value)
    return {name: value for name, value in hostile.items() if not name.startswith("LD_") and name not in {"TERM", "PATH"}}


def variables_of(one: dict) -> dict[str, str]:
    """The variables of one of the shared inputs, whichever way it writes them."""
    given = one.get("env") or one.get("environment") or one.get("text") or ""
    pairs = given.items() if isinstance(given, dict) else [given.partition("=")[::2]]
    return {name: str(value).replace("\0", "") for name, value in pairs if re.fullmatch(r"\w+", name)}


@needs_strace
def test_what_the_environment_holds_changes_nothing_and_is_never_shown(library, tmp_path):
    home = tmp_path / "home"
    (home / ".config" / "briefing-tui").mkdir(parents=True)
    (home / ".config" / "briefing-tui" / "config.toml").write_text("this is no TOML")
    hostile = hostile_variables() | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_STATE_HOME": str(home),
        "TMPDIR": str(home),
        "BRIEFING_TUI_STATE": str(home),
        "BRIEFING_TUI_CONFIG": str(home / ".config" / "briefing-tui"),
    }
    before, log = state_of(tmp_path), tmp_path / "trace"
    launcher = forced_command(Account("visitor", sys.executable, str(library), 30, 480)) + " --even-if-unsafe"
    visit = Visit(traced(["/bin/sh", "-c", launcher], log), LAUNCHED | hostile)
    visit.attack([b"/harbour\r", b"y", b"?", b"\x1b"])
    assert "Harbour" in visit.received.decode()
    assert visit.leave() == 0
    assert misdeeds(log, starts=3) == []  # the shell, env, and the program
    assert f"{home}/" not in log.read_text("utf-8", "replace")
    assert state_of(tmp_path) == before | {"trace": state_of(tmp_path)["trace"]}
    for value in hostile.values():
        assert len(value) < 5 or value.encode("utf-8", "surrogateescape") not in visit.received
    assert unexpected(bytes(visit.received), copying=True) == []


@pytest.mark.parametrize("term", UNKNOWN_TERMS)
def test_a_terminal_of_an_unknown_name_is_taken_for_a_vt100(library, term):
    visit = Visit(kiosk_command(library), LAUNCHED | {"TERM": term})
    visit.begin()
    visit.rest(0.3)
    assert visit.leave() == 0
    assert re.search(rb"\x1b\[(?:[0-9;]*;)?(?:3|4|9|10)[0-7]m", visit.received) is None
    assert all(byte < 128 for byte in visit.received)


def test_a_visitor_who_wants_no_colour_gets_none(library):
    visit = Visit(kiosk_command(library), LAUNCHED | {"NO_COLOR": "yes"})
    visit.begin()
    visit.rest(0.3)
    assert visit.leave() == 0
    assert COLOUR.search(visit.received) is None


def test_its_keys_for_writing_and_suspending_do_nothing_and_copying_goes_to_the_terminal_alone(library):
    before = state_of(library.parent)
    visit = Visit(kiosk_command(library), LAUNCHED)
    visit.begin()
    visit.rest(1)
    seen = len(visit.received)
    for key in (b"a", b"x", b"u", b"E", b"P", b"\x1a", b"\x1c", b"\x1a"):
        visit.send(key)
        visit.rest(0.1)
    assert visit.received[seen:] == b""
    visit.send(b"y")
    visit.wait_for("clipboard of your terminal")
    assert b"\x1b]52;c;" in visit.received
    assert b"copied.txt" not in visit.received
    assert visit.leave() == 0
    assert state_of(library.parent) == before


@pytest.mark.parametrize(
    ("option", "words"),
    [("--idle-minutes", b"Nobody has pressed a key for a while. Good-bye."), ("--total-minutes", b"lasted as long as one may.")],
)
def test_when_its_time_is_up_the_terminal_is_given_back_and_a_line_says_so(library, option, words):
    visit = Visit(kiosk_command(library, option, "0.03"), LAUNCHED)
    visit.begin()
    visit.rest(5)
    assert visit.codes == [124]
    after = visit.received.rpartition(b"\x1b[?1049l")[2]
    assert words in after
    assert after.count(b"\n") == 1
    assert SEQUENCE.search(after.replace(b"\r", b"")) is None


def test_keys_put_off_the_end_for_want_of_keys(library):
    visit = Visit(kiosk_command(library, "--idle-minutes", "0.03"), LAUNCHED)
    visit.begin()
    for _ in range(12):
        visit.send(b"j")
        visit.rest(0.25)
    assert visit.is_on
    visit.rest(5)
    assert visit.codes == [124]


def test_without_a_terminal_it_says_one_line_and_ends_with_its_own_code(library):
    done = run(*kiosk_command(library), SSH_ORIGINAL_COMMAND="scp -t /tmp")
    assert (done.returncode, done.stdout) == (5, b"")
    assert "no commands, no files" in one_line(done.stderr)


def test_a_dumb_terminal_is_told_the_same(library):
    visit = Visit(kiosk_command(library), LAUNCHED | {"TERM": "dumb"})
    visit.begin()
    assert visit.codes == [5]
    assert b"\x1b" not in visit.received


@pytest.mark.parametrize(
    "arguments",
    [
        ("--library", "other.sqlite"),
        ("add", "x.txt"),
        ("--plain",),
        ("extract",),
        ("--idle-minutes", "0"),
        ("--idle-minutes", "nan"),
        ("--total-minutes", "1e9"),
    ],
)
def test_nothing_else_on_the_command_line_is_obeyed(library, arguments):
    done = run(sys.executable, "-IB", "-m", "briefing_tui", *arguments, "--kiosk", library)
    assert done.returncode == 2
    assert done.stdout == b""


def on_a_terminal(*command: str | Path) -> tuple[int, str]:
    """The exit code of a program that ends by itself, and what it said."""
    visit = Visit([os.fspath(word) for word in command], LAUNCHED)
    visit.begin()
    return visit.hang_up(), visit.received.decode()


def test_it_refuses_to_be_the_only_wall(library):
    code, said = on_a_terminal(sys.executable, "-IB", "-m", "briefing_tui", "--kiosk", library)
    assert code == 2
    assert "--even-if-unsafe starts it nevertheless" in said
    assert "\x1b" not in said


def test_it_refuses_a_library_that_cannot_be_read_as_it_is(library):
    for path, words in ((library.parent / "none.sqlite", "there is no library"), (library.parent, "is a folder")):
        code, said = on_a_terminal(*kiosk_command(path))
        assert code == 3
        assert words in said
    library.with_name("public.sqlite-wal").write_bytes(b"something")
    code, said = on_a_terminal(*kiosk_command(library))
    assert code == 3
    assert "still in its journal" in said


def test_a_session_goes_on_with_the_library_it_opened_when_another_takes_its_place(start, library, tmp_path):
    terminal = start("--kiosk", library, "--even-if-unsafe")
    terminal.wait_for("3 of 3")
    make_library(tmp_path / "next.sqlite", quiet()).replace(library)
    terminal.press("/poland\r")
    terminal.wait_for("poland · 1 of 1")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_launcher_is_a_line_that_a_shell_reads_as_meant(tmp_path):
    odd = "/srv/a library/öffentlich, (1).sqlite"
    words = shlex.split(forced_command(Account("visitor", "/opt/b t/bin/python", odd, 30, 480)))
    assert words == [
        *("exec", "/usr/bin/env", "-i", "TERM=$TERM", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/nonexistent"),
        *("/opt/b t/bin/python", "-IB", "-m", "briefing_tui", "--kiosk", odd, "--idle-minutes", "30", "--total-minutes", "480"),
    ]
