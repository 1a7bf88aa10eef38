"""An OpenSSH server of one's own on 127.0.0.1 that runs one command for everybody, and a slow line to it.

Keys, settings and log lie in a folder that is deleted afterwards; the machine's own server and its settings are not touched.
"""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

PIECE = 1400
"""Bytes of a packet."""
MOST_ON_THE_LINE = 65_536
"""Bytes that wait on a line before the sender has to, as in a real queue."""


class Server:
    """`sshd` with `ForceCommand`; `line()` is the command that logs in."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """The command gets this environment, and from ssh its terminal."""
        self.folder = Path(tempfile.mkdtemp(prefix="sshd."))
        self.folder.chmod(0o755)
        for name in ("host", "client"):
            key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.folder / name)]
            subprocess.run(key, check=True)
        shutil.copy(self.folder / "client.pub", self.folder / "authorized")
        exports = "".join(f"export {name}={shlex.quote(value)}\n" for name, value in environment.items() if name != "TERM")
        launcher = self.folder / "run.sh"
        launcher.write_text(f"#!/bin/sh\n{exports}exec {shlex.join(command)}\n")
        launcher.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = {
            "Port": self.port,
            "ListenAddress": "127.0.0.1",
            "HostKey": self.folder / "host",
            "PidFile": self.folder / "pid",
            "AuthorizedKeysFile": self.folder / "authorized",
            "StrictModes": "no",
            "UsePAM": "no",
            "PasswordAuthentication": "no",
            "KbdInteractiveAuthentication": "no",
            "PermitRootLogin": "prohibit-password",
            "DisableForwarding": "yes",
            "PrintMotd": "no",
            "PrintLastLog": "no",
            "UseDNS": "no",
            "MaxStartups": "500",
            "ForceCommand": launcher,
        }
        (self.folder / "config").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        program = shutil.which("sshd") or "/usr/sbin/sshd"
        self._log = (self.folder / "log").open("wb")
        self.process = subprocess.Popen(
            [program, "-D", "-e", "-f", str(self.folder / "config")], stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
        )

    def __enter__(self) -> Self:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise SystemExit("sshd did not start: " + (self.folder / "log").read_text(errors="replace"))

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def line(self, port: int | None = None) -> list[str]:
        """The command that logs in, at another port if that is where the line begins."""
        options = ("IdentitiesOnly=yes", "StrictHostKeyChecking=no", f"UserKnownHostsFile={self.folder}/known", "LogLevel=ERROR")
        words = [word for option in options for word in ("-o", option)]
        place = ["-p", str(port or self.port), "-i", str(self.folder / "client"), f"{getpass.getuser()}@127.0.0.1"]
        return ["ssh", "-F", "none", "-tt", *words, *place]


def is_there() -> bool:
    """Whether server, client and key maker are installed."""
    return all(shutil.which(name) or Path("/usr/sbin", name).exists() for name in ("sshd", "ssh", "ssh-keygen"))


class SlowLine:
    """Passes connections on to a port of this machine, late and slowly: half a round trip each way, and so many bits a second."""

    def __init__(self, port: int, *, round_trip_ms: float, kbit: float) -> None:
        self._to, self._late, self._rate = port, round_trip_ms / 2000, kbit * 1000 / 8
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._to))
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            Direction(near, far, self._late, self._rate).start()
            Direction(far, near, self._late, self._rate).start()


class Direction:
    """One way of a connection: a thread that takes, one that gives when it is time."""

    def __init__(self, source: socket.socket, target: socket.socket, late: float, rate: float) -> None:
        self._source, self._target, self._late, self._rate = source, target, late, rate
        self._under_way: deque[tuple[float, bytes]] = deque()
        self._bytes = 0
        self._change = threading.Condition()

    def start(self) -> None:
        """Begin to pass on."""
        for work in (self._take, self._give):
            threading.Thread(target=work, daemon=True).start()

    def _take(self) -> None:
        free = 0.0
        data = b"x"
        while data:
            try:
                data = self._source.recv(PIECE)
            except OSError:
                data = b""
            free = max(free, time.monotonic()) + len(data) / self._rate
            with self._change:
                self._under_way.append((free + self._late, data))
                self._bytes += len(data)
                self._change.notify_all()
                self._change.wait_for(lambda: self._bytes < MOST_ON_THE_LINE)

    def _give(self) -> None:
        data = b"x"
        while data:
            with self._change:
                self._change.wait_for(lambda: self._under_way)
                due, data = self._under_way.popleft()
            time.sleep(max(0.0, due - time.monotonic()))
            with self._change:
                self._bytes -= len(data)
                self._change.notify_all()
            try:
                if data:
                    self._target.sendall(data)
                else:
                    self._target.shutdown(socket.SHUT_WR)
            except OSError:
                return
