"""The texts of a library: kept once, compressed in parts, so that a sentence can be had without its whole document."""

from __future__ import annotations

import json
import sqlite3
import zlib
from codecs import utf_8_decode
from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.library.packing import PackingError

PART: Final = 8192
"""Code points a part."""
_BITS: Final = 20
_LEVEL: Final = 1
_MOST: Final = PART * 3 // 4
"""Code points from which on a part is read whole."""


def pack_text(text: str) -> list[bytes]:
    """The compressed parts of a text."""
    return [
        zlib.compress(text[start : start + PART].encode("utf-8", "surrogatepass"), _LEVEL)
        for start in range(0, max(1, len(text)), PART)
    ]


def write_text(connection: sqlite3.Connection, document: int, parts: list[bytes]) -> None:
    """Store the parts of a document's text."""
    connection.executemany(
        "INSERT INTO passages (number, body) VALUES (?, ?)",
        ((document << _BITS | index, body) for index, body in enumerate(parts)),
    )


def text_of(connection: sqlite3.Connection, document: int) -> str:
    """The whole text of a document; empty when there is none of that number.

    Raises:
        PackingError: when a part is damaged.
    """
    return "".join(_parts(connection, document, 0, (1 << _BITS) - 1))


def text_slices(connection: sqlite3.Connection, wanted: Sequence[tuple[int, int, int]]) -> list[str]:
    """`text_of(…)[start:end]` for every (document, start, end), reading each part once and no further than asked.

    Raises:
        PackingError: when a part is damaged.
    """
    ends: dict[int, int] = {}
    for document, start, end in wanted:
        for part in range(start // PART, max(start, end - 1) // PART + 1):
            number = document << _BITS | part
            ends[number] = max(ends.get(number, 0), min(PART, end - part * PART))
    rows = connection.execute("SELECT number, body FROM json_each(?) JOIN passages ON number = value", (json.dumps(list(ends)),))
    parts = {number: _beginning(number >> _BITS, body, ends[number]) for number, body in rows}
    slices: list[str] = []
    for document, start, end in wanted:
        first, last = start // PART, max(start, end - 1) // PART
        joined = "".join(parts.get(document << _BITS | part, "") for part in range(first, last + 1))
        slices.append(joined[start - first * PART : end - first * PART])
    return slices


def _beginning(document: int, body: bytes, characters: int) -> str:
    """At least so many code points of a part, or all of it."""
    try:
        if characters > _MOST:
            return zlib.decompress(body).decode("utf-8", "surrogatepass")
        decompressor = zlib.decompressobj()
        data = decompressor.decompress(body, characters + characters // 16 + 16)
        while True:
            text, _ = utf_8_decode(data, "surrogatepass", False)
            if len(text) >= characters or not decompressor.unconsumed_tail:
                return text
            data += decompressor.decompress(decompressor.unconsumed_tail, 2 * (characters - len(text)))
    except (zlib.error, UnicodeDecodeError) as error:
        raise PackingError(f"the text of document #{document} is damaged: {error}") from error


def _parts(connection: sqlite3.Connection, document: int, first: int, last: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT body FROM passages WHERE number BETWEEN ? AND ? ORDER BY number",
        (document << _BITS | first, document << _BITS | last),
    )
    for (body,) in rows:
        try:
            yield zlib.decompress(body).decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError) as error:
            raise PackingError(f"the text of document #{document} is damaged: {error}") from error
