"""What the kernel is to refuse this process: a filter of system calls (Linux's seccomp), set by the process itself.

Sources: the manual pages seccomp(2) and prctl(2), and the kernel's `linux/filter.h`, `linux/seccomp.h`, `linux/audit.h`; the
numbers are those of `asm/unistd_64.h` (x86-64) and `asm-generic/unistd.h` (aarch64).
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import Final, NamedTuple

_ARCHITECTURES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""AUDIT_ARCH_… by the machine's name."""
_COMPATIBLE_FROM: Final = 0x4000_0000
"""On x86-64, numbers from here on are those of its 32-bit pointers (x32)."""

REFUSED: Final = """
execve 59 221 | execveat 322 281 | fork 57 - | vfork 58 - | ptrace 101 117
process_vm_readv 310 270 | process_vm_writev 311 271 | process_madvise 440 440
socket 41 198 | connect 42 203 | bind 49 200 | listen 50 201 | accept 43 202 | accept4 288 242
creat 85 - | rename 82 - | renameat 264 38 | renameat2 316 276 | unlink 87 - | unlinkat 263 35 | rmdir 84 -
mkdir 83 - | mkdirat 258 34 | mknod 133 - | mknodat 259 33
link 86 - | linkat 265 37 | symlink 88 - | symlinkat 266 36
truncate 76 45 | ftruncate 77 46 | fallocate 285 47
chmod 90 - | fchmod 91 52 | fchmodat 268 53 | fchmodat2 452 452 | chown 92 - | fchown 93 55 | lchown 94 - | fchownat 260 54
utime 132 - | utimes 235 - | futimesat 261 - | utimensat 280 88
setxattr 188 5 | lsetxattr 189 6 | fsetxattr 190 7 | removexattr 197 14 | lremovexattr 198 15 | fremovexattr 199 16
setxattrat 463 463 | removexattrat 466 466 | file_setattr 469 469
memfd_create 319 279 | memfd_secret 447 447 | shmget 29 194 | msgget 68 186 | semget 64 190 | mq_open 240 180
mount 165 40 | umount2 166 39 | move_mount 429 429 | open_tree 428 428 | fsopen 430 430 | fsmount 432 432
pivot_root 155 41 | chroot 161 51 | unshare 272 97 | setns 308 268 | open_by_handle_at 304 265 | fanotify_init 300 262
setuid 105 146 | setgid 106 144 | setreuid 113 145 | setregid 114 143 | setresuid 117 147 | setresgid 119 149
setgroups 116 159 | setfsuid 122 151 | setfsgid 123 152 | capset 126 91 | personality 135 92
setpriority 141 140 | ioprio_set 251 30 | sched_setparam 142 118 | sched_setscheduler 144 119 | sched_setattr 314 274
sched_setaffinity 203 122 | migrate_pages 256 238 | move_pages 279 239 | process_mrelease 448 448
tkill 200 130 | rt_sigqueueinfo 129 138 | rt_tgsigqueueinfo 297 240
pidfd_open 434 434 | pidfd_send_signal 424 424 | pidfd_getfd 438 438
bpf 321 280 | perf_event_open 298 241 | userfaultfd 323 282 | io_uring_setup 425 425
init_module 175 105 | finit_module 313 273 | delete_module 176 106 | kexec_load 246 104 | kexec_file_load 320 294
keyctl 250 219 | add_key 248 217 | request_key 249 218 | syslog 103 116
reboot 169 142 | swapon 167 224 | swapoff 168 225 | acct 163 89 | quotactl 179 60
settimeofday 164 170 | clock_settime 227 112 | sethostname 170 161 | setdomainname 171 162
"""
"""Names with their numbers on x86-64 and aarch64: starting programs, sockets, changing files, other processes, the machine."""
_OPEN, _OPENAT, _OPENAT2 = (2, None), (257, 56), (437, 437)
_CLONE, _CLONE3, _IOCTL, _KILL, _TGKILL, _PRLIMIT = (56, 220), (435, 435), (16, 29), (62, 129), (234, 131), (302, 261)

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLONE_THREAD: Final = 0x10000
_TERMINAL_TRICKS: Final = (0x5412, 0x541C, 0x5423)
"""TIOCSTI (type as if it were the person), TIOCLINUX, TIOCSETD."""

