"""A visitor of a kiosk who wants more than to read: what they send, and what the program was seen to do meanwhile."""

import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterable, Iterator
from fcntl import ioctl
from pathlib import Path

import pyte

LIMIT_SECONDS = 60
_WORTH_LOOKING_AT = 50_000
"""Bytes; in more, words are looked for as they came."""
QUITTING = frozenset(b"q\x03\x11")
"""Bytes that end a session, or may."""
BATCH = 40
"""Bytes that are sent before the program is given time for them; many more at once would be taken for a paste."""
TRACED = (
    "%file,%process,%network,creat,kill,tkill,tgkill,rt_sigqueueinfo,ptrace,process_vm_writev,ftruncate,fallocate,memfd_create,"
    "fchmod,fchown,setuid,setgid,setresuid,setresgid,prctl,mount,unshare,setns,io_uring_setup,bpf"
)
"""What strace is to write down."""
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_READS_ONLY = re.compile(r"(?:access|faccessat2?|stat|lstat|newfstatat|statx|statfs|readlink|readlinkat|getcwd|chdir)\(")
_CALL = re.compile(r"^(?:\d+\s+)?(?:<\.\.\. )?(\w+)")


def keys() -> Iterator[bytes]:
    """Every byte, every chord with alt, and every key a terminal has a sequence for, with every modifier."""
    for number in range(256):
        yield bytes([number])
    for number in range(256):
        yield b"\x1b" + bytes([number])
    for number in range(256):
        yield b"\x1b\x1b" + bytes([number])
    for letter in range(ord("A"), ord("Z") + 1):
        yield b"\x1bO%c" % letter
        for modifier in range(1, 17):
            yield b"\x1b[1;%d%c" % (modifier, letter)
    for number in range(1, 36):
        yield b"\x1b[%d~" % number
        for modifier in range(2, 17):
            yield b"\x1b[%d;%d~" % (number, modifier)
    for number in (*range(128), *range(57344, 57460)):
        for modifier in (1, 3, 5, 7, 9):
            yield b"\x1b[%d;%du" % (number, modifier)


