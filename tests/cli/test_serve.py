"""`briefing-tui serve --print-sshd-config`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tui.libraries import make_library

from briefing_tui.cli.checks import public_account


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return make_library(tmp_path / "public.sqlite")


def serve(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing_tui", "serve", *map(str, arguments)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)


def test_the_fragment_is_printed_and_what_is_wrong_is_told_a_line_each(library):
    done = serve("--print-sshd-config", "--user", "no-such-account", "--library", library)
    assert done.returncode == 3
    assert f"--kiosk {library} --idle-minutes 30" in done.stdout
    assert done.stdout.count("\nMatch ") == 2
    lines = done.stderr.splitlines()
    assert all(line.startswith("briefing-tui: ") for line in lines)
    assert any("there is no account no-such-account yet; useradd --system" in line for line in lines)


def test_an_account_that_can_change_what_it_runs_is_told(library):
    import getpass

    done = serve("--print-sshd-config", "--user", getpass.getuser(), "--library", library)
    assert done.returncode == 3
    assert "is root" in done.stderr or "give it to another account" in done.stderr


def test_a_library_that_no_kiosk_would_open_is_told(tmp_path):
    done = serve("--print-sshd-config", "--user", "no-such-account", "--library", tmp_path / "none.sqlite")
    assert "there is no library" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "sshd is the server"),
        (("--print-sshd-config", "--user", "a b"), "no name of an account"),
        (("--print-sshd-config", "--library", "a'b"), "plainer name"),
        (("--print-sshd-config", "elsewhere"), "no other arguments"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_printed(arguments, words):
    done = serve(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert words in done.stderr


@pytest.mark.skipif(public_account.installed_sshd() is None or shutil.which("ssh-keygen") is None, reason="sshd is not installed")
def test_sshd_itself_is_asked_and_accepts_every_form_of_the_fragment(library):
    for options in ((), ("--open-to-all",), ("--bubblewrap",), ("--idle-minutes", "0.5", "--total-minutes", "1440")):
        done = serve("--print-sshd-config", "--user", "no-such-account", "--library", library, *options)
        assert not [line for line in done.stderr.splitlines() if "sshd does not accept" in line or "sshd understands" in line]


@pytest.mark.skipif(public_account.installed_sshd() is None or shutil.which("ssh-keygen") is None, reason="sshd is not installed")
def test_a_fragment_that_sshd_would_refuse_is_told():
    (fault,) = public_account.fragment_faults("Match User x\n    NoSuchSetting yes\n", "x", public_account.installed_sshd())
    assert fault.startswith("sshd does not accept this: ")


def test_without_sshd_it_says_where_to_try_the_fragment():
    (fault,) = public_account.fragment_faults("", "x", None)
    assert "sshd -t" in fault