_LOAD, _IS_EQUAL, _IS_AT_LEAST, _HAS_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL_PROCESS, _ERROR = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2


class Step(NamedTuple):
    """One instruction of the filter's machine (`struct sock_filter`): what to do, how far to jump, and a number."""

    code: int
    if_so: int
    if_not: int
    value: int


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def forbid_system_calls() -> bool:
    """Refuse for good, in this process and all its threads to come, what `REFUSED` names, and opening files for writing.

    Also: no gaining of rights by running programs of others. Returns whether the kernel keeps the filter; where there is no
    such kernel, or none of a machine we know, nothing is done.
    """
    steps = filter_steps(os.uname().machine, os.getpid()) if sys.platform == "linux" else []
    if not steps:
        return False
    control = ctypes.CDLL(None, use_errno=True).prctl
    code = b"".join(
        step.code.to_bytes(2, sys.byteorder) + bytes(step[1:3]) + step.value.to_bytes(4, sys.byteorder) for step in steps
    )
    program = _Program(len(steps), code)
    if control(_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not control(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0)


def filter_steps(machine: str, own: int) -> list[Step]:
    """The filter for a machine, for the process with the number `own`; nothing when the machine is not known."""
    if machine not in _ARCHITECTURES:
        return []
    column = list(_ARCHITECTURES).index(machine)
    refuse, allow = Step(_RETURN, 0, 0, _ERROR | errno.EPERM), Step(_RETURN, 0, 0, _ALLOW)
    missing = Step(_RETURN, 0, 0, _ERROR | errno.ENOSYS)
    number = Step(_LOAD, 0, 0, _NUMBER_AT)
    steps = [
        Step(_LOAD, 0, 0, _ARCHITECTURE_AT),
        Step(_IS_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        Step(_RETURN, 0, 0, _KILL_PROCESS),
        number,
        *((Step(_IS_AT_LEAST, 0, 1, _COMPATIBLE_FROM), refuse) if machine == "x86_64" else ()),
    ]
    for entry in REFUSED.replace("\n", "|").split("|"):
        numbers = entry.split()[1:]
        if numbers and numbers[column] != "-":
            steps += [Step(_IS_EQUAL, 0, 1, int(numbers[column])), refuse]
    for call in (_OPENAT2, _CLONE3):  # what they are asked for lies in memory, where no filter looks; there is an older way
        steps += [Step(_IS_EQUAL, 0, 1, call[column]), missing]
    for place, opening in ((1, _OPEN), (2, _OPENAT)):
        steps += _judged(opening[column], place, [Step(_HAS_BITS, 0, 1, _WRITING), refuse, allow])
    steps += _judged(_CLONE[column], 0, [Step(_HAS_BITS, 1, 0, _CLONE_THREAD), refuse, allow])
    steps += _judged(
        _IOCTL[column], 1, [one for trick in _TERMINAL_TRICKS for one in (Step(_IS_EQUAL, 0, 1, trick), refuse)] + [allow]
    )
    for call in (_KILL, _TGKILL):
        steps += _judged(call[column], 0, [Step(_IS_EQUAL, 1, 0, own), refuse, allow])
    steps += _judged(_PRLIMIT[column], 0, [Step(_IS_EQUAL, 2, 0, 0), Step(_IS_EQUAL, 1, 0, own), refuse, allow])  # 0: ourselves
    return [*steps, allow]


def _judged(call: int | None, argument: int, judgement: list[Step]) -> list[Step]:
    """Steps that judge one call by the lower half of one of its arguments; other calls pass them by."""
    if call is None:
        return []
    load = Step(_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument)
    return [Step(_IS_EQUAL, 0, 1 + len(judgement), call), load, *judgement]
