"""A process gives up what it will not need: bounds, rights, and whole kinds of deeds."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any, Final

from briefing_tui.cli.system_calls import forbid_system_calls

MOST_MEMORY: Final = 512 * 2**20
"""Bytes that may be written to in memory (RLIMIT_DATA); a session takes about a tenth."""
MOST_FILES: Final = 64
LEAST_CPU_SECONDS: Final = 300
CPU_SHARE: Final = 10
"""A session may keep a core busy for this part of its time."""
GRACE_SECONDS: Final = 60
"""After its time a session that does not even end any more is ended by the kernel."""
_FORBIDDEN: Final = (
    "ctypes.dlopen",
    "ftplib.",
    "http.client.",
    "imaplib.",
    "os.chdir",
    "os.chflags",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.remove",
    "os.removexattr",
    "os.rename",
    "os.rmdir",
    "os.setxattr",
    "os.spawn",
    "os.symlink",
    "os.system",
    "os.truncate",
    "os.utime",
    "poplib.",
    "pty.spawn",
    "shutil.",
    "smtplib.",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.sendto",
    "sqlite3.connect",
    "sqlite3.enable_load_extension",
    "sqlite3.load_extension",
    "subprocess.",
    "tempfile.",
    "urllib.",
    "webbrowser.",
)
"""Beginnings of the names of Python's audit events (PEP 578, "Audit events table" of its documentation)."""
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_SIGNALS: Final = ("os.kill", "os.killpg", "signal.pthread_kill")


def confine(*, total_seconds: float) -> None:
    """Take from this process, for good, what a kiosk does not need. Everything it will use has been opened before.

    What the system does not offer is left out: these are walls behind the wall, and each is there without the others.
    """
    os.umask(0o077)
    seconds = int(total_seconds)
    cpu = max(LEAST_CPU_SECONDS, seconds // CPU_SHARE)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_NOFILE, MOST_FILES)
    _bound(resource.RLIMIT_DATA, MOST_MEMORY)
    _bound(resource.RLIMIT_CPU, cpu, cpu + GRACE_SECONDS)
    signal.alarm(seconds + GRACE_SECONDS)
    forbid_system_calls()
    sys.addaudithook(forbid)


def forbid(event: str, details: tuple[Any, ...]) -> None:
    """Refuse what would write, start, connect or load anything.

    Raises:
        PermissionError: naming the event.
    """
    if event == "open":
        path, mode, flags = details
        is_refused = not isinstance(path, int) and bool(flags & _WRITING or (mode and set(mode) & set("wax+")))
    elif event in _SIGNALS:
        is_refused = event != "os.kill" or details[0] != os.getpid()
    else:
        is_refused = event.startswith(_FORBIDDEN)
    if is_refused:
        raise PermissionError(f"a kiosk does not {event}")


def _bound(kind: int, least: int, most: int | None = None) -> None:
    """Lower a limit, never raise it."""
    hard = resource.getrlimit(kind)[1]
    wanted = least if most is None else most
    highest = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (min(least, highest), highest))