def reports() -> Iterator[bytes]:
    """What only a terminal has any business to send: mouse, focus, sizes, answers to questions nobody asked."""
    for button in range(0, 128, 5):
        yield b"\x1b[M%c%c%c" % (32 + button, 40, 40)
        for end in b"Mm":
            yield b"\x1b[<%d;%d;%d%c" % (button, 10, 10, end)
    yield from (b"\x1b[I", b"\x1b[O", b"\x1b[1;1R", b"\x1b[0n", b"\x1b[?1;2c", b"\x1b[>0;276;0c", b"\x1b[?62;22c")
    yield from (
        b"\x1b[8;65535;65535t",
        b"\x1b[48;65535;65535;1;1t",
        b"\x1b[48;1;1;1;1t",
        b"\x1b[48;40;120;0;0t",
        b"\x1b[?2026;2$y",
    )
    yield from (
        b"\x1b]0;$(id)\x07",
        b"\x1b]52;c;aWQK\x07",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1bP+q\x1b\\",
    )
    yield from (b"\x1b[99999999999999u", b"\x1b[;;;;;;;u", b"\x1b[" + b"1;" * 5000 + b"m", b"\x1b_G" + b"A" * 9000 + b"\x1b\\")
    yield from (b"\xff\xfe\xfd", b"\xc3\x28", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x9b1m", b"\x90\x9c", b"\x00" * 200)


def wishes() -> Iterator[bytes]:
    """What other programs take for commands."""
    for words in (
        b"!sh",
        b":!sh",
        b":e /etc/passwd",
        b":w /tmp/kiosk-was-here",
        b"|sh",
        b"v",
        b"|id>/tmp/kiosk-was-here",
        b"s/tmp/x",
    ):
        yield words + b"\r"
        yield b"/" + words + b"\r\x1b\x1b"
    for query in (
        b"$(id)",
        b"`id`",
        b"'; DROP TABLE documents; --",
        b'" OR 1',
        b"(" * 500,
        b"a* " * 400,
        b"id:../../etc/passwd",
        b"%n%s",
    ):
        yield b"/" + query + b"\r\x1b\x1b"
    for pasted in (b"q\x03!sh\r", b"\x1b[1;1H", b"x" * 100_000, b"\n" * 1000, b"\x1b[200~\x1b[200~"):
        yield b"\x1b[200~" + pasted + b"\x1b[201~"
        yield b"/\x1b[200~" + pasted + b"\x1b[201~\r\x1b\x1b"
    yield from (
        b"a",
        b"x",
        b"u",
        b"E\r\r",
        b"P2024-01-01\r",
        b"S\r",
        b"y",
        b"\x1a",
        b"\x1c",
        b"\x19",
        b"\x0f",
        b"\x16",
        b"\x13\x11"[:1],
    )


def noise(count: int, seed: int, *, without: frozenset[int] = frozenset()) -> Iterator[bytes]:
    """Random bytes, a few at a time, always the same for a seed."""
    dice = random.Random(seed)
    allowed = bytes(one for one in range(256) if one not in without)
    while count > 0:
        size = min(count, dice.randrange(1, BATCH))
        yield bytes(dice.choices(allowed, k=size))
        count -= size


class Visit:
    """Sessions on a pseudo-terminal, one after the other: when one has ended the next begins."""

    def __init__(self, command: list[str | Path], environment: dict[str, str], *, size: tuple[int, int] = (100, 30)) -> None:
        self.command = [os.fspath(word) for word in command]
        self.environment = environment
        self.size = size
        self.codes: list[int] = []
        """Exit codes of the sessions that have ended."""
        self.sent_bytes = 0
        self.received = bytearray()
        self._pid = self._terminal = -1

    @property
    def is_on(self) -> bool:
        """Whether a session runs."""
        return self._pid > 0

    def begin(self) -> None:
        """Start a session and wait until it shows something."""
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", self.size[1], self.size[0], 0, 0))
            os.execve(self.command[0], self.command, self.environment)
        end = time.monotonic() + LIMIT_SECONDS
        seen = len(self.received)
        while self.is_on and b"Aid" not in self.received[seen:] and time.monotonic() < end:
            self.read(0.2)

    def resize(self, columns: int, rows: int) -> None:
        ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def attack(self, pieces: Iterable[bytes]) -> None:
        """Send them all, in as many sessions as it takes. What may end one is sent by itself, so that nothing is sent to nobody."""
        waiting = bytearray()
        for piece in pieces:
            if set(piece) & QUITTING:
                self._deliver(bytes(waiting))
                self._deliver(piece, rest=0.1)
                waiting.clear()
                continue
            waiting += piece
            if len(waiting) >= BATCH:
                self._deliver(bytes(waiting))
                waiting.clear()
        self._deliver(bytes(waiting))

    def _deliver(self, data: bytes, rest: float = 0.02) -> None:
        if not self.is_on:
            self.begin()
        self.send(data)
        self.rest(rest)

    def send(self, data: bytes) -> None:
        """Send some bytes, and read whatever comes meanwhile."""
        rest = memoryview(data)
        end = time.monotonic() + LIMIT_SECONDS
        while rest and self.is_on:
            assert time.monotonic() < end, "the program takes no more keys"
            readable, writable, _ = select.select([self._terminal], [self._terminal], [], 1)
            if readable:
                self.read(0)
            elif writable:
                try:
                    count = os.write(self._terminal, rest[:512])
                except OSError:
                    self._end()
                    return
                self.sent_bytes += count
                rest = rest[count:]
        self.read(0)

    def rest(self, seconds: float) -> None:
        """Read until nothing has come for so long."""
        while self.is_on and self.read(seconds):
            pass

    def wait_for(self, words: str) -> None:
        """Read until these words have come, or stand on the screen: only what differs is sent."""
        end = time.monotonic() + LIMIT_SECONDS
        while words.encode() not in self.received and words not in self._screen():
            assert self.is_on, f"ended before {words!r}"
            assert time.monotonic() < end, f"{words!r} never came"
            self.read(0.2)

    def _screen(self) -> str:
        screen = pyte.Screen(*self.size)
        if len(self.received) < _WORTH_LOOKING_AT:
            pyte.ByteStream(screen).feed(bytes(self.received))
        return "\n".join(screen.display)

    def read(self, seconds: float) -> bytes:
        if not self.is_on or not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            data = b""
        if not data:
            self._end()
        self.received += data
        del self.received[:-400_000]
        return data

    def leave(self) -> int:
        """Quit, as a person does; the exit code."""
        end = time.monotonic() + LIMIT_SECONDS
        while self.is_on and time.monotonic() < end:
            self.send(b"\x1b[201~\x03")
            self.rest(1)
        return self.hang_up()

    def drop(self) -> None:
        """End the program on this side at once, as a cut line does."""
        os.kill(self._pid, signal.SIGKILL)
        self._end()

    def hang_up(self) -> int:
        """Take the terminal away; the exit code."""
        if self.is_on:
            self._end()
        return self.codes[-1]

    def _end(self) -> None:
        os.close(self._terminal)
        end = time.monotonic() + LIMIT_SECONDS
        pid = status = 0
        while not pid and time.monotonic() < end:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            time.sleep(0.01)
        if not pid:
            os.kill(self._pid, signal.SIGKILL)
            _, status = os.waitpid(self._pid, 0)
        self.codes.append(os.waitstatus_to_exitcode(status))
        self._pid = self._terminal = -1


def kiosk_command(library: Path, *options: str) -> list[str | Path]:
    """How the printed configuration starts a kiosk."""
    return [sys.executable, "-IB", "-m", "briefing_tui", "--kiosk", library, "--even-if-unsafe", *options]


def traced(command: list[str | Path], log: Path) -> list[str | Path]:
    """The command under strace; each session appends to the log."""
    return ["/usr/bin/strace", "-f", "-qq", "-A", "-s", "200", "-o", log, "-e", f"trace={TRACED}", "-e", "signal=none", *command]


def misdeeds(log: Path, *, starts: int) -> list[str]:
    """Every line of a trace that is more than reading, beside so many starts of programs."""
    found, started = [], 0
    for line in log.read_text("utf-8", "replace").splitlines():
        call = _CALL.match(line)
        name = call[1] if call else ""
        if "resumed>" in line or name in {"exit", "exit_group", "wait4", "_exit"} or " +++ " in line or "--- SIG" in line:
            continue
        if name in {"open", "openat", "openat2"}:
            is_bad = bool(_WRITES.search(line))
        elif name == "execve":
            started += 1
            is_bad = False
        elif name in {"clone", "clone3"}:
            is_bad = "CLONE_THREAD" not in line
        elif name in {"socketpair", "getsockname"}:  # the event loop wakes itself by a pair
            is_bad = "AF_UNIX" not in line
        elif name in {"sendto", "recvfrom"}:  # … writing to itself
            is_bad = "sa_family" in line
        elif name == "prctl":
            is_bad = not re.search(r"PR_SET_NO_NEW_PRIVS|PR_SET_SECCOMP|PR_SET_NAME|PR_SET_VMA", line)
        else:
            is_bad = not _READS_ONLY.search(line)
        if is_bad:
            found.append(line)
    if started != starts:
        found.append(f"{started} programs were started, not {starts}")
    return found
