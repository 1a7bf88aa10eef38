"""Turns for writers, so that one that writes batch after batch does not keep another waiting for ever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.library.opening import Library


@contextmanager
def write_transaction(library: Library) -> Iterator[None]:
    """A transaction that writes, begun in turn; committed at the end, rolled back when anything fails.

    Raises:
        LibraryError: when the file was deleted, moved or replaced meanwhile.
    """
    connection = library.connection
    with in_turn(library.path):
        connection.execute("BEGIN IMMEDIATE")
    try:
        library.check_place()
        yield
        connection.execute("COMMIT")
        library.check_place()
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def in_turn(path: Path) -> Iterator[None]:
    """Wait for the writers that came before; whoever begins a transaction on the library `path` does it within.

    SQLite lets waiting writers poll, and one that closes a transaction and at once begins the next nearly always wins. Here a
    writer holds its place in the queue, a lock on the file `…-turn`, until its transaction has begun. Where files cannot be locked
    there is no queue, and SQLite's own lock is all there is.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        descriptor = os.open(path.with_name(path.name + "-turn"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except (ImportError, OSError):
        yield
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
