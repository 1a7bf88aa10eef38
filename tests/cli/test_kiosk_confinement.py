"""What a process can no longer do once it is confined. Each deed is tried in a process of its own."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli.system_calls import REFUSED, filter_steps

PROBE = """
import ctypes, os, socket, sqlite3, subprocess, sys, threading
import briefing_tui.cli.kiosk_confinement as confinement
folder = sys.argv[1]
libc = ctypes.CDLL(None, use_errno=True)
def check(code):
    if code:
        raise OSError(ctypes.get_errno() or 1, "refused")
if sys.argv[2] == "by the hook":
    confinement.forbid_system_calls = lambda: False
else:
    sys.addaudithook = lambda hook: None
confinement.confine(total_seconds=60)
try:
    {deed}
except PermissionError:
    print("refused")
else:
    print("done")
"""
BY_BOTH = {
    "a file to write": "open(folder + '/new', 'w').close()",
    "a file to add to": "open(folder + '/there', 'a').close()",
    "a file by its descriptor": "os.open(folder + '/new', os.O_CREAT | os.O_RDWR)",
    "a folder": "os.mkdir(folder + '/new')",
    "another name": "os.rename(folder + '/there', folder + '/new')",
    "no file": "os.unlink(folder + '/there')",
    "a link": "os.symlink('/etc/passwd', folder + '/new')",
    "another mode": "os.chmod(folder + '/there', 0o777)",
    "a shorter file": "os.truncate(folder + '/there', 0)",
    "a program": "subprocess.run(['/bin/true'], check=True)",
    "a shell": "check(os.system('true'))",
    "another program in its place": "os.execv('/bin/true', ['true'])",
    "a process": "os.fork() or os._exit(0)",
    "a connection": "socket.socket().connect(('127.0.0.1', 9))",
    "a service": "socket.socket().bind(('127.0.0.1', 0))",
    "the end of another process": "os.kill(os.getppid(), 0)",
}
BY_THE_HOOK_ALONE = {
    "a database": "sqlite3.connect(folder + '/new')",
    "a library of machine code": "ctypes.CDLL('libm.so.6')",
}
BY_THE_KERNEL_ALONE = {
    "a socket": "socket.socket()",
    "a named pipe": "os.mkfifo(folder + '/new')",
    "keys typed for the person": "__import__('fcntl').ioctl(0, 0x5412, b'x')",
    "memory of another process": "check(libc.ptrace(16, os.getppid(), 0, 0))",
    "the bounds of another process": "__import__('resource').prlimit(os.getppid(), __import__('resource').RLIMIT_CPU, (1, 1))",
    "the place of another process": "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
    "the processors of another process": "os.sched_setaffinity(os.getppid(), os.sched_getaffinity(0))",
    "another mode by a later call": "check(libc.syscall(452, -100, (folder + '/there').encode(), 0o777, 0))",
}
STILL_THERE = {
    "reading": "open(folder + '/there').read()",
    "threads": "one = threading.Thread(target=print); one.start(); one.join()",
    "modules not loaded yet": "import colorsys, wave",
    "its own pair of sockets": "socket.socketpair()",
    "signals to itself": "os.kill(os.getpid(), 0)",
    "standard output": "os.write(1, b'x')",
    "its own bounds": "__import__('resource').setrlimit(__import__('resource').RLIMIT_NOFILE, (32, 32))",
}
has_filter = pytest.mark.skipif(
    sys.platform != "linux" or not filter_steps(platform.machine(), 1),
    reason="there is no filter of system calls for this machine",
)


def tried(deed: str, folder: Path, by: str) -> str:
    (folder / "there").write_text("contents")
    source = PROBE.replace("{deed}", deed)
    done = subprocess.run(
        [sys.executable, "-c", source, str(folder), by],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [one.name for one in folder.iterdir()] == ["there"]
    assert (folder / "there").read_text() == "contents"
    return done.stdout.split()[-1]


@pytest.mark.parametrize("deed", [*BY_BOTH.values(), *BY_THE_HOOK_ALONE.values()], ids=[*BY_BOTH, *BY_THE_HOOK_ALONE])
def test_python_refuses(deed, tmp_path):
    assert tried(deed, tmp_path, "by the hook") == "refused"


@has_filter
@pytest.mark.parametrize("deed", [*BY_BOTH.values(), *BY_THE_KERNEL_ALONE.values()], ids=[*BY_BOTH, *BY_THE_KERNEL_ALONE])
def test_the_kernel_refuses(deed, tmp_path):
    assert tried(deed, tmp_path, "by the kernel") == "refused"


@pytest.mark.parametrize("by", ["by the hook", "by the kernel"])
@pytest.mark.parametrize("deed", STILL_THERE.values(), ids=STILL_THERE)
def test_what_an_explorer_needs_is_still_there(deed, by, tmp_path):
    assert tried(deed, tmp_path, by).endswith("done")


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_no_step_of_the_filter_jumps_out_of_it_and_it_ends_in_an_answer(machine):
    steps = filter_steps(machine, 4711)
    for place, step in enumerate(steps):
        if step.code & 7 == 5:  # a jump
            assert place + 1 + max(step.if_so, step.if_not) < len(steps)
            assert max(step.if_so, step.if_not) < 256
    assert steps[-1].code == 6
    assert len(steps) < 4096


def test_a_machine_we_do_not_know_gets_no_filter():
    assert filter_steps("pdp11", 1) == []


def test_every_call_has_a_number_for_each_machine_or_a_dash():
    for entry in filter(str.strip, REFUSED.replace("\n", "|").split("|")):
        name, *numbers = entry.split()
        assert name.isidentifier()
        assert len(numbers) == 2
        assert all(number == "-" or number.isdigit() for number in numbers)
