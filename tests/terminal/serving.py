"""A real sshd on loopback with the configuration that `serve` prints, and people who ask it for more than it gives."""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from briefing_tui.cli.sshd_fragment import Account, sshd_fragment

LIMIT_SECONDS = 60
PROGRAMS = ("sshd", "ssh", "sftp", "scp", "ssh-keygen")
SEARCHED = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def missing_programs() -> list[str]:
    """What of OpenSSH is not installed."""
    return [name for name in PROGRAMS if shutil.which(name, path=SEARCHED) is None]


class Server:
    """An sshd for the account that runs the tests, with keys of its own; only what has to be otherwise here is changed."""

    def __init__(self, folder: Path, library: Path, *, sandbox: list[str] | None = None, log_level: str = "VERBOSE") -> None:
        self.folder, self.library, self.user = folder, library, getpass.getuser()
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
        shutil.copy(folder / "client.pub", folder / "authorized_keys")
        account = Account(self.user, sys.executable, str(library), 30, 480, sandbox=sandbox or [])
        printed = sshd_fragment(account, None)
        printed = printed.replace("/etc/ssh/authorized_keys.d/%u", str(folder / "authorized_keys"))
        printed = printed.replace(f"--kiosk {library}", f"--kiosk {library} --even-if-unsafe")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        here = [
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile {folder}/pid\nStrictModes no\nUsePAM no",
            f"MaxStartups 500\nUseDNS no\nLogLevel {log_level}\nPermitRootLogin prohibit-password\nAcceptEnv *",
            "Subsystem sftp /usr/lib/openssh/sftp-server\nX11Forwarding yes\nAllowTcpForwarding yes\nPermitTunnel yes\n",
        ]
        (folder / "sshd_config").write_text("\n".join(here) + printed)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        sshd = shutil.which("sshd", path=SEARCHED)
        assert sshd is not None
        with (folder / "log").open("wb") as log:
            self._sshd = subprocess.Popen(
                [sshd, "-D", "-e", "-f", str(folder / "sshd_config")], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + LIMIT_SECONDS
        while time.monotonic() < end and self._sshd.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise RuntimeError("sshd does not start: " + (self.folder / "log").read_text("utf-8", "replace"))

    def command(self, program: str, *options: str) -> list[str]:
        """A client's command line up to the host; `options` come before it."""
        port = "-P" if program in {"sftp", "scp"} else "-p"
        known = [
            "-F",
            "none",
            port,
            str(self.port),
            "-i",
            str(self.folder / "client"),
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "BatchMode=yes",
        ]
        known += ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self.folder}/known", "-o", "LogLevel=ERROR"]
        path = shutil.which(program)
        assert path is not None
        return [path, *known, *options]

    @property
    def host(self) -> str:
        """As clients name it."""
        return f"{self.user}@127.0.0.1"

    def ask(self, program: str, *words: str, told: str = "", limit: float = LIMIT_SECONDS) -> subprocess.CompletedProcess[bytes]:
        """Run a client without a terminal to its end."""
        return subprocess.run(
            [*self.command(program), *words], input=told.encode(), capture_output=True, timeout=limit, check=False
        )

    @contextlib.contextmanager
    def asking(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """A client that stays, with `options` before the host."""
        client = subprocess.Popen(
            [*self.command("ssh", *options), self.host], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        try:
            yield client
        finally:
            client.terminate()
            client.communicate(timeout=LIMIT_SECONDS)

    def kiosks(self) -> list[int]:
        """The processes that show the library."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (place / "cmdline").read_bytes().split(b"\0")
                if b"--kiosk" in words and os.fsencode(self.library) in words:
                    found.append(int(place.name))
        return found

    def wait_until_empty(self) -> None:
        """Wait until nobody is in any more."""
        end = time.monotonic() + LIMIT_SECONDS
        while self.kiosks():
            assert time.monotonic() < end, f"still there: {self.kiosks()}"
            time.sleep(0.05)

    def log(self) -> str:
        """What sshd wrote."""
        return (self.folder / "log").read_text("utf-8", "replace")

    def close(self) -> None:
        """End the server and what it still has."""
        self._sshd.terminate()
        self._sshd.wait(LIMIT_SECONDS)


class Bait:
    """A service on loopback that an attacker would like to reach; it counts who does."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                visitor.close()

    def close(self) -> None:
        """No more."""
        self._socket.close()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def something_answers(port: int, said: bytes = b"") -> bool:
    """Whether whoever listens on a port sends anything back."""
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as one:
            one.settimeout(5)
            one.sendall(said)
            return bool(one.recv(10))
    except OSError:
        return False


@contextlib.contextmanager
def serving(library: Path, **options: object) -> Iterator[Server]:
    """A server for one library; its folder is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-tui-sshd."))
    folder.chmod(0o755)
    server = None
    try:
        server = Server(folder, library, **options)  # type: ignore[arg-type]
        yield server
    finally:
        if server is not None:
            server.close()
        shutil.rmtree(folder, ignore_errors=True)
