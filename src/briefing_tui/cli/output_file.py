"""Where a verb's data goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from briefing_tui.cli.output import OutputError, PipeClosedError

_PIECE = 65_536


def write_pieces(pieces: Iterable[str], path: str | None) -> None:
    """Write texts as UTF-8 to `path`, or to standard output when it is None or "-".

    Raises:
        OutputError: when they cannot be written; a file of that name is then as it was.
        PipeClosedError: when the reader of standard output has gone.
    """
    with output_stream(path) as stream:
        held: list[bytes] = []
        size = 0
        for piece in pieces:
            data = piece.encode("utf-8", "backslashreplace")
            held.append(data)
            size += len(data)
            if size >= _PIECE:
                stream.write(b"".join(held))
                held, size = [], 0
        stream.write(b"".join(held))


@contextmanager
def output_stream(path: str | None) -> Iterator[IO[bytes]]:
    """A stream of bytes that ends up in the file `path`, written beside it and moved into its place when all went well.

    Raises:
        OutputError, PipeClosedError
    """
    if path is None or path == "-":
        yield from _standard_output()
        return
    target = Path(path)
    if target.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it")
    if target.exists() and not target.is_file():  # a device or a pipe is written to as it is
        with _named(path), target.open("wb") as stream:
            yield stream
        return
    with contextlib.suppress(OSError):
        target = target.resolve()  # through a link, so that the link stays
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        with _named(path), beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with _named(path):
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
        raise


def _standard_output() -> Iterator[IO[bytes]]:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    stream = sys.stdout.buffer
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise PipeClosedError from None
    except OSError as error:
        if error.filename is not None:  # another file's trouble
            raise
        raise OutputError(f"standard output: {error.strerror or error}") from error


@contextmanager
def _named(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the path
        raise OutputError(f"{path}: {error}") from error
