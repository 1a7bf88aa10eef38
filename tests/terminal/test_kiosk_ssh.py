"""A public account on a real sshd with the configuration that `serve` prints, and everything OpenSSH's client can ask it for."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.terminal.attacking import Visit, noise
from tests.terminal.serving import Bait, Server, free_port, missing_programs, serving, something_answers
from tests.terminal.test_kiosk import LAUNCHED, library, state_of
from tests.tui.libraries import make_library

from briefing_tui.cli.checks.public_account import sandbox_faults
from briefing_tui.cli.sandbox_words import sandbox_words

__all__ = ["library"]
pytestmark = pytest.mark.skipif(bool(missing_programs()), reason=f"not installed: {', '.join(missing_programs())}")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    made = make_library(folder / "made.sqlite")
    shutil.copy(made, folder / "public.sqlite")
    return folder / "public.sqlite"


@pytest.fixture(scope="module")
def shared_server(published: Path) -> Iterator[Server]:
    with serving(published) as server:
        yield server


@pytest.fixture
def server(shared_server: Server, published: Path) -> Iterator[Server]:
    """The server; whatever was asked of it, afterwards nobody is in and the library is as it was."""
    before = state_of(published.parent)
    yield shared_server
    shared_server.wait_until_empty()
    assert state_of(published.parent) == before


@pytest.fixture
def bait() -> Iterator[Bait]:
    one = Bait()
    yield one
    one.close()


@pytest.fixture
def visit() -> Iterator[Callable[..., Visit]]:
    """Sends somebody with a terminal to a server."""
    visits: list[Visit] = []

    def sent(server: Server, *options: str, command: tuple[str, ...] = (), **environment: str) -> Visit:
        visits.append(Visit([*server.command("ssh", "-tt", *options), server.host, *command], LAUNCHED | environment))
        return visits[-1]

    yield sent
    for one in visits:
        if one.is_on:
            one.drop()


def test_a_visitor_reads_searches_and_leaves_and_nothing_is_left(server, visit):
    one = visit(server)
    one.attack([b"/poland\r"])
    one.wait_for("poland · 1 of 1")
    assert len(server.kiosks()) >= 1
    assert one.leave() == 0


def test_a_visitor_whose_connection_drops_leaves_nothing_behind(server, visit):
    one = visit(server)
    one.begin()
    assert server.kiosks()
    one.drop()
    server.wait_until_empty()


def test_window_sizes_from_nothing_to_absurd_are_survived(server, visit):
    one = visit(server)
    one.begin()
    for columns, rows in ((1, 1), (0, 0), (500, 200), (9999, 9999), (65535, 65535), (20, 5), (120, 40)):
        one.resize(columns, rows)
        one.rest(0.2)
    one.send(b"?")
    one.rest(0.5)
    assert one.leave() == 0


def test_noise_over_ssh_does_no_more_than_noise_on_a_terminal(server, visit):
    one = visit(server, "-e", "none")
    one.attack(noise(400, seed=5))
    one.leave()
    assert set(one.codes) == {0}


@pytest.mark.parametrize("words", [("touch", "{}"), ("sh", "-c", "'id > {}'"), ("$(touch {})",), ("exec", "bash", "-i")])
def test_a_command_is_not_run(server, tmp_path, words):
    wished = tmp_path / "was-here"
    done = server.ask("ssh", server.host, *(word.format(wished) for word in words))
    assert done.returncode == 5
    assert done.stdout == b""
    assert b"no commands, no files" in done.stderr
    assert b"\x1b" not in done.stderr
    assert not wished.exists()


def test_a_command_with_a_terminal_shows_the_library_instead(server, visit, tmp_path):
    one = visit(server, command=("touch", str(tmp_path / "was-here")))
    one.begin()
    assert b"Aid" in one.received
    assert one.leave() == 0
    assert not (tmp_path / "was-here").exists()


def test_files_go_neither_way(server, published, tmp_path):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.write_text("x")
    assert server.ask("sftp", server.host, told=f"put {mine} {theirs}\nget {published} {theirs}\n").returncode != 0
    for options in ((), ("-O",)):
        assert server.ask("scp", *options, str(mine), f"{server.host}:{theirs}").returncode != 0
        assert server.ask("scp", *options, f"{server.host}:{published}", str(theirs)).returncode != 0
    assert not theirs.exists()


def test_a_subsystem_is_the_same_one_line(server):
    for name in ("sftp", "netconf", "../../bin/sh"):
        done = server.ask("ssh", "-s", server.host, name)
        assert done.returncode in {5, 255}
        assert done.stdout == b""


def test_nothing_is_forwarded_to_a_service_behind_the_server(server, bait):
    port, socks = free_port(), free_port()
    with server.asking("-N", "-L", f"{port}:127.0.0.1:{bait.port}", "-D", str(socks)):
        wait_for_listener(port)
        assert not something_answers(port)
        wait_for_listener(socks)
        greeting = b"\x05\x01\x00" + b"\x05\x01\x00\x01\x7f\x00\x00\x01" + bait.port.to_bytes(2, "big")
        something_answers(socks, greeting)
    done = server.ask("ssh", "-W", f"127.0.0.1:{bait.port}", server.host)
    assert done.returncode != 0
    assert bait.visits == 0


@pytest.mark.parametrize("what", ["port", "socket"])
def test_the_server_listens_for_nobody(server, bait, tmp_path, what):
    port, place = free_port(), tmp_path / "listening"
    asked = f"{port}:127.0.0.1:{bait.port}" if what == "port" else f"{place}:127.0.0.1:{bait.port}"
    done = server.ask("ssh", "-N", "-o", "ExitOnForwardFailure=yes", "-R", asked, server.host)
    assert done.returncode != 0
    assert not something_answers(port)
    assert not place.exists()
    assert bait.visits == 0


def test_no_agent_and_no_display_are_taken_along(server, visit):
    before = {path.name for path in Path("/tmp").glob("ssh-*")}
    with agent() as place:
        one = visit(server, "-A", "-X", "-Y", SSH_AUTH_SOCK=place, DISPLAY="127.0.0.1:0")
        one.begin()
        assert b"Aid" in one.received
        for pid in server.kiosks():
            variables = Path(f"/proc/{pid}/environ").read_bytes()
            assert b"SSH_" not in variables
            assert b"DISPLAY" not in variables
        assert {path.name for path in Path("/tmp").glob("ssh-*")} <= before | {Path(place).parent.name}
        assert one.leave() == 0


def test_a_tunnel_device_is_refused(server):
    done = server.ask("ssh", "-N", "-o", "ExitOnForwardFailure=yes", "-w", "any", server.host)
    assert done.returncode != 0


def test_a_connection_has_one_session(server, visit, tmp_path):
    control = f"/tmp/{os.getpid()}.control"
    one = visit(server, "-M", "-S", control)
    one.begin()
    try:
        done = server.ask("ssh", "-S", control, "-o", "ControlMaster=no", server.host, "id")
        assert done.returncode != 0
        assert b"uid=" not in done.stdout
        assert len([pid for pid in server.kiosks() if is_program(pid)]) == 1
    finally:
        one.leave()


def test_variables_a_client_sends_do_not_arrive(server, visit):
    sent = {"PYTHONPATH": "/tmp/evil", "LC_ALL": "x; id", "BASH_ENV": "/tmp/evil", "TEXTUAL_LOG": "/tmp/evil.log", "COLUMNS": "9"}
    one = visit(server, *(word for name in sent for word in ("-o", f"SendEnv={name}")), **sent)
    one.begin()
    assert b"Aid" in one.received
    for pid in filter(is_program, server.kiosks()):
        names = {line.partition(b"=")[0] for line in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0") if line}
        assert names <= {b"TERM", b"LANG", b"PATH", b"HOME"}
    assert one.leave() == 0
    assert not Path("/tmp/evil.log").exists()


def test_a_connection_that_asks_for_nothing_starts_nothing(server):
    with server.asking("-N"):
        time.sleep(1)
        assert server.kiosks() == []


def test_in_the_sandbox_it_shows_the_same_and_sees_nothing_else(published, visit):
    words = sandbox_words(published)
    trouble = list(sandbox_faults(words))
    if trouble:
        pytest.skip(trouble[0])
    with serving(published, sandbox=words) as server:
        one = visit(server)
        one.begin()
        one.attack([b"/poland\r"])
        one.wait_for("poland · 1 of 1")
        inner = [pid for pid in server.kiosks() if is_program(pid)]
        root = Path(f"/proc/{inner[0]}/root")
        assert not (root / "etc" / "passwd").exists()
        assert not (root / "home").exists()
        assert one.leave() == 0
        server.wait_until_empty()


def is_program(pid: int) -> bool:
    """Whether a process is the program itself, not the sandbox or the shell around it."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    return b"briefing_tui" in words and b"bwrap" not in words[0] and not words[0].endswith(b"sh")


def wait_for_listener(port: int) -> None:
    """Until the client listens."""
    wanted = f":{port:04X}"
    end = time.monotonic() + 30
    while time.monotonic() < end:
        lines = Path("/proc/net/tcp").read_text().splitlines()
        if any(line.split()[1].endswith(wanted) and line.split()[3] == "0A" for line in lines[1:]):
            return
        time.sleep(0.05)
    raise AssertionError("the client never listened")


class agent:  # noqa: N801 - reads as what it is in a with statement
    """An SSH agent that could be borrowed."""

    def __enter__(self) -> str:
        said = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
        self._pid = int(said.split("SSH_AGENT_PID=")[1].split(";")[0])
        return said.split("SSH_AUTH_SOCK=")[1].split(";")[0]

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, 15)
