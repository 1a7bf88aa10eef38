"""What a program asked of the system: files it opened, processes it began, sockets it made, as strace tells."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

STRACE = shutil.which("strace")
_CALLS = (
    "execve,execveat,fork,vfork,clone,clone3,socket,connect,bind,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,"
    "rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,truncate,chmod,fchmodat"
)
_CALL = re.compile(r"^(?:\d+\s+)?(?P<name>\w+)\((?P<arguments>.*?)\)?\s+=\s+(?P<result>-?\d+|\?)", re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_CHANGING = {"creat", "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"}
_CHANGING |= {"symlink", "symlinkat", "link", "linkat", "truncate", "chmod", "fchmodat"}
_HARMLESS_SOCKET = "AF_UNIX"
"""The C library asks a local daemon for the names of accounts."""


@dataclass(frozen=True)
class Trace:
    """What was asked for and granted."""

    opened: frozenset[str]
    """Paths that were opened at all."""
    written: frozenset[str]
    """Paths that were opened to be written, made, moved or removed."""
    processes: tuple[str, ...]
    """Other programs that were started, and processes forked off."""
    sockets: tuple[str, ...]
    """Sockets that lead out of this machine's files."""

    def written_outside(self, *folders: Path) -> set[str]:
        """What was written elsewhere than in these folders and on devices that keep nothing."""
        kept = tuple(f"{folder.resolve()}" for folder in folders)
        return {path for path in self.written if path.startswith("/") and not path.startswith((*kept, "/dev/"))}


def traced(command: list[str], log: Path) -> list[str]:
    """The command under strace, which writes into `log`."""
    assert STRACE is not None
    return [
        STRACE,
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-s",
        "4096",
        "-e",
        f"trace={_CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(log),
        *command,
    ]


def read_trace(log: Path) -> Trace:
    """What strace has written."""
    opened, written, processes, sockets = set(), set(), [], []
    for line in whole_calls(log.read_text("utf-8", "replace")):
        call = _CALL.match(line)
        if call is None or call["result"].startswith("-"):
            continue
        name, arguments = call["name"], call["arguments"]
        paths = _QUOTED.findall(arguments)
        if name.startswith("open") and paths:
            opened.add(paths[0])
            if _WRITING.search(arguments):
                written.add(paths[0])
        elif name in _CHANGING:
            written.update(paths)
        elif name in {"socket", "connect", "bind"} and _HARMLESS_SOCKET not in arguments:
            sockets.append(f"{name}({arguments})")
        elif name.startswith("execve") or (name in {"fork", "vfork", "clone", "clone3"} and "CLONE_THREAD" not in arguments):
            processes.append(f"{name}({arguments[:200]})")
    return Trace(frozenset(opened), frozenset(written), tuple(processes[1:]), tuple(sockets))


def whole_calls(log: str) -> list[str]:
    """The calls of a log, those put together again that another thread interrupted."""
    begun: dict[str, str] = {}
    calls = []
    for line in log.splitlines():
        thread = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>")
        elif "resumed>" in line:
            calls.append(begun.pop(thread, "") + line.split("resumed>", 1)[1])
        else:
            calls.append(line)
    return calls
