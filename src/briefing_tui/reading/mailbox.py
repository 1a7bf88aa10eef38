"""Mailboxes: the messages of an mbox file, one after the other, without holding the file in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.files import MAX_BYTES, too_large

_DATED: Final = re.compile(rb"From .{0,200}\d\d:\d\d")
_FIELD: Final = re.compile(rb">?[!-9;-~]{1,60}:")
_QUOTED: Final = re.compile(rb">+From ")
_MESSAGE_ID: Final = re.compile(rb"(?im)^message-id:\s{0,4}(<[^>\s]{1,250}>)")
_HEADER_BYTES: Final = 2**20


def is_mailbox(head: bytes) -> bool:
    """Whether a mail source holds messages one after the other and not just one."""
    return head.startswith(b"From ")


def split_mailbox(lines: Iterable[bytes], place: str) -> Iterator[bytes | ReadingError]:
    """The messages of a mailbox as they arrive, without their "From " lines and with quoted ones as they were (mboxrd)."""
    message: list[bytes] = []
    size = number = 0
    after_blank = True
    following = iter(lines)
    for line in following:
        if after_blank and line.startswith(b"From "):
            second = next(following, b"")
            if not number or _DATED.match(line) or _FIELD.match(second):
                if number:
                    yield _message(message, size, f"{place}, message {number}")
                message, size, number = [], 0, number + 1
                rest = [second]
            else:
                rest = [line, second]
        else:
            rest = [line]
        for part in rest:
            size += len(part)
            if size <= MAX_BYTES:
                message.append(part[1:] if part.startswith(b">") and _QUOTED.match(part) else part)
            after_blank = not part.strip()
    if number:
        yield _message(message, size, f"{place}, message {number}")


def message_id(message: bytes) -> str | None:
    """The Message-ID in the header of a message."""
    found = _MESSAGE_ID.search(message, 0, _header_end(message))
    return found[1].decode("ascii", "replace") if found else None


def _header_end(message: bytes) -> int:
    ends = [end for mark in (b"\n\n", b"\r\n\r\n") if (end := message.find(mark, 0, _HEADER_BYTES)) >= 0]
    return min(ends, default=min(len(message), _HEADER_BYTES))


def _message(lines: list[bytes], size: int, place: str) -> bytes | ReadingError:
    return ReadingError(too_large(place)) if size > MAX_BYTES else b"".join(lines)
