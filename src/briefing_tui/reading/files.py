"""Reading a file's bytes without being led astray: only regular files, only so large."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Final

from briefing_tui.reading.errors import ReadingError

MAX_BYTES: Final = 64 * 2**20
"""Larger sources are refused."""

_OPEN_STREAMS: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What a shell's `<(…)` hands over: pipes with a writer behind them, which may be read like standard input."""


def load_file(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises:
        ReadingError: when it is missing, unreadable, a directory, pipe or device, empty or too large.
    """
    name = os.fspath(path)
    with open_file(name) as file:
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            raise ReadingError(too_large(name))
        return load_stream(file, name=name)


@contextmanager
def open_file(name: str) -> Iterator[BinaryIO]:
    """The file of that name, of any size. An error of the system while it is read becomes a `ReadingError` as well.

    Raises:
        ReadingError: when it is missing, unreadable, a directory, pipe or device.
    """
    try:
        _check_kind(os.stat(name), name)  # noqa: PTH116  a stat result is what is checked, also after opening
        file = open(name, "rb", opener=_open_without_waiting)  # noqa: SIM115  closed below, whatever is found
    except OSError as error:
        raise ReadingError(f"{name}: {reason(error)}") from error
    except ValueError as error:
        raise ReadingError(f"{name}: not a file name: {error}") from error
    with file:
        try:
            _check_kind(os.fstat(file.fileno()), name)
            os.set_blocking(file.fileno(), True)
            yield file
        except OSError as error:
            raise ReadingError(f"{name}: {reason(error)}") from error


def load_stream(stream: IO[bytes], *, name: str) -> bytes:
    """The bytes of an open file or standard input, read no further than the limit.

    Raises:
        ReadingError: when there are more than `MAX_BYTES`.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadingError(too_large(name))
    return data


def too_large(name: str) -> str:
    """The message for a source over the limit."""
    return f"{name}: larger than {MAX_BYTES // 2**20} MB"


def _open_without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _check_kind(status: os.stat_result, name: str) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise ReadingError(f"{name}: is a directory; name the files in it")
    if stat.S_ISFIFO(mode):
        if not name.startswith(_OPEN_STREAMS):
            raise ReadingError(f"{name}: is a pipe, not a file; pass it on standard input instead")
    elif not (stat.S_ISCHR(mode) and name.startswith(_OPEN_STREAMS)):
        raise ReadingError(f"{name}: is a device or socket, not a file")


def reason(error: OSError) -> str:
    """What the system says is wrong, in a few words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, NotADirectoryError):
        return "no such file: part of its path is not a directory"
    return (error.strerror or str(error)).lower()
