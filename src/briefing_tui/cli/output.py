"""Standard output: data, written at once, with failures told apart from those of reading."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


class OutputError(Exception):
    """Standard output cannot be written; the message says why."""


class PipeClosedError(Exception):
    """Whoever read our output has gone away."""


def write_json(text: str) -> None:
    """One JSON text and a line end, as UTF-8 whatever the locale, sent at once.

    Raises:
        OutputError, PipeClosedError
    """
    _write(text.encode() + b"\n")


def write_program_text(text: str) -> None:
    """`text` that another program reads, a shell or a formatter: as UTF-8 whatever the locale.

    Raises:
        OutputError, PipeClosedError
    """
    _write(text.encode())


def write_text(text: str) -> None:
    """`text` for a person, in the encoding of their locale; characters it lacks are written as escapes.

    Raises:
        OutputError, PipeClosedError
    """
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    _write(text.encode(encoding, "backslashreplace"))


def finish_output() -> None:
    """Send what is still held back, so that a full disk is noticed before the command claims success.

    Raises:
        OutputError, PipeClosedError
    """
    if sys.stdout is not None:
        _guarded(sys.stdout.flush)


def abandon_output() -> None:
    """Let the interpreter's own last flush go nowhere, after a failure that has been dealt with."""
    if sys.stdout is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # a stream without a descriptor has nothing to flush
        return


def _write(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    stream = sys.stdout.buffer

    def send() -> None:
        stream.write(data)
        stream.flush()

    _guarded(send)


def _guarded(send: Callable[[], object]) -> None:
    try:
        send()
    except BrokenPipeError:
        raise PipeClosedError from None
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror or error}") from error
